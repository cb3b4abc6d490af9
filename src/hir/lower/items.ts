// Definitions as others see them: signatures, generics, fields and bounds with names resolved. Built on first use.

import type { Span } from "../../base/span.ts";
import type { Bound, Expr, FnItem, GenericParam, Item, Lifetime, Path, SelfParam, Type } from "../../syntax/ast.ts";
import { docOf } from "../attrs.ts";
import { typeContext } from "./body.ts";
import { spanIn } from "../spans.ts";
import { moduleOfDef, nodeOf, reportError } from "../crate.ts";
import type { Crate, DefNode, GenericNode, Scope } from "../crate.ts";
import type { AdtField, AdtVariant, Def, DefId, DefKindData, HirFnSig, ImplData, TraitData } from "../defs.ts";
import type { HirBound, HirConstArg, HirGenericParam, HirGenerics, HirPredicate, HirTy, Res } from "../hir.ts";
import { lowerLifetime, lowerRefLifetime } from "./lowerLifetimes.ts";
import { lowerConstArg } from "./lowerPaths.ts";
import { lowerBounds, lowerTraitRef, lowerType, unitType, withBinder } from "./lowerTypes.ts";
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
      return { kind: "field", index: node.index, ty: lowerType(cx, source.field.type) };
    case "param":
      return buildParam(cx, source.param);
    case "opaque":
      return { kind: "opaque", bounds: source.type.kind === "impl" ? lowerBounds({ ...cx, anyLifetime: true }, source.type.bounds) : [] };
    case "snippet":
      return buildSnippetMain(cx, node);
  }
}

function buildVariant(
  cx: TypeContext,
  node: DefNode,
  shape: "unit" | "tuple" | "named",
  discriminant: Expr | undefined,
): DefKindData {
  const value = discriminant === undefined ? {} : { discriminant: { body: cx.anonConst(cx, discriminant) } };
  return { kind: "variant", index: node.index, shape, ...value };
}

function buildParam(cx: TypeContext, param: GenericNode): DefKindData {
  const { ast, index } = param;
  if (param.kind === "lifetime") return { kind: "lifetimeParam", index };
  if (param.kind === "const" && ast?.kind === "const") {
    return { kind: "constParam", index, ty: lowerType(cx, (ast as GenericParam & { kind: "const" }).type) };
  }
  return { kind: "tyParam", index, synthetic: ast?.kind === "impl" };
}

function buildSnippetMain(cx: TypeContext, node: DefNode): DefKindData {
  const generics: HirGenerics = { parent: undefined, params: [], predicates: [], span: node.nameSpan };
  const sig: HirFnSig = {
    inputs: [], output: unitType(node.nameSpan), hasSelf: false, const: false, async: false, unsafe: false,
    variadic: false, lifetimes: [],
  };
  return { kind: "fn", generics, sig, hasBody: true };
}

