// Integer types and the one canonical form of their values: a JS number whenever it is safe (±2⁵³−1), a bigint beyond.
//
// `exact…` functions give the mathematical result in canonical form; `wrapInt` brings it into a type as two's complement
// does. Minus zero never comes out of here, so that `===` and the hash need no special case.
//
// Not modelled: targets whose pointers are not 64 bits wide.

import type { IntTy, Ty } from "../../ty/ty.ts";

/** A canonical integer. */
export type Int = number | bigint;

export interface IntInfo {
  readonly name: IntTy;
  readonly bits: number;
  readonly signed: boolean;
  readonly min: Int;
  readonly max: Int;
}

export const INTS: Readonly<Record<IntTy, IntInfo>> = {
  i8: describe("i8", 8, true),
  i16: describe("i16", 16, true),
  i32: describe("i32", 32, true),
  i64: describe("i64", 64, true),
  i128: describe("i128", 128, true),
  isize: describe("isize", 64, true),
  u8: describe("u8", 8, false),
  u16: describe("u16", 16, false),
  u32: describe("u32", 32, false),
  u64: describe("u64", 64, false),
  u128: describe("u128", 128, false),
  usize: describe("usize", 64, false),
};

/** The integer type whose arithmetic a scalar type follows. */
export function intInfo(ty: Ty): IntInfo | undefined {
  if (ty.kind === "int") return INTS[ty.int];
  if (ty.kind === "char") return INTS.u32;
  return ty.kind === "bool" ? INTS.u8 : undefined;
}

export function canonical(value: bigint): Int {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** The value of the type that is equal modulo 2^bits. `value` must be exact. */
export function wrapInt(info: IntInfo, value: Int): Int {
  if (typeof value === "number" && info.bits >= 64 && (info.signed || value >= 0)) return value;
  if (info.bits <= 32 && typeof value === "number") return wrapSmall(info, value);
  const wide = BigInt(value);
  return canonical(info.signed ? BigInt.asIntN(info.bits, wide) : BigInt.asUintN(info.bits, wide));
}

export function fitsInt(info: IntInfo, value: Int): boolean {
  return value >= info.min && value <= info.max;
}

export function exactAdd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return canonical(BigInt(a) + BigInt(b));
}

export function exactSub(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return canonical(BigInt(a) - BigInt(b));
}

export function exactMul(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return canonical(BigInt(a) * BigInt(b));
}

/** Truncates; `b` is not zero. A double division of safe integers truncates to the exact quotient. */
export function exactDiv(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") return Math.trunc(a / b) + 0;
  return canonical(BigInt(a) / BigInt(b));
}

/** Sign of `a`; `b` is not zero. */
export function exactRem(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") return (a % b) + 0;
  return canonical(BigInt(a) % BigInt(b));
}

export function exactNeg(a: Int): Int {
  return typeof a === "number" ? 0 - a : canonical(-a);
}

/** Exact `a · 2^by`. */
export function exactShl(a: Int, by: number): Int {
  if (typeof a === "number" && by < 53) {
    const shifted = a * 2 ** by;
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  return canonical(BigInt(a) << BigInt(by));
}

/** Arithmetic for signed values, logical for unsigned ones: both are the floor of a / 2^by. */
export function exactShr(a: Int, by: number): Int {
  if (typeof a === "number") return by > 60 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** by);
  return canonical(a >> BigInt(by));
}

export function bitNot(info: IntInfo, a: Int): Int {
  return info.signed ? exactSub(-1, a) : exactSub(info.max, a);
}

export function bitAnd(info: IntInfo, a: Int, b: Int): Int {
  if (isShort(info, a) && isShort(info, b)) return shortResult(info, a & b);
  return canonical(BigInt(a) & BigInt(b));
}

export function bitOr(info: IntInfo, a: Int, b: Int): Int {
  if (isShort(info, a) && isShort(info, b)) return shortResult(info, a | b);
  return canonical(BigInt(a) | BigInt(b));
}

export function bitXor(info: IntInfo, a: Int, b: Int): Int {
  if (isShort(info, a) && isShort(info, b)) return shortResult(info, a ^ b);
  return canonical(BigInt(a) ^ BigInt(b));
}

/** The bits as an unsigned number. */
export function toBits(info: IntInfo, value: Int): bigint {
  return BigInt.asUintN(info.bits, BigInt(value));
}

export function fromBits(info: IntInfo, bits: bigint): Int {
  return canonical(info.signed ? BigInt.asIntN(info.bits, bits) : BigInt.asUintN(info.bits, bits));
}

function wrapSmall(info: IntInfo, value: number): number {
  const low = Number.isInteger(value) && Math.abs(value) <= 0x1f_ffff_ffff_ffff ? value : 0;
  if (info.bits === 32) return info.signed ? low | 0 : low >>> 0;
  const unused = 32 - info.bits;
  return info.signed ? (low << unused) >> unused : low & ((1 << info.bits) - 1);
}

/** Values on which the host's 32-bit operators agree with the type's. */
function isShort(info: IntInfo, value: Int): value is number {
  if (typeof value !== "number") return false;
  return info.signed ? (value | 0) === value : value >>> 0 === value;
}

function shortResult(info: IntInfo, value: number): number {
  return info.signed ? value : value >>> 0;
}

function describe(name: IntTy, bits: number, signed: boolean): IntInfo {
  const limit = 1n << BigInt(signed ? bits - 1 : bits);
  return { name, bits, signed, min: signed ? canonical(-limit) : 0, max: canonical(limit - 1n) };
}
