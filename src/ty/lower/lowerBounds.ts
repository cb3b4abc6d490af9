// Bounds, trait references and trait objects. Follows `lower_bounds` and `lower_trait_object_ty`.
//
// Not modelled: associated constants in bounds, const traits.

import { isTy } from "../fold.ts";
import { fnSigElision } from "./elision.ts";
import { lowerArgsFor } from "./lowerArgs.ts";
import { lowerLifetime } from "./lowerCx.ts";
import { givenArgs } from "./pathArgs.ts";
import { reportObject } from "../items/dynCompatible.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type {
  HirBound,
  HirConstraint,
  HirGenericArgs,
  HirTraitBound,
  HirTraitRef,
  HirTy,
} from "../../hir/hir.ts";
import type { Span } from "../../base/span.ts";
import type { Bound } from "../queries.ts";
import type { GenericArg, ExistentialTraitRef, Predicate, TraitRef, Ty } from "../ty.ts";

/** What `Self: bounds` says, in order. */
export function lowerBounds(
  lcx: LowerCx,
  self: Ty,
  bounds: readonly HirBound[],
  origin: DefId,
): Bound[] {
  const out: Bound[] = [];
  const push = (predicate: Predicate, span: Span) =>
    out.push({ predicate, span, origin, implied: false });
  for (const bound of bounds) {
    if (bound.kind === "outlives") {
      push(
        { kind: "typeOutlives", ty: self, region: lowerLifetime(lcx, bound.lifetime) },
        bound.span,
      );
      continue;
    }
    if (bound.modifier === "?" || bound.modifier === "!") continue;
    const lowered = lowerTraitRef(lcx, bound.ref, self);
    if (!lowered) continue;
    push({ kind: "trait", ref: lowered.ref }, bound.span);
    for (const { predicate, span } of lowered.constraints) push(predicate, span);
  }
  return out;
}

/** `?Sized` among the bounds: the only maybe-bound there is. */
export function hasMaybeSized(bounds: readonly HirBound[]): boolean {
  return bounds.some((bound) => bound.kind === "trait" && bound.modifier === "?");
}

export interface LoweredTraitRef {
  readonly ref: TraitRef;
  readonly constraints: readonly { readonly predicate: Predicate; readonly span: Span }[];
}

export function lowerTraitRef(
  lcx: LowerCx,
  hir: HirTraitRef,
  self: Ty,
): LoweredTraitRef | undefined {
  if (hir.trait === undefined || hir.path.kind !== "resolved") return undefined;
  if (lcx.cx.def(hir.trait).kind !== "trait") return undefined;
  const given = givenArgs(hir.path);
  const written = given.get(hir.trait);
  const inner = written?.parenthesized ? parenthesized(lcx, written) : lcx;
  const args = lowerArgsFor(inner, hir.trait, { span: hir.span, inferArgs: false, self, given });
  const ref: TraitRef = { trait: hir.trait, args };
  const output = written?.parenthesized ? sugarOutput(inner, args) : inner;
  return {
    ref,
    constraints: (written?.constraints ?? []).flatMap((c) => lowerConstraint(output, ref, c)),
  };
}

function parenthesized(lcx: LowerCx, args: HirGenericArgs): LowerCx {
  const inputs = args.args.flatMap((arg) => (arg.kind === "type" ? [arg.ty] : []));
  return fnSigElision(lcx, inputs, NAMED_LIMIT).inputs;
}

/** Elided lifetimes of `Fn(&T)` are numbered behind any that `for<…>` names. */
const NAMED_LIMIT = 64;

/** In the output of `Fn(&T) -> &U` the left-out lifetime is that of the only input reference. */
function sugarOutput(lcx: LowerCx, args: readonly GenericArg[]): LowerCx {
  const tuple = args[1];
  if (!tuple || !isTy(tuple)) return lcx;
  const elision = fnSigElision({ ...lcx, depth: lcx.depth - 1 }, [], NAMED_LIMIT);
  return elision.output(tuple.kind === "tuple" ? tuple.tys : [tuple]);
}

function lowerConstraint(
  lcx: LowerCx,
  ref: TraitRef,
  constraint: HirConstraint,
): { predicate: Predicate; span: Span }[] {
  const found = findAssocTy(lcx, ref, constraint.name);
  if (!found) {
    reportNoAssoc(lcx, ref, constraint);
    return [];
  }
  const own = constraint.args
    ? new Map([[found.def, constraint.args]])
    : new Map<DefId, HirGenericArgs>();
  const args = lowerArgsFor(lcx, found.def, {
    span: constraint.span,
    inferArgs: false,
    self: undefined,
    given: own,
    parentArgs: found.ref.args,
  });
  if (constraint.ty) {
    const ty = lcx.ty(lcx, constraint.ty);
    return [{ predicate: { kind: "projection", def: found.def, args, ty }, span: constraint.span }];
  }
  const self = lcx.cx.tcx.projection(found.def, args);
  return lowerBounds(lcx, self, constraint.bounds ?? [], lcx.owner);
}

/** The associated type `name` of the trait or one of its supertraits. */
export function findAssocTy(
  lcx: LowerCx,
  ref: TraitRef,
  name: string,
): { def: DefId; ref: TraitRef } | undefined {
  const { cx } = lcx;
  const seen = new Set<DefId>();
  const queue: TraitRef[] = [ref];
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (seen.has(at.trait)) continue;
    seen.add(at.trait);
    const def = cx.assocItem(at.trait, name, "assocTy");
    if (def !== undefined) return { def, ref: at };
    queue.push(...lcx.cx.superTraitRefs(at));
  }
  return undefined;
}

