// Values of the constants in types, and the operators on them: integers without a width, booleans, characters.
//
// Not modelled: `!` of integers and bits that a shift loses, which need the width.

import type { BinaryOp, Lit } from "../syntax/ast.ts";
import type { IntTy, Ty } from "./ty.ts";

export type Value = bigint | boolean | string;

/** Undefined for `0b` and `0b12`, which are errors and still literals. */
export function numeralValue(digits: string): bigint | undefined {
  return /^(0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|[0-9]+)$/.test(digits) ? BigInt(digits) : undefined;
}

export function literalValue(lit: Lit): Value | undefined {
  switch (lit.kind) {
    case "int":
      return numeralValue(lit.digits);
    case "bool":
      return lit.value;
    case "byte":
      return BigInt(lit.value);
    case "char":
      return lit.value;
    default:
      return undefined;
  }
}

export const INT_BITS: Readonly<Record<string, number>> = {
  i8: 8,
  i16: 16,
  i32: 32,
  i64: 64,
  i128: 128,
  isize: 64,
  u8: 8,
  u16: 16,
  u32: 32,
  u64: 64,
  u128: 128,
  usize: 64,
};

/** Smallest and largest value of an integer type. */
export function intRange(int: IntTy): readonly [bigint, bigint] {
  const bits = BigInt(INT_BITS[int] ?? 64);
  if (int.startsWith("u")) return [0n, (1n << bits) - 1n];
  return [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

export function fits(value: Value, ty: Ty): boolean {
  if (ty.kind === "int") {
    if (typeof value !== "bigint") return false;
    const [low, high] = intRange(ty.int);
    return low <= value && value <= high;
  }
  if (ty.kind === "bool") return typeof value === "boolean";
  return ty.kind === "char" ? typeof value === "string" : false;
}

export function castTo(prim: string | undefined, value: Value | undefined): Value | undefined {
  const bits = prim === undefined ? undefined : INT_BITS[prim];
  if (bits === undefined || prim === undefined || value === undefined) return undefined;
  const plain =
    typeof value === "boolean"
      ? BigInt(value)
      : typeof value === "string"
        ? BigInt(value.codePointAt(0) ?? 0)
        : value;
  return prim.startsWith("u") ? BigInt.asUintN(bits, plain) : BigInt.asIntN(bits, plain);
}

export function unary(op: string, value: Value | undefined): Value | undefined {
  if (op === "-" && typeof value === "bigint") return -value;
  return op === "!" && typeof value === "boolean" ? !value : undefined;
}

export function binary(
  op: BinaryOp,
  a: Value | undefined,
  b: Value | undefined,
): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === "bigint" && typeof b === "bigint") return integers(op, a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return booleans(op, a, b);
  return undefined;
}

function integers(op: BinaryOp, a: bigint, b: bigint): Value | undefined {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0n ? undefined : a / b;
    case "%":
      return b === 0n ? undefined : a % b;
    case "<<":
      return b >= 0n && b < 128n ? a << b : undefined;
    case ">>":
      return b >= 0n && b < 128n ? a >> b : undefined;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

function booleans(op: BinaryOp, a: boolean, b: boolean): boolean | undefined {
  switch (op) {
    case "&&":
    case "&":
      return a && b;
    case "||":
    case "|":
      return a || b;
    case "^":
    case "!=":
      return a !== b;
    case "==":
      return a === b;
    default:
      return undefined;
  }
}
