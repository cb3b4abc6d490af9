// Hashing for hash maps: any mixing does, as long as it is the same in every run.
//
// Follows: std::hash::RandomState. Not modelled: SipHash; the order of a real map is random, here it is one of a few.

import type { PrimitiveContext } from "../../machine/primitive.ts";
import { defined } from "../../machine/link/arithmetic.ts";
import { bytesOf } from "../../machine/run/text.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, plain, quick } from "../define.ts";
import type { Definition } from "../define.ts";

export const HASH: readonly Definition[] = [
  quick("hash.mix", () => (_, state, word) => mixInt(Number(state), word)),
  plain("hash.mix_bytes", (cx) => [mixBytes(cx)]),
  plain("hash.walk", (cx) => {
    cx.machine.met.add("hash-order");
    return [];
  }),
  quick("hash.order", () => (x) => x.machine.hashOrder),
];

function mixBytes(cx: PrimitiveContext): number {
  const { cells, from, to } = bytesOf(cx.machine, cx.state, argument(cx, 1));
  let state = mix(Number(argument(cx, 0)), to - from);
  for (let at = from; at < to; at++) state = mix(state, Number(cells[at]));
  return state;
}

function mixInt(state: number, word: Cell): number {
  const value = defined(word);
  if (typeof value === "number" && (value | 0) === value) return mix(state, value);
  const wide = BigInt.asUintN(64, BigInt(value));
  return mix(mix(state, Number(wide & 0xffff_ffffn) | 0), Number(wide >> 32n) | 0);
}

/** Two 32-bit lanes, of which 53 bits are kept. */
function mix(state: number, word: number): number {
  const low = state >>> 0;
  const high = Math.floor(state / 0x1_0000_0000);
  let a = Math.imul(low ^ word, 0x9e3779b1);
  a = Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ high;
  let b = Math.imul(high ^ (a >>> 13) ^ word, 0xc2b2ae35);
  b ^= b >>> 16;
  return (b & 0x1f_ffff) * 0x1_0000_0000 + (a >>> 0);
}
