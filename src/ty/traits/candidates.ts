// Candidates: every way in which a trait reference might be proved. Follows `candidate_assembly`.
//
// Not modelled: `~const` traits, `Tuple`, `Pointee` and transmutability.

import {
  callable,
  constituents,
  copyCloneConditions,
  fnTraitKind,
  kindExtends,
  sizedConditions,
} from "./builtin.ts";
import { superTraitDefs, superTraits } from "./elaborate.ts";
import { isTy, substitutePredicate, typeArg } from "../fold.ts";
import { argsMayUnify, FN_PTR, simplifyTy } from "../simplify.ts";
import { unsizeCandidate } from "./unsize.ts";
import type { Callable, Conditions } from "./builtin.ts";
import type { Obligation, SolverCx, TraitObligation } from "./solverCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ImplHeader, TyContext } from "../queries.ts";
import type { TraitRef, Ty } from "../ty.ts";

export type Candidate =
  | { readonly kind: "param"; readonly ref: TraitRef }
  | { readonly kind: "alias"; readonly ref: TraitRef }
  | { readonly kind: "object"; readonly ref: TraitRef }
  | { readonly kind: "impl"; readonly header: ImplHeader }
  | { readonly kind: "callable"; readonly callable: Callable }
  | { readonly kind: "builtin"; readonly parts: readonly Ty[]; readonly auto: boolean }
  | {
      readonly kind: "unsize";
      readonly nested: readonly Obligation[];
      readonly unify: readonly (readonly [Ty, Ty])[];
    };

export interface Assembly {
  readonly candidates: Candidate[];
  ambiguous: boolean;
}

/** `ref` is resolved as far as is known. */
export function assemble(scx: SolverCx, obligation: TraitObligation, ref: TraitRef): Assembly {
  const out: Assembly = { candidates: [], ambiguous: false };
  const { cx } = scx;
  const self = typeArg(ref.args, 0);
  const trait = cx.def(ref.trait);
  if (self.kind === "unknown" || (self.kind === "infer" && self.class === "general")) {
    out.ambiguous = true;
    return out;
  }
  assembleParams(scx, ref, out);
  assembleAliases(scx, ref, self, out);
  if (ref.trait === cx.lang("sized")) return withBuiltin(out, sizedConditions(cx, self));
  if (ref.trait === cx.lang("fn_ptr_trait"))
    return withBuiltin(out, self.kind === "fnPtr" ? [] : undefined);
  if (ref.trait === cx.lang("unsize")) return assembleUnsize(scx, obligation, ref, out);
  const implsBefore = out.candidates.length;
  assembleImpls(scx, ref, out);
  assembleObject(scx, ref, self, out);
  assembleCallable(scx, ref, self, out);
  if (ref.trait === cx.lang("copy") || ref.trait === cx.lang("clone"))
    withBuiltin(out, copyCloneConditions(scx, self));
  if (
    trait.kind === "trait" &&
    trait.auto &&
    out.candidates.length === implsBefore &&
    !hasImplFor(cx, ref, self)
  ) {
    withBuiltin(out, constituents(scx, self), true);
  }
  return out;
}

function withBuiltin(out: Assembly, conditions: Conditions, auto = false): Assembly {
  if (conditions === "ambiguous") out.ambiguous = true;
  else if (conditions) out.candidates.push({ kind: "builtin", parts: conditions, auto });
  return out;
}

function assembleParams(scx: SolverCx, ref: TraitRef, out: Assembly): void {
  for (const bound of scx.env.traits.get(ref.trait) ?? []) {
    if (mayMatch(scx, bound, ref)) out.candidates.push({ kind: "param", ref: bound });
  }
}

function mayMatch(scx: SolverCx, candidate: TraitRef, ref: TraitRef): boolean {
  return (
    candidate.args === ref.args ||
    scx.infcx.probe(() => scx.infcx.unifyArgs(candidate.args, ref.args))
  );
}

