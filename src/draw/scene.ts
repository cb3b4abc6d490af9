// Draws the timeline: grid, bands, guards, flows, marks, and the veil over what has not happened yet. Knows no canvas.

import { BAND_STATES } from "../trace/bands.ts";
import type { Band } from "../trace/bands.ts";
import { countBetween, lowerBound } from "../trace/search.ts";
import { flowsBetween } from "../trace/traceIndex.ts";
import type { TraceIndex, Track } from "../trace/traceIndex.ts";
import { eventAt } from "../trace/trace.ts";
import {
  flowCurve,
  forEachBand,
  pixelsPerRow,
  shortened,
  ticksOf,
  visibleRows,
  xOf,
} from "./layout.ts";
import type { Lane, Scale } from "./layout.ts";
import { markOf } from "./marks.ts";
import { objectColor, threadColorName } from "./painter.ts";
import type { ColorName, Painter } from "./painter.ts";
import { paintSlices } from "./slices.ts";

export interface Scene {
  readonly index: TraceIndex;
  readonly scale: Scale;
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly height: number;
  /** Row position of the cursor, in between while it moves; undefined draws no cursor and no veil. */
  readonly cursor: number | undefined;
  /** Rows that the filter keeps; undefined keeps all. */
  readonly kept: Uint32Array | undefined;
  /** Events that somebody marked. */
  readonly marked: readonly number[];
  readonly thread: number | undefined;
  /** The run stands where a choice is needed; it has not ended. */
  readonly open: boolean;
  /** Colour of each object by its index. */
  readonly ranks: ReadonlyMap<number, number>;
}

/** Marks with letters need this much room on both sides; closer ones become dots. */
const LETTER_ROOM = 13;
const MARK_RADIUS = 8;
/** Fewer pixels for each row than this: single events cannot be told apart. */
const DENSE = 0.75;

export function paintScene(painter: Painter, scene: Scene): void {
  painter.rect(0, 0, scene.width, scene.height, { color: "background" });
  paintGrid(painter, scene);
  for (const lane of scene.lanes) paintBands(painter, scene, lane);
  if (pixelsPerRow(scene.scale) >= DENSE)
    for (const lane of scene.lanes) paintSlices(painter, scene, lane, endRow(scene));
  paintFlows(painter, scene);
  for (const lane of scene.lanes) paintMarks(painter, scene, lane);
  paintVeil(painter, scene);
  paintMarked(painter, scene);
  paintCursor(painter, scene);
}

/** Ranks for colours: what can be held or waited for, in order of creation. */
export function objectRanks(index: TraceIndex): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const object of index.trace.objects) {
    if (["arc", "rc", "stdout", "park", "memory", "cell", "atomic"].includes(object.kind)) continue;
    ranks.set(object.index, ranks.size);
  }
  return ranks;
}

function paintGrid(painter: Painter, scene: Scene): void {
  for (const lane of scene.lanes) {
    if (lane.thread === scene.thread)
      painter.rect(0, lane.top, scene.width, lane.height, { color: "accent", alpha: 0.08 });
    painter.line(0, lane.top + lane.height - 0.5, scene.width, lane.top + lane.height - 0.5, {
      color: "line",
      alpha: 0.55,
      width: 1,
    });
  }
  for (const tick of ticksOf(scene.scale, scene.index.trace.events.count, 56)) {
    painter.line(Math.round(tick.x) + 0.5, 0, Math.round(tick.x) + 0.5, scene.height, {
      color: "line",
      alpha: 0.8,
      width: 1,
    });
  }
}

function paintBands(painter: Painter, scene: Scene, lane: Lane): void {
  const track = scene.index.tracks[lane.thread];
  if (track === undefined) return;
  const end = 2 * endRow(scene);
  if (pixelsPerRow(scene.scale) < DENSE) paintDense(painter, scene, lane, track, end);
  else
    forEachBand(track.bands, scene.scale, end, (band, x1, x2) =>
      paintBand(painter, scene, lane, band, x1, x2),
    );
}

/** Where a pixel holds many events: one box for each pixel and lane, gathered by colour and painted at once. */
function paintDense(painter: Painter, scene: Scene, lane: Lane, track: Track, end: number): void {
  const half = Math.max(3, Math.min(7, lane.height * 0.14));
  const waiting = new Map<ColorName, number[]>();
  const line: number[] = [];
  forEachBand(track.bands, scene.scale, end, (band, x1, x2) => {
    if (x2 - x1 > 3 || band.state === "done" || band.state === "panicked")
      paintBand(painter, scene, lane, band, x1, x2);
    else if (band.state !== "blocked") addBox(line, x1, lane.center - 0.75, x2, 1.5);
    else {
      const color = objectColor(scene.ranks, band.object);
      const boxes = waiting.get(color) ?? [];
      waiting.set(color, boxes);
      addBox(boxes, x1, lane.center - half, x2, half * 2);
    }
  });
  painter.boxes(line, { color: threadColorName(lane.thread), alpha: 0.6 });
  for (const [color, boxes] of waiting) painter.boxes(boxes, { color, alpha: 0.5 });
  paintDensity(painter, scene, lane, track);
}

