// Collecting definitions: the first pass of name resolution (`rustc_resolve::build_reduced_graph`, `def_collector`).
//
// Every item gets its definition, its generic parameters, its place in a module's namespaces and the lexical scope in
// which its signature will be resolved. Items inside bodies are found too (collectBodies.ts); macro calls in item
// position and derives are expanded as soon as their macro is known.

import type { Span } from "../../base/span.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import type { Attribute, Fields, FnItem, Generics, Ident, Item, UseTree } from "../../syntax/ast.ts";
import { expandCfgAttr, findAttr, hasAttr, isEnabled } from "../attrs.ts";
import { collectGenerics, collectImplTraits } from "./collectGenerics.ts";
import { collectMacroCall, collectMacroDef, collectMacroRules } from "./collectMacros.ts";
import type { Crate, DefNode, GenericNode, Import, ModuleData, NameRes, Namespace, Scope } from "../crate.ts";
import { createModule, reportError, spanOfNode } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import { collectDerives } from "../derive/derive.ts";
import type { Res } from "../hir.ts";
import { define } from "../names/imports.ts";
import { bindingOf, externCrate } from "../names/lookup.ts";
import { findModuleFile } from "./files.ts";
import { createDef, enter, placeInside, visibilityOf } from "./place.ts";
import type { Place } from "./place.ts";

const PUBLIC: DefVisibility = { kind: "public" };

export function collectItems(place: Place, items: readonly Item[]): void {
  for (const item of items) collectItem(place, item);
}

export function collectItem(place: Place, item: Item): void {
  const { crate } = place;
  const test = crate.options.test === true;
  const attrs = item.attrs.length === 0 ? item.attrs : expandCfgAttr(item.attrs, { test });
  if (attrs.length > 0) {
    if (!isEnabled(attrs, { test })) return;
    if (!test && (hasAttr(attrs, "test") || hasAttr(attrs, "bench"))) return;
  }
  switch (item.kind) {
    case "use":
      collectUse(place, item.tree, item);
      break;
    case "externCrate":
      collectExternCrate(place, item, attrs);
      break;
    case "fn":
      collectFn(place, item, attrs, visibilityOf(place, item.visibility));
      break;
    case "struct":
    case "union":
      collectStruct(place, item, attrs);
      break;
    case "enum":
      collectEnum(place, item, attrs);
      break;
    case "trait":
    case "traitAlias":
      collectTrait(place, item, attrs);
      break;
    case "impl":
      collectImpl(place, item, attrs);
      break;
    case "typeAlias":
      collectTypeAlias(place, item, attrs, "tyAlias", visibilityOf(place, item.visibility));
      break;
    case "const":
    case "static":
      collectConst(place, item, attrs, visibilityOf(place, item.visibility));
      break;
    case "mod":
      collectMod(place, item, attrs);
      break;
    case "externBlock":
      for (const inner of item.items) collectItem(place, inner);
      break;
    case "macroRules":
      collectMacroRules(place, item, attrs);
      break;
    case "macroDef":
      collectMacroDef(place, item, attrs);
      break;
    case "macro":
      collectMacroCall(place, item.call);
      break;
    case "error":
    case "globalAsm":
      break;
  }
}

// ---- visibility, names

export function defineName(place: Place, ns: Namespace, node: DefNode, res: NameRes, visibility?: DefVisibility): void {
  if (node.name === "_") return;
  const binding = { ...bindingOf(res), visibility: visibility ?? node.visibility, span: headSpan(place, node) };
  define(place.crate, place.module, ns, node.name, binding);
}

/** An item up to its `{`: where rustc points at a definition. */
function headSpan(place: Place, node: DefNode): Span {
  const { crate } = place;
  if (crate.std === undefined || node.macro !== undefined || node.source.kind !== "item") return node.nameSpan;
  const { start, end } = node.span;
  const file = crate.files.find((one) => start >= one.file.start && end <= one.file.end)?.file;
  if (file === undefined) return node.nameSpan;
  const { tokens } = file;
  let row = rowAt(tokens, node.nameSpan.start);
  while (row < tokens.count && (tokens.starts[row] ?? end) < end) {
    if (tokens.kinds[row] === TokenKind.Open && tokens.text(row) === "{") return { start, end: tokens.ends[row - 1] ?? end };
    row += 1;
  }
  return { start, end };
}

