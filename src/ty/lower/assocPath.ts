// `T::Item`: associated types found by the bounds on `T`. Follows `probe_single_ty_param_bound_for_assoc_ty`.
//
// Only the bounds that can matter are lowered, so that a bound may itself mention `T::Item`.
//
// Not modelled: inherent associated types; the same name in two bounds takes the first.

import { lowerArgsFor } from "./lowerArgs.ts";
import { findAssocTy, lowerTraitRef } from "./lowerBounds.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { DefId } from "../../hir/defs.ts";
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

export function projectAssocTy(lcx: LowerCx, self: Ty, hir: HirTy, segment: HirSegment): Ty {
  const { tcx } = lcx.cx;
  const ref = traitRefFor(lcx, self, hir, segment.name);
  if (!ref) {
    reportNotFound(lcx, self, segment);
    return tcx.unknown;
  }
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
  name: string,
): { def: DefId; ref: TraitRef } | undefined {
  const { cx } = lcx;
  const selfImpl = implOfSelf(lcx, hir);
  if (selfImpl !== undefined) {
    const ref = cx.implTraitRef(selfImpl);
    const found = ref && findAssocTy(lcx, ref, name);
    if (found) return found;
  }
  if (self.kind === "param") return fromParamBounds(lcx, self, name);
  if (self.kind === "projection" || self.kind === "opaque") return fromItemBounds(lcx, self, name);
  return undefined;
}

function implOfSelf(lcx: LowerCx, hir: HirTy): DefId | undefined {
  if (hir.kind !== "path" || hir.path.kind !== "resolved" || hir.path.res.kind !== "selfTy")
    return undefined;
  return lcx.cx.def(hir.path.res.of).kind === "impl" ? hir.path.res.of : undefined;
}

function fromItemBounds(
  lcx: LowerCx,
  self: Ty & { def: DefId },
  name: string,
): { def: DefId; ref: TraitRef } | undefined {
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
): { def: DefId; ref: TraitRef } | undefined {
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
    const lowered = lowerTraitRef({ ...lcx, infer: undefined }, bound.hir.ref, self);
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
): { def: DefId; ref: TraitRef } | undefined {
  const { cx } = lcx;
  const own = cx.assocItem(trait, name, "assocTy");
  if (own !== undefined) return { def: own, ref: { trait, args: cx.identityArgs(trait) } };
  const def = cx.def(trait);
  if (def.kind !== "trait") return undefined;
  for (const bound of [...def.supertraits, ...boundsOnSelf(def)]) {
    if (bound.kind !== "trait" || bound.ref.trait === undefined) continue;
    if (!mayHaveAssoc(cx, bound.ref.trait, name, new Set([trait]))) continue;
    const lowered = lowerTraitRef({ ...lcx, owner: trait, infer: undefined }, bound.ref, self);
    const found = lowered && findAssocTy(lcx, lowered.ref, name);
    if (found) return found;
  }
  return undefined;
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
  return def.supertraits.some(
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
