// Reading a snapshot: a crate whose definitions, bodies and names are made when somebody asks for them.

import { digitsAt } from "../../base/pack/format.ts";
import type { PackReader } from "../../base/pack/read.ts";
import type { Attribute } from "../../syntax/ast.ts";
import { createModule } from "../crate.ts";
import type {
  Binding,
  Crate,
  DefNode,
  Import,
  MacroDef,
  ModuleData,
  RealNames,
  Scope,
} from "../crate.ts";
import { createCrate } from "../createCrate.ts";
import type { Def, DefId, ImplIndex, Program } from "../defs.ts";
import type { HirBody } from "../hir.ts";
import { namesOf } from "../names/realNames.ts";
import { programOf } from "../program.ts";
import { BODY_DIGITS } from "./storedCrate.ts";
import type {
  StoredBinding,
  StoredBindings,
  StoredCrate,
  StoredDef,
  StoredMacro,
  StoredModule,
  StoredNames,
  StoredToken,
} from "./storedCrate.ts";
import { openAttr, openTokens } from "./storedTokens.ts";

interface Opening {
  readonly pack: PackReader;
  readonly stored: StoredCrate;
  readonly crate: Crate;
  readonly modules: ModuleData[];
  readonly scopes: (Scope | undefined)[];
  readonly attrs: (Attribute | undefined)[];
  readonly macros: ReadonlyMap<DefId, MacroDef>;
  /** What stands for the imports that made bindings. */
  readonly imported: Import;
}

/** `implIndex`: section of the crate's `ImplIndex`. */
export function openCrate(stored: StoredCrate, pack: PackReader, implIndex: number): Program {
  const crate = createCrate([], undefined, { test: false, crateName: stored.name });
  const { root } = crate;
  let index: ImplIndex | undefined;
  const open: Opening = {
    pack,
    stored,
    crate,
    modules: [],
    scopes: [],
    attrs: [],
    macros: new Map(stored.macros.map((macro) => [macro.id, openMacro(stored, pack, macro)])),
    imported: importInto(root),
  };
  for (const module of stored.modules) open.modules.push(openModule(open, module));
  fillTables(open);
  crate.stored = {
    node: (id) => openNode(open, id),
    def: (id) => openDef(open, id),
    body: (id) => openBody(open, id),
    implIndex: () => (index ??= pack.read(implIndex) as ImplIndex),
  };
  return programOf(crate, undefined);
}

function fillTables({ crate, stored, modules, pack, macros, scopes }: Opening): void {
  crate.nodes.length = stored.defCount;
  crate.edition = stored.edition;
  crate.sealed = true;
  for (const module of modules) if (module.kind !== "block") crate.modules.set(module.id, module);
  crate.root = crate.modules.get(stored.root) as ModuleData;
  if (stored.prelude !== undefined) crate.prelude = modules[stored.prelude];
  for (const chain of stored.scopes) scopes.push(openScope(modules, chain));
  for (const number of stored.blockScopes) {
    const scope = scopes[number];
    if (scope?.kind === "block") crate.scopes.push(scope);
  }
  for (const [name, id] of stored.exported) {
    const macro = macros.get(id);
    if (macro !== undefined) crate.exported.set(name, macro);
  }
  for (const [name, id] of stored.langs) {
    crate.langs.set(name, id);
    crate.langOf.set(id, name);
  }
  for (const [id, markers] of stored.markers) crate.markers.set(id, markers);
  crate.impls.push(...stored.impls);
  later(crate, "publicPaths", () => pack.read(stored.publicPaths) as Crate["publicPaths"]);
  const { realNames } = stored;
  if (realNames !== undefined)
    later(crate, "realNames", () => openNames(pack.read(realNames) as StoredNames));
}

/** A field that is made when it is first read. */
function later<K extends keyof Crate>(crate: Crate, key: K, make: () => Crate[K]): void {
  Object.defineProperty(crate, key, {
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(crate, key, { value, writable: true });
      return value;
    },
  });
}

function openNames(names: StoredNames): RealNames {
  return {
    lines: names.lines,
    modules: names.modules as Set<string>,
    entryOf: names.entryOf as Map<DefId, string>,
    sets: new Map(),
  };
}

// ---- modules

