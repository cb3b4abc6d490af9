// Floating-point numbers as decimal text and back, exactly.
//
// A double is m·2^e with integers m and e, so every digit can be had from bigint arithmetic; nothing is left to the host but
// its shortest representation of doubles, which the ECMAScript standard fixes. Shortest digits of f32 are found by trying
// one length after the other against the rounding interval (Steele and White).

export interface Decimal {
  /** Without leading or trailing zeros, but for zero itself: "0". */
  readonly digits: string;
  /** The value is 0.digits · 10^exponent. */
  readonly exponent: number;
}

const DOUBLE = new Float64Array(1);
const LONG = new BigUint64Array(DOUBLE.buffer);
const SINGLE = new Float32Array(1);
const WORD = new Uint32Array(SINGLE.buffer);

export function doubleBits(value: number): bigint {
  // The host's NaN may have its sign bit set; Rust's constant has not.
  if (Number.isNaN(value)) return 0x7ff8000000000000n;
  DOUBLE[0] = value;
  return LONG[0] ?? 0n;
}

export function doubleFromBits(bits: bigint): number {
  LONG[0] = bits;
  return DOUBLE[0] ?? 0;
}

export function singleBits(value: number): number {
  if (Number.isNaN(value)) return 0x7fc00000;
  SINGLE[0] = value;
  return WORD[0] ?? 0;
}

export function singleFromBits(bits: number): number {
  WORD[0] = bits;
  return SINGLE[0] ?? 0;
}

/** The fewest digits that read back as the same number. `value` is finite and not negative. */
export function shortest(value: number, single: boolean): Decimal {
  if (value === 0) return { digits: "0", exponent: 1 };
  return single ? shortestSingle(value) : fromText(String(value));
}

