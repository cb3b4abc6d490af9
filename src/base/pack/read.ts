// Reading a pack: opening it reads the shapes, a section is made into objects when somebody asks for it.

import {
  Field,
  FIRST_SHAPE,
  LONG_DIGITS,
  OFFSET_DIGITS,
  ONE,
  PARTS,
  RADIX,
  START_DIGITS,
  Tag,
  THREE_LEADS,
  TWO,
  TWO_LEADS,
  digitAt,
  digitsAt,
} from "./format.ts";
import type { Pack } from "./format.ts";

export interface PackReader {
  /** A new copy at each call. */
  read(section: number): unknown;
  /** The last section. */
  root(): unknown;
  /** Who makes atoms of their descriptions; to be set before one is met. */
  makeAtom: (description: unknown) => unknown;
}

interface Shape {
  readonly keys: string[];
  readonly forms: number[];
  /** The constant, or the number of the one shape, of each field. */
  readonly extra: unknown[];
}

/** Where the reader stands. */
interface Input {
  readonly text: string;
  at: number;
  /** Start of the span read last. */
  last: number;
  readonly names: readonly string[];
  texts(): readonly string[];
  readonly shapes: Shape[];
  atom(number: number): unknown;
}

export function openPack(pack: Pack): PackReader {
  const starts = PARTS.map((_, part) => digitsAt(pack, part * START_DIGITS, START_DIGITS));
  const [shapes = 0, offsets = 0, data = 0, textsAt = 0, names = 0] = starts;
  let texts: readonly string[] | undefined;
  const atoms: unknown[] = [];
  const input: Input = {
    text: pack,
    at: shapes,
    last: 0,
    names: pack.slice(names).split("\n"),
    texts: () => (texts ??= JSON.parse(pack.slice(textsAt, names)) as readonly string[]),
    shapes: [],
    atom: (number) => (atoms[number] ??= reader.makeAtom(reader.read(firstAtom + number))),
  };
  const shapeCount = uint(input);
  const origin = uint(input);
  const firstAtom = uint(input);
  for (let i = 0; i < shapeCount; i += 1) input.shapes.push(readShape(input));
  const reader: PackReader = {
    read(section) {
      // An atom may be read in the middle of another section.
      const { at, last } = input;
      input.at = data + digitsAt(pack, offsets + section * OFFSET_DIGITS, OFFSET_DIGITS);
      input.last = origin;
      const value = readValue(input);
      input.at = at;
      input.last = last;
      return value;
    },
    root: () => reader.read((data - offsets) / OFFSET_DIGITS - 1),
    makeAtom: () => undefined,
  };
  return reader;
}

function readShape(input: Input): Shape {
  const shape: Shape = { keys: [], forms: [], extra: [] };
  const count = uint(input);
  for (let i = 0; i < count; i += 1) {
    shape.keys.push(string(input));
    const form = uint(input);
    shape.forms.push(form);
    if (form === Field.constant) shape.extra.push(readValue(input));
    else shape.extra.push(form === Field.shape ? uint(input) : undefined);
  }
  return shape;
}

function readValue(input: Input): unknown {
  const tag = uint(input);
  if (tag >= FIRST_SHAPE) return readFields(input, input.shapes[tag - FIRST_SHAPE] as Shape);
  switch (tag) {
    case Tag.false:
      return false;
    case Tag.true:
      return true;
    case Tag.uint:
      return uint(input);
    case Tag.string:
      return string(input);
    case Tag.array:
      return readItems(input);
    case Tag.span:
      return readSpan(input);
    case Tag.map:
      return readMap(input);
    case Tag.set:
      return new Set(readItems(input));
    case Tag.bigint:
      return BigInt(string(input));
    case Tag.number:
      return Number(string(input));
    case Tag.null:
      return null;
    case Tag.atom:
      return input.atom(uint(input));
    case Tag.natural:
      return BigInt(uint(input));
    default:
      return undefined;
  }
}

function readMap(input: Input): Map<unknown, unknown> {
  const out = new Map<unknown, unknown>();
  for (let left = uint(input); left > 0; left -= 1) {
    const key = readValue(input);
    out.set(key, readValue(input));
  }
  return out;
}

function readItems(input: Input): unknown[] {
  const out: unknown[] = [];
  for (let left = uint(input); left > 0; left -= 1) out.push(readValue(input));
  return out;
}

function readFields(input: Input, shape: Shape): unknown {
  const { keys, forms, extra } = shape;
  const out: Record<string, unknown> = {};
  for (let i = 0; i < keys.length; i += 1)
    out[keys[i] as string] = readField(input, forms[i] as number, extra[i]);
  return out;
}

function readField(input: Input, form: number, extra: unknown): unknown {
  switch (form) {
    case Field.constant:
      return extra;
    case Field.uint:
      return uint(input);
    case Field.string:
      return string(input);
    case Field.span:
      return readSpan(input);
    case Field.array:
      return readItems(input);
    case Field.bool:
      return uint(input) === 1;
    case Field.atom:
      return input.atom(uint(input));
    case Field.shape:
      return readFields(input, input.shapes[extra as number] as Shape);
    default:
      return readValue(input);
  }
}

function readSpan(input: Input): { readonly start: number; readonly end: number } {
  const start = input.last + unzigzag(uint(input));
  input.last = start;
  return { start, end: start + unzigzag(uint(input)) };
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function string(input: Input): string {
  const number = uint(input);
  const { names } = input;
  return (number < names.length ? names[number] : input.texts()[number - names.length]) ?? "";
}

function uint(input: Input): number {
  const { text } = input;
  const lead = digitAt(text, input.at);
  input.at += 1;
  if (lead < ONE) return lead;
  if (lead < ONE + TWO_LEADS) {
    const value = ONE + (lead - ONE) * RADIX + digitAt(text, input.at);
    input.at += 1;
    return value;
  }
  if (lead < ONE + TWO_LEADS + THREE_LEADS) {
    const high = lead - ONE - TWO_LEADS;
    const value = TWO + high * RADIX * RADIX + digitsAt(text, input.at, 2);
    input.at += 2;
    return value;
  }
  const value = digitsAt(text, input.at, LONG_DIGITS);
  input.at += LONG_DIGITS;
  return value;
}