function openModule(open: Opening, stored: StoredModule): ModuleData {
  const { modules, crate } = open;
  const { id, kind, parent, incomplete, traits, entry } = stored;
  let names: ModuleData["names"] | undefined;
  return {
    id,
    kind,
    get parent() {
      return parent === undefined ? undefined : modules[parent];
    },
    get names() {
      return (names ??= openBindings(open, stored.names));
    },
    globs: [],
    importers: [],
    singles: new Map(),
    incomplete,
    traits,
    real:
      entry === undefined ? undefined : () => crate.realNames && namesOf(crate.realNames, entry),
    get globbed() {
      return stored.globbed.map((number) => modules[number] as ModuleData);
    },
    own: undefined,
  };
}

function openBindings(open: Opening, section: number): ModuleData["names"] {
  const { types, values, macros } = open.pack.read(section) as StoredBindings;
  const each = (bindings: ReadonlyMap<string, StoredBinding>): Map<string, Binding> => {
    const out = new Map<string, Binding>();
    for (const [name, binding] of bindings) out.set(name, openBinding(open, binding));
    return out;
  };
  return { types: each(types), values: each(values), macros: each(macros) };
}

function openBinding(open: Opening, stored: StoredBinding): Binding {
  const { res, visibility, span, glob, ambiguous } = stored;
  const macro = res.kind === "macro" ? open.macros.get(res.id) : undefined;
  return {
    res:
      res.kind !== "macro"
        ? res
        : macro === undefined
          ? { kind: "error", certain: false }
          : { kind: "macro", macro },
    visibility,
    span,
    import: stored.imported ? open.imported : undefined,
    glob,
    ...(ambiguous === undefined ? {} : { ambiguous: openBinding(open, ambiguous) }),
  };
}

function importInto(module: ModuleData): Import {
  return {
    kind: "single",
    module,
    path: [],
    source: undefined,
    target: undefined,
    global: false,
    typesOnly: false,
    visibility: { kind: "public" },
    span: { start: 0, end: 0 },
    into: undefined,
    done: true,
    foundIn: new Set(),
  };
}

function openMacro(crate: StoredCrate, pack: PackReader, stored: StoredMacro): MacroDef {
  const { id, name, span, builtin, eager, isMacroDef } = stored;
  let body: MacroDef["body"] | undefined;
  return {
    id,
    name,
    get body() {
      return (body ??= openTokens(pack.read(stored.body) as readonly StoredToken[]));
    },
    span,
    fromStd: true,
    edition: crate.edition,
    builtin,
    eager,
    isMacroDef,
    rules: undefined,
  };
}

// ---- definitions

function openRow({ pack, stored }: Opening, id: DefId): StoredDef {
  return pack.read(stored.defs + id) as StoredDef;
}

function openNode(open: Opening, id: DefId): DefNode {
  const { crate, scopes, modules } = open;
  const row = openRow(open, id);
  const def = { ...row.def, attrs: row.attrs.map((number) => attrAt(open, number)) } as Def;
  crate.defs[id] = def;
  const { kind, name, parent, span, nameSpan, attrs, visibility } = def;
  const { derived, shape, hasSelf } = row;
  return {
    id,
    kind,
    name,
    parent,
    span,
    nameSpan,
    attrs,
    visibility,
    derived,
    source: { kind: "stored", shape, hasSelf },
    scope: scopes[row.scope] ?? {
      kind: "module",
      module: modules[0] as ModuleData,
      parent: undefined,
    },
    generics: [],
    genericsBefore: 0,
    children: [],
    text: undefined,
    macro: undefined,
    index: 0,
    filePath: [],
  };
}

function attrAt(open: Opening, number: number): Attribute {
  const stored = open.stored.attrs[number];
  if (stored === undefined) throw new Error(`bug: no attribute ${number}`);
  return (open.attrs[number] ??= openAttr(stored));
}

function openDef(open: Opening, id: DefId): Def {
  const { crate } = open;
  crate.nodes[id] ??= openNode(open, id);
  return crate.defs[id] as Def;
}

function openBody({ pack, stored }: Opening, id: DefId): HirBody | undefined {
  const section = digitsAt(stored.bodies, id * BODY_DIGITS, BODY_DIGITS);
  return section === 0 ? undefined : (pack.read(section) as HirBody);
}

function openScope(modules: readonly ModuleData[], chain: readonly number[]): Scope {
  let scope: Scope | undefined;
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const module = modules[chain[at] as number] as ModuleData;
    scope =
      scope === undefined
        ? { kind: "module", module, parent: undefined }
        : { kind: "block", module, parent: scope, scopeId: 0 };
  }
  return (
    scope ?? {
      kind: "module",
      module: createModule(0 as DefId, "normal", undefined),
      parent: undefined,
    }
  );
}
