// Selection: which candidate proves a trait reference, and what remains to be shown.
// Follows `rustc_trait_selection::traits::select` (the classic solver): assemble, winnow by evaluation, confirm.
//
// Not modelled: specialisation, coherence mode.

import { assemble } from "./candidates.ts";
import { isTy, substituteArgs, substitutePredicate, typeArg } from "../fold.ts";
import { isPlainlySized } from "./sized.ts";
import { traitObligation } from "./solverCx.ts";
import type { Candidate } from "./candidates.ts";
import type { Cause, Obligation, Selection, SolverCx, TraitObligation } from "./solverCx.ts";
import type { Bound, Generics, ImplHeader } from "../queries.ts";
import type { GenericArg, GenericArgs, Predicate, TraitRef } from "../ty.ts";
import type { DefId } from "../../hir/defs.ts";

export function select(scx: SolverCx, obligation: TraitObligation): Selection {
  const { ref } = obligation.predicate;
  const resolved: TraitRef = { trait: ref.trait, args: scx.infcx.resolveArgs(ref.args) };
  const assembly = assemble(scx, obligation, resolved);
  if (assembly.ambiguous) return { kind: "ambiguous" };
  const chosen = winnow(scx, obligation, resolved, assembly.candidates);
  if (chosen === "ambiguous") return { kind: "ambiguous" };
  if (!chosen) return { kind: "no" };
  if (chosen.kind === "impl" && chosen.header.negative)
    return { kind: "no", negative: chosen.header };
  return confirm(scx, obligation, resolved, chosen) ?? { kind: "no" };
}

function winnow(
  scx: SolverCx,
  obligation: TraitObligation,
  ref: TraitRef,
  candidates: readonly Candidate[],
): Candidate | "ambiguous" | undefined {
  const params = candidates.filter((c) => c.kind === "param");
  const preferred = params.length > 0 ? params : candidates;
  if (isOpenChoice(scx, ref, preferred)) return "ambiguous";
  const matching =
    preferred.length <= 1 && preferred[0]?.kind !== "impl"
      ? preferred
      : preferred.filter((c) => matches(scx, ref, c));
  if (matching.length <= 1) return matching[0];
  const applicable = matching.filter((c) => applies(scx, obligation, ref, c));
  return pick(scx, ref, applicable.length > 0 ? applicable : matching, applicable.length === 0);
}

/**
 * A variable in the reference and two impls without conditions that both fit: nothing can decide yet.
 * Only a shortcut, for operators on numbers that have an impl per type.
 */
function isOpenChoice(scx: SolverCx, ref: TraitRef, candidates: readonly Candidate[]): boolean {
  if (candidates.length < 2 || !hasInfer(ref)) return false;
  let free = 0;
  for (const candidate of candidates) {
    if (candidate.kind !== "impl") return false;
    if (
      free < 2 &&
      isUnconditional(scx, candidate.header) &&
      matchesSized(scx, ref, candidate.header)
    )
      free++;
  }
  return free >= 2;
}

/** The header fits and no parameter would have to be something without a size. */
function matchesSized(scx: SolverCx, ref: TraitRef, header: ImplHeader): boolean {
  return scx.infcx.probe(() => {
    const args = matchImpl(scx, ref, header, MISC, 0, []);
    return (
      args !== undefined &&
      args.every((arg) => {
        const ty = isTy(arg) ? scx.infcx.shallow(arg) : undefined;
        return !ty || ty.kind === "infer" || isPlainlySized(scx.cx, ty);
      })
    );
  });
}

function isUnconditional(scx: SolverCx, header: ImplHeader): boolean {
  return !header.negative && scx.cx.predicatesOf(header.def).every((bound) => bound.implied);
}

