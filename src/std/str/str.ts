// Bytes, text and characters where a loop over cells in Rust would be too slow, or Unicode's tables are needed.
//
// Follows: core::str, core::char. Unicode properties are the host's: its version of Unicode may differ from rustc's.

import type { Exec } from "../../machine/code.ts";
import { seen } from "../../machine/state/forgetting.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { allocateBytes, asPointer, bytesOf, readText } from "../../machine/run/text.ts";
import type { Bytes } from "../../machine/run/text.ts";
import { unsupported } from "../../machine/run/trap.ts";
import { checkSequence, encodeUtf8 } from "../../machine/run/utf8.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, plain, quick } from "../define.ts";
import type { Definition } from "../define.ts";

/** `usize::MAX`: not found. */
const NOWHERE = 0xffff_ffff_ffff_ffffn;

export const STR: readonly Definition[] = [
  quick("bytes.eq", () => (x, a, b) => (compare(view(x, a), view(x, b), true) === 0 ? 1 : 0)),
  quick("bytes.compare", () => (x, a, b) => compare(view(x, a), view(x, b), false)),
  quick("bytes.find", () => (x, a, b, from) => find(view(x, a), view(x, b), Number(from))),
  quick("bytes.rfind", () => (x, a, b, to) => findLast(view(x, a), view(x, b), Number(to))),
  plain("str.validate", (cx) => validate(bytesOf(cx.machine, cx.state, argument(cx, 0)))),
  quick("str.count_chars", () => (x, a) => countChars(view(x, a))),
  plain("str.to_lowercase", (cx) => [changed(cx, (text) => text.toLowerCase())]),
  plain("str.to_uppercase", (cx) => [changed(cx, (text) => text.toUpperCase())]),
  quick(
    "char.has",
    () => (x, a, name) => (has(Number(a), readText(x.machine, x.state, name)) ? 1 : 0),
  ),
];

function view(x: Exec, cell: Cell): Bytes {
  return bytesOf(x.machine, x.state, asPointer(cell));
}

function compare(a: Bytes, b: Bytes, onlyEqual: boolean): number {
  const left = a.to - a.from;
  const right = b.to - b.from;
  if (onlyEqual && left !== right) return 1;
  const common = Math.min(left, right);
  for (let i = 0; i < common; i++) {
    const difference = Number(a.cells[a.from + i]) - Number(b.cells[b.from + i]);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left - right);
}

function find(haystack: Bytes, needle: Bytes, from: number): Cell {
  const length = needle.to - needle.from;
  const last = haystack.to - haystack.from - length;
  for (let at = from; at <= last; at++) if (matches(haystack, needle, at, length)) return at;
  return NOWHERE;
}

function findLast(haystack: Bytes, needle: Bytes, to: number): Cell {
  const length = needle.to - needle.from;
  for (let at = Math.min(to, haystack.to - haystack.from) - length; at >= 0; at--) {
    if (matches(haystack, needle, at, length)) return at;
  }
  return NOWHERE;
}

function matches(haystack: Bytes, needle: Bytes, at: number, length: number): boolean {
  const start = haystack.from + at;
  for (let i = 0; i < length; i++)
    if (seen(haystack.cells[start + i]) !== seen(needle.cells[needle.from + i])) return false;
  return true;
}

function validate({ cells, from, to }: Bytes): readonly Cell[] {
  const bytes = cells as readonly number[];
  let at = from;
  while (at < to) {
    const length = checkSequence(bytes, at, to);
    if (length < 0) return [at - from, -length];
    at += length;
  }
  return [to - from, 0];
}

function countChars({ cells, from, to }: Bytes): number {
  let count = 0;
  for (let at = from; at < to; at++) if ((Number(cells[at]) & 0xc0) !== 0x80) count++;
  return count;
}

function changed(cx: PrimitiveContext, change: (text: string) => string): Cell {
  const text = change(readText(cx.machine, cx.state, argument(cx, 0)));
  return allocateBytes(cx.machine, cx.state, cx.thread, encodeUtf8(text));
}

const PROPERTIES: Readonly<Record<string, RegExp>> = {
  alphabetic: /^\p{Alphabetic}$/u,
  numeric: /^\p{N}$/u,
  lowercase: /^\p{Lowercase}$/u,
  uppercase: /^\p{Uppercase}$/u,
  control: /^\p{Cc}$/u,
  whitespace: /^\p{White_Space}$/u,
  grapheme_extend: /^\p{Grapheme_Extend}$/u,
  printable: /^(?: |[^\p{C}\p{Z}])$/u,
};

function has(code: number, property: string): boolean {
  const pattern = PROPERTIES[property] ?? unsupported(`the Unicode property ${property}`, "");
  return pattern.test(String.fromCodePoint(code));
}
