// E0308: one type where another is expected, at the place where rustc points.

import { isUnknown, report, resolveSoFar, taint } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { HirArm, HirBlock, HirExpr } from "../../hir/hir.ts";
import type { Span } from "../../base/span.ts";
import type { Ty } from "../ty.ts";

export function reportMismatch(fcx: FnCtxt, expr: HirExpr, expected: Ty, found: Ty): void {
  mismatchAt(fcx, blameSpan(expr), expected, found);
}

/** The value of a block is its tail. */
function blameSpan(expr: HirExpr): Span {
  if (expr.kind === "dropTemps") return blameSpan(expr.expr);
  if (expr.kind === "block" && expr.block.tail && !expr.macroSpan)
    return blameSpan(expr.block.tail);
  return expr.span;
}

function mismatchAt(
  fcx: FnCtxt,
  span: Span,
  expectedTy: Ty,
  foundTy: Ty,
  related: readonly { span: Span; message: string }[] = [],
): void {
  const expected = resolveSoFar(fcx, expectedTy);
  const found = resolveSoFar(fcx, foundTy);
  if (isUnknown(expected, found)) return taint(fcx, span);
  report(fcx, {
    code: "E0308",
    message: "mismatched types",
    span,
    label: mismatchLabel(fcx, expected, found),
    related,
  });
}

export function mismatchLabel(fcx: FnCtxt, expected: Ty, found: Ty): string {
  const [want, have] = [describe(fcx, expected), describe(fcx, found)];
  return `expected ${want}, found ${have}`;
}

function describe(fcx: FnCtxt, ty: Ty): string {
  switch (ty.kind) {
    case "infer":
      return ty.class === "int"
        ? "integer"
        : ty.class === "float"
          ? "floating-point number"
          : "`_`";
    case "fnDef":
      return "fn item";
    case "closure":
      return "closure";
    case "param":
      return `type parameter \`${ty.name}\``;
    case "opaque":
      return "opaque type";
    case "projection":
      return "associated type";
    case "fnPtr":
      return "fn pointer";
    default:
      return `\`${fcx.cx.showInFull(ty)}\``;
  }
}

/** A block without a tail where a value is expected. */
export function reportMissingTail(fcx: FnCtxt, block: HirBlock, expected: Ty): void {
  const def = fcx.cx.def(fcx.owner);
  const isBody = fcx.body.value.kind === "block" && fcx.body.value.block === block;
  if (isBody && def.kind === "fn") {
    mismatchAt(fcx, def.sig.output.span, expected, fcx.tcx.unit, [
      {
        span: def.nameSpan,
        message: "implicitly returns `()` as its body has no tail or `return` expression",
      },
    ]);
    return;
  }
  mismatchAt(fcx, block.span, expected, fcx.tcx.unit);
}

export function reportMissingElse(fcx: FnCtxt, expr: HirExpr, _found: Ty, expectedTy: Ty): void {
  const expected = resolveSoFar(fcx, expectedTy);
  if (isUnknown(expected)) return taint(fcx, expr.span);
  report(fcx, {
    code: "E0317",
    message: "`if` may be missing an `else` clause",
    span: expr.span,
    label: mismatchLabel(fcx, expected, fcx.tcx.unit),
    related: [],
  });
}

export function reportArmMismatch(
  fcx: FnCtxt,
  expr: HirExpr & { kind: "match" },
  arm: HirArm,
  expected: Ty,
  found: Ty,
): void {
  if (expr.source === "question") return reportQuestion(fcx, expr, expected, found);
  const [want, have] = [resolveSoFar(fcx, expected), resolveSoFar(fcx, found)];
  if (isUnknown(want, have)) return taint(fcx, arm.span);
  const index = expr.arms.indexOf(arm);
  if (index <= 0) return mismatchAt(fcx, blameSpan(arm.body), want, have);
  report(fcx, {
    code: "E0308",
    message: "`match` arms have incompatible types",
    span: blameSpan(arm.body),
    label: mismatchLabel(fcx, want, have),
    related: [],
  });
}

export function reportElseMismatch(fcx: FnCtxt, branch: HirExpr, expected: Ty, found: Ty): void {
  const [want, have] = [resolveSoFar(fcx, expected), resolveSoFar(fcx, found)];
  if (isUnknown(want, have)) return taint(fcx, branch.span);
  report(fcx, {
    code: "E0308",
    message: "`if` and `else` have incompatible types",
    span: blameSpan(branch),
    label: mismatchLabel(fcx, want, have),
  });
}

function reportQuestion(fcx: FnCtxt, expr: HirExpr, expected: Ty, found: Ty): void {
  mismatchAt(fcx, expr.span, expected, found);
}

export function reportUnitBreak(fcx: FnCtxt, expr: HirExpr, expected: Ty): void {
  mismatchAt(fcx, expr.span, expected, fcx.tcx.unit);
}

export function reportUnitReturn(fcx: FnCtxt, expr: HirExpr, expectedTy: Ty): void {
  const expected = resolveSoFar(fcx, expectedTy);
  if (isUnknown(expected)) return taint(fcx, expr.span);
  report(fcx, {
    code: "E0069",
    message: "`return;` in a function whose return type is not `()`",
    span: expr.span,
    label: "return type is not `()`",
    related: [],
  });
}
