// Integers: wrapping and overflowing arithmetic, bits, digits, parsing.
//
// Follows: core::num and core::intrinsics.

import { defined } from "../../machine/link/arithmetic.ts";
import { exactOp, wrappingOp } from "../../machine/num/arith.ts";
import type { BinaryOp } from "../../machine/num/arith.ts";
import { INTS, canonical, fitsInt, fromBits, intInfo, toBits } from "../../machine/num/ints.ts";
import type { Int, IntInfo } from "../../machine/num/ints.ts";
import type { InlineSite, PrimitiveContext } from "../../machine/primitive.ts";
import { allocateBytes, bytesOf } from "../../machine/run/text.ts";
import { decodeUtf8, encodeUtf8 } from "../../machine/run/utf8.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, firstType, forgotten, plain, quick } from "../define.ts";
import type { Definition } from "../define.ts";

export const NUM: readonly Definition[] = [
  wrapping("int.wrapping_add", "+"),
  wrapping("int.wrapping_sub", "-"),
  wrapping("int.wrapping_mul", "*"),
  wrapping("int.wrapping_shl", "<<"),
  wrapping("int.wrapping_shr", ">>"),
  overflowing("int.add_with_overflow", "+"),
  overflowing("int.sub_with_overflow", "-"),
  overflowing("int.mul_with_overflow", "*"),
  saturating("int.saturating_add", "+"),
  saturating("int.saturating_sub", "-"),
  bits("int.count_ones", (info, value) => ones(toBits(info, value))),
  bits("int.leading_zeros", (info, value) => info.bits - width(toBits(info, value))),
  bits("int.trailing_zeros", trailingZeros),
  bits("int.swap_bytes", swapBytes),
  bits("int.reverse_bits", reverseBits),
  rotating("int.rotate_left", 1),
  rotating("int.rotate_right", -1),
  plain("int.digits", (cx) => {
    const text = BigInt(defined(argument(cx, 0))).toString(Number(argument(cx, 1)));
    return [allocateBytes(cx.machine, cx.state, cx.thread, encodeUtf8(text))];
  }),
  plain("int.parse", parse),
];

function infoOf(site: Pick<InlineSite, "generics">): IntInfo {
  return intInfo(firstType(site)) ?? INTS.i32;
}

function wrapping(key: string, op: BinaryOp): Definition {
  const sum = quick(key, (site) => {
    const apply = wrappingOp(op, infoOf(site));
    return (_, a, b) => apply(defined(a), defined(b));
  });
  return forgotten(sum, "calculates");
}

function overflowing(key: string, op: BinaryOp): Definition {
  return plain(key, (cx) => {
    const info = infoOf(cx);
    const a = defined(argument(cx, 0));
    const b = defined(argument(cx, 1));
    const exact = exactOp(op, info)(a, b);
    return [wrappingOp(op, info)(a, b), fitsInt(info, exact) ? 0 : 1];
  });
}

function saturating(key: string, op: BinaryOp): Definition {
  const sum = quick(key, (site) => {
    const info = infoOf(site);
    const apply = exactOp(op, info);
    return (_, a, b) => {
      const exact = apply(defined(a), defined(b));
      return exact > info.max ? info.max : exact < info.min ? info.min : exact;
    };
  });
  return forgotten(sum, "calculates");
}

function bits(key: string, apply: (info: IntInfo, value: Int) => Int): Definition {
  return quick(key, (site) => {
    const info = infoOf(site);
    return (_, a) => apply(info, defined(a));
  });
}

function rotating(key: string, direction: number): Definition {
  return quick(key, (site) => {
    const info = infoOf(site);
    return (_, a, b) => {
      const by = (((Number(b) * direction) % info.bits) + info.bits) % info.bits;
      const value = toBits(info, defined(a));
      return fromBits(info, (value << BigInt(by)) | (value >> BigInt(info.bits - by)));
    };
  });
}

function width(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function ones(value: bigint): number {
  let count = 0;
  for (const digit of value.toString(2)) if (digit === "1") count++;
  return count;
}

function trailingZeros(info: IntInfo, value: Int): Int {
  const all = toBits(info, value);
  return all === 0n ? info.bits : width(all & -all) - 1;
}

function swapBytes(info: IntInfo, value: Int): Int {
  let rest = toBits(info, value);
  let swapped = 0n;
  for (let at = 0; at < info.bits; at += 8) {
    swapped = (swapped << 8n) | (rest & 0xffn);
    rest >>= 8n;
  }
  return fromBits(info, swapped);
}

function reverseBits(info: IntInfo, value: Int): Int {
  const text = toBits(info, value).toString(2).padStart(info.bits, "0");
  return fromBits(info, BigInt(`0b${[...text].reverse().join("")}`));
}

/** Code and value: 0 good, 1 empty, 2 invalid digit, 3 too large, 4 too small. */
function parse(cx: PrimitiveContext): readonly Cell[] {
  const info = infoOf(cx);
  const { cells, from, to } = bytesOf(cx.machine, cx.state, argument(cx, 0));
  const text = decodeUtf8(cells as readonly number[], from, to);
  return parseInteger(text, Number(argument(cx, 1)), info);
}

/** As std: a bad digit is found before the overflow that it would cause, and nothing behind an overflow counts. */
export function parseInteger(text: string, radix: number, info: IntInfo): readonly [number, Int] {
  if (text === "") return [1, 0];
  const negative = text.startsWith("-") && info.signed;
  const digits = negative || text.startsWith("+") ? text.slice(1) : text;
  if (digits === "") return [2, 0];
  const base = BigInt(radix);
  const [low, high] = [BigInt(info.min), BigInt(info.max)];
  let value = 0n;
  for (let i = 0; i < digits.length; i++) {
    const digit = digitValue(digits.charCodeAt(i));
    if (digit >= radix) return [2, 0];
    value = value * base + BigInt(negative ? -digit : digit);
    if (value < low || value > high) return [negative ? 4 : 3, 0];
  }
  return [0, canonical(value)];
}

function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : 99;
}
