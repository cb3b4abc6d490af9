// Writing a pack: first all sections are surveyed for shapes and strings, then written with the commonest ones shortest.

import {
  Field,
  FIRST_SHAPE,
  LONG_DIGITS,
  MAX_UINT,
  OFFSET_DIGITS,
  ONE,
  RADIX,
  START_DIGITS,
  Tag,
  THREE,
  TWO,
  TWO_LEADS,
  digit,
  digits,
} from "./format.ts";
import type { Pack } from "./format.ts";

export interface PackWriter {
  /** The number of the section. */
  add(value: unknown): number;
  /** `root`: the last section. */
  finish(root: unknown): Pack;
}

/** Numbers the objects whose identity counts. */
export interface Atoms {
  /** The number of an atom, a new one at first sight; undefined for other objects. */
  numberOf(value: object): number | undefined;
  /** Of each atom so far, what it is made of: other atoms and plain values. */
  readonly descriptions: readonly unknown[];
}

const NO_ATOMS: Atoms = { numberOf: () => undefined, descriptions: [] };

/** `origin`: a position near which the spans lie. */
export function createPack(origin: number, atoms: Atoms = NO_ATOMS): PackWriter {
  const sections: unknown[] = [];
  return {
    add: (value) => sections.push(value) - 1,
    finish: (root) => writePack(sections, root, origin, atoms),
  };
}

interface Shape {
  readonly keys: readonly string[];
  readonly fields: readonly FieldSurvey[];
  count: number;
  number: number;
}

interface FieldSurvey {
  /** Forms met: names of `Field` or "other". */
  readonly forms: Set<keyof typeof Field>;
  /** All shapes met, while they are few. */
  readonly shapes: Set<Shape>;
  readonly values: Set<unknown>;
}

interface Survey {
  readonly atoms: Atoms;
  readonly shapes: Map<string, Shape>;
  readonly strings: Map<string, number>;
}

type Plain = Readonly<Record<string, unknown>>;

function writePack(added: readonly unknown[], root: unknown, origin: number, atoms: Atoms): Pack {
  const survey: Survey = { atoms, shapes: new Map(), strings: new Map() };
  for (const section of [...added, root]) surveyValue(survey, section);
  // Describing an atom may bring up more of them.
  for (let at = 0; at < atoms.descriptions.length; at += 1)
    surveyValue(survey, atoms.descriptions[at]);
  const shapes = [...survey.shapes.values()].sort((a, b) => b.count - a.count);
  for (const [number, shape] of shapes.entries()) shape.number = number;
  for (const key of shapes.flatMap((shape) => shape.keys)) noteString(survey, key);
  const { names, texts, numbers } = numberStrings(survey.strings);
  const output: Output = { survey, strings: numbers, parts: [], last: origin };
  const heads = shapes.map((shape) => writeShape(output, shape)).join("");
  const sections = [...added, ...atoms.descriptions, root];
  const { offsets, data } = writeSections(output, sections, origin);
  const counts = uint(shapes.length) + uint(origin) + uint(added.length);
  return joinParts([counts + heads, offsets, data, texts, names]);
}

function writeSections(output: Output, sections: readonly unknown[], origin: number) {
  const offsets: string[] = [];
  const data: string[] = [];
  let at = 0;
  for (const section of sections) {
    output.last = origin;
    output.parts = [];
    writeValue(output, section);
    const text = output.parts.join("");
    offsets.push(digits(at, OFFSET_DIGITS));
    at += text.length;
    data.push(text);
  }
  return { offsets: offsets.join(""), data: data.join("") };
}

function joinParts(parts: readonly string[]): Pack {
  let at = parts.length * START_DIGITS;
  const starts = parts.map((part) => {
    const start = digits(at, START_DIGITS);
    at += part.length;
    return start;
  });
  return [...starts, ...parts].join("");
}

// ---- survey

function isSpan(value: Plain): boolean {
  const keys = Object.keys(value);
  return (
    keys.length === 2 &&
    keys[0] === "start" &&
    keys[1] === "end" &&
    isUint(value["start"]) &&
    isUint(value["end"])
  );
}

function isUint(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < MAX_UINT;
}

function isDigits(value: unknown): value is number {
  return isUint(value) && !Object.is(value, -0);
}

