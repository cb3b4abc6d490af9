// Arithmetic of one integer type: functions chosen once, when code is linked, and then called on plain values.
//
// Types up to 32 bits use the host's double and 32-bit operators, which are exact for them; wider types try doubles and
// fall back to bigint (ints.ts). Division by zero and shifts out of range are the caller's business: MIR asserts first.

import type { Rvalue } from "../../mir/mir.ts";
import {
  bitAnd,
  bitOr,
  bitXor,
  exactAdd,
  exactDiv,
  exactMul,
  exactRem,
  exactShl,
  exactShr,
  exactSub,
  wrapInt,
} from "./ints.ts";
import type { Int, IntInfo } from "./ints.ts";

export type BinaryOp = Extract<Rvalue, { readonly kind: "binary" }>["op"];

/** On canonical values of one type. */
export type IntBinary = (a: Int, b: Int) => Int;

/** The mathematical result, not wrapped; for shifts the wrapped one. */
export function exactOp(op: BinaryOp, info: IntInfo): IntBinary {
  switch (op) {
    case "+":
      return exactAdd;
    case "-":
      return exactSub;
    case "*":
      return exactMul;
    case "/":
      return exactDiv;
    case "%":
      return exactRem;
    case "&":
      return (a, b) => bitAnd(info, a, b);
    case "|":
      return (a, b) => bitOr(info, a, b);
    case "^":
      return (a, b) => bitXor(info, a, b);
    case "<<":
      return (a, b) => wrapInt(info, exactShl(a, maskShift(info, b)));
    case ">>":
      return (a, b) => exactShr(a, maskShift(info, b));
    default:
      return () => 0;
  }
}

/** The result as the type holds it. */
export function wrappingOp(op: BinaryOp, info: IntInfo): IntBinary {
  const small = info.bits <= 32 ? smallOp(op, info) : undefined;
  if (small) return small as IntBinary;
  const exact = exactOp(op, info);
  if (op === "+" || op === "-" || op === "*" || op === "/")
    return (a, b) => wrapInt(info, exact(a, b));
  return exact;
}

/** Whether a shift amount (of any integer type) is out of range. */
export function shiftOverflows(info: IntInfo, by: Int): boolean {
  return by < 0 || by >= info.bits;
}

/** Shift amounts are taken modulo the width. */
export function maskShift(info: IntInfo, by: Int): number {
  return typeof by === "number" && by >= 0 && by < info.bits
    ? by
    : Number(BigInt(by) & BigInt(info.bits - 1));
}

/** Brings the exact double result of +, - or * of a type up to 32 bits back into it. */
export function smallWrap(info: IntInfo): (value: number) => number {
  switch (info.name) {
    case "i32":
      return (value) => value | 0;
    case "u32":
      return (value) => value >>> 0;
    case "i16":
      return (value) => (value << 16) >> 16;
    case "u16":
      return (value) => value & 0xffff;
    case "i8":
      return (value) => (value << 24) >> 24;
    default:
      return (value) => value & 0xff;
  }
}

function smallOp(op: BinaryOp, info: IntInfo): ((a: number, b: number) => number) | undefined {
  const wrap = smallWrap(info);
  switch (op) {
    case "+":
      return (a, b) => wrap(a + b);
    case "-":
      return (a, b) => wrap(a - b);
    case "*":
      return info.bits === 32 ? (a, b) => wrap(Math.imul(a, b)) : (a, b) => wrap(a * b);
    case "&":
      return info.signed ? (a, b) => a & b : (a, b) => (a & b) >>> 0;
    case "|":
      return info.signed ? (a, b) => a | b : (a, b) => (a | b) >>> 0;
    case "^":
      return info.signed ? (a, b) => a ^ b : (a, b) => (a ^ b) >>> 0;
    default:
      return undefined;
  }
}