/** Threads in a deadlock wait for ever: how such a run ends goes on to the edge. */
function endRow(scene: Scene): number {
  const rows = scene.index.trace.events.count;
  return scene.index.trace.ending.status === "deadlock" && !scene.open
    ? Math.max(rows, Math.ceil(scene.scale.to) + 2)
    : rows;
}

function paintBand(
  painter: Painter,
  scene: Scene,
  lane: Lane,
  band: Band,
  x1: number,
  x2: number,
): void {
  const color = threadColorName(lane.thread);
  const y = lane.center;
  switch (band.state) {
    case "running":
      painter.rect(x1, y - 3, x2 - x1, 6, { color }, 3);
      return;
    case "ready":
      paintBaseline(painter, lane, x1, x2);
      return;
    case "blocked":
      paintBlocked(painter, scene, lane, band, x1, x2);
      return;
    case "waiting":
      painter.line(x1 + 3, y, x2 - 2, y, {
        color,
        alpha: 0.85,
        width: 2.5,
        dash: [0.1, 6],
        round: true,
      });
      return;
    case "parked":
      painter.line(x1 + 3, y, x2 - 2, y, { color, alpha: 0.85, width: 2, dash: [8, 4, 1.5, 4] });
      return;
    case "sleeping":
      painter.wave(x1 + 2, x2 - 2, y, { color, alpha: 0.85, width: 1.5 });
      return;
    case "done":
      painter.rect(x1 - 1, y - 8, 3, 16, { color }, 1);
      return;
    case "panicked":
      painter.rect(x1 - 1, y - 8, 3, 16, { color: "bad" }, 1);
      return;
    default:
      return;
  }
}

function paintBaseline(painter: Painter, lane: Lane, x1: number, x2: number): void {
  painter.line(x1, lane.center, x2, lane.center, {
    color: threadColorName(lane.thread),
    alpha: 0.6,
    width: 1.5,
  });
}

function paintBlocked(
  painter: Painter,
  scene: Scene,
  lane: Lane,
  band: Band,
  x1: number,
  x2: number,
): void {
  const color = objectColor(scene.ranks, band.object);
  const half = Math.max(4, Math.min(8, lane.height * 0.16));
  const rank = band.object === undefined ? 0 : (scene.ranks.get(band.object) ?? 0);
  painter.rect(x1, lane.center - half, x2 - x1, half * 2, { color, alpha: 0.16 }, 3);
  painter.hatch(
    x1,
    lane.center - half,
    x2 - x1,
    half * 2,
    { color, alpha: 0.95 },
    rank % 2 === 0 ? 1 : -1,
  );
  if (x2 - x1 > 4)
    painter.outline(
      x1 + 0.5,
      lane.center - half + 0.5,
      x2 - x1 - 1,
      half * 2 - 1,
      { color, alpha: 0.75, width: 1 },
      3,
    );
}

/** A box that goes on where the last one ends makes that one longer. */
function addBox(boxes: number[], x1: number, y: number, x2: number, height: number): void {
  const last = boxes.length - 4;
  const end = (boxes[last] ?? 0) + (boxes[last + 2] ?? 0);
  if (last >= 0 && Math.abs(end - x1) < 0.01) boxes[last + 2] = x2 - (boxes[last] ?? 0);
  else boxes.push(x1, y, x2 - x1, height);
}

/** How much of each pixel this thread ran. */
function paintDensity(painter: Painter, scene: Scene, lane: Lane, track: Track): void {
  const scale = scene.scale;
  const rowsPerStep = 2 / pixelsPerRow(scale);
  const tallest = Math.min(9, lane.height * 0.2);
  const boxes: number[] = [];
  for (let x = scale.left, row = scale.from; x < scale.right; x += 2, row += rowsPerStep) {
    const ran = countBetween(track.rows, row, row + rowsPerStep);
    if (ran === 0) continue;
    const share = Math.min(1, ran / Math.max(1, rowsPerStep));
    const half = 1 + (tallest - 1) * Math.sqrt(share);
    boxes.push(x, lane.center - half, 2, half * 2);
  }
  painter.boxes(boxes, { color: threadColorName(lane.thread), alpha: 0.9 });
}

function paintFlows(painter: Painter, scene: Scene): void {
  const room = pixelsPerRow(scene.scale);
  if (room < 1.5) return;
  const byThread = new Map(scene.lanes.map((lane) => [lane.thread, lane]));
  for (const flow of flowsBetween(
    scene.index.flows,
    Math.floor(scene.scale.from),
    Math.ceil(scene.scale.to),
  )) {
    const from = byThread.get(flow.fromThread);
    const to = byThread.get(flow.toThread);
    if (from === undefined || to === undefined) continue;
    const arrow = room >= 5;
    const curve = shortened(flowCurve(flow, from, to, scene.scale), arrow ? tipRoom(flow.kind) : 0);
    const lock = flow.kind === "handOver" || flow.kind === "message" || flow.kind === "notify";
    const color: ColorName = lock ? objectColor(scene.ranks, flow.object) : "muted";
    painter.curve(curve, { color, alpha: lock ? 0.9 : 0.8, width: 1.25 });
    if (arrow) painter.arrow(curve.x2, curve.y2, { color, alpha: 0.95 });
  }
}

