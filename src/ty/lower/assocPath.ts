// `T::Item`: associated types found by the bounds on `T`. Follows `probe_single_ty_param_bound_for_assoc_ty`.
//
// Only the bounds that can matter are lowered, so that a bound may itself mention `T::Item`.
//
// Not modelled: inherent associated types; the same name in two bounds takes the first.

import { lowerArgsFor } from "./lowerArgs.ts";
import { findAssocTy, lowerTraitRef } from "./lowerBounds.ts";
import type { LowerCx, Sought } from "./lowerCx.ts";
import type { Span } from "../../base/span.ts";
import type { DefId, TraitData } from "../../hir/defs.ts";
import type {
  HirBound,
  HirGenericArgs,
  HirGenerics,
  HirSegment,
  HirTraitBound,
  HirTy,
} from "../../hir/hir.ts";
import type { TyContext } from "../queries.ts";
import type { TraitRef, Ty } from "../ty.ts";

interface Found {
  readonly def: DefId;
  readonly ref: TraitRef;
}

/** Told already: nothing else is to be said. */
const CYCLE = "cycle";

export function projectAssocTy(lcx: LowerCx, self: Ty, hir: HirTy, segment: HirSegment): Ty {
  const { tcx } = lcx.cx;
  const ref = traitRefFor(lcx, self, hir, segment);
  if (!ref) reportNotFound(lcx, self, segment);
  if (!ref || ref === CYCLE) return tcx.unknown;
  const given = new Map<DefId, HirGenericArgs>();
  if (segment.args) given.set(ref.def, segment.args);
  const args = lowerArgsFor(lcx, ref.def, {
    span: segment.span,
    inferArgs: false,
    self: undefined,
    given,
    parentArgs: ref.ref.args,
  });
  return tcx.projection(ref.def, args);
}

function traitRefFor(
  lcx: LowerCx,
  self: Ty,
  hir: HirTy,
  { name, span }: HirSegment,
): Found | typeof CYCLE | undefined {
  const { cx } = lcx;
  const selfImpl = implOfSelf(lcx, hir);
  if (selfImpl !== undefined) {
    const ref = cx.implTraitRef(selfImpl);
    const found = ref && findAssocTy(lcx, ref, name);
    if (found) return found;
  }
  if (self.kind === "param")
    return fromParamBounds(lcx, self, name, { start: hir.span.start, end: span.end });
  if (self.kind === "projection" || self.kind === "opaque") return fromItemBounds(lcx, self, name);
  return undefined;
}

function implOfSelf(lcx: LowerCx, hir: HirTy): DefId | undefined {
  if (hir.kind !== "path" || hir.path.kind !== "resolved" || hir.path.res.kind !== "selfTy")
    return undefined;
  return lcx.cx.def(hir.path.res.of).kind === "impl" ? hir.path.res.of : undefined;
}

function fromItemBounds(lcx: LowerCx, self: Ty & { def: DefId }, name: string): Found | undefined {
  if (self.kind !== "projection") return undefined;
  const def = lcx.cx.def(self.def);
  if (def.kind !== "assocTy") return undefined;
  for (const bound of def.bounds) {
    if (bound.kind !== "trait") continue;
    const lowered = lowerTraitRef(lcx, bound.ref, self);
    const found = lowered && findAssocTy(lcx, lowered.ref, name);
    if (found) return found;
  }
  return undefined;
}

function fromParamBounds(
  lcx: LowerCx,
  self: Ty & { kind: "param" },
  name: string,
  site: Span,
): Found | typeof CYCLE | undefined {
  for (const bound of boundsOnParam(lcx.cx, lcx.owner, self)) {
    if (bound.trait !== undefined) {
      const found = fromTrait(lcx, bound.trait, self, name);
      if (found) return found;
      continue;
    }
    if (
      bound.hir.ref.trait === undefined ||
      !mayHaveAssoc(lcx.cx, bound.hir.ref.trait, name, new Set())
    )
      continue;
    if (isSought(lcx, bound.hir, name)) {
      reportCycle(lcx, `bounds for type parameter \`${self.name}\``, site);
      return CYCLE;
    }
    const lowered = lowerTraitRef(soughtIn(lcx, bound.hir, name), bound.hir.ref, self);
    const found = lowered && findAssocTy(lcx, lowered.ref, name);
    if (found) return found;
  }
  return undefined;
}

