// Calls to THIR: functions, methods, constructors, closures and overloaded operators are all plain calls afterwards.

import type { Span } from "../../base/span.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { calleeExpr } from "./adjust.ts";
import { thirExpr } from "./cx.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import { adtKind } from "./paths.ts";
import type { RegionScope, ThirExpr, ThirExprKind } from "./thir.ts";

function unknownCallee(): ThirExprKind {
  return {
    kind: "unsupported",
    what: "a call",
    reason: "the called function is not known",
  };
}

export function mirrorCall(
  tcx: ThirCx,
  expr: HirExpr & { kind: "call" },
  ty: Ty,
  scopes: Scopes,
  temp: RegionScope | undefined,
): ThirExprKind {
  const overloaded = tcx.results.methods.get(expr.id);
  if (overloaded) {
    const callee = tcx.mirror(tcx, expr.callee, scopes);
    const args = expr.args.map((arg) => tcx.mirror(tcx, arg, scopes));
    const tuple = thirExpr(
      { kind: "tuple", exprs: args },
      tcx.cx.ty.tcx.tuple(args.map((arg) => arg.ty)),
      expr.span,
      temp,
    );
    return {
      kind: "call",
      fun: calleeExpr(tcx, overloaded, expr.callee.span),
      args: [callee, tuple],
      fnSpan: expr.span,
      source: "call",
    };
  }
  const resolved =
    expr.callee.kind === "path" ? tcx.results.resolutions.get(expr.callee.id) : undefined;
  const kind = resolved && tcx.cx.ty.def(resolved.def).kind;
  if (resolved && ty.kind === "adt" && (kind === "struct" || kind === "variant")) {
    const fields = expr.args.map((arg, index) => ({ index, value: tcx.mirror(tcx, arg, scopes) }));
    return adtKind(tcx, resolved, ty, fields, undefined);
  }
  const fun = tcx.mirror(tcx, expr.callee, scopes);
  if (fun.ty.kind !== "fnDef" && fun.ty.kind !== "fnPtr") return unknownCallee();
  return {
    kind: "call",
    fun,
    args: expr.args.map((arg) => tcx.mirror(tcx, arg, scopes)),
    fnSpan: expr.span,
    source: "call",
  };
}

export function mirrorMethodCall(
  tcx: ThirCx,
  expr: HirExpr & { kind: "methodCall" },
  scopes: Scopes,
): ThirExprKind {
  const callee = tcx.results.methods.get(expr.id);
  if (!callee) return unknownCallee();
  const args = [expr.receiver, ...expr.args].map((arg) => tcx.mirror(tcx, arg, scopes));
  const fnSpan: Span = {
    start: expr.segment.span.start,
    end: Math.max(expr.span.end, expr.segment.span.end),
  };
  return {
    kind: "call",
    fun: calleeExpr(tcx, callee, expr.segment.span),
    args,
    fnSpan,
    source: "method",
  };
}

/** An operator that is a method: its operands carry the autoref that the operator needs as adjustments. */
export function mirrorOverloaded(
  tcx: ThirCx,
  expr: HirExpr,
  operands: readonly HirExpr[],
  scopes: Scopes,
): ThirExprKind {
  const callee = tcx.results.methods.get(expr.id);
  if (!callee) return unknownCallee();
  const args: ThirExpr[] = operands.map((operand) => tcx.mirror(tcx, operand, scopes));
  return {
    kind: "call",
    fun: calleeExpr(tcx, callee, expr.span),
    args,
    fnSpan: expr.span,
    source: "operator",
  };
}
