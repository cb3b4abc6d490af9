// Columns as a terminal shows them: what a panic names (`col_display` of rustc's `lookup_char_pos`).
//
// Follows: rustc_span's char_width. Not modelled: the full tables of unicode-width; the ranges here are those of East Asian
// scripts, emoji and combining marks.

import { lineColumnAt, type LineColumn, type LineIndex } from "./lineIndex.ts";

const TAB = 4;
const ZERO = /[\p{Mn}\p{Me}\u200b-\u200f\u2060-\u2064\ufeff]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** 1-based, as `lineColumnAt`, with the width of the characters before the offset. */
export function displayColumnAt(text: string, index: LineIndex, offset: number): LineColumn {
  const { line, column } = lineColumnAt(index, offset);
  const before = text.slice(offset - column + 1, offset);
  if (/^[\x20-\x7e]*$/.test(before)) return { line, column };
  return { line, column: [...before].reduce((sum, char) => sum + widthOf(char), 1) };
}

function widthOf(char: string): number {
  if (char === "\t") return TAB;
  if (ZERO.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}