/** `digits` places behind the point, half to even on the exact value. */
export function fixed(value: number, digits: number): string {
  const scaled = roundedTimes(value, digits).toString();
  if (digits === 0) return scaled;
  const padded = scaled.padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** Positional, without a point when whole. */
export function positional({ digits, exponent }: Decimal): string {
  if (exponent <= 0) return digits === "0" ? "0" : `0.${"0".repeat(-exponent)}${digits}`;
  if (digits.length <= exponent) return digits + "0".repeat(exponent - digits.length);
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

/** `1e0`, `1.5e-7`. */
export function scientific({ digits, exponent }: Decimal): string {
  const power = digits === "0" ? 0 : exponent - 1;
  return `${withPoint(digits)}e${power}`;
}

/** As `scientific`, with `digits` places behind the point, half to even on the exact value. */
export function scientificFixed(value: number, digits: number): string {
  if (value === 0) return `${withPoint("0".repeat(digits + 1))}e0`;
  let power = fromText(String(value)).exponent - 1;
  let text = roundedTimes(value, digits - power).toString();
  if (text.length > digits + 1) {
    power++;
    text = roundedTimes(value, digits - power).toString();
  }
  return `${withPoint(text)}e${power}`;
}

/** Rust's grammar of floats. Undefined when the text is none. */
export function parseFloatText(text: string, single: boolean): number | undefined {
  if (/^[+-]?(inf|infinity|nan)$/i.test(text)) return parseWord(text);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return single ? singleOf(text, value) : value;
}

/** `a·b + c`, rounded once. */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  if (![a, b, c].every(Number.isFinite)) return a * b + c;
  const [x, y, z] = [split(a), split(b), split(c)];
  const low = Math.min(x.exponent + y.exponent, z.exponent);
  const product = (x.mantissa * y.mantissa) << BigInt(x.exponent + y.exponent - low);
  const sum = product + (z.mantissa << BigInt(z.exponent - low));
  return sum === 0n ? a * b + c : toDouble(sum, low);
}

function withPoint(digits: string): string {
  return digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
}

/** round(value · 10^power), half to even. */
function roundedTimes(value: number, power: number): bigint {
  const { mantissa, exponent } = split(value);
  let above = mantissa;
  let below = 1n;
  if (exponent >= 0) above <<= BigInt(exponent);
  else below <<= BigInt(-exponent);
  if (power >= 0) above *= 10n ** BigInt(power);
  else below *= 10n ** BigInt(-power);
  return divideToEven(above, below);
}

function divideToEven(above: bigint, below: bigint): bigint {
  const quotient = above / below;
  const twice = (above % below) * 2n;
  return twice > below || (twice === below && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

interface Split {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** value = mantissa · 2^exponent, exactly. */
function split(value: number): Split {
  const bits = doubleBits(value);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  return {
    mantissa: bits >> 63n === 1n ? -magnitude : magnitude,
    exponent: Math.max(biased, 1) - 1075,
  };
}

function toDouble(mantissa: bigint, exponent: number): number {
  const negative = mantissa < 0n;
  const magnitude = negative ? -mantissa : mantissa;
  const width = magnitude.toString(2).length;
  // Bits that remain: 53, or fewer where the result is subnormal.
  const keep = Math.min(53, width + exponent + 1074);
  const drop = width - keep;
  const rounded = drop > 0 ? divideToEven(magnitude, 1n << BigInt(drop)) : magnitude;
  const value = Number(rounded) * 2 ** Math.max(exponent + Math.max(drop, 0), -1074);
  return negative ? -value : value;
}

function fromText(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  const leading = all.length - all.replace(/^0+/, "").length;
  const digits = all.replace(/^0+/, "").replace(/0+$/, "");
  return { digits: digits === "" ? "0" : digits, exponent: whole.length - leading + Number(power) };
}

function shortestSingle(value: number): Decimal {
  for (let places = 1; places < 9; places++) {
    const near = value.toExponential(places - 1);
    for (const candidate of neighbours(near, places)) {
      if (Math.fround(Number(candidate)) === value) return fromText(candidate);
    }
  }
  return fromText(value.toExponential(8));
}

/** The nearest decimal of so many places, then the ones beside it: the rounding interval is not always symmetric. */
function neighbours(near: string, places: number): readonly string[] {
  const [mantissa = "", power = "0"] = near.split("e");
  const digits = Number(mantissa.replace(".", ""));
  const scale = Number(power) - (places - 1);
  return [digits, digits + 1, digits - 1].map((each) => `${each}e${scale}`);
}

function parseWord(text: string): number {
  const negative = text.startsWith("-");
  if (/nan$/i.test(text)) return Number.NaN;
  return negative ? -Infinity : Infinity;
}

/** Rounding to double first is wrong only where the double lies half-way between two singles and the text beside it. */
function singleOf(text: string, value: number): number {
  const rounded = Math.fround(value);
  if (!Number.isFinite(value) || rounded === value) return rounded;
  const other = neighbourSingle(rounded, value > rounded ? 1 : -1);
  if (!Number.isFinite(other) || Math.abs(value - rounded) !== Math.abs(other - value))
    return rounded;
  const side = compareDecimal(text, value);
  if (side === 0) return rounded;
  return side > 0 === other > rounded ? other : rounded;
}

function neighbourSingle(value: number, direction: number): number {
  const bits = singleBits(value);
  const step = value > 0 === direction > 0 ? 1 : -1;
  return value === 0 ? direction * singleFromBits(1) : singleFromBits(bits + step);
}

/** Sign of text − value. */
function compareDecimal(text: string, value: number): number {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  const [, sign = "", whole = "", fraction = "", power = "0"] = match ?? [];
  const digits = BigInt(`${whole}${fraction}` || "0") * (sign === "-" ? -1n : 1n);
  const ten = Number(power) - fraction.length;
  const { mantissa, exponent } = split(value);
  const left = digits * 10n ** BigInt(Math.max(ten, 0)) * 2n ** BigInt(Math.max(-exponent, 0));
  const right = mantissa * 10n ** BigInt(Math.max(-ten, 0)) * 2n ** BigInt(Math.max(exponent, 0));
  return left > right ? 1 : left < right ? -1 : 0;
}
