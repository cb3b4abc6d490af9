// Operands and temporaries. Follows `as_operand` and `as_temp` of rustc's MIR building.

import type { Local, Operand } from "../mir.ts";
import type { RegionScope, ThirExpr } from "../thir/thir.ts";
import { typeNeedsDrop } from "../traits.ts";
import { newBlock, newTemp, placeOf, push, terminate } from "./builder.ts";
import type { Builder } from "./builder.ts";
import { inScope, localScope, scheduleDrop, unwindTarget } from "./scopes.ts";

/** An operand that lives no longer than the expression being built. */
export function asLocalOperand(b: Builder, expr: ThirExpr): Operand {
  return asOperand(b, expr, localScope(b));
}

export function asOperand(b: Builder, expr: ThirExpr, scope: RegionScope | undefined): Operand {
  if (expr.kind === "scope") return inScope(b, expr.scope, () => asOperand(b, expr.value, scope));
  if (expr.kind === "constant" && !typeNeedsDrop(b.cx, b.env, expr.ty)) {
    return { kind: "constant", constant: expr.constant, ty: expr.ty, span: expr.span };
  }
  return { kind: "move", place: placeOf(asTemp(b, expr, scope)) };
}

/** The element of `[e; N]`: a constant stays one, also when it needs dropping, and is evaluated for each element. */
export function asRepeatedOperand(
  b: Builder,
  expr: ThirExpr,
  scope: RegionScope | undefined,
): Operand {
  if (expr.kind === "scope")
    return inScope(b, expr.scope, () => asRepeatedOperand(b, expr.value, scope));
  if (expr.kind !== "constant") return asOperand(b, expr, scope);
  return { kind: "constant", constant: expr.constant, ty: expr.ty, span: expr.span };
}

/** `[value; 0]`: the value is made and dropped at once, unless it is a constant. Follows `build_zero_repeat`. */
export function dropRepeated(b: Builder, expr: ThirExpr, scope: RegionScope | undefined): void {
  const operand = asRepeatedOperand(b, expr, scope);
  if (operand.kind === "constant" || !typeNeedsDrop(b.cx, b.env, expr.ty)) return;
  const target = newBlock(b);
  const unwind = unwindTarget(b);
  const { place } = operand;
  terminate(b, { kind: "drop", place, target, unwind, reason: "statementEnd" }, expr.span, target);
}

export function repeatsNever(expr: ThirExpr & { kind: "repeat" }): boolean {
  return expr.count.const === "value" && expr.count.value === 0n;
}

/** Evaluates into a fresh local that is dropped at the end of `scope`; undefined: never. */
export function asTemp(b: Builder, expr: ThirExpr, scope: RegionScope | undefined): Local {
  if (expr.kind === "scope") return inScope(b, expr.scope, () => asTemp(b, expr.value, scope));
  const temp = newTemp(b, expr.ty, expr.span);
  if (!leaves(expr)) {
    if (scope) push(b, { kind: "storageLive", local: temp }, expr.span);
    scheduleDrop(b, scope, temp, "storage");
  }
  b.into(b, placeOf(temp), expr);
  scheduleDrop(b, scope, temp, "value");
  return temp;
}

function leaves(expr: ThirExpr): boolean {
  return expr.kind === "break" || expr.kind === "continue" || expr.kind === "return";
}
