// `as` between numbers: truncation, sign extension, rounding and saturation as the reference defines them.
//
// Not modelled: NaN payloads.

import { canonical, fitsInt, wrapInt } from "./ints.ts";
import type { Int, IntInfo } from "./ints.ts";

export function intToInt(to: IntInfo): (value: Int) => Int {
  return (value) => wrapInt(to, value);
}

/** Rounds to nearest, ties to even, also for values beyond 2⁵³ and for f32 without rounding twice. */
export function intToFloat(single: boolean): (value: Int) => number {
  return single ? toSingle : Number;
}

/** Saturates; NaN gives 0. */
export function floatToInt(to: IntInfo): (value: number) => Int {
  return (value) => {
    if (Number.isNaN(value)) return 0;
    if (value <= Number(to.min)) return to.min;
    if (value >= Number(to.max)) return to.max;
    const whole = Math.trunc(value);
    const exact = Number.isSafeInteger(whole) ? whole + 0 : canonical(BigInt(whole));
    return fitsInt(to, exact) ? exact : exact > 0 ? to.max : to.min;
  };
}

function toSingle(value: Int): number {
  return typeof value === "number" ? Math.fround(value) : singleOf(value);
}

/** Rounding to double and then to single would be wrong on ties: decided on the bits. */
function singleOf(value: bigint): number {
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  const width = magnitude.toString(2).length;
  const drop = BigInt(width - 24);
  const kept = magnitude >> drop;
  const rest = magnitude - (kept << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  const rounded = Math.fround(Number((up ? kept + 1n : kept) << drop));
  return negative ? -rounded : rounded;
}
