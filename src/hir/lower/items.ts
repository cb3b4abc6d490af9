// Definitions as others see them: signatures, fields and bounds with names resolved. Built on first use.

import type { Span } from "../../base/span.ts";
import type { Expr, FnItem, GenericParam, Item, Path, SelfParam, Type } from "../../syntax/ast.ts";
import { docOf } from "../attrs.ts";
import { typeContext } from "./body.ts";
import { buildGenerics } from "./buildGenerics.ts";
import { checkMembers } from "./checkMembers.ts";
import { spanIn } from "../spans.ts";
import { nodeOf } from "../crate.ts";
import type { Crate, DefNode, GenericNode, Scope } from "../crate.ts";
import type {
  AdtField,
  AdtVariant,
  Def,
  DefKindData,
  HirFnSig,
  ImplData,
  TraitData,
} from "../defs.ts";
import type { HirGenerics, HirTy, Res } from "../hir.ts";
import { lowerRefLifetime } from "./lowerLifetimes.ts";
import { lowerBounds, lowerTraitRef, lowerType, unitType } from "./lowerTypes.ts";
import { enabledParams } from "./typeContext.ts";
import type { TypeContext } from "./typeContext.ts";

export function buildDef(crate: Crate, node: DefNode): Def {
  const doc = docOf(node.attrs);
  return {
    id: node.id,
    name: node.name,
    parent: node.parent,
    span: node.span,
    nameSpan: spanIn(crate, node.macro, node.nameSpan),
    attrs: node.attrs,
    ...(doc === undefined ? {} : { doc }),
    visibility: node.visibility,
    ...buildKind(crate, node),
  };
}

function buildKind(crate: Crate, node: DefNode): DefKindData {
  const cx = typeContext(crate, node);
  const { source } = node;
  switch (source.kind) {
    case "root":
      return { kind: "mod", inline: false };
    case "item":
      return buildItem(cx, node, source.item);
    case "variant":
      return buildVariant(cx, node, source.variant.fields.kind, source.variant.discriminant);
    case "field":
      return {
        kind: "field",
        index: node.index,
        ty: lowerType({ ...cx, refusesImpl: "field types" }, source.field.type),
      };
    case "param":
      return buildParam(cx, source.param);
    case "opaque": {
      const bounds = source.type.kind === "impl" ? source.type.bounds : [];
      const use = bounds.find((bound) => bound.kind === "use");
      return {
        kind: "opaque",
        bounds: lowerBounds({ ...cx, anyLifetime: true }, bounds),
        ...(use ? { captures: use.names } : {}),
      };
    }
    case "snippet":
      return buildSnippetMain(cx, node);
    case "stored":
      throw new Error("bug: a stored definition is not built");
  }
}

function buildVariant(
  cx: TypeContext,
  node: DefNode,
  shape: "unit" | "tuple" | "named",
  discriminant: Expr | undefined,
): DefKindData {
  const value =
    discriminant === undefined ? {} : { discriminant: { body: cx.anonConst(cx, discriminant) } };
  return { kind: "variant", index: node.index, shape, ...value };
}

function buildParam(cx: TypeContext, param: GenericNode): DefKindData {
  const { ast, index } = param;
  if (param.kind === "lifetime") return { kind: "lifetimeParam", index };
  if (param.kind === "const" && ast?.kind === "const") {
    return {
      kind: "constParam",
      index,
      ty: lowerType(cx, (ast as GenericParam & { kind: "const" }).type),
    };
  }
  return { kind: "tyParam", index, synthetic: ast?.kind === "impl" };
}

function buildSnippetMain(cx: TypeContext, node: DefNode): DefKindData {
  const generics: HirGenerics = {
    parent: undefined,
    params: [],
    predicates: [],
    span: node.nameSpan,
  };
  const sig: HirFnSig = {
    inputs: [],
    output: unitType(node.nameSpan),
    hasSelf: false,
    const: false,
    async: false,
    unsafe: false,
    variadic: false,
    lifetimes: [],
  };
  return { kind: "fn", generics, sig, hasBody: true };
}

function buildItem(cx: TypeContext, node: DefNode, item: Item): DefKindData {
  switch (item.kind) {
    case "mod":
      return { kind: "mod", inline: item.items !== undefined };
    case "fn":
      return {
        kind: "fn",
        generics: buildGenerics(cx, node),
        sig: buildSig(cx, item),
        hasBody: item.body !== undefined,
      };
    case "struct":
    case "union":
      return {
        kind: item.kind,
        generics: buildGenerics(cx, node),
        variants: [adtVariant(cx.crate, node, item.fields.kind)],
      };
    case "enum":
      return {
        kind: "enum",
        generics: buildGenerics(cx, node),
        variants: enumVariants(cx.crate, node),
      };
    case "trait":
      return buildTrait(cx, node, item);
    case "traitAlias":
      return {
        kind: "traitAlias",
        generics: buildGenerics(cx, node),
        bounds: lowerBounds(cx, item.bounds),
      };
    case "impl":
      return buildImpl(cx, node, item);
    case "typeAlias":
      return buildTypeAlias(cx, node, item);
    case "const":
      return {
        kind: "const",
        generics: buildGenerics(cx, node),
        ty: lowerItemType(cx, item.type, node),
        hasBody: item.value !== undefined,
      };
    case "static":
      return {
        kind: "static",
        ty: lowerItemType(cx, item.type, node),
        mutable: item.mutable,
        hasBody: item.value !== undefined,
      };
    case "macroRules":
    case "macroDef":
      return { kind: "macro" };
    default:
      return { kind: "externCrate" };
  }
}

