// What lies under a point of the timeline. Pure.

import { neighbour } from "../../trace/traceIndex.ts";
import type { TraceIndex } from "../../trace/traceIndex.ts";
import { lowerBound } from "../../trace/search.ts";
import type { Slice } from "../../trace/slices.ts";
import { laneAt, nearestRow, pixelsPerRow, rowAt, sliceBox, xOf } from "../../draw/layout.ts";
import type { Lane, Scale } from "../../draw/layout.ts";

export type Hit =
  /** An event's mark. */
  | { readonly kind: "mark"; readonly lane: Lane; readonly row: number }
  | { readonly kind: "slice"; readonly lane: Lane; readonly row: number; readonly slice: Slice }
  /** A place on a thread's track. */
  | { readonly kind: "track"; readonly lane: Lane; readonly row: number };

const NEAR = 9;

export function hitTest(
  index: TraceIndex,
  lanes: readonly Lane[],
  scale: Scale,
  x: number,
  y: number,
): Hit | undefined {
  const lane = laneAt(lanes, y);
  const track = lane === undefined ? undefined : index.tracks[lane.thread];
  if (lane === undefined || track === undefined) return undefined;
  const row = nearestRow(scale, x, index.trace.events.count);
  const mark = nearestMark(track.marks, scale, x);
  if (mark !== undefined && Math.abs(y - lane.center) <= NEAR + 2)
    return { kind: "mark", lane, row: mark };
  const slice = sliceUnder(track.slices, lane, scale, x, y);
  return slice === undefined ? { kind: "track", lane, row } : { kind: "slice", lane, row, slice };
}

function nearestMark(marks: Uint32Array, scale: Scale, x: number): number | undefined {
  const at = Math.round(rowAt(scale, x) - 0.5);
  const exact = marks[lowerBound(marks, at)] === at ? at : undefined;
  const near = [exact, neighbour(marks, at, -1), neighbour(marks, at, 1)]
    .filter((row): row is number => row !== undefined)
    .map((row) => ({ row, distance: Math.abs(xOf(scale, row + 0.5) - x) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near !== undefined && near.distance <= Math.max(3, Math.min(NEAR, pixelsPerRow(scale)))
    ? near.row
    : undefined;
}

/** The innermost guard under the point. */
function sliceUnder(
  depths: readonly (readonly Slice[])[],
  lane: Lane,
  scale: Scale,
  x: number,
  y: number,
): Slice | undefined {
  const row = rowAt(scale, x) - 0.5;
  for (let depth = depths.length - 1; depth >= 0; depth--) {
    const box = sliceBox(lane, depth, 0, 1);
    if (y < box.y || y > box.y + box.height) continue;
    const found = depths[depth]?.find(
      (slice) => slice.from <= row && (slice.to === undefined || slice.to >= row),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