/** In the trait itself or a supertrait. Only those that have the name are lowered: a supertrait may mention `Self::Name`. */
function fromTrait(
  lcx: LowerCx,
  trait: DefId,
  self: Ty,
  name: string,
): Found | typeof CYCLE | undefined {
  const { cx } = lcx;
  const own = cx.assocItem(trait, name, "assocTy");
  if (own !== undefined) return { def: own, ref: { trait, args: cx.identityArgs(trait) } };
  const def = cx.def(trait);
  if (def.kind !== "trait") return undefined;
  if (isSought(lcx, trait, name)) {
    reportCycle(
      lcx,
      `super traits of \`${localPath(cx, trait)}\` with associated type name \`${name}\``,
      { start: def.span.start, end: def.supertraits.at(-1)?.span.end ?? def.nameSpan.end },
    );
    return CYCLE;
  }
  for (const bound of boundsOfTrait(def)) {
    if (bound.kind !== "trait" || bound.ref.trait === undefined) continue;
    if (!mayHaveAssoc(cx, bound.ref.trait, name, new Set([trait]))) continue;
    const inner = { ...soughtIn(lcx, trait, name), owner: trait };
    const lowered = lowerTraitRef(inner, bound.ref, self);
    const found = lowered && findAssocTy(lcx, lowered.ref, name);
    if (found) return found;
  }
  return undefined;
}

function isSought(lcx: LowerCx, place: Sought["in"], name: string): boolean {
  return (lcx.seeking ?? []).some((one) => one.in === place && one.name === name);
}

function soughtIn(lcx: LowerCx, place: Sought["in"], name: string): LowerCx {
  const seeking = [...(lcx.seeking ?? []), { in: place, name }];
  return { ...lcx, infer: undefined, seeking };
}

/** Its supertraits, wherever they are written. */
export function boundsOfTrait(def: TraitData): readonly HirBound[] {
  return [...def.supertraits, ...boundsOnSelf(def)];
}

/** A bound that can only be known when it is known. */
function reportCycle(lcx: LowerCx, subject: string, span: Span): void {
  const message = `cycle detected when computing the ${subject}`;
  lcx.report({ code: "E0391", message, span, related: [] });
}

/** As rustc names what is its own: without the crate. */
export function localPath(cx: TyContext, def: DefId): string {
  return cx.program.path(def).split("::").slice(1).join("::");
}

/** `where Self: Bound` of a trait is a supertrait. */
function boundsOnSelf(def: { readonly generics: HirGenerics }): readonly HirBound[] {
  return def.generics.predicates.flatMap((predicate) =>
    predicate.kind === "type" &&
    predicate.ty.kind === "path" &&
    predicate.ty.path.kind === "resolved" &&
    predicate.ty.path.res.kind === "selfParam"
      ? predicate.bounds
      : [],
  );
}

type ParamBound =
  | { readonly trait: DefId }
  | { readonly trait?: undefined; readonly hir: HirTraitBound };

/** Bounds on a parameter anywhere in scope of `owner`, as written. */
function* boundsOnParam(
  cx: TyContext,
  owner: DefId,
  param: Ty & { kind: "param" },
): Generator<ParamBound> {
  for (let at: DefId | undefined = owner; at !== undefined; at = cx.def(at).parent) {
    const def = cx.def(at);
    if (def.kind === "trait" && param.index === 0) yield { trait: at };
    const generics: HirGenerics | undefined = "generics" in def ? def.generics : undefined;
    for (const predicate of generics?.predicates ?? []) {
      if (predicate.kind === "type" && isParam(predicate.ty, param))
        yield* traitBounds(predicate.bounds);
    }
    if (def.kind === "mod") return;
  }
}

function* traitBounds(bounds: readonly HirBound[]): Generator<ParamBound> {
  for (const bound of bounds)
    if (bound.kind === "trait" && bound.modifier !== "?") yield { hir: bound };
}

function isParam(hir: HirTy, param: Ty & { kind: "param" }): boolean {
  if (hir.kind !== "path" || hir.path.kind !== "resolved") return false;
  const { res } = hir.path;
  if (res.kind === "selfParam") return param.index === 0 && param.name === "Self";
  return res.kind === "def" && res.def === param.def;
}

/** By definitions alone, so that nothing has to be lowered to find out. */
function mayHaveAssoc(cx: TyContext, trait: DefId, name: string, seen: Set<DefId>): boolean {
  if (seen.has(trait)) return false;
  seen.add(trait);
  if (cx.assocItem(trait, name, "assocTy") !== undefined) return true;
  const def = cx.def(trait);
  if (def.kind !== "trait") return false;
  return boundsOfTrait(def).some(
    (bound) =>
      bound.kind === "trait" &&
      bound.ref.trait !== undefined &&
      mayHaveAssoc(cx, bound.ref.trait, name, seen),
  );
}

function reportNotFound(lcx: LowerCx, self: Ty, segment: HirSegment): void {
  if (self.hasUnknown || lcx.cx.program.incomplete || self.kind !== "param") return;
  lcx.report({
    code: "E0220",
    message: `associated type \`${segment.name}\` not found for \`${self.name}\``,
    span: segment.span,
    label: `associated type \`${segment.name}\` not found`,
    related: [],
  });
}
