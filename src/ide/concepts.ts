// Concept cards: the doc comment of a declaration in src/std, with links to the std page and the Book.

import type { Analysis } from "../driver/contract.ts";
import type { Engine } from "../driver/engine.ts";
import type { Def, DefId, Program } from "../hir/defs.ts";
import { code } from "./hover/markdown.ts";
import { isOnSubject, paragraph } from "./stdWords.ts";
import type { Section } from "./hover/sections.ts";

/** The card of a std item, as lines of a hover; undefined for the user's own items and for items without one. */
export function conceptLines(analysis: Analysis, def: DefId): Section | undefined {
  const { program } = analysis;
  const std = program.std;
  if (std === undefined || def >= std.defCount) return undefined;
  const found = program.def(def);
  const doc = found.doc;
  if (doc === undefined || !isOnSubject(program, found)) return undefined;
  const pages = links(program, found);
  return {
    lines: [
      `**${code(nameOf(program, found))}**: ${analysis.catalogue[paragraph(doc)] ?? paragraph(doc)}`,
      ...(pages === "" ? [] : [pages]),
    ],
  };
}

/** The card for `std::sync::Mutex` and the like, as a Markdown page. */
export function conceptCard(engine: Engine, path: string): string | undefined {
  const program = engine.std();
  const id = program.localDefs.find((one) => program.path(one) === path);
  const def = id === undefined ? undefined : program.def(id);
  if (def?.doc === undefined) return undefined;
  const text = engine.catalogue[paragraph(def.doc)] ?? def.doc.trim();
  return `# ${path}\n\n${text}\n\n${links(program, def)}\n`;
}

/** `lock` of the mutex is `Mutex::lock`; what stands in a module goes by its own name. */
function nameOf(program: Program, def: Def): string {
  const container = containerOf(program, def);
  return container === undefined ? def.name : `${container.name}::${def.name}`;
}

/** The type or trait that an associated item or a variant belongs to. */
function containerOf(program: Program, def: Def): Def | undefined {
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  if (parent?.kind === "trait" || parent?.kind === "enum") return parent;
  if (parent?.kind !== "impl" || parent.self.kind !== "path") return undefined;
  const { path } = parent.self;
  const res = path.kind === "resolved" ? path.res : undefined;
  return res?.kind === "def" ? program.def(res.def) : undefined;
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
  const book = chapter(program, def);
  const section = book === undefined ? undefined : /^ch0?(\d+)-0?(\d+)/.exec(book);
  const name =
    section === null || section === undefined ? "Book" : `Book §${section[1]}.${section[2]}`;
  const bookLink =
    book === undefined ? [] : [`[${name}](https://doc.rust-lang.org/book/${book}.html)`];
  const page = conceptPage(program, def);
  const std = page === undefined ? [] : [`[std](https://doc.rust-lang.org/${page})`];
  return [...std, ...bookLink].join(" · ");
}

/** `std/sync/struct.Mutex.html#method.lock`. */
export function conceptPage(program: Program, def: Def): string | undefined {
  const container = containerOf(program, def);
  if (container !== undefined) {
    const page = conceptPage(program, container);
    const anchor = anchorOf(container, def);
    return page === undefined ? undefined : `${page}${anchor}`;
  }
  const kind = PAGES[def.kind];
  const parent = def.parent === undefined ? undefined : program.def(def.parent);
  if (kind === undefined || parent?.kind !== "mod") return undefined;
  const segments = program.path(def.id).split("::");
  const name = segments.pop() ?? "";
  return `${segments.join("/")}/${kind}.${name}.html`;
}

function anchorOf(container: Def, def: Def): string {
  if (def.kind === "variant") return `#variant.${def.name}`;
  if (def.kind !== "fn") return "";
  const required = container.kind === "trait" && !def.hasBody;
  return `#${required ? "tymethod" : "method"}.${def.name}`;
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
