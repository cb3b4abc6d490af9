// Generic parameters as definitions, numbered as rustc numbers them: the parent's first, lifetimes before the rest.
//
// `impl Trait` in argument position is a type parameter without a name, behind the written ones; in return position it
// is an opaque type of the function.

import type {
  FnItem,
  GenericArgs,
  GenericParam,
  Generics,
  Item,
  Path,
  Type,
  Bound,
} from "../../syntax/ast.ts";
import { createDef } from "./place.ts";
import type { Crate, DefNode, GenericNode, Place, Scope } from "../crate.ts";
import { reportError, spanOfNode } from "../crate.ts";
import type { DefId, DefKind, DefVisibility } from "../defs.ts";

const PUBLIC: DefVisibility = { kind: "public" };

const NONE: readonly GenericNode[] = [];

export interface CollectedGenerics {
  readonly scope: Scope;
  readonly nodes: readonly GenericNode[];
}

export function collectGenerics(
  place: Place,
  owner: DefNode,
  generics: Generics,
  outer: Scope,
  before: number,
): CollectedGenerics {
  if (generics.params.length === 0) return { scope: outer, nodes: NONE };
  const params = new Map<string, DefId>();
  const lifetimes = new Map<string, DefId>();
  const scope: Scope = { kind: "generics", owner: owner.id, params, lifetimes, parent: outer };
  const within: Place = { ...place, scope };
  const ordered = [
    ...generics.params.filter((param) => param.kind === "lifetime"),
    ...generics.params.filter((param) => param.kind !== "lifetime"),
  ];
  const nodes: GenericNode[] = [];
  for (const param of ordered) {
    const ident = param.kind === "lifetime" ? param.lifetime : param.name;
    const names = param.kind === "lifetime" ? lifetimes : params;
    const node = addParam(within, owner, param, before + nodes.length);
    nodes.push(node);
    const first =
      names.get(ident.name) ??
      (param.kind === "lifetime" ? undefined : outerParam(outer, ident.name));
    if (ident.name === "'static") reportStatic(place.crate, spanOfNode(ident));
    if (first === undefined) names.set(ident.name, node.def);
    else reportDuplicate(place.crate, ident.name, first, spanOfNode(ident));
  }
  return { scope, nodes };
}

/** A parameter of the impl or trait around an associated item. */
function outerParam(outer: Scope, name: string): DefId | undefined {
  for (let at: Scope | undefined = outer; at !== undefined; at = at.parent) {
    if (at.kind === "item" || at.kind === "module" || at.kind === "block") return undefined;
    const def = at.kind === "generics" ? at.params.get(name) : undefined;
    if (def !== undefined) return def;
  }
  return undefined;
}

function reportStatic(crate: Crate, span: { start: number; end: number }): void {
  reportError(crate, {
    code: "E0262",
    message: "invalid lifetime parameter name: `'static`",
    span,
  });
}

function reportDuplicate(
  crate: Crate,
  name: string,
  first: DefId,
  span: { start: number; end: number },
): void {
  const earlier = crate.nodes[first - crate.base];
  reportError(crate, {
    code: "E0403",
    message: `the name \`${name}\` is already used for a generic parameter in this item's generic parameters`,
    span,
    related:
      earlier === undefined
        ? []
        : [{ span: earlier.nameSpan, message: `first use of \`${name}\`` }],
  });
}

const PARAM_KINDS = {
  lifetime: "lifetimeParam",
  type: "tyParam",
  const: "constParam",
} as const satisfies Record<string, DefKind>;

function addParam(place: Place, owner: DefNode, ast: GenericParam, index: number): GenericNode {
  const ident = ast.kind === "lifetime" ? ast.lifetime : ast.name;
  const id = (place.crate.base + place.crate.nodes.length) as DefId;
  const param: GenericNode = {
    def: id,
    kind: ast.kind,
    name: ident.name,
    index,
    span: spanOfNode(ident),
    ast,
  };
  createDef(place, {
    kind: PARAM_KINDS[ast.kind],
    name: ident.name,
    node: ast,
    nameNode: ident,
    attrs: ast.attrs,
    visibility: PUBLIC,
    source: { kind: "param", param },
    parent: owner.id,
    index,
  });
  return param;
}

