// Fields, indexing and `*` that do not exist: E0609, E0610, E0615, E0616, E0608, E0614.

import { probeMethod } from "../check/method/probe.ts";
import { isUnknown, report, resolveSoFar } from "../check/fnCtxt.ts";
import type { DerefStep } from "../check/coerce/autoderef.ts";
import { reportNeedsType } from "./needsType.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";
import { describeAdt } from "./describe.ts";

export function reportNoField(
  fcx: FnCtxt,
  expr: HirExpr & { kind: "field" },
  base: Ty,
  steps: readonly DerefStep[],
  hidden: DefId | undefined,
): void {
  const ty = resolveSoFar(fcx, base);
  if (isUnknown(ty)) return;
  const last = steps.at(-1)?.ty ?? ty;
  if (last.kind === "infer" && last.class === "general")
    return reportNeedsType(fcx, expr.expr.span, last);
  if (hidden !== undefined) return reportPrivate(fcx, expr, hidden);
  if (hasMethod(fcx, expr, ty)) {
    report(fcx, {
      code: "E0615",
      message: `attempted to take value of method \`${expr.name}\` on type \`${fcx.cx.showInFull(ty)}\``,
      span: expr.nameSpan,
      label: "method, not a field",
    });
    return;
  }
  const primitive = ["int", "float", "bool", "char", "infer"].includes(ty.kind);
  if (primitive) {
    report(fcx, {
      code: "E0610",
      message: `\`${fcx.cx.showInFull(ty)}\` is a primitive type and therefore doesn't have fields`,
      span: expr.nameSpan,
    });
    return;
  }
  report(fcx, {
    code: "E0609",
    message: `no field \`${expr.name}\` on type \`${fcx.cx.showInFull(ty)}\``,
    span: expr.nameSpan,
    label: "unknown field",
  });
}

function reportPrivate(fcx: FnCtxt, expr: HirExpr & { kind: "field" }, field: DefId): void {
  const owner = fcx.cx.def(field).parent;
  report(fcx, {
    code: "E0616",
    message: `field \`${expr.name}\` of ${owner === undefined ? "type" : describeAdt(fcx.cx, owner)} is private`,
    span: expr.nameSpan,
    label: "private field",
  });
}

/** As in `method_exists_for_diagnostic`: what a call of that name could mean counts, traits in scope included. */
function hasMethod(fcx: FnCtxt, expr: HirExpr & { kind: "field" }, ty: Ty): boolean {
  const found = probeMethod(fcx, expr.name, ty, expr.scope, expr.nameSpan).kind;
  return found === "pick" || found === "ambiguous" || found === "private";
}

export function reportNotIndexable(fcx: FnCtxt, expr: HirExpr & { kind: "index" }, base: Ty): void {
  const ty = resolveSoFar(fcx, base);
  if (isUnknown(ty)) return;
  report(fcx, {
    code: "E0608",
    message: `cannot index into a value of type \`${fcx.cx.showInFull(ty)}\``,
    span: { start: expr.expr.span.end, end: expr.span.end },
  });
}

export function reportNotDeref(fcx: FnCtxt, expr: HirExpr & { kind: "unary" }, base: Ty): void {
  const ty = resolveSoFar(fcx, base);
  report(fcx, {
    code: "E0614",
    message: `type \`${fcx.cx.showInFull(ty)}\` cannot be dereferenced`,
    span: expr.span,
    label: "can't be dereferenced",
  });
}
