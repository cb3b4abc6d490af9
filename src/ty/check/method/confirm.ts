// Confirmation: from a pick to a callee with arguments, the adjusted receiver, and the obligations of the call.
// Follows `rustc_hir_typeck::method::confirm`.

import { lowerArgsFor } from "../../lower/lowerArgs.ts";
import { receiverArgs } from "./consider.ts";
import { derefAdjustments } from "../coerce/autoderef.ts";
import { eraseSig, eraseRegions, isTy, substitute, substituteSig } from "../../fold.ts";
import { addBounds, applyAdjustments, causeAt, normalizeTy, report } from "../fnCtxt.ts";
import type { Pick } from "./probe.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { HirExpr, HirGenericArgs, HirSegment } from "../../../hir/hir.ts";
import type { FnSig, GenericArg, GenericArgs, Ty } from "../../ty.ts";
import type { Adjustment, Callee } from "../../typeck.ts";

export interface ConfirmedMethod {
  readonly callee: Callee;
  /** Instantiated and normalised; the first input is the receiver. */
  readonly sig: FnSig;
}

export function confirmMethod(
  fcx: FnCtxt,
  expr: HirExpr,
  receiver: HirExpr,
  segment: HirSegment,
  pick: Pick,
): ConfirmedMethod {
  const self = adjustReceiver(fcx, receiver, pick);
  const parent = receiverArgs(fcx, pick.candidate, segment);
  const args = ownArgs(fcx, pick.candidate.item, parent, segment);
  const sig = methodSig(fcx, pick.candidate.item, args, segment.span);
  forbidDestructor(fcx, pick.candidate.item, segment.span);
  const wanted = sig.inputs[0];
  if (wanted) fcx.infcx.eq(wanted, self);
  addBounds(fcx, pick.candidate.item, args, segment.span, expr.id);
  return { callee: { def: pick.candidate.item, args }, sig };
}

/** E0040: `Drop::drop` is for the compiler to call. */
export function forbidDestructor(fcx: FnCtxt, item: DefId, span: Span): void {
  const drop = fcx.cx.lang("drop");
  if (drop === undefined || fcx.cx.def(item).parent !== drop) return;
  report(fcx, {
    code: "E0040",
    message: "explicit use of destructor method",
    span,
    label: "explicit destructor calls not allowed",
    help: "consider using `drop` function",
  });
}

function adjustReceiver(fcx: FnCtxt, receiver: HirExpr, pick: Pick): Ty {
  const { tcx } = fcx;
  const adjustments: Adjustment[] = derefAdjustments(fcx, pick.steps, pick.derefs);
  let self = pick.steps[pick.derefs]?.ty ?? tcx.unknown;
  if (pick.autoref !== "none") {
    const mutable = pick.autoref === "mut";
    self = tcx.ref(tcx.erased, self, mutable);
    adjustments.push({ kind: "borrow", mutable, twoPhase: mutable, target: self });
    if (pick.unsize && self.kind === "ref" && self.ty.kind === "array") {
      self = tcx.ref(tcx.erased, tcx.slice(self.ty.ty), mutable);
      adjustments.push({ kind: "pointer", cast: "unsize", target: self });
    }
  }
  applyAdjustments(fcx, receiver, adjustments);
  return self;
}

/** The method's own arguments behind those of its impl or trait. */
export function ownArgs(
  fcx: FnCtxt,
  item: DefId,
  parent: GenericArgs,
  segment: HirSegment,
): GenericArgs {
  const given = new Map<DefId, HirGenericArgs>();
  if (segment.args) given.set(item, segment.args);
  const args = lowerArgsFor(fcx.lcx, item, {
    span: segment.span,
    inferArgs: true,
    self: undefined,
    given,
    parentArgs: parent,
  });
  return normalizeArgs(fcx, args, segment.span);
}

export function normalizeArgs(fcx: FnCtxt, args: readonly GenericArg[], span: Span): GenericArgs {
  return fcx.tcx.args(
    args.map((arg) => {
      if (isTy(arg)) return normalizeTy(fcx, arg, causeAt(span));
      return arg.kind === "region" ? fcx.tcx.erased : arg;
    }),
  );
}

export function methodSig(fcx: FnCtxt, def: DefId, args: GenericArgs, span: Span): FnSig {
  const sig = eraseSig(fcx.tcx, substituteSig(fcx.tcx, fcx.cx.fnSig(def), args));
  const cause = causeAt(span);
  return {
    ...sig,
    inputs: sig.inputs.map((ty) => normalizeTy(fcx, ty, cause)),
    output: normalizeTy(fcx, sig.output, cause),
  };
}

/** Type of an associated constant for these arguments. */
export function constTy(fcx: FnCtxt, def: DefId, args: GenericArgs, span: Span): Ty {
  return normalizeTy(
    fcx,
    eraseRegions(fcx.tcx, substitute(fcx.tcx, fcx.cx.typeOf(def), args)),
    causeAt(span),
  );
}
