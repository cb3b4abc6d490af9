// Calls: functions, function pointers, closures, and whatever implements the `Fn` traits.
// Follows `rustc_hir_typeck::callee`.

import { autoderef, derefAdjustments } from "../coerce/autoderef.ts";
import { checkArguments } from "./arguments.ts";
import { fnItemSig } from "../coerce/coercion.ts";
import { eraseSig } from "../../fold.ts";
import { firstItem, langMethod } from "../../langItems.ts";
import { mutatePlace } from "../mutPlace.ts";
import { reportNotCallable } from "../../errors/calls.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import {
  applyAdjustments,
  causeAt,
  isUnknown,
  newVar,
  NO_EXPECTATION,
  normalizeTy,
  register,
  structurally,
  taint,
} from "../fnCtxt.ts";
import type { DerefStep } from "../coerce/autoderef.ts";
import type { ArgumentSite } from "./arguments.ts";
import type { Expectation, FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { FnSig, Ty } from "../../ty.ts";
import type { Adjustment } from "../../typeck.ts";

type CallExpr = HirExpr & { readonly kind: "call" };

export function checkCall(fcx: FnCtxt, expr: CallExpr, expected: Expectation): Ty {
  const callee = fcx.check.expr(fcx, expr.callee, NO_EXPECTATION);
  const steps = autoderef(fcx, callee, expr.callee.span);
  for (let i = 0; i < steps.length; i++) {
    const ty = callStep(fcx, expr, steps, i, expected);
    if (ty) return ty;
  }
  for (const arg of expr.args) fcx.check.expr(fcx, arg, NO_EXPECTATION);
  if (!isUnknown(callee)) reportNotCallable(fcx, expr, callee);
  taint(fcx, expr.span);
  return fcx.tcx.unknown;
}

function callStep(
  fcx: FnCtxt,
  expr: CallExpr,
  steps: readonly DerefStep[],
  index: number,
  expected: Expectation,
): Ty | undefined {
  const { ty } = steps[index] as DerefStep;
  switch (ty.kind) {
    case "fnDef":
    case "fnPtr": {
      applyAdjustments(fcx, expr.callee, derefAdjustments(fcx, steps, index));
      const sig =
        ty.kind === "fnDef" ? fnItemSig(fcx, ty, expr.callee.span) : eraseSig(fcx.tcx, ty.sig);
      const def = ty.kind === "fnDef" ? ty.def : undefined;
      return argumentsOf(fcx, expr, sig, expected, {
        ...site(expr),
        kind: def === undefined ? "pointer" : "function",
        def,
      });
    }
    case "closure": {
      const deferred = deferredClosure(fcx, expr, ty, steps, index, expected);
      return deferred ?? overloadedCall(fcx, expr, ty, steps, index, expected);
    }
    case "unknown":
    case "infer":
      return undefined;
    case "ref":
      // `f: &mut F` is called as `(*f)(..)`: through `impl FnMut for &mut F` the variable would have to be `mut`.
      return index === 0 ? undefined : overloadedCall(fcx, expr, ty, steps, index, expected);
    default:
      return overloadedCall(fcx, expr, ty, steps, index, expected);
  }
}

function site(expr: CallExpr): ArgumentSite {
  return { call: expr, span: expr.callee.span, kind: "function", def: undefined, tupled: false };
}

function argumentsOf(
  fcx: FnCtxt,
  expr: CallExpr,
  sig: FnSig,
  expected: Expectation,
  at: ArgumentSite,
): Ty {
  checkArguments(fcx, sig, expr.args, expected, at);
  return sig.output;
}

/** A closure of this body whose kind is still open: the call is finished after capture analysis. */
function deferredClosure(
  fcx: FnCtxt,
  expr: CallExpr,
  ty: Ty & { kind: "closure" },
  steps: readonly DerefStep[],
  index: number,
  expected: Expectation,
): Ty | undefined {
  const state = ty.owner === fcx.owner ? fcx.infcx.closures[ty.index] : undefined;
  if (!state || state.kind !== undefined) return undefined;
  fcx.deferredCalls.push({
    call: expr,
    closure: ty,
    adjustments: derefAdjustments(fcx, steps, index),
  });
  return argumentsOf(fcx, expr, state.sig, expected, { ...site(expr), kind: "closure" });
}

const CALL_TRAITS = [
  { lang: "fn", autoref: "shared" },
  { lang: "fn_mut", autoref: "mut" },
  { lang: "fn_once", autoref: "none" },
] as const;

function overloadedCall(
  fcx: FnCtxt,
  expr: CallExpr,
  ty: Ty,
  steps: readonly DerefStep[],
  index: number,
  expected: Expectation,
): Ty | undefined {
  const { cx, tcx, scx } = fcx;
  for (const how of CALL_TRAITS) {
    const trait = cx.lang(how.lang);
    if (trait === undefined) continue;
    const tuple = tcx.tuple(expr.args.map((arg) => newVar(fcx, arg.span)));
    const inputs = ty.kind === "closure" ? newVar(fcx, expr.span) : tuple;
    const goal = traitObligation(
      { trait, args: tcx.args([ty, inputs]) },
      causeAt(expr.callee.span),
      0,
    );
    if (scx.evaluate(scx, goal) === "no" && !arityDiffers(fcx, ty, goal.predicate.ref.trait))
      continue;
    return confirmOverloaded(fcx, expr, ty, steps, index, how, expected);
  }
  return undefined;
}

/** With the wrong number of arguments the type is callable all the same; the arguments are what is wrong. */
function arityDiffers(fcx: FnCtxt, ty: Ty, trait: Parameters<typeof firstItem>[1]): boolean {
  const { scx, tcx } = fcx;
  if (trait === undefined) return false;
  const open = traitObligation(
    { trait, args: tcx.args([ty, newVar(fcx, fcx.body.span)]) },
    causeAt(fcx.body.span),
    0,
  );
  return scx.evaluate(scx, open) === "yes";
}

function confirmOverloaded(
  fcx: FnCtxt,
  expr: CallExpr,
  ty: Ty,
  steps: readonly DerefStep[],
  index: number,
  how: (typeof CALL_TRAITS)[number],
  expected: Expectation,
): Ty | undefined {
  const { cx, tcx } = fcx;
  const trait = cx.lang(how.lang);
  const method = langMethod(cx, how.lang);
  const output = firstItem(cx, cx.lang("fn_once"), "assocTy");
  if (trait === undefined || method === undefined || output === undefined) return undefined;
  const tuple = newVar(fcx, expr.span);
  const cause = causeAt(expr.callee.span);
  const args = tcx.args([ty, tuple]);
  register(fcx, traitObligation({ trait, args }, cause, 0));
  const result = normalizeTy(fcx, tcx.projection(output, args), cause);
  applyAdjustments(fcx, expr.callee, [
    ...derefAdjustments(fcx, steps, index),
    ...borrowOf(fcx, ty, how.autoref),
  ]);
  if (how.autoref === "mut") mutatePlace(fcx, expr.callee);
  fcx.tables.methods.set(expr.id, { def: method, args });
  const known = structurally(fcx, tuple);
  const inputs = known.kind === "tuple" ? known.tys : expr.args.map((arg) => newVar(fcx, arg.span));
  if (known.kind !== "tuple") fcx.infcx.eq(tuple, tcx.tuple(inputs));
  const sig: FnSig = { inputs, output: result, unsafe: false, variadic: false, boundRegions: 0 };
  return argumentsOf(fcx, expr, sig, expected, { ...site(expr), kind: "closure" });
}

export function borrowOf(fcx: FnCtxt, ty: Ty, autoref: "none" | "shared" | "mut"): Adjustment[] {
  if (autoref === "none") return [];
  const mutable = autoref === "mut";
  // A call of `FnMut` is not two-phase: its arguments may use the closure's captures.
  return [
    { kind: "borrow", mutable, twoPhase: false, target: fcx.tcx.ref(fcx.tcx.erased, ty, mutable) },
  ];
}

/** Finishes the calls of a closure whose kind capture analysis has found. */
export function resolveDeferredCalls(fcx: FnCtxt, index: number): void {
  const { cx, tcx } = fcx;
  for (const { call, closure, adjustments } of fcx.deferredCalls) {
    if (closure.index !== index) continue;
    const state = fcx.infcx.closures[closure.index];
    const kind = state?.kind ?? "Fn";
    const how = CALL_TRAITS.find(
      (t) => t.lang === (kind === "Fn" ? "fn" : kind === "FnMut" ? "fn_mut" : "fn_once"),
    );
    const method = how && langMethod(cx, how.lang);
    if (!how || method === undefined || !state) continue;
    applyAdjustments(fcx, call.callee, [...adjustments, ...borrowOf(fcx, closure, how.autoref)]);
    if (how.autoref === "mut") mutatePlace(fcx, call.callee);
    fcx.tables.methods.set(call.id, {
      def: method,
      args: tcx.args([closure, tcx.tuple(state.sig.inputs)]),
    });
  }
}