/** Arrows into a mark stop at its rim. */
function tipRoom(kind: string): number {
  return kind === "join" || kind === "message" || kind === "notify" ? MARK_RADIUS + 1 : 0;
}

function paintMarks(painter: Painter, scene: Scene, lane: Lane): void {
  const track = scene.index.tracks[lane.thread];
  const room = pixelsPerRow(scene.scale);
  if (track === undefined || room < 1) return;
  const rows = visibleRows(track.marks, scene.scale, 3);
  rows.forEach((row, at) => {
    const before = (row - (rows[at - 1] ?? Number.NEGATIVE_INFINITY)) * room;
    const after = ((rows[at + 1] ?? Number.POSITIVE_INFINITY) - row) * room;
    paintMark(painter, scene, lane, row, Math.min(before, after));
  });
  if (scene.kept !== undefined) paintKept(painter, scene, lane, scene.kept);
}

/** `gap` is how far the nearest mark is. */
function paintMark(painter: Painter, scene: Scene, lane: Lane, row: number, gap: number): void {
  const mark = markOf(eventAt(scene.index.trace.events, row));
  const x = xOf(scene.scale, row + 0.5);
  const color: ColorName = mark.tone === "bad" ? "bad" : threadColorName(lane.thread);
  const alpha = scene.kept === undefined || isKept(scene.kept, row) ? 1 : 0.25;
  if (mark.weight === "minor" || gap < LETTER_ROOM) {
    painter.circle(
      x,
      lane.center,
      gap < 6 ? 2 : 3.5,
      { color: "background" },
      { color, width: 1.5, alpha },
    );
    return;
  }
  const radius = Math.min(MARK_RADIUS, lane.height * 0.2, gap * 0.5);
  painter.circle(x, lane.center, radius, { color: "background" }, { color, width: 1.5, alpha });
  const size = radius * (mark.glyph.length > 1 ? 1.1 : 1.25);
  painter.text(x, lane.center + 0.5, mark.glyph, {
    color: "text",
    alpha,
    size,
    anchor: "middle",
    bold: true,
  });
}

/** A tick under each event that the filter keeps. */
function paintKept(painter: Painter, scene: Scene, lane: Lane, kept: Uint32Array): void {
  for (const row of visibleRows(kept, scene.scale, 2)) {
    if (scene.index.trace.events.thread[row] !== lane.thread) continue;
    const x = xOf(scene.scale, row + 0.5);
    painter.rect(x - 1, lane.top + lane.height - 6, 2, 5, { color: "accent" });
  }
}

function isKept(kept: Uint32Array, row: number): boolean {
  return kept[lowerBound(kept, row)] === row;
}

function paintVeil(painter: Painter, scene: Scene): void {
  // After the last event nothing is yet to come.
  if (scene.cursor === undefined || scene.cursor > scene.index.trace.events.count - 1.02) return;
  const x = Math.max(0, xOf(scene.scale, scene.cursor + 0.5));
  if (x < scene.width)
    painter.rect(x, 0, scene.width - x, scene.height, { color: "background", alpha: 0.62 });
}

function paintMarked(painter: Painter, scene: Scene): void {
  for (const row of scene.marked) {
    const x = Math.round(xOf(scene.scale, row + 0.5)) + 0.5;
    if (x < scene.scale.left || x > scene.scale.right) continue;
    painter.line(x, 0, x, scene.height, { color: "text", alpha: 0.6, width: 1, dash: [3, 3] });
    painter.rect(x, 0, 9, 6, { color: "text" });
  }
}

function paintCursor(painter: Painter, scene: Scene): void {
  if (scene.cursor === undefined) return;
  const x = xOf(scene.scale, scene.cursor + 0.5);
  if (x < scene.scale.left - 2 || x > scene.scale.right + 2) return;
  painter.line(x, 0, x, scene.height, { color: "accent", width: 2 });
}

/** States that occur, for the legend. */
export function statesOf(index: TraceIndex): ReadonlySet<string> {
  const states = new Set<string>();
  const end = 2 * index.trace.events.count;
  for (const { bands } of index.tracks) {
    // What begins behind the last event is not drawn.
    bands.states.forEach((state, at) => {
      if ((bands.starts[at] ?? 0) < end) states.add(BAND_STATES[state] ?? "");
    });
  }
  for (const { mode } of index.slices)
    states.add(mode === "shared" || mode === "mut" ? "borrow" : "guard");
  return states;
}
