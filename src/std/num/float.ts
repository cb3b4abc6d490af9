// Floats: bits, functions, text.
//
// `exp`, `ln`, `sin` and their like are the host's and may differ from libm in the last digit.
//
// Follows: core::num, std::f64.

import { defined } from "../../machine/link/arithmetic.ts";
import {
  doubleBits,
  doubleFromBits,
  fixed,
  fusedMultiplyAdd,
  parseFloatText,
  positional,
  scientific,
  scientificFixed,
  shortest,
  singleBits,
  singleFromBits,
} from "../../machine/num/floats.ts";
import { canonical } from "../../machine/num/ints.ts";
import type { InlineSite, PrimitiveContext } from "../../machine/primitive.ts";
import { allocateBytes, bytesOf, readText } from "../../machine/run/text.ts";
import { unsupported } from "../../machine/run/trap.ts";
import { decodeUtf8, encodeUtf8 } from "../../machine/run/utf8.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, firstType, plain, quick } from "../define.ts";
import type { Definition } from "../define.ts";

export const FLOAT: readonly Definition[] = [
  quick("float.to_bits", (site) =>
    isSingle(site) ? (_, a) => singleBits(real(a)) : (_, a) => canonical(doubleBits(real(a))),
  ),
  quick("float.from_bits", (site) =>
    isSingle(site)
      ? (_, a) => singleFromBits(Number(a))
      : (_, a) => doubleFromBits(BigInt(defined(a))),
  ),
  quick("float.unary", (site) => {
    const round = rounding(site);
    return (x, name, a) => round(unary(readText(x.machine, x.state, name))(real(a)));
  }),
  quick("float.binary", (site) => {
    const round = rounding(site);
    return (x, name, a, b) => round(binary(readText(x.machine, x.state, name))(real(a), real(b)));
  }),
  quick("float.powi", (site) => {
    const round = rounding(site);
    return (_, a, n) => powi(real(a), real(n), round);
  }),
  quick("float.mul_add", (site) => {
    const round = rounding(site);
    return (_, a, b, c) => round(fusedMultiplyAdd(real(a), real(b), real(c)));
  }),
  plain("float.digits", digits),
  plain("float.parse", parse),
];

function isSingle(site: Pick<InlineSite, "generics">): boolean {
  const ty = firstType(site);
  return ty.kind === "float" && ty.float === "f32";
}

function rounding(site: Pick<InlineSite, "generics">): (value: number) => number {
  return isSingle(site) ? Math.fround : (value) => value;
}

function real(cell: Cell): number {
  return Number(defined(cell));
}

const UNARY: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  round: roundAway,
  round_ties_even: roundEven,
  exp: Math.exp,
  exp2: (a) => 2 ** a,
  exp_m1: Math.expm1,
  ln: Math.log,
  ln_1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  fract: (a) => a - Math.trunc(a),
};

const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  powf: power,
  atan2: Math.atan2,
  hypot: Math.hypot,
  copysign: (a, b) => (Object.is(Math.sign(b), -0) || b < 0 ? -Math.abs(a) : Math.abs(a)),
};

function unary(name: string): (a: number) => number {
  return UNARY[name] ?? unsupported(`the function ${name} of floats`, "");
}

function binary(name: string): (a: number, b: number) => number {
  return BINARY[name] ?? unsupported(`the function ${name} of floats`, "");
}

/** C's pow: 1 to any power is 1, also NaN. */
function power(a: number, b: number): number {
  if (a === 1) return 1;
  return a === -1 && !Number.isFinite(b) && !Number.isNaN(b) ? 1 : a ** b;
}

function roundAway(a: number): number {
  const whole = Math.trunc(a);
  const away = Math.abs(a - whole) >= 0.5 ? whole + Math.sign(a) : whole;
  return away === 0 && (a < 0 || Object.is(a, -0)) ? -0 : away;
}

function roundEven(a: number): number {
  const whole = Math.trunc(a);
  const rest = Math.abs(a - whole);
  const away = rest > 0.5 || (rest === 0.5 && whole % 2 !== 0) ? whole + Math.sign(a) : whole;
  return away === 0 && (a < 0 || Object.is(a, -0)) ? -0 : away;
}

/** compiler-rt's __powidf2. */
function powi(a: number, n: number, round: (value: number) => number): number {
  let result = 1;
  let base = a;
  for (let rest = Math.abs(n); ; base = round(base * base)) {
    if (rest % 2 === 1) result = round(result * base);
    rest = Math.trunc(rest / 2);
    if (rest === 0) break;
  }
  return n < 0 ? round(1 / result) : result;
}

function digits(cx: PrimitiveContext): readonly Cell[] {
  const value = real(argument(cx, 0));
  const places = Number(argument(cx, 2));
  const single = isSingle(cx);
  const text = modeText(Number(argument(cx, 1)), value, places, single);
  return [allocateBytes(cx.machine, cx.state, cx.thread, encodeUtf8(text))];
}

function modeText(mode: number, value: number, places: number, single: boolean): string {
  switch (mode) {
    case 0:
      return positional(shortest(value, single));
    case 1:
      return fixed(value, places);
    case 2:
      return scientific(shortest(value, single));
    default:
      return scientificFixed(value, places);
  }
}

function parse(cx: PrimitiveContext): readonly Cell[] {
  const { cells, from, to } = bytesOf(cx.machine, cx.state, argument(cx, 0));
  if (from === to) return [1, 0];
  const value = parseFloatText(decodeUtf8(cells as readonly number[], from, to), isSingle(cx));
  return value === undefined ? [2, 0] : [0, value];
}