function buildItem(cx: TypeContext, node: DefNode, item: Item): DefKindData {
  switch (item.kind) {
    case "mod":
      return { kind: "mod", inline: item.items !== undefined };
    case "fn":
      return { kind: "fn", generics: buildGenerics(cx, node), sig: buildSig(cx, item), hasBody: item.body !== undefined };
    case "struct":
    case "union":
      return { kind: item.kind, generics: buildGenerics(cx, node), variants: [adtVariant(cx.crate, node, item.fields.kind)] };
    case "enum":
      return { kind: "enum", generics: buildGenerics(cx, node), variants: enumVariants(cx.crate, node) };
    case "trait":
      return buildTrait(cx, node, item);
    case "traitAlias":
      return { kind: "traitAlias", generics: buildGenerics(cx, node), bounds: lowerBounds(cx, item.bounds) };
    case "impl":
      return buildImpl(cx, node, item);
    case "typeAlias":
      return buildTypeAlias(cx, node, item);
    case "const":
      return { kind: "const", generics: buildGenerics(cx, node), ty: lowerItemType(cx, item.type, node), hasBody: item.value !== undefined };
    case "static":
      return { kind: "static", ty: lowerItemType(cx, item.type, node), mutable: item.mutable, hasBody: item.value !== undefined };
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

function buildTypeAlias(cx: TypeContext, node: DefNode, item: Item & { kind: "typeAlias" }): DefKindData {
  const generics = buildGenerics(cx, node);
  if (node.kind === "tyAlias") return { kind: "tyAlias", generics, ty: lowerItemType(cx, item.type, node) };
  const ty = item.type === undefined ? {} : { ty: lowerType(cx, item.type) };
  return { kind: "assocTy", generics, bounds: lowerBounds(cx, item.bounds), ...ty };
}

function buildTrait(cx: TypeContext, node: DefNode, item: Item & { kind: "trait" }): TraitData {
  return {
    kind: "trait", unsafe: item.unsafe, auto: item.auto, generics: buildGenerics(cx, node),
    supertraits: lowerBounds(cx, item.bounds), items: node.children,
  };
}

function buildImpl(cx: TypeContext, node: DefNode, item: Item & { kind: "impl" }): ImplData {
  const trait = item.trait === undefined ? {} : { trait: lowerTraitRef(cx, item.trait) };
  if (trait.trait?.trait !== undefined && node.derived === undefined) checkMembers(cx, node, trait.trait.trait, item.trait as Path);
  const derived = node.derived === undefined ? {} : { derived: node.derived };
  return {
    kind: "impl", generics: buildGenerics(cx, node), ...trait, negative: item.negative, unsafe: item.unsafe,
    self: lowerType(cx, item.self), items: node.children, ...derived,
  };
}

const MEMBERS: Readonly<Record<string, { readonly noun: string; readonly missing: string; readonly other: string }>> = {
  fn: { noun: "method", missing: "E0407", other: "E0324" },
  assocTy: { noun: "type", missing: "E0437", other: "E0325" },
  const: { noun: "const", missing: "E0438", other: "E0323" },
};

/** Items of an impl that its trait does not have. std's traits may lack some that the real ones have. */
function checkMembers(cx: TypeContext, node: DefNode, trait: DefId, path: Path): void {
  const { crate } = cx;
  const module = moduleOfDef(crate, trait);
  if (module === undefined || (crate.std !== undefined && trait < crate.base)) return;
  for (const id of node.children) {
    const member = nodeOf(crate, id);
    const wanted = MEMBERS[member.kind];
    const found = module.names.values.get(member.name) ?? module.names.types.get(member.name);
    const has = found?.res.kind === "def" ? nodeOf(crate, found.res.def).kind : undefined;
    if (wanted === undefined || has === member.kind) continue;
    const shown = path.segments.map((segment) => segment.ident.name).join("::");
    const message =
      has === undefined
        ? `${wanted.noun} \`${member.name}\` is not a member of trait \`${shown}\``
        : `item \`${member.name}\` is an associated ${wanted.noun}, which doesn't match its trait \`${shown}\``;
    const code = has === undefined ? wanted.missing : wanted.other;
    reportError(crate, { code, message, span: cx.span(member.span), owner: node.id });
  }
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
      ty: lowerType(cx, field.source.field.type),
      visibility: field.visibility,
      span: field.span,
    });
  }
  return { def: node.id, name: node.name, shape, fields };
}

