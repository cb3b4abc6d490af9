// Method calls: `receiver.name(args)`.

import { checkArguments } from "./arguments.ts";
import { confirmMethod } from "../method/confirm.ts";
import { mutatePlace } from "../mutPlace.ts";
import { probeMethod } from "../method/probe.ts";
import { reportBadMethod } from "../../errors/methods.ts";
import { NO_EXPECTATION, structurally, taint } from "../fnCtxt.ts";
import type { Expectation, FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

export function checkMethodCall(
  fcx: FnCtxt,
  expr: HirExpr & { kind: "methodCall" },
  expected: Expectation,
): Ty {
  const receiver = structurally(fcx, fcx.check.expr(fcx, expr.receiver, NO_EXPECTATION));
  const result = probeMethod(fcx, expr.segment.name, receiver, expr.scope, expr.segment.span);
  if (result.kind !== "pick") {
    // What a closure among the arguments is given cannot be known either; an unknown receiver is told of itself.
    if (receiver.kind !== "infer") taint(fcx, expr.span);
    for (const arg of expr.args) fcx.check.expr(fcx, arg, NO_EXPECTATION);
    reportBadMethod(fcx, expr, receiver, result);
    taint(fcx, expr.span);
    return fcx.tcx.unknown;
  }
  const method = confirmMethod(fcx, expr, expr.receiver, expr.segment, result.pick);
  fcx.tables.methods.set(expr.id, method.callee);
  if (result.pick.autoref === "mut") mutatePlace(fcx, expr.receiver);
  const inputs = method.sig.inputs.slice(1);
  checkArguments(fcx, { ...method.sig, inputs }, expr.args, expected, {
    call: expr,
    span: expr.segment.span,
    kind: "method",
    def: method.callee.def,
    tupled: false,
  });
  return method.sig.output;
}
