// Literals that do not fit their type. Follows `rustc_lint::types::literal`.

import type { Span } from "../../base/span.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { intRange, numeralValue } from "../../ty/constOps.ts";
import type { IntTy, Ty } from "../../ty/ty.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { LintFinding } from "./lint.ts";

/** `negated`: the `-` around it, which gives a signed literal one value more. */
export function overflowingLiteral(
  results: TypeckResults,
  expr: HirExpr,
  negated: HirExpr | undefined,
): readonly LintFinding[] {
  if (expr.kind !== "lit") return [];
  const ty = results.exprTys[expr.id];
  if (ty === undefined) return [];
  const span = negated?.span ?? expr.span;
  if (expr.lit.kind === "int" && ty.kind === "int") {
    const value = numeralValue(expr.lit.digits);
    return value === undefined || fits(value, ty.int, negated !== undefined)
      ? []
      : [finding(ty, span)];
  }
  if ((expr.lit.kind === "float" || expr.lit.kind === "int") && ty.kind === "float") {
    const value = Number(expr.lit.digits);
    const rounded = ty.float === "f32" ? Math.fround(value) : value;
    return Number.isFinite(rounded) || Number.isNaN(value) ? [] : [finding(ty, span)];
  }
  return [];
}

function fits(value: bigint, int: IntTy, negated: boolean): boolean {
  const [low, high] = intRange(int);
  return negated && low < 0n ? -value >= low : value <= high;
}

function finding(ty: Ty & { kind: "int" | "float" }, span: Span): LintFinding {
  const name = ty.kind === "int" ? ty.int : ty.float;
  return { lint: "overflowing_literals", message: `literal out of range for \`${name}\``, span };
}
