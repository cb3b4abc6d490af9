// Where the collector stands, and how it makes definitions.

import type { Attribute, Ident, Item, Visibility } from "../../syntax/ast.ts";
import { attrValue, pathText } from "../attrs.ts";
import type { Crate, DefNode, DefSource, GenericNode, Place, Scope } from "../crate.ts";
import { normalModule, reportError, spanOfNode } from "../crate.ts";
import { spanIn } from "../spans.ts";
import type { DefId, DefKind, DefVisibility } from "../defs.ts";
import { lookupLexical, resolvePath } from "../names/lookup.ts";

export interface NewDef {
  readonly kind: DefKind;
  readonly name: string;
  readonly node: { readonly start: number; readonly end: number };
  readonly nameNode: { readonly start: number; readonly end: number };
  readonly attrs: readonly Attribute[];
  readonly visibility: DefVisibility;
  readonly source: DefSource;
  readonly parent?: DefId;
  readonly index?: number;
}

const PUBLIC: DefVisibility = { kind: "public" };

const NO_GENERICS: readonly GenericNode[] = [];
const NO_CHILDREN: DefId[] = [];
const HAS_CHILDREN: ReadonlySet<DefKind> = new Set<DefKind>([
  "struct",
  "union",
  "enum",
  "variant",
  "trait",
  "impl",
]);

interface Mutable {
  scope: Scope;
  generics: readonly GenericNode[];
  genericsBefore: number;
}

/** Makes a definition; its scope is the place's until `enter` widens it. */
export function createDef(place: Place, made: NewDef): DefNode {
  const { crate } = place;
  if (crate.sealed && crate.std === undefined)
    throw new Error(`bug: late definition ${made.name} in std`);
  const id = (crate.base + crate.nodes.length) as DefId;
  const node: DefNode = {
    id,
    kind: made.kind,
    name: made.name,
    parent: made.parent ?? place.owner,
    span: spanOfNode(made.node),
    nameSpan: spanOfNode(made.nameNode),
    attrs: made.attrs,
    visibility: made.visibility,
    source: made.source,
    scope: place.scope,
    generics: NO_GENERICS,
    genericsBefore: 0,
    children: HAS_CHILDREN.has(made.kind) ? [] : NO_CHILDREN,
    text: place.text.current,
    macro: place.frame,
    index: made.index ?? 0,
    derived: place.derived,
    filePath: place.filePath,
  };
  crate.nodes.push(node);
  if (made.attrs.length > 0) noteMarkers(crate, node);
  return node;
}

/** The definition of an item that has a name, and where it is found by its node. */
export function createItemDef(
  place: Place,
  item: Item & { readonly name: Ident },
  kind: DefKind,
  attrs: readonly Attribute[],
  visibility: DefVisibility,
): DefNode {
  const { name } = item;
  const source = { kind: "item", item } as const;
  const node = createDef(place, {
    kind,
    name: name.name,
    node: item,
    nameNode: name,
    attrs,
    visibility,
    source,
  });
  place.crate.itemDefs.set(item, node.id);
  return node;
}

/** The place inside a definition. Copied by hand: it happens for every item. */
export function placeInside(place: Place, node: DefNode): Place {
  const { crate, module, frame, filePath, derived } = place;
  const inner = {
    crate,
    module,
    owner: node.id,
    scope: node.scope,
    text: { current: place.text.current },
    frame,
    filePath,
  };
  return derived === undefined ? inner : { ...inner, derived };
}

/** Gives a definition its own generic parameters and `Self`. */
export function enter(
  node: DefNode,
  scope: Scope,
  generics: readonly GenericNode[],
  before: number,
): void {
  const open = node as Mutable;
  open.scope = scope;
  open.generics = generics;
  open.genericsBefore = before;
}

/** What std's text says of its items, and `#[track_caller]` of everybody's. */
function noteMarkers(crate: Crate, node: DefNode): void {
  let markers: Map<string, string> | undefined;
  for (const attr of node.attrs) {
    if (attr.doc !== undefined) continue;
    const name = pathText(attr.path);
    if (crate.std !== undefined && name !== "track_caller") continue;
    if (name === "lang") {
      const value = attrValue(attr) ?? "";
      crate.langs.set(value, node.id);
      crate.langOf.set(node.id, value);
    } else if (name.startsWith("lockstep::") || name === "track_caller") {
      markers ??= new Map();
      markers.set(name.replace("lockstep::", ""), attrValue(attr) ?? "");
    }
  }
  if (markers !== undefined) crate.markers.set(node.id, markers);
}

/** E0449: what always shares the visibility of its trait or enum. */
export function refuseVisibility(place: Place, visibility: Visibility): void {
  if (visibility.kind === "inherited") return;
  const message = "visibility qualifiers are not permitted here";
  const span = spanIn(place.crate, place.frame, visibility);
  reportError(place.crate, { code: "E0449", message, span });
}

export function visibilityOf(place: Place, visibility: Visibility): DefVisibility {
  const { crate, module } = place;
  if (visibility.kind === "public") return PUBLIC;
  const here = normalModule(module);
  if (visibility.kind === "inherited") return (here.own ??= { kind: "restricted", in: here.id });
  const result = resolvePath(crate, {
    segments: visibility.path.segments.map((segment) => segment.ident),
    global: false,
    ns: "types",
    from: module,
    settled: true,
    first: (ident, ns) => lookupLexical(crate, crate.root, ns, ident.name, true),
  });
  if (result.kind === "module") return { kind: "restricted", in: normalModule(result.module).id };
  if (result.kind === "res" && result.res.kind === "def")
    return { kind: "restricted", in: result.res.def };
  return { kind: "restricted", in: here.id };
}