function rowAt(tokens: Tokens, position: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function defRes(node: DefNode): Res {
  return { kind: "def", def: node.id };
}

/** The scope around an item's own generics. Inside a body the item starts afresh. */
export function itemScope(place: Place, node: DefNode): Scope {
  if (place.scope.kind === "module") return place.scope;
  return { kind: "item", owner: node.id, parent: place.scope };
}

// ---- items

function collectUse(place: Place, tree: UseTree, item: Item): void {
  const visibility = visibilityOf(place, item.visibility);
  addImports(place, tree, [], false, visibility);
}

function addImports(
  place: Place,
  tree: UseTree,
  prefix: readonly Ident[],
  global: boolean,
  visibility: DefVisibility,
): void {
  const own = (tree.path?.segments ?? []).map((segment) => segment.ident);
  const path = [...prefix, ...own];
  const isGlobal = prefix.length === 0 ? global || (tree.kind === "path" ? tree.path.global : tree.global) : global;
  if (tree.kind === "nested") {
    for (const inner of tree.trees) addImports(place, inner, path, isGlobal, visibility);
    return;
  }
  if (tree.kind === "glob") {
    addImport(place, { kind: "glob", path, source: undefined, target: undefined, typesOnly: false, tree, global: isGlobal }, visibility);
    return;
  }
  const last = path[path.length - 1];
  if (last === undefined) return;
  // `a::b::{self}` names the module `a::b`, in the type namespace alone.
  const isSelf = last.name === "self" && path.length > 1;
  if (isSelf && own.length > 1) {
    const message = "`self` imports are only allowed within a { } list";
    const before = own[own.length - 2]?.end ?? last.start;
    reportError(place.crate, { code: "E0429", message, span: { start: before, end: last.end } });
  }
  const shortened = isSelf ? path.slice(0, -1) : path;
  const source = shortened[shortened.length - 1] as Ident;
  const target = tree.rename ?? source;
  const steps = shortened.slice(0, -1);
  addImport(place, { kind: "single", path: steps, source, target, typesOnly: isSelf, tree, global: isGlobal }, visibility);
}

interface NewImport {
  readonly kind: "single" | "glob";
  readonly path: readonly Ident[];
  readonly source: Ident | undefined;
  readonly target: Ident | undefined;
  readonly typesOnly: boolean;
  readonly tree: UseTree;
  readonly global: boolean;
}

function addImport(place: Place, made: NewImport, visibility: DefVisibility): void {
  const { crate, module } = place;
  const one: Import = {
    kind: made.kind,
    module,
    path: made.path,
    source: made.source,
    target: made.target,
    global: made.global,
    typesOnly: made.typesOnly,
    visibility,
    span: spanOfNode(made.tree),
    into: undefined,
    done: false,
    foundIn: new Set(),
  };
  crate.imports.push(one);
  if (one.kind === "glob") module.globs.push(one);
  else if (one.target !== undefined) {
    const { name } = one.target;
    const known = module.singles.get(name);
    if (known === undefined) module.singles.set(name, [one]);
    else known.push(one);
  }
}

function collectExternCrate(place: Place, item: Item & { kind: "externCrate" }, attrs: readonly Attribute[]): void {
  const { crate, module } = place;
  const name = item.name.name;
  const root = name === "self" ? crate.root : externCrate(crate, name);
  const target = item.rename ?? item.name;
  if (root === undefined) {
    crate.incomplete = true;
    crate.macrosUnknown ||= hasAttr(attrs, "macro_use");
  }
  if (target.name === "_") return;
  const res: Res = root === undefined ? { kind: "error", certain: false } : { kind: "def", def: root.id };
  const visibility = visibilityOf(place, item.visibility);
  define(crate, module, "types", target.name, { ...bindingOf(res), visibility, span: spanOfNode(item), externCrate: true });
}

export function collectFn(
  place: Place,
  item: Item & { kind: "fn" } & FnItem,
  attrs: readonly Attribute[],
  visibility: DefVisibility,
  assoc?: DefNode,
): DefNode {
  const node = createDef(place, {
    kind: "fn", name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  if (assoc === undefined) defineName(place, "values", node, defRes(node));
  const before = assoc === undefined ? 0 : assoc.genericsBefore + assoc.generics.length;
  const outer = assoc === undefined ? itemScope(place, node) : place.scope;
  const { scope, nodes } = collectGenerics(place, node, item.generics, outer, before);
  const synthetic = collectImplTraits(place, scope, node, item, before + nodes.length);
  enter(node, scope, synthetic.length === 0 ? nodes : [...nodes, ...synthetic], before);
  if (item.body !== undefined) place.crate.collector.block(placeInside(place, node), item.body);
  return node;
}

function collectStruct(place: Place, item: Item & { kind: "struct" | "union" }, attrs: readonly Attribute[]): void {
  const visibility = visibilityOf(place, item.visibility);
  const node = createDef(place, {
    kind: item.kind, name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  defineName(place, "types", node, defRes(node));
  enterAdt(place, node, item.generics);
  const fields = collectFields(place, node, item.fields);
  if (item.kind === "struct" && item.fields.kind !== "named") {
    const tightest = [visibility, ...fields.map((field) => field.visibility)].reduce(narrower);
    defineName(place, "values", node, { kind: "ctor", def: node.id }, tightest);
  }
  collectDerives(place, item, attrs);
}

function narrower(a: DefVisibility, b: DefVisibility): DefVisibility {
  if (a.kind === "public") return b;
  if (b.kind === "public") return a;
  return a.in >= b.in ? a : b;
}

function enterAdt(place: Place, node: DefNode, generics: Generics): void {
  const { scope, nodes } = collectGenerics(place, node, generics, itemScope(place, node), 0);
  enter(node, { kind: "self", res: { kind: "selfTy", of: node.id }, parent: scope }, nodes, 0);
}

function collectFields(place: Place, owner: DefNode, fields: Fields): DefNode[] {
  const test = place.crate.options.test === true;
  const out: DefNode[] = [];
  for (const field of fields.fields) {
    if (!isEnabled(field.attrs, { test })) continue;
    const isVariant = owner.kind === "variant";
    const visibility = isVariant ? owner.visibility : visibilityOf(place, field.visibility);
    const made = createDef({ ...place, scope: owner.scope }, {
      kind: "field", name: field.name.name, node: field, nameNode: field.name, attrs: field.attrs, visibility,
      source: { kind: "field", field }, parent: owner.id, index: out.length,
    });
    owner.children.push(made.id);
    out.push(made);
  }
  return out;
}

function collectEnum(place: Place, item: Item & { kind: "enum" }, attrs: readonly Attribute[]): void {
  const { crate } = place;
  const visibility = visibilityOf(place, item.visibility);
  const node = createDef(place, {
    kind: "enum", name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  crate.itemDefs.set(item, node.id);
  defineName(place, "types", node, defRes(node));
  enterAdt(place, node, item.generics);
  const module = createModule(node.id, "enum", place.module);
  crate.modules.set(node.id, module);
  const within: Place = { ...place, module, scope: node.scope };
  const test = crate.options.test === true;
  for (const variant of item.variants) {
    if (!isEnabled(variant.attrs, { test })) continue;
    const made = createDef(within, {
      kind: "variant", name: variant.name.name, node: variant, nameNode: variant.name, attrs: variant.attrs, visibility,
      source: { kind: "variant", variant }, parent: node.id, index: node.children.length,
    });
    node.children.push(made.id);
    defineName(within, "types", made, defRes(made));
    if (variant.fields.kind !== "named") defineName(within, "values", made, { kind: "ctor", def: made.id });
    collectFields(within, made, variant.fields);
    if (variant.discriminant !== undefined) place.crate.collector.expr(placeInside(within, node), variant.discriminant);
  }
  collectDerives(place, item, attrs);
}

function collectTrait(place: Place, item: Item & { kind: "trait" | "traitAlias" }, attrs: readonly Attribute[]): void {
  const { crate } = place;
  const visibility = visibilityOf(place, item.visibility);
  const node = createDef(place, {
    kind: item.kind, name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  crate.itemDefs.set(item, node.id);
  defineName(place, "types", node, defRes(node));
  const self = createDef(place, {
    kind: "tyParam", name: "Self", node: item.name, nameNode: item.name, attrs: [], visibility: PUBLIC, parent: node.id,
    source: { kind: "param", param: { def: node.id, kind: "type", name: "Self", index: 0, span: node.nameSpan, ast: undefined } },
  });
  const selfParam: GenericNode = { def: self.id, kind: "type", name: "Self", index: 0, span: node.nameSpan, ast: undefined };
  const { scope, nodes } = collectGenerics(place, node, item.generics, itemScope(place, node), 1);
  enter(node, { kind: "self", res: { kind: "selfParam", trait: node.id }, parent: scope }, [selfParam, ...nodes], 0);
  const module = createModule(node.id, "trait", place.module);
  crate.modules.set(node.id, module);
  if (item.kind === "trait") collectAssocItems({ ...placeInside(place, node), module }, node, item.items, true, visibility);
}

function collectImpl(place: Place, item: Item & { kind: "impl" }, attrs: readonly Attribute[]): void {
  const head = { start: item.start, end: item.self.end >= item.start ? item.self.end : item.end };
  const node = createDef(place, {
    kind: "impl", name: "", node: item, nameNode: head, attrs, visibility: PUBLIC, source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  place.crate.impls.push(node.id);
  const { scope, nodes } = collectGenerics(place, node, item.generics, itemScope(place, node), 0);
  enter(node, { kind: "self", res: { kind: "selfTy", of: node.id }, parent: scope }, nodes, 0);
  collectAssocItems(placeInside(place, node), node, item.items, false, item.trait === undefined ? undefined : PUBLIC);
}

/** Items of a trait or impl. `shared` is the visibility that all of them have; undefined: their own. */
export function collectAssocItems(
  place: Place,
  owner: DefNode,
  items: readonly Item[],
  inTrait: boolean,
  shared: DefVisibility | undefined,
): void {
  const test = place.crate.options.test === true;
  for (const item of items) {
    const attrs = item.attrs.length === 0 ? item.attrs : expandCfgAttr(item.attrs, { test });
    if (!isEnabled(attrs, { test })) continue;
    const visibility = shared ?? visibilityOf(place, item.visibility);
    if (item.kind === "macro") {
      collectMacroCall(place, item.call, (within, made) => collectAssocItems(within, owner, made, inTrait, shared));
      continue;
    }
    const node = collectAssocItem(place, owner, item, attrs, visibility);
    if (node === undefined) continue;
    owner.children.push(node.id);
    if (inTrait) defineName(place, node.kind === "assocTy" ? "types" : "values", node, defRes(node));
  }
}

function collectAssocItem(
  place: Place,
  owner: DefNode,
  item: Item,
  attrs: readonly Attribute[],
  visibility: DefVisibility,
): DefNode | undefined {
  if (item.kind === "fn") return collectFn(place, item, attrs, visibility, owner);
  if (item.kind === "const") return collectConst(place, item, attrs, visibility, owner);
  if (item.kind === "typeAlias") return collectTypeAlias(place, item, attrs, "assocTy", visibility, owner);
  return undefined;
}

function collectTypeAlias(
  place: Place,
  item: Item & { kind: "typeAlias" },
  attrs: readonly Attribute[],
  kind: "tyAlias" | "assocTy",
  visibility: DefVisibility,
  assoc?: DefNode,
): DefNode {
  const node = createDef(place, {
    kind, name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  if (assoc === undefined) defineName(place, "types", node, defRes(node));
  const before = assoc === undefined ? 0 : assoc.genericsBefore + assoc.generics.length;
  const outer = assoc === undefined ? itemScope(place, node) : place.scope;
  const { scope, nodes } = collectGenerics(place, node, item.generics, outer, before);
  enter(node, scope, nodes, before);
  return node;
}

function collectConst(
  place: Place,
  item: Item & { kind: "const" | "static" },
  attrs: readonly Attribute[],
  visibility: DefVisibility,
  assoc?: DefNode,
): DefNode {
  const node = createDef(place, {
    kind: item.kind, name: item.name.name, node: item, nameNode: item.name, attrs, visibility, source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  if (assoc === undefined) defineName(place, "values", node, defRes(node));
  const before = assoc === undefined ? 0 : assoc.genericsBefore + assoc.generics.length;
  const outer = assoc === undefined ? itemScope(place, node) : place.scope;
  if (item.kind === "const") {
    const { scope, nodes } = collectGenerics(place, node, item.generics, outer, before);
    enter(node, scope, nodes, before);
  } else enter(node, outer, [], before);
  if (item.value !== undefined) place.crate.collector.expr(placeInside(place, node), item.value);
  return node;
}

function collectMod(place: Place, item: Item & { kind: "mod" }, attrs: readonly Attribute[]): void {
  const { crate } = place;
  const { name } = item.name;
  const file = item.items === undefined ? findModuleFile(crate, place.filePath, name, attrs) : undefined;
  const all = file === undefined ? attrs : [...attrs, ...file.file.attrs];
  if (!isEnabled(all, { test: crate.options.test === true })) return;
  const visibility = visibilityOf(place, item.visibility);
  const node = createDef(place, {
    kind: "mod", name, node: item, nameNode: item.name, attrs: all, visibility, source: { kind: "item", item },
  });
  crate.itemDefs.set(item, node.id);
  defineName(place, "types", node, defRes(node));
  const module = createModule(node.id, "normal", place.module);
  crate.modules.set(node.id, module);
  markCompleteness(crate, module, all);
  if (findAttr(all, "lang") !== undefined && crate.std === undefined && crate.langOf.get(node.id) === "prelude") {
    crate.prelude = module;
    module.incomplete = false;
  }
  const scope: Scope = { kind: "module", module, parent: undefined };
  const within: Place = {
    ...place, module, owner: node.id, scope, text: { current: place.text.current },
    filePath: file?.path ?? [...place.filePath, name],
  };
  enter(node, scope, [], 0);
  if (item.items !== undefined) collectItems(within, item.items);
  else if (file !== undefined) collectItems(within, file.file.items);
  else {
    module.incomplete = true;
    crate.incomplete = true;
    crate.macrosUnknown ||= hasAttr(all, "macro_use");
  }
  if (hasAttr(all, "macro_use")) place.text.current = within.text.current;
}

/** std declares a part of what the real one has; a module says with `#[lockstep::complete]` that it has everything. */
export function markCompleteness(crate: Crate, module: ModuleData, attrs: readonly Attribute[]): void {
  if (crate.std === undefined) module.incomplete = !hasAttr(attrs, "lockstep::complete");
}
