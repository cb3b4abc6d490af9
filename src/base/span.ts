// Positions in source text.
//
// All files of one analysis share one position space, as in rustc's SourceMap: every file has a base, and a position
// is base + UTF-16 offset. One number therefore names file and place, also across macro expansion. The file being
// edited always has base 0; std's own files start at STD_BASE.

/** Half-open range [start, end) of global positions, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Global position of the first std file. Everything below belongs to the user's files. */
export const STD_BASE = 0x1000_0000;

export const NO_SPAN: Span = { start: 0, end: 0 };

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

export function isStdSpan(span: Span): boolean {
  return span.start >= STD_BASE;
}

export function containsPosition(span: Span, position: number): boolean {
  return span.start <= position && position <= span.end;
}

/** Smallest span that covers both. */
export function joinSpans(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
