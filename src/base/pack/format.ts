// A pack: many plain values as a few strings, any one of which can be read without the others.
//
// Objects are written by shape (their keys, and their `kind`), as in V8's own maps: a field that is the same in all
// objects of a shape is written once, one that always holds a number, a name or a span is written without saying so.
// Numbers are base 90 in printable ASCII, so that the strings stand in a bundle as they are and are read in place.
//
// Atoms are objects whose identity counts (interned types): the owner of the pack numbers them and makes them again, each
// once, of a description that is a section too.
//
// Not modelled: cycles, functions, classes other than Map and Set. Other objects met twice become two.

/**
 * One text: START_DIGITS digits for each of PARTS, where it begins, then the parts.
 *
 * `shapes`; `offsets`: where each section begins, OFFSET_DIGITS digits each; `data`: the sections; `texts`: strings that
 * are not plain names, as JSON; `names`: the others, one a line.
 */
export type Pack = string;

export const PARTS = ["shapes", "offsets", "data", "texts", "names"] as const;
export const START_DIGITS = 5;
export const OFFSET_DIGITS = 4;

/** Forms of a value whose form is not known from its field. Shapes come behind them. */
export const Tag = {
  undefined: 0,
  false: 1,
  true: 2,
  uint: 3,
  string: 4,
  array: 5,
  span: 6,
  map: 7,
  set: 8,
  bigint: 9,
  number: 10,
  null: 11,
  atom: 12,
  natural: 13,
} as const;

export const FIRST_SHAPE = 14;

/** How a field of a shape is written. */
export const Field = {
  any: 0,
  constant: 1,
  uint: 2,
  string: 3,
  span: 4,
  array: 5,
  bool: 6,
  shape: 7,
  atom: 8,
} as const;

const FIRST_CODE = 35;
const BACKSLASH = 92;
export const RADIX = 90;

// A number takes one, two, three or seven digits; its first digit tells which.
export const ONE = 60;
export const TWO_LEADS = 24;
export const THREE_LEADS = 5;
export const TWO = ONE + TWO_LEADS * RADIX;
export const THREE = TWO + THREE_LEADS * RADIX * RADIX;
export const LONG_DIGITS = 6;
export const MAX_UINT = RADIX ** LONG_DIGITS;

export function digit(value: number): string {
  const code = value + FIRST_CODE;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code > BACKSLASH ? code - FIRST_CODE - 1 : code - FIRST_CODE;
}

/** `value` in exactly `count` digits. */
export function digits(value: number, count: number): string {
  let out = "";
  for (let rest = value, left = count; left > 0; left -= 1) {
    out = digit(rest % RADIX) + out;
    rest = Math.floor(rest / RADIX);
  }
  return out;
}

export function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i += 1) value = value * RADIX + digitAt(text, at + i);
  return value;
}
