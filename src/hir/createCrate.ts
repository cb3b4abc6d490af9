// A crate with nothing in it yet.

import { DEFAULT_EDITION } from "../base/edition.ts";
import { collectItems } from "./collect/collect.ts";
import { collectBlock, collectExpr, collectStatement } from "./collect/collectBodies.ts";
import { rootFile } from "./collect/files.ts";
import { createModule } from "./crate.ts";
import type { Crate, CrateFile, ResolveOptions } from "./crate.ts";
import type { DefId } from "./defs.ts";
import { createHygiene } from "./hygiene.ts";
import { bodyOf, defOf } from "./program.ts";

export function createCrate(
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
    foreign: new Map(),
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
    located: false,
    lateErrors: [],
    sealed: false,
    stored: undefined,
    paths: new Map(),
    publicPaths: new Map(),
    uses: [],
    bodyOf: (id) => bodyOf(crate, id),
    defOf: (id) => defOf(crate, id),
  };
  return crate;
}