function lowerItemType(cx: TypeContext, type: Type | undefined, node: DefNode): HirTy {
  return type === undefined ? { kind: "error", span: node.nameSpan } : lowerType(cx, type);
}

function buildTypeAlias(
  cx: TypeContext,
  node: DefNode,
  item: Item & { kind: "typeAlias" },
): DefKindData {
  const generics = buildGenerics(cx, node);
  if (node.kind === "tyAlias")
    return { kind: "tyAlias", generics, ty: lowerItemType(cx, item.type, node) };
  const ty = item.type === undefined ? {} : { ty: lowerType(cx, item.type) };
  return { kind: "assocTy", generics, bounds: lowerBounds(cx, item.bounds), ...ty };
}

function buildTrait(cx: TypeContext, node: DefNode, item: Item & { kind: "trait" }): TraitData {
  return {
    kind: "trait",
    unsafe: item.unsafe,
    auto: item.auto,
    generics: buildGenerics(cx, node),
    supertraits: lowerBounds(cx, item.bounds),
    items: node.children,
  };
}

function buildImpl(cx: TypeContext, node: DefNode, item: Item & { kind: "impl" }): ImplData {
  const trait = item.trait === undefined ? {} : { trait: lowerTraitRef(cx, item.trait) };
  if (trait.trait?.trait !== undefined && node.derived === undefined)
    checkMembers(cx, node, trait.trait.trait, item.trait as Path);
  const derived = node.derived === undefined ? {} : { derived: node.derived };
  return {
    kind: "impl",
    generics: buildGenerics(cx, node),
    ...trait,
    negative: item.negative,
    unsafe: item.unsafe,
    self: lowerType({ ...cx, refusesImpl: "impl headers" }, item.self),
    items: node.children,
    ...derived,
  };
}

// ---- data types

function adtVariant(crate: Crate, node: DefNode, shape: "unit" | "tuple" | "named"): AdtVariant {
  const fields: AdtField[] = [];
  for (const id of node.children) {
    const field = nodeOf(crate, id);
    if (field.source.kind !== "field") continue;
    const cx = typeContext(crate, field);
    fields.push({
      def: id,
      name: field.name,
      ty: lowerType({ ...cx, refusesImpl: "field types" }, field.source.field.type),
      visibility: field.visibility,
      span: field.span,
    });
  }
  return { def: node.id, name: node.name, shape, fields };
}

function enumVariants(crate: Crate, node: DefNode): AdtVariant[] {
  return node.children.map((id) => {
    const variant = nodeOf(crate, id);
    return adtVariant(
      crate,
      variant,
      variant.source.kind === "variant" ? variant.source.variant.fields.kind : "unit",
    );
  });
}

// ---- functions

/** `Self` as a type, from inside an impl or trait. */
export function selfType(cx: TypeContext, span: Span): HirTy {
  let res: Res = { kind: "error", certain: true };
  for (let at: Scope | undefined = cx.scope; at !== undefined; at = at.parent) {
    if (at.kind === "self") {
      res = at.res;
      break;
    }
  }
  return {
    kind: "path",
    path: { kind: "resolved", res, segments: [{ name: "Self", span, res }], span },
    span,
  };
}

function buildSig(cx: TypeContext, item: Item & FnItem): HirFnSig {
  const { header } = item;
  const inputs = enabledParams(cx, item).map((param) => lowerType(cx, param.type));
  if (item.self !== undefined) inputs.unshift(selfParamType(cx, item.self));
  const nowhere = { start: item.name.end, end: item.name.end };
  const abi = header.abi ?? cx.crate.foreign.get(item);
  return {
    inputs,
    output: item.output === undefined ? unitType(nowhere) : lowerType(cx, item.output),
    hasSelf: item.self !== undefined,
    const: header.const,
    async: header.async,
    // What lies behind an `extern` block cannot be checked, unless it says `safe fn`.
    unsafe: header.unsafe || (cx.crate.foreign.has(item) && !header.safe),
    ...(abi === undefined ? {} : { abi }),
    variadic: item.variadic,
    lifetimes: [],
  };
}

export function selfParamType(cx: TypeContext, self: SelfParam): HirTy {
  if (self.type !== undefined) return lowerType(cx, self.type);
  const span = cx.span(self);
  const ty = selfType(cx, span);
  if (!self.ref) return ty;
  return {
    kind: "ref",
    lifetime: lowerRefLifetime(cx, self.lifetime, span),
    mutable: self.mutable,
    ty,
    span,
  };
}