function pick(
  scx: SolverCx,
  ref: TraitRef,
  candidates: readonly Candidate[],
  noneApplies: boolean,
): Candidate | "ambiguous" | undefined {
  if (candidates.length <= 1) return candidates[0];
  if (noneApplies)
    return ref.args.some((arg) => arg.kind !== "region" && hasHole(arg)) ? "ambiguous" : undefined;
  const ranked = candidates.filter((c) => c.kind === "param");
  const pool = ranked.length > 0 ? ranked : candidates;
  const first = pool[0] as Candidate;
  if (pool.length === 1 || pool.every((c) => sameOutcome(first, c))) return first;
  // The same bound twice, with other arguments: these must be known first.
  const promised = pool.filter((c) => c.kind === "object" || c.kind === "alias");
  if (hasInfer(ref) && promised.length > 1) return "ambiguous";
  const built = pool.find(
    (c) =>
      c.kind === "builtin" || c.kind === "callable" || c.kind === "object" || c.kind === "alias",
  );
  if (built && pool.every((c) => c.kind !== "impl" || !hasInfer(ref))) return built;
  return scx.infcx.resolveArgs(ref.args).some((arg) => hasHole(arg)) || hasInfer(ref)
    ? "ambiguous"
    : first;
}

function sameOutcome(a: Candidate, b: Candidate): boolean {
  return (
    (a.kind === "param" || a.kind === "alias") && a.kind === b.kind && a.ref.args === b.ref.args
  );
}

function hasInfer(ref: TraitRef): boolean {
  return ref.args.some((arg) => arg.kind !== "region" && arg.hasInfer);
}

function hasHole(arg: GenericArg): boolean {
  if (arg.kind === "region") return false;
  if (arg.kind === "constant") return arg.const === "unknown" || arg.hasInfer;
  return arg.hasInfer || arg.hasUnknown;
}

function matches(scx: SolverCx, ref: TraitRef, candidate: Candidate): boolean {
  if (candidate.kind !== "impl") return true;
  return scx.infcx.probe(() => matchImpl(scx, ref, candidate.header, MISC, 0, []) !== undefined);
}

const MISC: Cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } };

function applies(
  scx: SolverCx,
  obligation: TraitObligation,
  ref: TraitRef,
  candidate: Candidate,
): boolean {
  return scx.infcx.probe(() => {
    if (candidate.kind === "impl" && candidate.header.negative) {
      return matchImpl(scx, ref, candidate.header, MISC, obligation.depth, []) !== undefined;
    }
    const confirmed = confirm(scx, obligation, ref, candidate);
    if (confirmed?.kind !== "ok") return false;
    return scx.evaluateAll(scx, confirmed.nested) !== "no";
  });
}

// ---- confirmation

function confirm(
  scx: SolverCx,
  obligation: TraitObligation,
  ref: TraitRef,
  candidate: Candidate,
): Selection | undefined {
  const { infcx, cx } = scx;
  switch (candidate.kind) {
    case "param":
    case "alias":
    case "object":
      if (!infcx.commitIf(() => infcx.unifyArgs(candidate.ref.args, ref.args))) return undefined;
      return { kind: "ok", source: { kind: candidate.kind, ref: candidate.ref }, nested: [] };
    case "impl":
      return confirmImpl(scx, obligation, ref, candidate.header);
    case "callable": {
      // A signature from a generic owner mentions projections of its parameters.
      const nested: Obligation[] = [];
      const declared = cx.tcx.tuple(candidate.callable.sig.inputs);
      const inputs = declared.hasAlias
        ? scx.normalize(scx, declared, obligation.cause, obligation.depth + 1, nested)
        : declared;
      if (!infcx.eq(inputs, typeArg(ref.args, 1))) return undefined;
      return {
        kind: "ok",
        source: { kind: "callable", output: candidate.callable.sig.output },
        nested,
      };
    }
    case "builtin":
      return {
        kind: "ok",
        source: { kind: "builtin", auto: candidate.auto },
        nested: partsObligations(scx, obligation, candidate),
      };
    case "unsize":
      if (!infcx.commitIf(() => candidate.unify.every(([a, b]) => infcx.unify(a, b))))
        return undefined;
      return { kind: "ok", source: { kind: "builtin", auto: false }, nested: candidate.nested };
  }
}

function partsObligations(
  scx: SolverCx,
  obligation: TraitObligation,
  candidate: Candidate & { kind: "builtin" },
): Obligation[] {
  const cause: Cause = {
    span: obligation.cause.span,
    code: { kind: "builtin", parent: obligation },
  };
  const nested: Obligation[] = [];
  for (const part of candidate.parts) {
    const ty = scx.normalize(scx, part, cause, obligation.depth + 1, nested);
    const ref: TraitRef = { trait: obligation.predicate.ref.trait, args: scx.cx.tcx.args([ty]) };
    nested.push(traitObligation(ref, cause, obligation.depth + 1));
  }
  return nested;
}

