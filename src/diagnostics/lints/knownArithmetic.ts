// Arithmetic on known values, for `knownPanics.ts`.

import type { Rvalue } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { BinaryOp } from "../../syntax/ast.ts";
import { intRange } from "../../ty/constOps.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Known, KnownValues } from "./knownValues.ts";

interface IntRange {
  readonly min: bigint;
  readonly max: bigint;
  readonly bits: bigint;
}

export function rangeOf(ty: Ty): IntRange | undefined {
  if (ty.kind !== "int") return undefined;
  const [min, max] = intRange(ty.int);
  return { min, max, bits: BigInt((max - min).toString(2).length) };
}

function wrapped(value: bigint, { min, bits }: IntRange): bigint {
  const low = BigInt.asUintN(Number(bits), value);
  return min < 0n ? BigInt.asIntN(Number(bits), low) : low;
}

export function checkedArithmetic(
  op: BinaryOp,
  left: Known | undefined,
  right: Known | undefined,
  ty: Ty,
): { readonly value: bigint; readonly overflow: boolean } | undefined {
  const range = rangeOf(ty);
  if (typeof left !== "bigint" || typeof right !== "bigint" || range === undefined)
    return undefined;
  const exact =
    op === "+" ? left + right : op === "-" ? left - right : op === "*" ? left * right : undefined;
  if (exact === undefined) return undefined;
  return { value: wrapped(exact, range), overflow: exact < range.min || exact > range.max };
}

/** A shift by the width or more; a negative amount is a huge one. */
export function shiftTooFar(amount: Known | undefined, left: Ty): boolean {
  const range = rangeOf(left);
  return typeof amount === "bigint" && range !== undefined && (amount < 0n || amount >= range.bits);
}

export function negOverflows(value: Known | undefined, ty: Ty): boolean {
  const range = rangeOf(ty);
  return range !== undefined && range.min < 0n && value === range.min;
}

/** Scalars made of scalars. */
export function evaluate(values: KnownValues, rvalue: Rvalue): Known | undefined {
  switch (rvalue.kind) {
    case "binary":
      return binary(
        rvalue.op,
        values.operand(rvalue.left),
        values.operand(rvalue.right),
        rvalue.ty,
      );
    case "unary":
      return unary(rvalue.op, values.operand(rvalue.operand), rvalue.ty);
    case "cast": {
      const value = values.operand(rvalue.operand);
      const range = rangeOf(rvalue.ty);
      if (range === undefined || value === undefined) return undefined;
      if (rvalue.cast !== "intToInt" && rvalue.cast !== "boolToInt") return undefined;
      return wrapped(typeof value === "bigint" ? value : value ? 1n : 0n, range);
    }
    case "len": {
      const ty = placeTy(values.cx, values.body, rvalue.place);
      if (ty.kind !== "array" || ty.length.const !== "value") return undefined;
      return typeof ty.length.value === "bigint" ? ty.length.value : undefined;
    }
    default:
      return undefined;
  }
}

function binary(
  op: BinaryOp,
  left: Known | undefined,
  right: Known | undefined,
  ty: Ty,
): Known | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (op) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
  }
  if (typeof left === "boolean" || typeof right === "boolean") return logic(op, left, right);
  const range = rangeOf(ty);
  const exact = integer(op, left, right);
  return range === undefined || exact === undefined ? undefined : wrapped(exact, range);
}

function logic(op: BinaryOp, left: Known, right: Known): Known | undefined {
  if (typeof left === "bigint" || typeof right === "bigint") return undefined;
  switch (op) {
    case "&":
      return left && right;
    case "|":
      return left || right;
    case "^":
      return left !== right;
    default:
      return undefined;
  }
}

function integer(op: BinaryOp, left: bigint, right: bigint): bigint | undefined {
  switch (op) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0n ? undefined : left / right;
    case "%":
      return right === 0n ? undefined : left % right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "<<":
      return right < 0n || right > 127n ? undefined : left << right;
    case ">>":
      return right < 0n || right > 127n ? undefined : left >> right;
    default:
      return undefined;
  }
}

function unary(op: "-" | "!", value: Known | undefined, ty: Ty): Known | undefined {
  if (typeof value === "boolean") return op === "!" ? !value : undefined;
  const range = rangeOf(ty);
  if (value === undefined || range === undefined) return undefined;
  return wrapped(op === "-" ? -value : ~value, range);
}