function enumVariants(crate: Crate, node: DefNode): AdtVariant[] {
  return node.children.map((id) => {
    const variant = nodeOf(crate, id);
    return adtVariant(crate, variant, variant.source.kind === "variant" ? variant.source.variant.fields.kind : "unit");
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
  return { kind: "path", path: { kind: "resolved", res, segments: [{ name: "Self", span, res }], span }, span };
}

function buildSig(cx: TypeContext, item: Item & FnItem): HirFnSig {
  const { header } = item;
  const inputs = item.params.map((param) => lowerType(cx, param.type));
  if (item.self !== undefined) inputs.unshift(selfParamType(cx, item.self));
  const nowhere = { start: item.name.end, end: item.name.end };
  return {
    inputs,
    output: item.output === undefined ? unitType(nowhere) : lowerType(cx, item.output),
    hasSelf: item.self !== undefined,
    const: header.const,
    async: header.async,
    unsafe: header.unsafe,
    ...(header.abi === undefined ? {} : { abi: header.abi }),
    variadic: item.variadic,
    lifetimes: [],
  };
}

export function selfParamType(cx: TypeContext, self: SelfParam): HirTy {
  if (self.type !== undefined) return lowerType(cx, self.type);
  const span = cx.span(self);
  const ty = selfType(cx, span);
  if (!self.ref) return ty;
  return { kind: "ref", lifetime: lowerRefLifetime(cx, self.lifetime, span), mutable: self.mutable, ty, span };
}

// ---- generics

function buildGenerics(cx: TypeContext, node: DefNode): HirGenerics {
  const params = node.generics.map((param) => buildGenericParam(cx, node, param));
  const predicates: HirPredicate[] = [];
  for (const param of node.generics) addInline(cx, param, predicates);
  for (const where of whereClauses(node)) predicates.push(...lowerWhere(cx, where));
  const parent = node.parent === undefined ? undefined : nodeOf(cx.crate, node.parent);
  const isMember = (parent?.kind === "impl" || parent?.kind === "trait") && node.source.kind === "item";
  return { parent: isMember ? parent.id : undefined, params, predicates, span: node.nameSpan };
}

function buildGenericParam(cx: TypeContext, node: DefNode, param: GenericNode): HirGenericParam {
  const { def, kind, name, index, span, ast } = param;
  const value = ast === undefined || kind === "lifetime" ? undefined : defaultOf(cx, ast as GenericParam | Type);
  return { def, kind, name, index, span, ...(value === undefined ? {} : { default: value }) };
}

function defaultOf(cx: TypeContext, ast: GenericParam | Type): HirTy | HirConstArg | undefined {
  if (ast.kind === "type") return ast.default === undefined ? undefined : lowerType(cx, ast.default);
  if (ast.kind === "const") return ast.default === undefined ? undefined : lowerConstArg(cx, ast.default);
  return undefined;
}

function paramType(param: GenericNode): HirTy {
  const res: Res = { kind: "def", def: param.def };
  const { name, span } = param;
  return { kind: "path", path: { kind: "resolved", res, segments: [{ name, span, res }], span }, span };
}

function addInline(cx: TypeContext, param: GenericNode, out: HirPredicate[]): void {
  const { ast } = param;
  if (ast === undefined) return;
  if (ast.kind === "lifetime") {
    if (ast.bounds.length === 0) return;
    const lifetime = { kind: "param", def: param.def, span: param.span } as const;
    const bounds = (ast.bounds as readonly Lifetime[]).map((bound) => lowerLifetime(cx, bound));
    out.push({ kind: "lifetime", lifetime, bounds, span: param.span });
  } else if (ast.kind === "type" || ast.kind === "impl") {
    const inner = ast.kind === "impl" ? { ...cx, anyLifetime: true } : cx;
    const bounds: HirBound[] = lowerBounds(inner, ast.bounds as readonly Bound[]);
    if (bounds.length === 0) return;
    out.push({ kind: "type", lifetimes: [], ty: paramType(param), bounds, inline: true, span: param.span });
  }
}

type Where = import("../../syntax/ast.ts").WherePredicate;

function whereClauses(node: DefNode): readonly Where[] {
  if (node.source.kind !== "item") return [];
  const { item } = node.source;
  return "generics" in item ? item.generics.where : [];
}

function lowerWhere(cx: TypeContext, where: Where): HirPredicate[] {
  const span = cx.span(where);
  if (where.kind === "lifetime") {
    const bounds = where.bounds.map((bound) => lowerLifetime(cx, bound));
    return [{ kind: "lifetime", lifetime: lowerLifetime(cx, where.lifetime), bounds, span }];
  }
  const lifetimes = where.forLifetimes.flatMap((param) => (param.kind === "lifetime" ? [param.lifetime.name] : []));
  const inner = withBinder(cx, lifetimes);
  const ty = lowerType(inner, where.type);
  const bounds = lowerBounds(inner, where.bounds);
  return bounds.length === 0 ? [] : [{ kind: "type", lifetimes, ty, bounds, inline: false, span }];
}
