// Hashing for hash maps: any mixing does, as long as it is the same in every run. And SipHash-1-3 (Aumasson, Bernstein 2012)
// for hashes that a program can know.
//
// Follows: std::hash::RandomState, core::hash::sip. Not modelled: the order of a real map is random, here it is one of a few.

import type { PrimitiveContext } from "../../machine/primitive.ts";
import { defined } from "../../machine/link/arithmetic.ts";
import { canonical } from "../../machine/num/ints.ts";
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
  plain("hash.sip", (cx) => {
    const { cells, from, to } = bytesOf(cx.machine, cx.state, argument(cx, 0));
    return [canonical(sipHash(cells.slice(from, to).map(Number)))];
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

/** With two keys of zero: one round for each word, three at the end. */
function sipHash(bytes: readonly number[]): bigint {
  let lanes: Lanes = [
    0x736f_6d65_7073_6575n,
    0x646f_7261_6e64_6f6dn,
    0x6c79_6765_6e65_7261n,
    0x7465_6462_7974_6573n,
  ];
  const words = bytes.length >> 3;
  for (let word = 0; word <= words; word++) {
    let m = word === words ? BigInt(bytes.length & 0xff) << 56n : 0n;
    for (let at = word * 8; at < Math.min(word * 8 + 8, bytes.length); at++)
      m |= BigInt(bytes[at] ?? 0) << BigInt(8 * (at & 7));
    const [a, b, c, d] = sipRound([lanes[0], lanes[1], lanes[2], lanes[3] ^ m]);
    lanes = [a ^ m, b, c, d];
  }
  const last = sipRound(sipRound(sipRound([lanes[0], lanes[1], lanes[2] ^ 0xffn, lanes[3]])));
  return last[0] ^ last[1] ^ last[2] ^ last[3];
}

type Lanes = readonly [bigint, bigint, bigint, bigint];

function sipRound([v0, v1, v2, v3]: Lanes): Lanes {
  const a = BigInt.asUintN(64, v0 + v1);
  const b = rotated(v1, 13n) ^ a;
  const c = BigInt.asUintN(64, v2 + v3);
  const d = rotated(v3, 16n) ^ c;
  const e = BigInt.asUintN(64, rotated(a, 32n) + d);
  const f = BigInt.asUintN(64, c + b);
  return [e, rotated(b, 17n) ^ f, rotated(f, 32n), rotated(d, 21n) ^ e];
}

function rotated(lane: bigint, by: bigint): bigint {
  return BigInt.asUintN(64, (lane << by) | (lane >> (64n - by)));
}
