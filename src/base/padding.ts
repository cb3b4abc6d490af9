// Room in a text for what will be typed: spaces that stand at ends of lines, where they change neither a line's number
// nor a column that anything stands in.
//
// The padded text is what an analysis reads. An edit that takes its room from the next spaces moves nothing behind them, so
// that everything found there holds. Two coordinates: offsets of the text as it was given, positions in the padded one.

import { STD_BASE } from "./span.ts";

export interface Padding {
  /** Offsets in the text before which spaces stand; ascending. */
  readonly offsets: readonly number[];
  readonly widths: readonly number[];
  /** All widths before each. */
  readonly before: readonly number[];
}

export const NO_PADDING: Padding = { offsets: [], widths: [], before: [] };

export function makePadding(offsets: readonly number[], widths: readonly number[]): Padding {
  const before: number[] = [];
  let sum = 0;
  for (const width of widths) {
    before.push(sum);
    sum += width;
  }
  return { offsets, widths, before };
}

export function padText(text: string, { offsets, widths }: Padding): string {
  if (offsets.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  offsets.forEach((offset, index) => {
    parts.push(text.slice(from, offset), " ".repeat(widths[index] ?? 0));
    from = offset;
  });
  return parts.join("") + text.slice(from);
}

/** Where an offset of the text stands in the padded one: before the spaces that stand there. */
export function paddedPosition({ offsets, widths, before }: Padding, offset: number): number {
  const index = lastBelow(offsets, offset);
  return index < 0 ? offset : offset + (before[index] ?? 0) + (widths[index] ?? 0);
}

/** The offset of a position; all spaces of one place are that place. */
export function plainOffset({ offsets, widths, before }: Padding, position: number): number {
  if (position >= STD_BASE) return position;
  let low = -1;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) + (before[middle] ?? 0) < position) low = middle;
    else high = middle - 1;
  }
  if (low < 0) return position;
  const spaces = position - ((offsets[low] ?? 0) + (before[low] ?? 0));
  return position - (before[low] ?? 0) - Math.min(spaces, widths[low] ?? 0);
}

/** The first padding at or behind an offset; -1 without one. */
export function paddingFrom({ offsets }: Padding, offset: number): number {
  const index = lastBelow(offsets, offset) + 1;
  return index < offsets.length ? index : -1;
}

/** The padding once the text before one of its places has grown by `by` units and taken them from there. */
export function takeRoom(padding: Padding, index: number, by: number): Padding {
  return makePadding(
    padding.offsets.map((offset, at) => (at < index ? offset : offset + by)),
    padding.widths.map((width, at) => (at === index ? width - by : width)),
  );
}

/** The last place that lies below an offset. */
function lastBelow(offsets: readonly number[], offset: number): number {
  let low = -1;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