/** Bounds that the declaration of an associated or opaque type promises. */
function assembleAliases(scx: SolverCx, ref: TraitRef, self: Ty, out: Assembly): void {
  const { cx } = scx;
  if (self.kind !== "projection" && self.kind !== "opaque") return;
  for (const bound of cx.itemBounds(self.def)) {
    if (bound.predicate.kind !== "trait" || !impliesTrait(cx, bound.predicate.ref.trait, ref.trait))
      continue;
    const stated = substitutePredicate(cx.tcx, bound.predicate, self.args);
    if (stated.kind !== "trait") continue;
    for (const implied of superTraits(cx, stated.ref)) {
      if (implied.trait !== ref.trait) continue;
      const normal = normalizeRef(scx, implied);
      if (mayMatch(scx, normal, ref)) out.candidates.push({ kind: "alias", ref: normal });
    }
  }
}

function impliesTrait(cx: TyContext, from: DefId, to: DefId): boolean {
  return from === to || superTraitDefs(cx, from).includes(to);
}

function normalizeRef(scx: SolverCx, ref: TraitRef): TraitRef {
  if (!ref.args.some((arg) => isTy(arg) && arg.hasAlias)) return ref;
  const cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } } as const;
  const self = ref.args[0];
  const args = ref.args.map((arg) =>
    isTy(arg) && arg !== self ? scx.normalize(scx, arg, cause, 1, []) : arg,
  );
  return { trait: ref.trait, args: scx.cx.tcx.args(args) };
}

function assembleImpls(scx: SolverCx, ref: TraitRef, out: Assembly): void {
  for (const header of relevantImpls(scx.cx, ref)) {
    if (argsMayUnify(ref.args, header.ref.args)) out.candidates.push({ kind: "impl", header });
  }
}

function* relevantImpls(cx: TyContext, ref: TraitRef): Generator<ImplHeader> {
  const impls = cx.traitImpls(ref.trait);
  const self = typeArg(ref.args, 0);
  const key = simplifyTy(self);
  if (key !== undefined) yield* impls.bySelf.get(key) ?? [];
  else if (self.kind === "infer" || self.kind === "unknown") {
    // The self type of an impl for every pointer to functions is a parameter, which a number must not match.
    const isNumber = self.kind === "infer" && self.class !== "general";
    for (const [of, list] of impls.bySelf) if (!isNumber || of !== FN_PTR) yield* list;
  }
  yield* impls.blanket;
}

/** An explicit impl for the same outer type turns derivation off, whatever its arguments. */
function hasImplFor(cx: TyContext, ref: TraitRef, self: Ty): boolean {
  const impls = cx.traitImpls(ref.trait);
  const key = simplifyTy(self);
  return (
    impls.blanket.length > 0 || (key !== undefined && (impls.bySelf.get(key)?.length ?? 0) > 0)
  );
}

function assembleObject(scx: SolverCx, ref: TraitRef, self: Ty, out: Assembly): void {
  const { cx } = scx;
  if (self.kind !== "dyn") return;
  const auto = cx.def(ref.trait);
  if (self.autos.includes(ref.trait))
    out.candidates.push({ kind: "builtin", parts: [], auto: true });
  if (!self.principal) return;
  const principal: TraitRef = {
    trait: self.principal.trait,
    args: cx.tcx.args([self, ...self.principal.args]),
  };
  for (const implied of superTraits(cx, principal)) {
    if (implied.trait !== ref.trait) continue;
    if (auto.kind === "trait" && auto.auto)
      out.candidates.push({ kind: "builtin", parts: [], auto: true });
    else if (mayMatch(scx, implied, ref)) out.candidates.push({ kind: "object", ref: implied });
  }
}

function assembleCallable(scx: SolverCx, ref: TraitRef, self: Ty, out: Assembly): void {
  const wanted = fnTraitKind(scx.cx, ref.trait);
  if (wanted === undefined) return;
  const found = callable(scx, self);
  if (found === "ambiguous") out.ambiguous = true;
  else if (!found) return;
  else if (found.kind === undefined && wanted !== "FnOnce") out.ambiguous = true;
  else if (found.kind === undefined || kindExtends(found.kind, wanted)) {
    out.candidates.push({ kind: "callable", callable: found });
  }
}

function assembleUnsize(
  scx: SolverCx,
  obligation: TraitObligation,
  ref: TraitRef,
  out: Assembly,
): Assembly {
  const found = unsizeCandidate(scx, typeArg(ref.args, 0), typeArg(ref.args, 1), obligation);
  if (found === "ambiguous") out.ambiguous = true;
  else if (found) out.candidates.push({ kind: "unsize", ...found });
  return out;
}