function reportNoAssoc(lcx: LowerCx, ref: TraitRef, constraint: HirConstraint): void {
  if (lcx.cx.program.incomplete) return;
  const trait = lcx.cx.def(ref.trait).name;
  lcx.report({
    code: "E0220",
    message: `associated type \`${constraint.name}\` not found for \`${trait}\``,
    span: constraint.span,
    label: `associated type \`${constraint.name}\` not found`,
    related: [],
  });
}

// ---- trait objects

export function lowerDyn(lcx: LowerCx, hir: HirTy & { kind: "dyn" }): Ty {
  const { cx } = lcx;
  const inner: LowerCx = { ...lcx, objectDefault: undefined };
  const autos: DefId[] = [];
  let principal: HirTraitBound | undefined;
  for (const bound of hir.bounds) {
    const def = bound.ref.trait === undefined ? undefined : cx.def(bound.ref.trait);
    if (def?.kind !== "trait") return cx.tcx.unknown;
    if (def.auto) autos.push(def.id);
    else principal ??= bound;
  }
  const lowered = principal && lowerPrincipal(inner, principal);
  const place = lcx.infer ? principal?.span : hir.span;
  if (lowered?.complete === true && !noteObject(lcx, lowered.ref.trait, place ?? hir.span))
    return cx.tcx.unknown;
  const region = hir.lifetime
    ? lowerLifetime(lcx, hir.lifetime)
    : hir.bounds.some((bound) => isStaticTrait(cx, bound.ref.trait, 0)) && !lcx.erase
      ? cx.tcx.static
      : (lcx.objectDefault ?? lcx.elidedObject ?? (lcx.erase ? cx.tcx.erased : cx.tcx.static));
  return cx.tcx.dyn(lowered?.ref, autos, region);
}

/** Whether the trait can be an object is asked when no signature is being lowered any more. */
function noteObject(lcx: LowerCx, trait: DefId, span: Span): boolean {
  const { cx, owner } = lcx;
  if (cx.base === undefined || cx.def(owner).kind === "tyAlias") return true;
  if (lcx.infer) return reportObject(cx, trait, span, lcx.report);
  cx.objects.push({ trait, span });
  return true;
}

/** A trait with a `'static` bound of its own: its objects are `'static` without a word (`compute_object_lifetime_bound`). */
function isStaticTrait(cx: LowerCx["cx"], trait: DefId | undefined, depth: number): boolean {
  const def = trait === undefined || depth > 16 ? undefined : cx.def(trait);
  if (def?.kind !== "trait") return false;
  return def.supertraits.some((bound) =>
    bound.kind === "outlives"
      ? bound.lifetime.kind === "static"
      : isStaticTrait(cx, bound.ref.trait, depth + 1),
  );
}

/** `complete`: with all associated types that the object needs. */
function lowerPrincipal(
  lcx: LowerCx,
  bound: HirTraitBound,
): { readonly ref: ExistentialTraitRef; readonly complete: boolean } | undefined {
  const lowered = lowerTraitRef(lcx, bound.ref, lcx.cx.tcx.unknown);
  if (!lowered) return undefined;
  const projections = lowered.constraints.flatMap(({ predicate }) =>
    predicate.kind === "projection" ? [{ def: predicate.def, ty: predicate.ty }] : [],
  );
  const given = new Set(projections.map((p) => p.def));
  const complete = !missingAssocTys(lcx, lowered.ref, given, bound.span);
  const args = lcx.cx.tcx.args(lowered.ref.args.slice(1));
  return { ref: { trait: lowered.ref.trait, args, projections }, complete };
}

/** E0191: a trait object fixes all associated types, those of supertraits too. */
function missingAssocTys(
  lcx: LowerCx,
  ref: TraitRef,
  given: ReadonlySet<DefId>,
  span: Span,
): boolean {
  const { cx } = lcx;
  if (cx.program.incomplete) return false;
  const seen = new Set<DefId>([ref.trait]);
  const fixed = new Set(given);
  const wanted: DefId[] = [];
  for (const trait of seen) {
    const def = cx.def(trait);
    if (def.kind !== "trait") continue;
    for (const { predicate } of cx.superPredicates(trait)) {
      if (predicate.kind === "trait") seen.add(predicate.ref.trait);
      if (predicate.kind === "projection") fixed.add(predicate.def);
    }
    wanted.push(...def.items.filter((id) => isObjectAssocTy(lcx, id)));
  }
  const missing = wanted.filter((id) => !fixed.has(id));
  const [first] = missing;
  if (first === undefined) return false;
  const names = missing.map((id) => `\`${cx.def(id).name}\``);
  const trait = cx.def(cx.def(first).parent ?? ref.trait).name;
  lcx.report({
    code: "E0191",
    message: `the value of the associated type${names.length === 1 ? "" : "s"} ${names.join(", ")} in \`${trait}\` must be specified`,
    span,
    related: [],
  });
  return true;
}

/** Generic ones and those with `where Self: Sized` are not part of the object. */
function isObjectAssocTy(lcx: LowerCx, id: DefId): boolean {
  const def = lcx.cx.def(id);
  return (
    def.kind === "assocTy" &&
    def.generics.params.length === 0 &&
    def.generics.predicates.length === 0
  );
}
