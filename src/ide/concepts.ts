// Concept cards: the doc comment of a declaration in src/std, with links to the std page and the Book.

import type { Analysis } from "../driver/contract.ts";
import type { Engine } from "../driver/engine.ts";
import type { Def, DefId, Program } from "../hir/defs.ts";
import { code } from "./hover/markdown.ts";
import type { Section } from "./hover/sections.ts";

/** The card of a std item, as lines of a hover; undefined for the user's own items and for items without one. */
export function conceptLines(analysis: Analysis, def: DefId): Section | undefined {
  const { program } = analysis;
  const std = program.std;
  if (std === undefined || def >= std.defCount) return undefined;
  const found = program.def(def);
  const doc = found.doc;
  if (doc === undefined || !isOnSubject(program, found)) return undefined;
  return {
    lines: [
      `**${code(nameOf(program, found))}**: ${doc.trim().replace(/\s*\n\s*/g, " ")}`,
      links(program, found),
    ],
  };
}

/** The card for `std::sync::Mutex` and the like, as a Markdown page. */
export function conceptCard(engine: Engine, path: string): string | undefined {
  const program = engine.std();
  const id = program.localDefs.find((one) => program.path(one) === path);
  const def = id === undefined ? undefined : program.def(id);
  if (def?.doc === undefined) return undefined;
  return `# ${path}\n\n${def.doc.trim()}\n\n${links(program, def)}\n`;
}

/** Cards are shown in modules that declare themselves to be about sharing, threads or locks (`#![lockstep::concept]`). */
function isOnSubject(program: Program, def: Def): boolean {
  for (
    let at: Def | undefined = def;
    at !== undefined;
    at = at.parent === undefined ? undefined : program.def(at.parent)
  ) {
    if (program.marker(at.id, "concept") !== undefined) return true;
  }
  return false;
}

function nameOf(program: Program, def: Def): string {
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  if (parent === undefined || def.kind !== "fn") return def.name;
  return parent.kind === "trait" ? `${parent.name}::${def.name}` : def.name;
}

/** Addresses of rustdoc's pages follow from path and kind. */
const PAGES: Partial<Record<Def["kind"], string>> = {
  struct: "struct",
  enum: "enum",
  trait: "trait",
  fn: "fn",
  macro: "macro",
  union: "union",
};

function links(program: Program, def: Def): string {
  const segments = program.path(def.id).split("::");
  const name = segments.pop() ?? "";
  const page = PAGES[def.kind];
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  const book = chapter(program, def);
  const bookLink =
    book === undefined ? [] : [`[Book](https://doc.rust-lang.org/book/${book}.html)`];
  if (page === undefined || parent?.kind !== "mod") return bookLink.join(" · ");
  const std = `[std](https://doc.rust-lang.org/${segments.join("/")}/${page}.${name}.html)`;
  return [std, ...bookLink].join(" · ");
}

/** `#[lockstep::concept = "ch16-03-shared-state"]` names the Book's chapter. */
function chapter(program: Program, def: Def): string | undefined {
  for (
    let at: Def | undefined = def;
    at !== undefined;
    at = at.parent === undefined ? undefined : program.def(at.parent)
  ) {
    const value = program.marker(at.id, "concept");
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