function confirmImpl(
  scx: SolverCx,
  obligation: TraitObligation,
  ref: TraitRef,
  header: ImplHeader,
): Selection | undefined {
  const nested: Obligation[] = [];
  const args = scx.infcx.commitIf(() =>
    matchImpl(scx, ref, header, obligation.cause, obligation.depth, nested),
  );
  if (!args) return undefined;
  for (const bound of scx.cx.predicatesOf(header.def)) {
    if (bound.implied && isSizedArg(scx, bound, args)) continue;
    const cause: Cause = {
      span: obligation.cause.span,
      code: { kind: "impl", impl: header.def, bound, parent: obligation },
    };
    const predicate = instantiate(scx, bound, args, cause, obligation.depth + 1, nested);
    nested.push({ predicate, cause, depth: obligation.depth + 1 });
  }
  return { kind: "ok", source: { kind: "impl", header, args }, nested };
}

/** The implied bound of a parameter whose argument plainly has a size. */
function isSizedArg(scx: SolverCx, bound: Bound, args: GenericArgs): boolean {
  const self = bound.predicate.kind === "trait" ? bound.predicate.ref.args[0] : undefined;
  const arg = self && isTy(self) && self.kind === "param" ? args[self.index] : undefined;
  return arg !== undefined && isTy(arg) && isPlainlySized(scx.cx, scx.infcx.shallow(arg));
}

/** Unifies the impl's header with the reference; the impl's arguments on success. */
function matchImpl(
  scx: SolverCx,
  ref: TraitRef,
  header: ImplHeader,
  cause: Cause,
  depth: number,
  nested: Obligation[],
): GenericArgs | undefined {
  const args = freshArgs(scx, header.def, cause);
  const own = substituteArgs(scx.cx.tcx, header.ref.args, args).map((arg) =>
    isTy(arg) && arg.hasAlias ? scx.normalize(scx, arg, cause, depth + 1, nested) : arg,
  );
  return scx.infcx.unifyArgs(own, ref.args) ? args : undefined;
}

/** Fresh variables for all parameters of a definition; regions are erased. */
export function freshArgs(
  scx: { readonly infcx: SolverCx["infcx"]; readonly cx: SolverCx["cx"] },
  def: DefId,
  cause: Cause,
): GenericArgs {
  const out: GenericArg[] = [];
  const add = (generics: Generics) => {
    if (generics.parent) add(generics.parent);
    for (const param of generics.own) {
      if (param.kind === "lifetime") out.push(scx.cx.tcx.erased);
      else out.push(param.kind === "const" ? scx.infcx.newConst() : scx.infcx.newVar(cause.span));
    }
  };
  add(scx.cx.genericsOf(def));
  return scx.cx.tcx.args(out);
}

/** A bound for concrete arguments, with its projections normalised. */
export function instantiate(
  scx: SolverCx,
  bound: Bound,
  args: GenericArgs,
  cause: Cause,
  depth: number,
  nested: Obligation[],
): Predicate {
  return normalizePredicate(
    scx,
    substitutePredicate(scx.cx.tcx, bound.predicate, args),
    cause,
    depth,
    nested,
  );
}

export function normalizePredicate(
  scx: SolverCx,
  predicate: Predicate,
  cause: Cause,
  depth: number,
  nested: Obligation[],
): Predicate {
  const list = (args: GenericArgs) =>
    scx.cx.tcx.args(
      args.map((arg) =>
        isTy(arg) ? scx.normalize(scx, arg, cause, depth, nested) : eraseRegion(scx, arg),
      ),
    );
  switch (predicate.kind) {
    case "trait":
      return { kind: "trait", ref: { trait: predicate.ref.trait, args: list(predicate.ref.args) } };
    case "projection":
      return {
        ...predicate,
        args: list(predicate.args),
        ty: scx.normalize(scx, predicate.ty, cause, depth, nested),
      };
    default:
      return predicate;
  }
}

function eraseRegion(scx: SolverCx, arg: GenericArg): GenericArg {
  return arg.kind === "region" ? scx.cx.tcx.erased : arg;
}