function isNatural(value: bigint): boolean {
  return value >= 0n && value < BigInt(MAX_UINT);
}

function formOf(atoms: Atoms, value: unknown): keyof typeof Field {
  if (typeof value === "boolean") return "bool";
  if (isDigits(value)) return "uint";
  if (typeof value === "string") return "string";
  if (typeof value !== "object" || value === null) return "any";
  if (atoms.numberOf(value) !== undefined) return "atom";
  if (Array.isArray(value)) return "array";
  if (value instanceof Map || value instanceof Set) return "any";
  return isSpan(value as Plain) ? "span" : "shape";
}

function surveyValue(survey: Survey, value: unknown): void {
  if (typeof value === "string") noteString(survey, value);
  else if (typeof value === "bigint") {
    if (!isNatural(value)) noteString(survey, String(value));
  } else if (typeof value === "number") {
    if (!isDigits(value)) noteString(survey, numberText(value));
  } else if (typeof value === "function") throw new Error("bug: a function in a pack");
  else if (typeof value === "object" && value !== null) surveyObject(survey, value);
}

function surveyObject(survey: Survey, value: object): void {
  if (survey.atoms.numberOf(value) !== undefined) return;
  if (Array.isArray(value) || value instanceof Set) {
    for (const item of value) surveyValue(survey, item);
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      surveyValue(survey, key);
      surveyValue(survey, item);
    }
  } else if (!isSpan(value as Plain)) surveyShape(survey, value as Plain);
}

function surveyShape(survey: Survey, value: Plain): void {
  const shape = shapeOf(survey, value);
  shape.count += 1;
  for (const [index, key] of shape.keys.entries()) {
    const item = value[key];
    const field = shape.fields[index] as FieldSurvey;
    const form = formOf(survey.atoms, item);
    field.forms.add(form);
    if (form === "shape") field.shapes.add(shapeOf(survey, item as Plain));
    if (field.values.size < 2) field.values.add(item);
    surveyValue(survey, item);
  }
}

function shapeOf(survey: Survey, value: Plain): Shape {
  const keys = Object.keys(value);
  const kind = value["kind"];
  const name = `${typeof kind === "string" ? kind : ""} ${keys.join(" ")}`;
  let shape = survey.shapes.get(name);
  if (shape === undefined) {
    const fields = keys.map(() => ({
      forms: new Set<keyof typeof Field>(),
      shapes: new Set<Shape>(),
      values: new Set(),
    }));
    shape = { keys, fields, count: 0, number: 0 };
    survey.shapes.set(name, shape);
  }
  return shape;
}

function noteString(survey: Survey, text: string): void {
  survey.strings.set(text, (survey.strings.get(text) ?? 0) + 1);
}