/** Type parameters for `impl Trait` among the inputs; opaque types for those of the output. */
export function collectImplTraits(
  outer: Place,
  scope: Scope,
  owner: DefNode,
  item: Item & FnItem,
  before: number,
): GenericNode[] {
  if (
    !item.params.some((param) => mayHoldImpl(param.type)) &&
    (item.output === undefined || !mayHoldImpl(item.output))
  )
    return [];
  const place: Place = { ...outer, scope };
  const nodes: GenericNode[] = [];
  const addSynthetic = (type: Type): void => {
    const id = (place.crate.base + place.crate.nodes.length) as DefId;
    const index = before + nodes.length;
    const param: GenericNode = {
      def: id,
      kind: "type",
      name: "impl Trait",
      index,
      span: spanOfNode(type),
      ast: type,
    };
    createDef(place, {
      kind: "tyParam",
      name: "impl Trait",
      node: type,
      nameNode: type,
      attrs: [],
      visibility: PUBLIC,
      source: { kind: "param", param },
      parent: owner.id,
      index,
    });
    place.crate.implTypes.set(type, id);
    nodes.push(param);
  };
  for (const param of item.params) visitImplTypes(param.type, addSynthetic);
  if (item.output !== undefined) {
    visitImplTypes(item.output, (type) => {
      const made = createDef(place, {
        kind: "opaque",
        name: "impl Trait",
        node: type,
        nameNode: type,
        attrs: [],
        visibility: PUBLIC,
        source: { kind: "opaque", type },
        parent: owner.id,
      });
      place.crate.implTypes.set(type, made.id);
    });
  }
  return nodes;
}

/** A cheap test that is right for the types of most parameters. */
function mayHoldImpl(type: Type): boolean {
  if (type.kind === "ref" || type.kind === "ptr") return mayHoldImpl(type.type);
  return !(
    type.kind === "path" &&
    type.qself === undefined &&
    type.path.segments.every((segment) => segment.args === undefined)
  );
}

/** Calls `visit` on every `impl Trait` in a type, outer ones first. */
function visitImplTypes(type: Type, visit: (type: Type) => void): void {
  switch (type.kind) {
    case "impl":
      visit(type);
      visitBounds(type.bounds, visit);
      break;
    case "ref":
    case "ptr":
    case "slice":
    case "array":
    case "paren":
      visitImplTypes(type.type, visit);
      break;
    case "tuple":
      for (const inner of type.types) visitImplTypes(inner, visit);
      break;
    case "path":
      if (type.qself !== undefined) visitImplTypes(type.qself.type, visit);
      visitPath(type.path, visit);
      break;
    case "dyn":
      visitBounds(type.bounds, visit);
      break;
    case "fnPtr":
      for (const param of type.params) visitImplTypes(param.type, visit);
      if (type.output !== undefined) visitImplTypes(type.output, visit);
      break;
    default:
      break;
  }
}

function visitBounds(bounds: readonly Bound[], visit: (type: Type) => void): void {
  for (const bound of bounds) if (bound.kind === "trait") visitPath(bound.path, visit);
}

function visitPath(path: Path, visit: (type: Type) => void): void {
  for (const segment of path.segments)
    if (segment.args !== undefined) visitArgs(segment.args, visit);
}

function visitArgs(args: GenericArgs, visit: (type: Type) => void): void {
  if (args.kind === "paren") {
    for (const input of args.inputs) visitImplTypes(input, visit);
    if (args.output !== undefined) visitImplTypes(args.output, visit);
  } else if (args.kind === "angle") {
    for (const arg of args.args) {
      if (arg.kind === "type" || arg.kind === "assocType") visitImplTypes(arg.type, visit);
      else if (arg.kind === "assocBound") visitBounds(arg.bounds, visit);
    }
  }
}
