// Reading a pack: opening it reads the shapes, a section is made into objects when somebody asks for it.

import {
  Field,
  FIRST_SHAPE,
  LONG_DIGITS,
  OFFSET_DIGITS,
  ONE,
  RADIX,
  Tag,
  THREE_LEADS,
  TWO,
  TWO_LEADS,
  digitAt,
  digitsAt,
} from "./format.ts";
import type { Pack } from "./format.ts";

export interface PackReader {
  /** Number of sections. */
  readonly count: number;
  /** A new copy at each call. */
  read(section: number): unknown;
}

interface Shape {
  readonly keys: string[];
  readonly forms: number[];
  /** The constant, or the number of the one shape, of each field. */
  readonly extra: unknown[];
}

/** Where the reader stands. */
interface Input {
  text: string;
  at: number;
  /** Start of the span read last. */
  last: number;
  readonly names: readonly string[];
  texts(): readonly string[];
  readonly shapes: Shape[];
}

export function openPack(pack: Pack): PackReader {
  let texts: readonly string[] | undefined;
  const input: Input = {
    text: pack.shapes,
    at: 0,
    last: 0,
    names: pack.names.split("\n"),
    texts: () => (texts ??= JSON.parse(pack.texts) as readonly string[]),
    shapes: [],
  };
  const shapeCount = uint(input);
  const origin = uint(input);
  for (let i = 0; i < shapeCount; i += 1) input.shapes.push(readShape(input));
  return {
    count: pack.offsets.length / OFFSET_DIGITS,
    read(section) {
      input.text = pack.data;
      input.at = digitsAt(pack.offsets, section * OFFSET_DIGITS, OFFSET_DIGITS);
      input.last = origin;
      return readValue(input);
    },
  };
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
