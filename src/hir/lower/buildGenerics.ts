// Generic parameters and predicates of a definition: bounds written inline and in `where`.

import type { Bound, GenericParam, Lifetime, Type, WherePredicate } from "../../syntax/ast.ts";
import { nodeOf } from "../crate.ts";
import type { DefNode, GenericNode } from "../crate.ts";
import type {
  HirBound,
  HirConstArg,
  HirGenericParam,
  HirGenerics,
  HirPredicate,
  HirTy,
  Res,
} from "../hir.ts";
import { lowerLifetime } from "./lowerLifetimes.ts";
import { lowerConstArg } from "./lowerPaths.ts";
import { lowerBounds, lowerType, withBinder } from "./lowerTypes.ts";
import type { TypeContext } from "./typeContext.ts";

export function buildGenerics(cx: TypeContext, node: DefNode): HirGenerics {
  const params = node.generics.map((param) => buildGenericParam(cx, node, param));
  const predicates: HirPredicate[] = [];
  for (const param of node.generics) addInline(cx, param, predicates);
  for (const where of whereClauses(node)) predicates.push(...lowerWhere(cx, where));
  const parent = node.parent === undefined ? undefined : nodeOf(cx.crate, node.parent);
  const isMember =
    (parent?.kind === "impl" || parent?.kind === "trait") && node.source.kind === "item";
  return { parent: isMember ? parent.id : undefined, params, predicates, span: node.nameSpan };
}

function buildGenericParam(cx: TypeContext, node: DefNode, param: GenericNode): HirGenericParam {
  const { def, kind, name, index, span, ast } = param;
  const value =
    ast === undefined || kind === "lifetime"
      ? undefined
      : defaultOf(cx, ast as GenericParam | Type);
  return { def, kind, name, index, span, ...(value === undefined ? {} : { default: value }) };
}

function defaultOf(cx: TypeContext, ast: GenericParam | Type): HirTy | HirConstArg | undefined {
  if (ast.kind === "type")
    return ast.default === undefined ? undefined : lowerType(cx, ast.default);
  if (ast.kind === "const")
    return ast.default === undefined ? undefined : lowerConstArg(cx, ast.default);
  return undefined;
}

function paramType(param: GenericNode): HirTy {
  const res: Res = { kind: "def", def: param.def };
  const { name, span } = param;
  return {
    kind: "path",
    path: { kind: "resolved", res, segments: [{ name, span, res }], span },
    span,
  };
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
    out.push({
      kind: "type",
      lifetimes: [],
      ty: paramType(param),
      bounds,
      inline: true,
      span: param.span,
    });
  }
}

function whereClauses(node: DefNode): readonly WherePredicate[] {
  if (node.source.kind !== "item") return [];
  const { item } = node.source;
  return "generics" in item ? item.generics.where : [];
}

function lowerWhere(cx: TypeContext, where: WherePredicate): HirPredicate[] {
  const span = cx.span(where);
  if (where.kind === "lifetime") {
    const bounds = where.bounds.map((bound) => lowerLifetime(cx, bound));
    return [{ kind: "lifetime", lifetime: lowerLifetime(cx, where.lifetime), bounds, span }];
  }
  const lifetimes = where.forLifetimes.flatMap((param) =>
    param.kind === "lifetime" ? [param.lifetime.name] : [],
  );
  const inner = withBinder(cx, lifetimes);
  const ty = lowerType(inner, where.type);
  const bounds = lowerBounds(inner, where.bounds);
  return bounds.length === 0 ? [] : [{ kind: "type", lifetimes, ty, bounds, inline: false, span }];
}
