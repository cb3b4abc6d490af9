// Writing a snapshot: everything a sealed crate has is lowered and put into a pack.

import { digits } from "../../base/pack/format.ts";
import type { PackWriter } from "../../base/pack/write.ts";
import type { Attribute } from "../../syntax/ast.ts";
import { pathText } from "../attrs.ts";
import { NAMESPACES } from "../crate.ts";
import type { Binding, Crate, DefNode, MacroDef, ModuleData, Scope } from "../crate.ts";
import type { Program } from "../defs.ts";
import type { ResolvedProgram } from "../program.ts";
import { ctorShape } from "../names/ctorShape.ts";
import { hasSelf } from "../names/describe.ts";
import { publicPaths } from "../names/paths.ts";
import { traitsOf } from "../names/traits.ts";
import { BODY_DIGITS } from "./storedCrate.ts";
import type {
  StoredAttr,
  StoredBinding,
  StoredBindings,
  StoredCrate,
  StoredDef,
  StoredMacro,
  StoredModule,
} from "./storedCrate.ts";
import { storeAttr, storeTokens } from "./storedTokens.ts";

/** Numbers for things that are written once and named by number. */
interface Numbered<T> {
  readonly items: T[];
  numberOf(item: T): number;
}

interface Store {
  readonly crate: Crate;
  readonly pack: PackWriter;
  readonly modules: Numbered<ModuleData>;
  readonly scopes: Numbered<string>;
  readonly attrs: Numbered<string>;
}

export function storeCrate(program: Program, pack: PackWriter): StoredCrate {
  const { crate } = program as ResolvedProgram;
  if (crate.errors.length > 0)
    throw new Error(`bug: std has an error: ${crate.errors[0]?.message}`);
  const store: Store = {
    crate,
    pack,
    modules: numbered(),
    scopes: numbered(),
    attrs: numbered(),
  };
  for (const module of crate.modules.values()) store.modules.numberOf(module);
  const rows = crate.nodes.map((node) => storeDef(store, node));
  const blockScopes = crate.scopes.map((scope) => storeScope(store, scope));
  // Section 0 is nobody's body.
  const defs = pack.add(undefined) + 1;
  for (const row of rows) pack.add(row);
  const bodies = crate.nodes.map((node) => digits(storeBody(store, node), BODY_DIGITS)).join("");
  const { realNames, prelude } = crate;
  return {
    name: crate.name,
    edition: crate.edition,
    root: crate.root.id,
    defCount: crate.nodes.length,
    defs,
    bodies,
    modules: storeModules(store),
    prelude: prelude === undefined ? undefined : store.modules.numberOf(prelude),
    scopes: store.scopes.items.map((text) => JSON.parse(text) as number[]),
    blockScopes,
    attrs: store.attrs.items.map((text) => JSON.parse(text) as StoredAttr),
    macros: macrosOf(crate).map((macro) => storeMacro(store, macro)),
    exported: new Map([...crate.exported].map(([name, macro]) => [name, macro.id])),
    langs: crate.langs,
    markers: crate.markers,
    impls: crate.impls,
    publicPaths: pack.add(publicPaths(crate)),
    realNames:
      realNames === undefined
        ? undefined
        : pack.add({
            lines: realNames.lines,
            modules: realNames.modules,
            entryOf: realNames.entryOf,
          }),
  };
}

function numbered<T>(): Numbered<T> {
  const numbers = new Map<T, number>();
  const items: T[] = [];
  return {
    items,
    numberOf(item) {
      let number = numbers.get(item);
      if (number === undefined) {
        number = items.push(item) - 1;
        numbers.set(item, number);
      }
      return number;
    },
  };
}

// ---- definitions

function storeDef(store: Store, node: DefNode): StoredDef {
  const { crate } = store;
  const { attrs, ...def } = crate.defOf(node.id);
  return {
    def,
    attrs: attrs
      .filter(isKept)
      .map((attr) => store.attrs.numberOf(JSON.stringify(storeAttr(attr)))),
    derived: node.derived,
    shape: ctorShape(crate, node.id),
    hasSelf: hasSelf(crate, node.id),
    scope: storeScope(store, node.scope),
  };
}

/** Doc comments are in `doc`, the lists of names in `realNames`; derives and exports have had their effect. */
function isKept(attr: Attribute): boolean {
  if (attr.doc !== undefined) return false;
  return !["lockstep::names", "derive", "macro_export"].includes(pathText(attr.path));
}

function storeScope(store: Store, scope: Scope): number {
  const chain: number[] = [];
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind === "module" || at.kind === "block") chain.push(store.modules.numberOf(at.module));
  }
  return store.scopes.numberOf(JSON.stringify(chain));
}

function storeBody(store: Store, node: DefNode): number {
  const body = store.crate.bodyOf(node.id);
  return body === undefined ? 0 : store.pack.add(body);
}

// ---- modules and macros

/** Blocks and parents that come up while modules are written are written too. */
function storeModules(store: Store): readonly StoredModule[] {
  const { items } = store.modules;
  const out: StoredModule[] = [];
  for (const module of items) out.push(storeModule(store, module));
  return out;
}

function storeModule(store: Store, module: ModuleData): StoredModule {
  const names: Record<string, Map<string, StoredBinding>> = {};
  for (const ns of NAMESPACES) {
    names[ns] = new Map(
      [...module.names[ns]].map(([name, binding]) => [name, storeBinding(binding)]),
    );
  }
  const { id, kind, parent, incomplete } = module;
  return {
    id,
    kind,
    parent: parent === undefined ? undefined : store.modules.numberOf(parent),
    incomplete,
    names: store.pack.add(names as unknown as StoredBindings),
    traits: traitsOf(store.crate, module),
    entry: module.real === undefined ? undefined : entryOf(store.crate, module),
    globbed: module.globbed.map((one) => store.modules.numberOf(one)),
  };
}

/** The name under which the list of real names has a module. */
function entryOf(crate: Crate, module: ModuleData): string | undefined {
  const real = module.real?.();
  for (const [entry, set] of crate.realNames?.sets ?? []) if (set === real) return entry;
  return undefined;
}

function storeBinding(binding: Binding): StoredBinding {
  const { res, visibility, span, glob, ambiguous } = binding;
  return {
    res: res.kind === "macro" ? { kind: "macro", id: res.macro.id } : res,
    visibility,
    span,
    imported: binding.import !== undefined,
    glob,
    ambiguous: ambiguous === undefined ? undefined : storeBinding(ambiguous),
  };
}

/** Macros that a user's program can reach; the others have done their work. */
function macrosOf(crate: Crate): readonly MacroDef[] {
  const out = new Set(crate.exported.values());
  for (const module of crate.modules.values()) {
    for (const { res } of module.names.macros.values())
      if (res.kind === "macro") out.add(res.macro);
  }
  return [...out];
}

function storeMacro(store: Store, macro: MacroDef): StoredMacro {
  const { id, name, span, builtin, eager, isMacroDef, body } = macro;
  for (let row = body.from; row < body.to; row += 1) {
    if (body.table.context(row) !== 0)
      throw new Error(`bug: the exported macro ${name} was made by a macro`);
  }
  const tokens = store.pack.add(storeTokens(body));
  return { id, name, span, builtin, eager, isMacroDef, body: tokens };
}
