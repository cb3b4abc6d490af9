// Generic parameters and bounds of definitions: `generics_of`, `predicates_of`, `item_bounds`, `param_env`.
//
// Lowered from HIR on first use. A query that runs into itself answers with nothing, which loses precision, never truth.

import { bug } from "../../base/assertNever.ts";
import { itemLowerCx } from "./itemCx.ts";
import { hasMaybeSized, lowerBounds } from "../lower/lowerBounds.ts";
import { lowerLifetime } from "../lower/lowerCx.ts";
import { lowerTy } from "../lower/lowerTy.ts";
import { isTy, substitutePredicate } from "../fold.ts";
import type { Def, DefId } from "../../hir/defs.ts";
import type { HirBound, HirGenerics, HirPredicate, HirTy } from "../../hir/hir.ts";
import type { Bound, GenericParam, Generics, TyContext } from "../queries.ts";
import type { GenericArg, GenericArgs, TraitRef, Ty } from "../ty.ts";

export function genericsOf(cx: TyContext, id: DefId): Generics {
  const owner = genericsOwner(cx, id);
  if (owner !== id) return cx.genericsOf(owner);
  const hir = hirGenerics(cx.def(id));
  const parent = hir?.parent === undefined ? undefined : cx.genericsOf(hir.parent);
  const parentCount = parent?.count ?? 0;
  const own = (hir?.params ?? []).map((param): GenericParam => {
    const def = cx.def(param.def);
    return {
      def: param.def,
      kind: param.kind,
      name: param.name,
      index: param.index,
      synthetic: def.kind === "tyParam" && def.synthetic,
      ...(param.default === undefined ? {} : { default: param.default }),
    };
  });
  return { owner: id, parent, parentCount, own, count: parentCount + own.length };
}

/** Definitions without parameters of their own share those of the item around them. */
function genericsOwner(cx: TyContext, id: DefId): DefId {
  const def = cx.def(id);
  if (hirGenerics(def) !== undefined) return id;
  switch (def.kind) {
    case "variant":
    case "field":
    case "opaque":
    case "tyParam":
    case "constParam":
    case "lifetimeParam":
      return def.parent === undefined ? id : genericsOwner(cx, def.parent);
    default:
      return id;
  }
}

function hirGenerics(def: Def): HirGenerics | undefined {
  return "generics" in def ? def.generics : undefined;
}

export function identityArgs(cx: TyContext, id: DefId): GenericArgs {
  const out: GenericArg[] = [];
  const add = (generics: Generics) => {
    if (generics.parent) add(generics.parent);
    for (const param of generics.own) out.push(paramAsArg(cx, param));
  };
  add(cx.genericsOf(id));
  return cx.tcx.args(out);
}

function paramAsArg(cx: TyContext, param: GenericParam): GenericArg {
  const { tcx } = cx;
  if (param.kind === "lifetime") return tcx.paramRegion(param.index, param.name, param.def);
  if (param.kind === "const") return tcx.constParam(param.index, param.name, param.def);
  return tcx.param(param.index, param.name, param.def);
}

// ---- predicates

export function predicatesOf(cx: TyContext, id: DefId): readonly Bound[] {
  const owner = genericsOwner(cx, id);
  if (owner !== id) return cx.predicatesOf(owner);
  const def = cx.def(id);
  const hir = hirGenerics(def);
  if (!hir) return [];
  const out: Bound[] = [];
  if (def.kind === "trait") {
    const ref: TraitRef = { trait: id, args: cx.identityArgs(id) };
    out.push({ predicate: { kind: "trait", ref }, span: def.nameSpan, origin: id, implied: false });
    out.push(...cx.superPredicates(id));
  }
  if (hir.parent !== undefined) out.push(...cx.predicatesOf(hir.parent));
  const lcx = itemLowerCx(cx, id);
  for (const predicate of hir.predicates) {
    if (def.kind === "trait" && isOnTraitSelf(predicate)) continue;
    out.push(...lowerPredicate(lcx, predicate, id));
  }
  return out.concat(impliedSized(cx, id, hir));
}

function isOnTraitSelf(predicate: HirPredicate): boolean {
  if (
    predicate.kind !== "type" ||
    predicate.ty.kind !== "path" ||
    predicate.ty.path.kind !== "resolved"
  )
    return false;
  return predicate.ty.path.res.kind === "selfParam";
}

function lowerPredicate(
  lcx: ReturnType<typeof itemLowerCx>,
  predicate: HirPredicate,
  origin: DefId,
): Bound[] {
  if (predicate.kind === "type") {
    return lowerBounds(lcx, lowerTy(lcx, predicate.ty), predicate.bounds, origin);
  }
  const a = lowerLifetime(lcx, predicate.lifetime);
  return predicate.bounds.map((bound) => ({
    predicate: { kind: "regionOutlives", a, b: lowerLifetime(lcx, bound) },
    span: predicate.span,
    origin,
    implied: false,
  }));
}

