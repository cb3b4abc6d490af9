// Places that turn out to be used mutably: overloaded `*` and `[]` on the way become `DerefMut` and `IndexMut`.
// Follows `convert_place_derefs_to_mutable`.

import { langMethod } from "../langItems.ts";
import { overloadedAdjustment } from "./coerce/autoderef.ts";
import { adjustedTy, causeAt, exprTy } from "./fnCtxt.ts";
import { traitObligation } from "../traits/solverCx.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { GenericArgs } from "../ty.ts";
import type { Adjustment } from "../typeck.ts";

export function mutatePlace(fcx: FnCtxt, expr: HirExpr): void {
  const chain: HirExpr[] = [expr];
  for (let at: HirExpr | undefined = inner(expr); at; at = inner(at)) chain.push(at);
  for (const place of chain.reverse()) {
    mutateAdjustments(fcx, place);
    if (place.kind === "unary" && place.op === "*")
      mutateOperator(fcx, place, place.expr, "deref_mut");
    if (place.kind === "index") mutateOperator(fcx, place, place.expr, "index_mut");
  }
}

function inner(expr: HirExpr): HirExpr | undefined {
  if (expr.kind === "field" || expr.kind === "index") return expr.expr;
  return expr.kind === "unary" && expr.op === "*" ? expr.expr : undefined;
}

/** Overloaded dereferences among the adjustments of a place borrow mutably; so does its final borrow. */
function mutateAdjustments(fcx: FnCtxt, expr: HirExpr): void {
  const adjustments = fcx.tables.adjustments.get(expr.id);
  if (!adjustments?.some((a) => a.kind === "deref" && a.overloaded && !a.overloaded.mutable))
    return;
  let source = exprTy(fcx, expr);
  const out = adjustments.map((adjustment): Adjustment => {
    const from = source;
    source = adjustment.target;
    if (adjustment.kind !== "deref" || !adjustment.overloaded) return adjustment;
    if (!mayHold(fcx, "deref_mut", adjustment.overloaded.callee.args, expr)) return adjustment;
    return overloadedAdjustment(fcx, fcx.infcx.shallow(from), adjustment.target, true);
  });
  fcx.tables.adjustments.set(expr.id, out);
}

/** Without the mutable trait the place stays as it is; the borrow checker says that it cannot be changed. */
function mayHold(
  fcx: FnCtxt,
  lang: "deref_mut" | "index_mut",
  args: GenericArgs,
  expr: HirExpr,
): boolean {
  const trait = fcx.cx.lang(lang);
  if (trait === undefined) return false;
  return (
    fcx.scx.evaluate(fcx.scx, traitObligation({ trait, args }, causeAt(expr.span), 0)) !== "no"
  );
}

function mutateOperator(
  fcx: FnCtxt,
  expr: HirExpr,
  base: HirExpr,
  lang: "deref_mut" | "index_mut",
): void {
  const method = fcx.tables.methods.get(expr.id);
  const mutable = langMethod(fcx.cx, lang);
  if (
    !method ||
    mutable === undefined ||
    method.def === mutable ||
    !mayHold(fcx, lang, method.args, expr)
  )
    return;
  fcx.tables.methods.set(expr.id, { def: mutable, args: method.args });
  const adjustments = fcx.tables.adjustments.get(base.id) ?? [];
  const last = adjustments.findLastIndex((a) => a.kind === "borrow");
  if (last < 0) return;
  const { tcx } = fcx;
  const borrowed = adjustments[last] as Adjustment;
  const referent = fcx.infcx.shallow(borrowed.target);
  const ty = referent.kind === "ref" ? referent.ty : adjustedTy(fcx, base);
  const out = adjustments.slice();
  out[last] = {
    kind: "borrow",
    mutable: true,
    twoPhase: false,
    target: tcx.ref(tcx.erased, ty, true),
  };
  const next = out[last + 1];
  if (next?.kind === "pointer" && next.target.kind === "ref") {
    out[last + 1] = { ...next, target: tcx.ref(tcx.erased, next.target.ty, true) };
  }
  fcx.tables.adjustments.set(base.id, out);
}
