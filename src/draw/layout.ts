// Geometry of the timeline: where rows and threads lie in pixels. Pure; everything that draws or hits goes through it.
//
// The horizontal unit is the row: the event of row r fills [r, r+1) and its mark sits in the middle, at r + 0.5.

import { bandOf } from "../trace/bands.ts";
import type { Band, Bands } from "../trace/bands.ts";
import type { Flow } from "../trace/flows.ts";
import { lowerBound } from "../trace/search.ts";
import type { ThreadIndex } from "../trace/trace.ts";

/** Free pixels left and right of the first and last event; what goes on beyond is drawn into them. */
export const EDGE = 10;

/** A window on the time axis, in rows. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** No closer than this many events across the picture. */
export const MIN_ROWS_SHOWN = 6;

/** The window that is shown when nothing was chosen: all of the run. */
export function wholeView(limit: number): View {
  return { from: 0, to: Math.max(limit, MIN_ROWS_SHOWN) };
}

/** A linear scale from rows to pixels. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

export interface Lane {
  readonly thread: ThreadIndex;
  readonly top: number;
  readonly height: number;
  /** Where the thread's line runs. */
  readonly center: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly cx1: number;
  readonly cy1: number;
  readonly cx2: number;
  readonly cy2: number;
  readonly x2: number;
  readonly y2: number;
}

export function scaleOf(view: View, left: number, right: number): Scale {
  return { from: view.from, to: view.to, left, right };
}

export function xOf(scale: Scale, row: number): number {
  return scale.left + (row - scale.from) * pixelsPerRow(scale);
}

export function rowAt(scale: Scale, x: number): number {
  return scale.from + (x - scale.left) / pixelsPerRow(scale);
}

export function pixelsPerRow(scale: Scale): number {
  return (scale.right - scale.left) / (scale.to - scale.from);
}

/** The event whose mark is nearest to x. */
export function nearestRow(scale: Scale, x: number, rows: number): number {
  return Math.min(Math.max(0, Math.round(rowAt(scale, x) - 0.5)), Math.max(0, rows - 1));
}

export interface Tick {
  /** Event number as people count, from 1. */
  readonly event: number;
  readonly x: number;
}

/** Ticks at 1, 2 or 5 times a power of ten, at least `gap` pixels apart. */
export function ticksOf(scale: Scale, rows: number, gap: number): readonly Tick[] {
  const step = tickStep(gap / pixelsPerRow(scale));
  const ticks: Tick[] = [];
  const first = Math.max(step, Math.ceil((scale.from + 1) / step) * step);
  for (let event = first; event <= Math.min(rows, scale.to + 1); event += step) {
    const x = xOf(scale, event - 0.5);
    if (x >= scale.left && x <= scale.right) ticks.push({ event, x });
  }
  return ticks;
}

/** The smallest 1, 2 or 5 times a power of ten that is at least `least`, and never below 1. */
export function tickStep(least: number): number {
  let power = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) if (factor * power >= least) return factor * power;
    power *= 10;
  }
}

/** Pinned threads first, then in order of birth. */
export function threadOrder(count: number, pinned: readonly ThreadIndex[]): readonly ThreadIndex[] {
  const all = Array.from({ length: count }, (_, thread) => thread);
  const first = pinned.filter((thread) => thread < count);
  return [...first, ...all.filter((thread) => !first.includes(thread))];
}

/** Generous for a few threads, denser for many. */
export function laneHeight(threads: number): number {
  if (threads <= 5) return 52;
  if (threads <= 9) return 44;
  return threads <= 16 ? 36 : 28;
}

export function layoutLanes(order: readonly ThreadIndex[], height: number): readonly Lane[] {
  return order.map((thread, at) => ({
    thread,
    top: at * height,
    height,
    center: at * height + Math.round(height * 0.56),
  }));
}

export function laneAt(lanes: readonly Lane[], y: number): Lane | undefined {
  return lanes.find((lane) => y >= lane.top && y < lane.top + lane.height);
}

/** The box of a guard: inset by its depth so that nested guards nest. */
export function sliceBox(lane: Lane, depth: number, x1: number, x2: number): Box {
  const half = Math.max(5, Math.min(14, lane.height * 0.27) - depth * 3);
  return { x: x1, y: lane.center - half, width: Math.max(2, x2 - x1), height: half * 2 };
}

/**
 * A flow leaves downwards (or upwards) and arrives from the left; a hand-over leaves to the right. A spawn leads to the
 * thread's birth, where its line begins, not to its first step: that it waits in between shows by itself.
 */
export function flowCurve(flow: Flow, from: Lane, to: Lane, scale: Scale): Curve {
  const x1 = xOf(scale, flow.fromRow + 0.5);
  const born = x1 + Math.min(22, Math.max(4, pixelsPerRow(scale) * 0.95));
  const x2 =
    flow.kind === "spawn"
      ? Math.min(born, xOf(scale, flow.toRow + 0.5))
      : xOf(scale, flow.toRow + 0.5);
  const down = to.center > from.center ? 1 : -1;
  const start = flow.kind === "handOver" || flow.kind === "join" ? 0 : 8;
  const y1 = from.center + down * start;
  const y2 = to.center;
  const reach = Math.min(40, Math.max(6, (x2 - x1) * 0.5));
  if (start === 0) return { x1, y1, cx1: x1 + reach, cy1: y1, cx2: x2 - reach, cy2: y2, x2, y2 };
  return {
    x1,
    y1,
    cx1: x1 + reach * 0.1,
    cy1: y1 + (y2 - y1) * 0.7,
    cx2: x2 - reach * 1.4,
    cy2: y2,
    x2,
    y2,
  };
}

/** The same curve, ended `short` pixels before its tip, so that an arrowhead or a mark has room. */
export function shortened(curve: Curve, short: number): Curve {
  return { ...curve, x2: curve.x2 - Math.min(short, Math.max(0, curve.x2 - curve.x1)) };
}

/**
 * Calls `emit` for the bands that show between two half rows, at most one for each pixel: bands that begin and end within
 * one pixel are skipped by binary search, so that the work depends on the width and not on the number of events.
 */
export function forEachBand(
  bands: Bands,
  scale: Scale,
  end: number,
  emit: (band: Band, x1: number, x2: number) => void,
): void {
  const left = scale.left - EDGE;
  const right = scale.right + EDGE;
  let at = Math.max(0, lowerBound(bands.starts, Math.floor(rowAt(scale, left) * 2) + 1) - 1);
  let edge = left;
  while (at < bands.starts.length) {
    const band = bandOf(bands, at, end);
    const x1 = Math.max(edge, xOf(scale, band.start / 2));
    if (x1 >= right) return;
    const x2 = Math.min(right, Math.max(x1 + 1, xOf(scale, band.end / 2)));
    if (x2 > left) {
      emit(band, x1, x2);
      edge = x2;
    }
    const next = lowerBound(bands.starts, Math.ceil(rowAt(scale, x2) * 2 - 1e-6));
    at = Math.max(at + 1, next > at + 1 ? next - 1 : next);
  }
}

/** Rows of a sorted list that show, thinned to at most one for each `gap` pixels. */
export function visibleRows(rows: Uint32Array, scale: Scale, gap: number): readonly number[] {
  const visible: number[] = [];
  const step = gap / pixelsPerRow(scale);
  let at = lowerBound(rows, Math.floor(scale.from) - 1);
  while (at < rows.length) {
    const row = rows[at] ?? 0;
    if (row > scale.to + 1) break;
    visible.push(row);
    at = Math.max(at + 1, lowerBound(rows, Math.ceil(row + step)));
  }
  return visible;
}