function impliedSized(cx: TyContext, id: DefId, hir: HirGenerics): Bound[] {
  const sized = cx.lang("sized");
  if (sized === undefined) return [];
  const out: Bound[] = [];
  for (const param of hir.params) {
    if (param.kind !== "type" || (param.index === 0 && cx.def(id).kind === "trait")) continue;
    if (
      hir.predicates.some(
        (p) => p.kind === "type" && namesParam(p, param.def) && hasMaybeSized(p.bounds),
      )
    )
      continue;
    const self = cx.tcx.param(param.index, param.name, param.def);
    out.push(sizedBound(cx, sized, self, id, param.span));
  }
  return out;
}

function sizedBound(
  cx: TyContext,
  sized: DefId,
  self: Ty,
  origin: DefId,
  span: Bound["span"],
): Bound {
  const ref: TraitRef = { trait: sized, args: cx.tcx.args([self]) };
  return { predicate: { kind: "trait", ref }, span, origin, implied: true };
}

function namesParam(predicate: HirPredicate & { kind: "type" }, param: DefId): boolean {
  const { ty } = predicate;
  return (
    ty.kind === "path" &&
    ty.path.kind === "resolved" &&
    ty.path.res.kind === "def" &&
    ty.path.res.def === param
  );
}

export function superPredicates(cx: TyContext, id: DefId): readonly Bound[] {
  const def = cx.def(id);
  if (def.kind !== "trait") return [];
  const lcx = itemLowerCx(cx, id);
  const self = selfOf(cx, id);
  const out = lowerBounds(lcx, self, def.supertraits, id);
  for (const predicate of def.generics.predicates) {
    if (predicate.kind === "type" && isOnTraitSelf(predicate))
      out.push(...lowerBounds(lcx, self, predicate.bounds, id));
  }
  return out;
}

function selfOf(cx: TyContext, trait: DefId): Ty {
  const self = cx.identityArgs(trait)[0];
  if (!self || !isTy(self)) bug("trait without Self");
  return self;
}

export function superTraitRefs(cx: TyContext, ref: TraitRef): readonly TraitRef[] {
  const out: TraitRef[] = [];
  for (const { predicate } of cx.superPredicates(ref.trait)) {
    if (predicate.kind !== "trait") continue;
    const above = substitutePredicate(cx.tcx, predicate, ref.args);
    if (above.kind === "trait")
      out.push({ trait: above.ref.trait, args: cx.tcx.args(above.ref.args) });
  }
  return out;
}

/** Bounds on an associated type (self: the projection) or on `impl Trait` (self: the opaque type). */
/** `where Self::Item: Bound` of the trait itself is a bound of `Item` (`associated_type_bounds`). */
function promisedByTrait(cx: TyContext, trait: DefId, name: string, self: Ty): readonly Bound[] {
  const def = cx.def(trait);
  if (def.kind !== "trait") return [];
  const predicates = def.generics.predicates.filter(
    (predicate) => predicate.kind === "type" && namesItem(predicate.ty, trait, name),
  );
  return predicates.flatMap((predicate) =>
    predicate.kind === "type"
      ? lowerBounds(itemLowerCx(cx, trait), self, predicate.bounds, trait)
      : [],
  );
}

/** `Self::Item` or `<Self as Trait>::Item`, as written. */
function namesItem(hir: HirTy, trait: DefId, name: string): boolean {
  if (hir.kind !== "path") return false;
  const { path } = hir;
  if (path.kind === "relative") return path.segment.name === name && isSelf(path.ty);
  return (
    path.self !== undefined &&
    isSelf(path.self) &&
    path.segments.at(-1)?.name === name &&
    path.segments.some(({ res }) => res?.kind === "def" && res.def === trait)
  );
}

function isSelf(hir: HirTy): boolean {
  return hir.kind === "path" && hir.path.kind === "resolved" && hir.path.res.kind === "selfParam";
}

export function itemBounds(cx: TyContext, id: DefId): readonly Bound[] {
  const def = cx.def(id);
  let bounds: readonly HirBound[];
  let self: Ty;
  if (def.kind === "assocTy") {
    bounds = def.bounds;
    self = cx.tcx.projection(id, cx.identityArgs(id));
  } else if (def.kind === "opaque") {
    bounds = def.bounds;
    self = cx.tcx.opaque(id, cx.identityArgs(id));
  } else {
    return [];
  }
  const owner = def.kind === "opaque" ? (def.parent ?? id) : id;
  const out = lowerBounds(itemLowerCx(cx, owner), self, bounds, id);
  if (def.kind === "assocTy" && def.parent !== undefined)
    out.push(...promisedByTrait(cx, def.parent, def.name, self));
  const sized = cx.lang("sized");
  if (sized !== undefined && !hasMaybeSized(bounds))
    out.push(sizedBound(cx, sized, self, id, def.nameSpan));
  return out;
}
