// Name resolution of a crate: files in, `Program` out.
//
// Two passes, as in rustc: collect definitions and imports (expanding macros on the way), resolve imports until
// nothing changes; then signatures and bodies are lowered, those of std at first use. `std` itself is made by the same
// function, with `std` undefined.

import type { Edition } from "../base/edition.ts";
import type { Block, SourceFile, Snippet } from "../syntax/ast.ts";
import { collectItems, markCompleteness } from "./collect/collect.ts";
import { collectBlock } from "./collect/collectBodies.ts";
import type { Crate, CrateFile, ModuleData, Place, ResolveOptions } from "./crate.ts";
import { nodeOf } from "./crate.ts";
import { createCrate } from "./createCrate.ts";
import type { DefId, Program } from "./defs.ts";
import { rootFile } from "./collect/files.ts";
import { resolveImports } from "./names/imports.ts";
import { createDef, enter } from "./collect/place.ts";
import { attachRealNames, isPrelude, readRealNames } from "./names/realNames.ts";
import { retryWaiting } from "./names/waiting.ts";
import { defOf, programOf } from "./program.ts";
import type { ResolvedProgram } from "./program.ts";

export type { CrateFile, ResolveOptions } from "./crate.ts";

export function resolveCrate(
  files: readonly CrateFile[],
  std: Program | undefined,
  options: ResolveOptions = {},
): Program {
  const crate = createCrate(
    files,
    std === undefined ? undefined : (std as ResolvedProgram).crate,
    options,
  );
  if (crate.std !== undefined) crate.prelude = editionPrelude(crate.std, crate.edition);
  const root = rootFile(files);
  if (root !== undefined) collectRoot(crate, root.file);
  resolveImports(crate, (settled) => retryWaiting(crate, settled));
  if (crate.std === undefined) sealStd(crate);
  else for (let at = 0; at < crate.nodes.length; at += 1) defOf(crate, (crate.base + at) as DefId);
  return programOf(crate, std);
}

/** `std::prelude::rust_2024` and its like beside the one that is marked as the prelude. */
function editionPrelude(std: Crate, edition: Edition): ModuleData | undefined {
  const res = std.prelude?.parent?.names.types.get(`rust_${edition}`)?.res;
  return res?.kind === "def" ? std.modules.get(res.def) : std.prelude;
}

function collectRoot(crate: Crate, file: SourceFile): void {
  const { root } = crate;
  crate.modules.set(root.id, root);
  const scope = { kind: "module", module: root, parent: undefined } as const;
  const place: Place = {
    crate,
    module: root,
    owner: root.id,
    scope,
    text: { current: undefined },
    frame: undefined,
    filePath: [],
  };
  const node = createDef(place, {
    kind: "mod",
    name: crate.name,
    node: file,
    nameNode: { start: file.start, end: file.start },
    attrs: file.attrs,
    visibility: { kind: "public" },
    source: { kind: "root", file },
  });
  (node as { parent: DefId | undefined }).parent = undefined;
  collectItems(place, file.items);
  const { statements } = file as Partial<Snippet>;
  if (statements !== undefined && statements.length > 0) collectSnippet(place, file, statements);
}

/** The loose statements of a fragment are the body of `main`, unless it has one. */
function collectSnippet(place: Place, file: SourceFile, statements: Snippet["statements"]): void {
  const { crate } = place;
  if (crate.root.names.values.has("main")) return;
  const [first] = statements;
  const start = first?.start ?? file.start;
  const end = statements[statements.length - 1]?.end ?? file.end;
  const block: Block = { attrs: [], statements, start, end };
  const node = createDef(place, {
    kind: "fn",
    name: "main",
    node: block,
    nameNode: { start, end: start },
    attrs: [],
    visibility: { kind: "public" },
    source: { kind: "snippet", block },
  });
  enter(node, place.scope, [], 0);
  crate.incomplete = true;
  crate.root.incomplete = true;
  collectBlock({ ...place, owner: node.id }, block);
}

/** What std leaves out is unknown to its users, not missing, unless a module says that it is complete. */
function sealStd(crate: Crate): void {
  crate.sealed = true;
  for (const [id, module] of crate.modules) {
    if (module.kind === "normal" && !isPrelude(crate, module))
      markCompleteness(crate, module, nodeOf(crate, id).attrs);
  }
  crate.realNames = readRealNames(crate);
  if (crate.realNames !== undefined) attachRealNames(crate, crate.realNames);
}
