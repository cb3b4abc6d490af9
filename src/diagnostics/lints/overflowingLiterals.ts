// Literals that do not fit their type. Follows `rustc_lint::types::literal`.

import type { Span } from "../../base/span.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { LintFinding } from "./lint.ts";

const BITS: Readonly<Record<string, bigint>> = {
  i8: 8n,
  u8: 8n,
  i16: 16n,
  u16: 16n,
  i32: 32n,
  u32: 32n,
  i64: 64n,
  u64: 64n,
  i128: 128n,
  u128: 128n,
  isize: 64n,
  usize: 64n,
};

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
    const value = intValue(expr.lit.digits);
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

function intValue(digits: string): bigint | undefined {
  return /^(0[box])?[\da-fA-F]+$/.test(digits) ? BigInt(digits) : undefined;
}

function fits(value: bigint, int: string, negated: boolean): boolean {
  const bits = BITS[int];
  if (bits === undefined) return true;
  if (int.startsWith("u")) return value < 1n << bits;
  const limit = 1n << (bits - 1n);
  return negated ? value <= limit : value < limit;
}

function finding(ty: Ty & { kind: "int" | "float" }, span: Span): LintFinding {
  const name = ty.kind === "int" ? ty.int : ty.float;
  return { lint: "overflowing_literals", message: `literal out of range for \`${name}\``, span };
}