/** Strings that a line of ASCII can hold come first, the commonest with the lowest numbers. */
function numberStrings(counts: ReadonlyMap<string, number>) {
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  // oxlint-disable-next-line no-control-regex -- what is plain ASCII
  const isName = (text: string) => /^[\x20-\x7e]*$/.test(text) && text.length < 200;
  const names = byCount.filter(isName);
  const texts = byCount.filter((text) => !isName(text));
  const numbers = new Map([...names, ...texts].map((text, index) => [text, index] as const));
  return { names: names.join("\n"), texts: asciiJson(texts), numbers };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// ---- output

interface Output {
  readonly survey: Survey;
  readonly strings: ReadonlyMap<string, number>;
  parts: string[];
  /** Start of the span written last. */
  last: number;
}

function fieldForm(field: FieldSurvey): keyof typeof Field {
  if (field.values.size === 1) {
    const [value] = field.values;
    if (typeof value !== "object" && typeof value !== "bigint") return "constant";
  }
  if (field.forms.size !== 1) return "any";
  const [form = "any"] = field.forms;
  return form === "shape" && field.shapes.size !== 1 ? "any" : form;
}

function writeShape(output: Output, shape: Shape): string {
  output.parts = [uint(shape.keys.length)];
  for (const [index, key] of shape.keys.entries()) {
    const field = shape.fields[index] as FieldSurvey;
    const form = fieldForm(field);
    output.parts.push(uint(stringNumber(output, key)), uint(Field[form]));
    if (form === "constant") writeValue(output, [...field.values][0]);
    if (form === "shape") output.parts.push(uint(([...field.shapes][0] as Shape).number));
  }
  return output.parts.join("");
}

function writeValue(output: Output, value: unknown): void {
  const { parts } = output;
  if (value === undefined) parts.push(uint(Tag.undefined));
  else if (value === null) parts.push(uint(Tag.null));
  else if (typeof value === "boolean") parts.push(uint(value ? Tag.true : Tag.false));
  else if (typeof value === "string")
    parts.push(uint(Tag.string), uint(stringNumber(output, value)));
  else if (typeof value === "bigint") writeBigint(output, value);
  else if (typeof value === "number") writeNumber(output, value);
  else writeObject(output, value as object);
}

function writeBigint(output: Output, value: bigint): void {
  if (isNatural(value)) output.parts.push(uint(Tag.natural), uint(Number(value)));
  else output.parts.push(uint(Tag.bigint), uint(stringNumber(output, String(value))));
}

function writeNumber(output: Output, value: number): void {
  if (isDigits(value)) output.parts.push(uint(Tag.uint), uint(value));
  else output.parts.push(uint(Tag.number), uint(stringNumber(output, numberText(value))));
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function writeObject(output: Output, value: object): void {
  const { parts } = output;
  const atom = output.survey.atoms.numberOf(value);
  if (atom !== undefined) parts.push(uint(Tag.atom), uint(atom));
  else if (Array.isArray(value)) {
    parts.push(uint(Tag.array));
    writeItems(output, value);
  } else if (value instanceof Map) {
    parts.push(uint(Tag.map), uint(value.size));
    for (const entry of value) for (const item of entry) writeValue(output, item);
  } else if (value instanceof Set) {
    parts.push(uint(Tag.set));
    writeItems(output, [...value]);
  } else if (isSpan(value as Plain)) {
    parts.push(uint(Tag.span));
    writeSpan(output, value as Plain);
  } else {
    const shape = shapeOf(output.survey, value as Plain);
    parts.push(uint(FIRST_SHAPE + shape.number));
    writeFields(output, shape, value as Plain);
  }
}

function writeItems(output: Output, items: readonly unknown[]): void {
  output.parts.push(uint(items.length));
  for (const item of items) writeValue(output, item);
}

function writeFields(output: Output, shape: Shape, value: Plain): void {
  for (const [index, key] of shape.keys.entries())
    writeField(output, shape.fields[index] as FieldSurvey, value[key]);
}

function writeField(output: Output, field: FieldSurvey, item: unknown): void {
  const { parts } = output;
  switch (fieldForm(field)) {
    case "constant":
      return;
    case "uint":
      parts.push(uint(item as number));
      return;
    case "string":
      parts.push(uint(stringNumber(output, item as string)));
      return;
    case "bool":
      parts.push(uint(item === true ? 1 : 0));
      return;
    case "span":
      writeSpan(output, item as Plain);
      return;
    case "array":
      writeItems(output, item as readonly unknown[]);
      return;
    case "shape":
      writeFields(output, [...field.shapes][0] as Shape, item as Plain);
      return;
    case "atom":
      parts.push(uint(output.survey.atoms.numberOf(item as object) as number));
      return;
    case "any":
      writeValue(output, item);
  }
}

/** A span as steps: from the start of the one before, and to its own end. */
function writeSpan(output: Output, span: Plain): void {
  const start = span["start"] as number;
  const end = span["end"] as number;
  output.parts.push(uint(zigzag(start - output.last)), uint(zigzag(end - start)));
  output.last = start;
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function stringNumber(output: Output, text: string): number {
  const number = output.strings.get(text);
  if (number === undefined) throw new Error(`bug: the string ${text} was not surveyed`);
  return number;
}

function uint(value: number): string {
  if (value < ONE) return digit(value);
  if (value < TWO) {
    const rest = value - ONE;
    return digit(ONE + Math.floor(rest / RADIX)) + digit(rest % RADIX);
  }
  if (value < THREE) {
    const rest = value - TWO;
    const lead = ONE + TWO_LEADS + Math.floor(rest / (RADIX * RADIX));
    return digit(lead) + digits(rest % (RADIX * RADIX), 2);
  }
  return digit(RADIX - 1) + digits(value, LONG_DIGITS);
}
