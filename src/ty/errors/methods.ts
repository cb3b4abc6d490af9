// Methods and associated items that do not exist: E0599, E0034 (ambiguous), E0624 (private), E0282 (unknown receiver),
// E0689 (bare number).

import { describeTy } from "./describe.ts";
import { autoderef } from "../check/coerce/autoderef.ts";
import { isSurelyMissing } from "./certainty.ts";
import { isUnknown, report, resolveSoFar } from "../check/fnCtxt.ts";
import { reportNeedsType } from "./needsType.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { ProbeResult } from "../check/method/probe.ts";
import type { Span } from "../../base/span.ts";
import type { HirExpr, HirQPath } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

type Failure = Exclude<ProbeResult, { kind: "pick" }>;

export function reportBadMethod(
  fcx: FnCtxt,
  expr: HirExpr & { kind: "methodCall" },
  receiver: Ty,
  failure: Failure,
): void {
  const ty = resolveSoFar(fcx, receiver);
  const { span, name } = expr.segment;
  if (isUnknown(ty)) return;
  if (failure.kind === "badType") return reportUnknownReceiver(fcx, expr, ty);
  if (failure.kind === "private") return reportPrivate(fcx, name, span, failure.def);
  if (failure.kind === "ambiguous") return reportAmbiguous(fcx, span);
  const declared = failure.unsatisfied.length > 0 && !fcx.cx.program.incomplete;
  const bareNumber = ty.kind === "infer" && ty.class !== "general";
  if (!declared && !(bareNumber && !fcx.cx.program.incomplete)) {
    if (!isSurelyMissing(fcx, name, failure.steps)) return noteUnmodelled(fcx, ty, name, span);
  }
  if (bareNumber && isSomewhere(fcx, name)) {
    report(fcx, {
      code: "E0689",
      message: `can't call method \`${name}\` on ambiguous numeric type \`${fcx.cx.showInFull(ty)}\``,
      span,
    });
    return;
  }
  if (failure.unsatisfied.length > 0) {
    report(fcx, {
      code: "E0599",
      message: unsatisfiedMessage(fcx, name, ty),
      span,
    });
    return;
  }
  report(fcx, {
    code: "E0599",
    message: `no method named \`${name}\` found for ${describeTy(fcx.cx, asDeclared(fcx, ty, name, failure.steps.length))} in the current scope`,
    span,
    label: `method not found in \`${fcx.cx.showInFull(ty)}\``,
  });
}

/** The real std may have it: nothing is wrong with the text, but it cannot be run. */
function noteUnmodelled(fcx: FnCtxt, ty: Ty, name: string, span: Span): void {
  const shown = ty.kind === "adt" ? fcx.cx.def(ty.def).name : fcx.cx.show(ty);
  fcx.unmodelled.push({ span, path: fcx.cx.program.incomplete ? name : `${shown}::${name}` });
}

/** Some trait or number has such an item: with its type written out the call might do (`report_failed_method_call_on_numerical_val`). */
function isSomewhere({ cx }: FnCtxt, name: string): boolean {
  const numbers = ["i32", "u8", "f64"];
  return (
    numbers.some((number) => cx.program.realNames?.(number)?.has(name) === true) ||
    cx.program.localDefs.some((id) => {
      const def = cx.def(id);
      return def.kind === "trait" && def.items.some((item) => cx.def(item).name === name);
    })
  );
}

/** `Result<T, E>`: what no arguments would help is said of the type as declared. */
function asDeclared(fcx: FnCtxt, ty: Ty, name: string, steps: number): Ty {
  if (ty.kind !== "adt" || steps > 1) return ty;
  const known = fcx.cx
    .inherentImpls(ty.def)
    .some((impl) => fcx.cx.assocItem(impl, name, "value") !== undefined);
  return known ? ty : fcx.cx.typeOf(ty.def);
}

function derefs(fcx: FnCtxt, ty: Ty): number {
  return autoderef(fcx, ty, fcx.body.span).length;
}

function unsatisfiedMessage(fcx: FnCtxt, name: string, ty: Ty): string {
  const what = describeTy(fcx.cx, ty);
  return `the method \`${name}\` exists for ${what}, but its trait bounds were not satisfied`;
}

function reportUnknownReceiver(fcx: FnCtxt, expr: HirExpr & { kind: "methodCall" }, ty: Ty): void {
  if (ty.kind !== "infer") return;
  reportNeedsType(fcx, expr.receiver.span, ty);
}

function reportPrivate(
  fcx: FnCtxt,
  name: string,
  span: Span,
  def: Parameters<FnCtxt["cx"]["def"]>[0],
): void {
  const item = fcx.cx.def(def);
  const kind =
    item.kind === "fn" && item.sig.hasSelf
      ? "method"
      : item.kind === "fn"
        ? "associated function"
        : "associated constant";
  report(fcx, {
    code: "E0624",
    message: `${kind} \`${name}\` is private`,
    span,
    label: `private ${kind}`,
  });
}

function reportAmbiguous(fcx: FnCtxt, span: Span): void {
  report(fcx, { code: "E0034", message: "multiple applicable items in scope", span });
}

export function reportBadPath(
  fcx: FnCtxt,
  path: HirQPath & { kind: "relative" },
  self: Ty,
  failure: Failure,
): void {
  const ty = resolveSoFar(fcx, self);
  const { span, name } = path.segment;
  if (isUnknown(ty)) return;
  if (failure.kind === "badType") {
    if (ty.kind === "infer") reportNeedsType(fcx, span, ty);
    return;
  }
  if (failure.kind === "private") return reportPrivate(fcx, name, span, failure.def);
  if (failure.kind === "ambiguous") return reportAmbiguous(fcx, span);
  const declared = failure.unsatisfied.length > 0 && !fcx.cx.program.incomplete;
  if (!declared && !isSurelyMissing(fcx, name, failure.steps))
    return noteUnmodelled(fcx, ty, name, span);
  const isEnum = ty.kind === "adt" && fcx.cx.adt(ty.def).kind === "enum";
  const item = isEnum ? "variant or associated item" : "function or associated item";
  const what =
    failure.unsatisfied.length > 0
      ? `the ${isEnum ? "variant or associated item" : "function or associated item"} \`${name}\` exists for ${describeTy(fcx.cx, ty)}, but its trait bounds were not satisfied`
      : `no ${item} named \`${name}\` found for ${describeTy(fcx.cx, asDeclared(fcx, ty, name, derefs(fcx, ty)))} in the current scope`;
  report(fcx, {
    code: "E0599",
    message: what,
    span,
    label: `${item} not found in \`${fcx.cx.showInFull(ty)}\``,
  });
}
