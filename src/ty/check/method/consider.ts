// Whether one candidate fits one self type: its receiver type unifies and its bounds may hold.
// Follows `consider_probe`; everything happens in a snapshot that is undone.

import { freshArgs, instantiate } from "../../traits/select.ts";
import { eraseRegions, isTy, substitute } from "../../fold.ts";
import { causeAt } from "../fnCtxt.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { MethodCandidate } from "./candidates.ts";
import type { ProbeCx } from "./probe.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { GenericArg, GenericArgs, Ty } from "../../ty.ts";

export function candidateMatches(pcx: ProbeCx, candidate: MethodCandidate, self: Ty): boolean {
  const { fcx } = pcx;
  if (candidate.kind === "trait" && isSkipped(pcx, candidate.trait, self)) return false;
  return fcx.infcx.probe(() => {
    const args = receiverArgs(fcx, candidate, pcx);
    const nested: Obligation[] = [];
    const wanted = fcx.scx.normalize(
      fcx.scx,
      selfTypeOf(pcx, candidate, args),
      causeAt(pcx.span),
      0,
      nested,
    );
    if (!fcx.infcx.unify(wanted, self)) return false;
    if (boundsMayHold(pcx, candidate, args, nested)) return true;
    if (candidate.kind !== "trait" || hasImpl(pcx, candidate.trait, args))
      pcx.unsatisfied.push(candidate);
    return false;
  });
}

/** Traits that came to arrays and boxed slices late do not take a call from what was there (`skip_array_during_method_dispatch`). */
function isSkipped(pcx: ProbeCx, trait: DefId, self: Ty): boolean {
  const { cx } = pcx.fcx;
  if (pcx.mode === "path" || cx.edition >= 2024) return false;
  const marker = isArray(self)
    ? "array_methods_since"
    : isBoxedSlice(pcx, self)
      ? "boxed_slice_methods_since"
      : undefined;
  const since = marker === undefined ? undefined : cx.program.marker(trait, marker);
  return since !== undefined && cx.edition < Number(since);
}

function isArray(ty: Ty): boolean {
  return ty.kind === "array";
}

function isBoxedSlice({ fcx }: ProbeCx, ty: Ty): boolean {
  const inner = ty.kind === "adt" && ty.def === fcx.cx.lang("owned_box") ? ty.args[0] : undefined;
  return inner !== undefined && isTy(inner) && fcx.infcx.shallow(inner).kind === "slice";
}

/** Arguments of the impl or trait that the candidate's item belongs to. */
export function receiverArgs(
  fcx: FnCtxt,
  candidate: MethodCandidate,
  at: { readonly span: ProbeCx["span"] },
): GenericArgs {
  switch (candidate.kind) {
    case "impl":
      return freshArgs(fcx, candidate.impl, causeAt(at.span));
    case "trait":
      return freshArgs(fcx, candidate.trait, causeAt(at.span));
    case "where":
    case "object":
      return candidate.ref.args;
  }
}

function selfTypeOf(pcx: ProbeCx, candidate: MethodCandidate, args: GenericArgs): Ty {
  const { cx, tcx } = pcx.fcx;
  if (pcx.mode === "path") {
    if (candidate.kind === "impl")
      return eraseRegions(tcx, substitute(tcx, cx.typeOf(candidate.impl), args));
    const self = args[0];
    return self && isTy(self) ? self : tcx.unknown;
  }
  const input = cx.fnSig(candidate.item).inputs[0] ?? tcx.unknown;
  return eraseRegions(tcx, substitute(tcx, input, withOwnArgs(pcx.fcx, candidate.item, args, pcx)));
}

/** Arguments of the parent, then fresh ones for the method's own parameters. */
export function withOwnArgs(
  fcx: FnCtxt,
  item: DefId,
  parent: GenericArgs,
  at: { readonly span: ProbeCx["span"] },
): GenericArgs {
  const own = fcx.cx.genericsOf(item).own;
  if (own.length === 0) return parent;
  const extra = own.map((param): GenericArg => {
    if (param.kind === "lifetime") return fcx.tcx.erased;
    return param.kind === "const" ? fcx.infcx.newConst() : fcx.infcx.newVar(at.span);
  });
  return fcx.tcx.args([...parent, ...extra]);
}

/** The trait is implemented for such types, only not under the conditions at hand. */
function hasImpl(pcx: ProbeCx, trait: DefId, args: GenericArgs): boolean {
  const { scx } = pcx.fcx;
  return scx.select(scx, traitObligation({ trait, args }, causeAt(pcx.span), 0)).kind === "ok";
}

function boundsMayHold(
  pcx: ProbeCx,
  candidate: MethodCandidate,
  args: GenericArgs,
  nested: Obligation[],
): boolean {
  const { fcx } = pcx;
  const { scx } = fcx;
  const cause = causeAt(pcx.span);
  if (candidate.kind === "trait") {
    const goal = traitObligation({ trait: candidate.trait, args }, cause, 0);
    if (scx.evaluate(scx, goal) === "no") return false;
    // `Option<?>` is no iterator, whatever is in it.
    const self = fcx.infcx.resolveArg(args[0] ?? fcx.tcx.unknown);
    const inside = isTy(self) && self.hasUnknown && referent(self).kind !== "unknown";
    return !inside || scx.select(scx, goal).kind !== "no";
  }
  if (candidate.kind !== "impl") return true;
  for (const bound of fcx.cx.predicatesOf(candidate.impl)) {
    nested.push({ predicate: instantiate(scx, bound, args, cause, 0, nested), cause, depth: 0 });
  }
  return scx.evaluateAll(scx, nested) !== "no";
}

function referent(ty: Ty): Ty {
  return ty.kind === "ref" ? referent(ty.ty) : ty;
}
