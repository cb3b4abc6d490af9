// Adjustments made explicit: autoderef, autoref, unsizing, never-to-any. Follows `apply_adjustment` of rustc's THIR building.

import type { Span } from "../../base/span.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Adjustment, Callee } from "../../ty/typeck.ts";
import type { Ty } from "../../ty/ty.ts";
import { thirExpr } from "./cx.ts";
import type { ThirCx } from "./cx.ts";
import type { RegionScope, ThirExpr } from "./thir.ts";

export function applyAdjustments(tcx: ThirCx, expr: HirExpr, value: ThirExpr): ThirExpr {
  let result = value;
  for (const adjustment of tcx.results.adjustments.get(expr.id) ?? []) {
    result = applyAdjustment(tcx, adjustment, result, adjustedSpan(expr));
  }
  return result;
}

/** The coercion of a block's value happens at its tail. */
function adjustedSpan(expr: HirExpr): Span {
  return expr.kind === "block" && expr.block.tail ? expr.block.tail.span : expr.span;
}

function applyAdjustment(
  tcx: ThirCx,
  adjustment: Adjustment,
  source: ThirExpr,
  span: Span,
): ThirExpr {
  const make = (kind: Parameters<typeof thirExpr>[0], ty: Ty) =>
    thirExpr(kind, ty, span, source.tempScope);
  switch (adjustment.kind) {
    case "neverToAny":
      return make({ kind: "neverToAny", source }, adjustment.target);
    case "deref": {
      if (!adjustment.overloaded) return make({ kind: "deref", arg: source }, adjustment.target);
      const { callee, mutable } = adjustment.overloaded;
      const interner = tcx.cx.ty.tcx;
      const ref = make(
        { kind: "borrow", borrow: mutable ? "mut" : "shared", arg: source },
        interner.ref(interner.erased, source.ty, mutable),
      );
      return overloadedPlace(
        tcx,
        callee,
        [ref],
        adjustment.target,
        mutable,
        span,
        source.tempScope,
      );
    }
    case "borrow": {
      const borrow = !adjustment.mutable ? "shared" : adjustment.twoPhase ? "twoPhaseMut" : "mut";
      return make({ kind: "borrow", borrow, arg: source }, adjustment.target);
    }
    case "rawBorrow":
      return make(
        { kind: "rawBorrow", mutable: adjustment.mutable, arg: source },
        adjustment.target,
      );
    case "pointer":
      return make({ kind: "pointer", cast: adjustment.cast, source }, adjustment.target);
  }
}

/** `*Deref::deref(&e)` or `*Index::index(&e, i)`: the place behind the reference that the operator returns. */
export function overloadedPlace(
  tcx: ThirCx,
  callee: Callee,
  args: readonly ThirExpr[],
  placeTy: Ty,
  mutable: boolean,
  span: Span,
  tempScope: RegionScope | undefined,
  fnSpan: Span = span,
): ThirExpr {
  const interner = tcx.cx.ty.tcx;
  const refTy = interner.ref(interner.erased, placeTy, mutable);
  const call = thirExpr(
    { kind: "call", fun: calleeExpr(tcx, callee, span), args, fnSpan, source: "operator" },
    refTy,
    span,
    tempScope,
  );
  return thirExpr({ kind: "deref", arg: call }, placeTy, span, tempScope);
}

export function calleeExpr(tcx: ThirCx, callee: Callee, span: Span): ThirExpr {
  const ty = tcx.cx.ty.tcx.fnDef(callee.def, callee.args);
  return thirExpr({ kind: "constant", constant: { kind: "zst" } }, ty, span, undefined);
}
