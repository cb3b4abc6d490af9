// Collecting definitions: the first pass of name resolution (`rustc_resolve::build_reduced_graph`, `def_collector`).
//
// Every item gets its definition, its generic parameters, its place in a module's namespaces and the lexical scope in
// which its signature will be resolved. Items inside bodies are found too (collectBodies.ts); macro calls in item
// position and derives are expanded as soon as their macro is known.

import type { Attribute, FnItem, Item } from "../../syntax/ast.ts";
import { expandCfgAttr, findAttr, hasAttr, isEnabled } from "../attrs.ts";
import { createModule, reportUnsupported } from "../crate.ts";
import type { Crate, DefNode, GenericNode, ModuleData, Place, Scope } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import { checkAttributes } from "./checkAttributes.ts";
import { collectEnum, collectStruct } from "./collectAdts.ts";
import { collectGenerics, collectImplTraits } from "./collectGenerics.ts";
import { collectMacroCall, collectMacroDef, collectMacroRules } from "./collectMacros.ts";
import { collectExternCrate, collectUse } from "./collectUses.ts";
import { defRes, defineName, itemScope } from "./defineName.ts";
import { findModuleFile } from "./files.ts";
import {
  createDef,
  createItemDef,
  enter,
  placeInside,
  refuseVisibility,
  visibilityOf,
} from "./place.ts";

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
    if (crate.std !== undefined) checkAttributes(place, item, attrs);
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
      for (const inner of item.items) {
        place.crate.foreign.set(inner, item.abi);
        collectItem(place, inner);
        reportForeign(place.crate, inner);
      }
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

/** How many generic parameters surround those of an item, and the scope that its own open in. */
function surroundings(
  place: Place,
  node: DefNode,
  assoc: DefNode | undefined,
): { readonly before: number; readonly outer: Scope } {
  if (assoc === undefined) return { before: 0, outer: itemScope(place, node) };
  return { before: assoc.genericsBefore + assoc.generics.length, outer: place.scope };
}

export function collectFn(
  place: Place,
  item: Item & { kind: "fn" } & FnItem,
  attrs: readonly Attribute[],
  visibility: DefVisibility,
  assoc?: DefNode,
): DefNode {
  const node = createItemDef(place, item, "fn", attrs, visibility);
  if (assoc === undefined) defineName(place, "values", node, defRes(node));
  const { before, outer } = surroundings(place, node, assoc);
  const { scope, nodes } = collectGenerics(place, node, item.generics, outer, before);
  const synthetic = collectImplTraits(place, scope, node, item, before + nodes.length);
  enter(node, scope, synthetic.length === 0 ? nodes : [...nodes, ...synthetic], before);
  if (item.body !== undefined) place.crate.collector.block(placeInside(place, node), item.body);
  return node;
}

function collectTrait(
  place: Place,
  item: Item & { kind: "trait" | "traitAlias" },
  attrs: readonly Attribute[],
): void {
  const { crate } = place;
  const visibility = visibilityOf(place, item.visibility);
  const node = createItemDef(place, item, item.kind, attrs, visibility);
  defineName(place, "types", node, defRes(node));
  const ofSelf = {
    kind: "type",
    name: "Self",
    index: 0,
    span: node.nameSpan,
    ast: undefined,
  } as const;
  const self = createDef(place, {
    kind: "tyParam",
    name: "Self",
    node: item.name,
    nameNode: item.name,
    attrs: [],
    visibility: PUBLIC,
    parent: node.id,
    source: { kind: "param", param: { ...ofSelf, def: node.id } },
  });
  const selfParam: GenericNode = { ...ofSelf, def: self.id };
  const { scope, nodes } = collectGenerics(place, node, item.generics, itemScope(place, node), 1);
  enter(
    node,
    { kind: "self", res: { kind: "selfParam", trait: node.id }, parent: scope },
    [selfParam, ...nodes],
    0,
  );
  const module = createModule(node.id, "trait", place.module);
  crate.modules.set(node.id, module);
  if (item.kind === "trait")
    collectAssocItems({ ...placeInside(place, node), module }, node, item.items, true, visibility);
}

function collectImpl(
  place: Place,
  item: Item & { kind: "impl" },
  attrs: readonly Attribute[],
): void {
  const head = { start: item.start, end: item.self.end >= item.start ? item.self.end : item.end };
  if (item.trait !== undefined) refuseVisibility(place, item.visibility);
  const node = createDef(place, {
    kind: "impl",
    name: "",
    node: item,
    nameNode: head,
    attrs,
    visibility: PUBLIC,
    source: { kind: "item", item },
  });
  place.crate.itemDefs.set(item, node.id);
  place.crate.impls.push(node.id);
  const { scope, nodes } = collectGenerics(place, node, item.generics, itemScope(place, node), 0);
  enter(node, { kind: "self", res: { kind: "selfTy", of: node.id }, parent: scope }, nodes, 0);
  collectAssocItems(
    placeInside(place, node),
    node,
    item.items,
    false,
    item.trait === undefined ? undefined : PUBLIC,
  );
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
    if (shared !== undefined) refuseVisibility(place, item.visibility);
    const visibility = shared ?? visibilityOf(place, item.visibility);
    if (item.kind === "macro") {
      collectMacroCall(place, item.call, (within, made) =>
        collectAssocItems(within, owner, made, inTrait, shared),
      );
      continue;
    }
    const node = collectAssocItem(place, owner, item, attrs, visibility);
    if (node === undefined) continue;
    owner.children.push(node.id);
    if (inTrait)
      defineName(place, node.kind === "assocTy" ? "types" : "values", node, defRes(node));
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
  if (item.kind === "typeAlias")
    return collectTypeAlias(place, item, attrs, "assocTy", visibility, owner);
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
  const node = createItemDef(place, item, kind, attrs, visibility);
  if (assoc === undefined) defineName(place, "types", node, defRes(node));
  const { before, outer } = surroundings(place, node, assoc);
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
  const node = createItemDef(place, item, item.kind, attrs, visibility);
  if (assoc === undefined) defineName(place, "values", node, defRes(node));
  const { before, outer } = surroundings(place, node, assoc);
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
  const file =
    item.items === undefined ? findModuleFile(crate, place.filePath, name, attrs) : undefined;
  const all = file === undefined ? attrs : [...attrs, ...file.file.attrs];
  if (!isEnabled(all, { test: crate.options.test === true })) return;
  const visibility = visibilityOf(place, item.visibility);
  const node = createItemDef(place, item, "mod", all, visibility);
  defineName(place, "types", node, defRes(node));
  const module = createModule(node.id, "normal", place.module);
  crate.modules.set(node.id, module);
  markCompleteness(crate, module, all);
  if (
    findAttr(all, "lang") !== undefined &&
    crate.std === undefined &&
    crate.langOf.get(node.id) === "prelude"
  ) {
    crate.prelude = module;
    module.incomplete = false;
  }
  const scope: Scope = { kind: "module", module, parent: undefined };
  const within: Place = {
    ...place,
    module,
    owner: node.id,
    scope,
    text: { current: place.text.current },
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
export function markCompleteness(
  crate: Crate,
  module: ModuleData,
  attrs: readonly Attribute[],
): void {
  if (crate.std === undefined) module.incomplete = !hasAttr(attrs, "lockstep::complete");
}

function reportForeign(crate: Crate, item: Item): void {
  if (item.kind !== "fn" && item.kind !== "static") return;
  const { start, end, name } = item.name;
  const what = `foreign ${item.kind === "fn" ? "function" : "static"} ${name}`;
  reportUnsupported(crate, { start, end }, what, `\`${name}\` is defined outside Rust`);
}
