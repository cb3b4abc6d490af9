// Name resolution of a crate: files in, `Program` out.
//
// Two passes, as in rustc: collect definitions and imports (expanding macros on the way), resolve imports until
// nothing changes; then signatures and bodies are lowered, those of std at first use. `std` itself is made by the same
// function, with `std` undefined.

import { DEFAULT_EDITION } from "../base/edition.ts";
import type { Edition } from "../base/edition.ts";
import type { Block, SourceFile, Snippet } from "../syntax/ast.ts";
import { lowerBody } from "./lower/body.ts";
import { collectItems, markCompleteness } from "./collect/collect.ts";
import { collectBlock, collectExpr, collectStatement } from "./collect/collectBodies.ts";
import type { Crate, CrateFile, DefNode, ModuleData, Place, ResolveOptions } from "./crate.ts";
import { createModule, homeOf, nodeOf } from "./crate.ts";
import type { Def, DefId, HirError, Program } from "./defs.ts";
import { rootFile } from "./collect/files.ts";
import type { HirBody } from "./hir.ts";
import { createHygiene } from "./hygiene.ts";
import { resolveImports } from "./names/imports.ts";
import { buildDef } from "./lower/items.ts";
import { pathOf } from "./names/paths.ts";
import { createDef, enter } from "./collect/place.ts";
import { attachRealNames, isPrelude, namesOf, readRealNames } from "./names/realNames.ts";
import { traitsInScope } from "./names/traits.ts";
import { retryWaiting } from "./names/waiting.ts";

export type { CrateFile, ResolveOptions } from "./crate.ts";

/** A program with the crate it was made of, for programs on top of it. */
interface ResolvedProgram extends Program {
  readonly crate: Crate;
}

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

function createCrate(
  files: readonly CrateFile[],
  std: Crate | undefined,
  options: ResolveOptions,
): Crate {
  const base = std === undefined ? 0 : std.base + std.nodes.length;
  const root = createModule(base as DefId, "normal", undefined);
  const crate: Crate = {
    collector: {
      items: collectItems,
      block: collectBlock,
      expr: collectExpr,
      statement: collectStatement,
    },
    std,
    name: options.crateName ?? (std === undefined ? "std" : "main"),
    edition: rootFile(files)?.file.edition ?? DEFAULT_EDITION,
    options,
    files,
    base,
    hygiene: createHygiene(std?.hygiene),
    nodes: [],
    defs: [],
    bodies: new Map(),
    modules: new Map(),
    blocks: new Map(),
    macros: new Map(),
    itemDefs: new Map(),
    itemMacros: new Map(),
    foreign: new Set(),
    implTypes: new Map(),
    calls: new Map(),
    imports: [],
    waiting: [],
    impls: [],
    langs: new Map(),
    langOf: new Map(),
    markers: new Map(),
    exported: new Map(),
    realNames: undefined,
    errors: [],
    unsupported: [],
    reported: new Set(),
    scopes: [],
    outerLocals: new Map(),
    root,
    prelude: undefined,
    incomplete: false,
    macrosUnknown: false,
    macroFailed: false,
    lateErrors: [],
    sealed: false,
    paths: new Map(),
    publicPaths: new Map(),
    uses: [],
    bodyOf: (id) => bodyOf(crate, id),
    defOf: (id) => defOf(crate, id),
  };
  return crate;
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

function defOf(crate: Crate, id: DefId): Def {
  const home = homeOf(crate, id);
  const known = home.defs[id - home.base];
  if (known !== undefined) return known;
  const node: DefNode = nodeOf(crate, id);
  const def = buildDef(home, node);
  home.defs[id - home.base] = def;
  return def;
}

function bodyOf(crate: Crate, id: DefId): HirBody | undefined {
  const home = homeOf(crate, id);
  if (home.bodies.has(id)) return home.bodies.get(id);
  // A body asked for while it is being lowered is not there yet.
  home.bodies.set(id, undefined);
  const body = lowerBody(home, nodeOf(crate, id));
  home.bodies.set(id, body);
  return body;
}

/**
 * As rustc shows them: items and macros first, then names in the order of the text; later phases stay silent after an
 * earlier one failed.
 */
function errorsOf(crate: Crate): readonly HirError[] {
  if (crate.errors.length === 0) return crate.lateErrors;
  const early = crate.errors.filter(
    (error) => error.owner === undefined || error.code === undefined,
  );
  if (crate.macroFailed) return early;
  const late = crate.errors.filter(
    (error) => error.owner !== undefined && error.code !== undefined,
  );
  return [...early, ...late.sort((a, b) => a.span.start - b.span.start)];
}

function realNamesOf(std: Crate, of: DefId | string): ReadonlySet<string> | undefined {
  const names = std.realNames;
  if (names === undefined) return undefined;
  const entry = typeof of === "string" ? `prim ${of}` : names.entryOf.get(of);
  return entry === undefined ? undefined : namesOf(names, entry);
}

function implTrait(crate: Crate, impl: DefId): DefId | undefined {
  const def = defOf(crate, impl);
  return def.kind === "impl" ? def.trait?.trait : undefined;
}

function programOf(crate: Crate, stdProgram: Program | undefined): ResolvedProgram {
  const { std } = crate;
  let localDefs: readonly DefId[] = [];
  let impls: readonly DefId[] = [];
  return {
    crate,
    std: stdProgram,
    root: crate.root.id,
    edition: crate.edition,
    get defCount() {
      return crate.base + crate.nodes.length;
    },
    def: (id) => defOf(crate, id),
    // Bodies lowered later may add definitions: both lists grow.
    get localDefs() {
      if (localDefs.length !== crate.nodes.length) localDefs = crate.nodes.map((node) => node.id);
      return localDefs;
    },
    get impls() {
      if (std === undefined) return crate.impls;
      if (impls.length !== std.impls.length + crate.impls.length)
        impls = [...std.impls, ...crate.impls];
      return impls;
    },
    traitsInScope: (body, scope) =>
      traitsInScope(crate, body, scope, (impl) => implTrait(crate, impl)),
    lang: (name) => (std ?? crate).langs.get(name),
    langOf: (id) => homeOf(crate, id).langOf.get(id),
    marker: (id, name) => homeOf(crate, id).markers.get(id)?.get(name),
    body: (id) => bodyOf(crate, id),
    get errors() {
      return errorsOf(crate);
    },
    unsupported: crate.unsupported,
    get incomplete() {
      return crate.incomplete;
    },
    uses: crate.uses,
    path: (id) => pathOf(crate, id),
    realNames: (of) => realNamesOf(std ?? crate, of),
  };
}
