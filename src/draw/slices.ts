// Draws what threads hold: a box for each guard, in the colour of its lock, with the lock's name where there is room.

import type { Slice } from "../trace/slices.ts";
import { sliceBox, xOf } from "./layout.ts";
import type { Lane, Scale } from "./layout.ts";
import { objectColor } from "./painter.ts";
import type { ColorName, Painter } from "./painter.ts";
import type { Scene } from "./scene.ts";

/** `end` is where guards end that are never dropped. */
export function paintSlices(painter: Painter, scene: Scene, lane: Lane, end: number): void {
  const track = scene.index.tracks[lane.thread];
  if (track === undefined) return;
  const labels: { x: number; y: number; until: number; text: string; color: ColorName }[] = [];
  for (const [depth, slices] of track.slices.entries()) {
    for (const slice of visibleSlices(slices, scene.scale)) {
      const x1 = Math.max(scene.scale.left - 20, xOf(scene.scale, slice.from + 0.5));
      const x2 = Math.min(
        scene.scale.right + 20,
        xOf(scene.scale, slice.to === undefined ? end : slice.to + 0.5),
      );
      paintSlice(painter, scene, lane, slice, depth, x1, x2);
      if (lane.height >= 40) {
        const name = scene.index.trace.objects[slice.object]?.name ?? "";
        const box = sliceBox(lane, 0, x1, x2);
        labels.push({
          x: Math.max(x1, scene.scale.left) + 1,
          y: box.y - 6,
          until: Math.max(x2, x1 + 60),
          text: name,
          color: objectColor(scene.ranks, slice.object),
        });
      }
    }
  }
  labels.sort((a, b) => a.x - b.x);
  labels.forEach((label, at) => {
    const room = Math.min(label.until, labels[at + 1]?.x ?? Number.POSITIVE_INFINITY) - label.x - 4;
    painter.text(label.x, label.y, label.text, { color: label.color, size: 10.5, maxWidth: room });
  });
}

function visibleSlices(slices: readonly Slice[], scale: Scale): readonly Slice[] {
  let low = 0;
  let high = slices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const slice = slices[middle];
    if (slice !== undefined && (slice.to ?? Number.POSITIVE_INFINITY) < scale.from)
      low = middle + 1;
    else high = middle;
  }
  const visible: Slice[] = [];
  for (let at = low; at < slices.length; at++) {
    const slice = slices[at];
    if (slice === undefined || slice.from > scale.to) break;
    visible.push(slice);
  }
  return visible;
}

function paintSlice(
  painter: Painter,
  scene: Scene,
  lane: Lane,
  slice: Slice,
  depth: number,
  x1: number,
  x2: number,
): void {
  const color = objectColor(scene.ranks, slice.object);
  const box = sliceBox(lane, depth, x1, x2);
  const shared = slice.mode === "read" || slice.mode === "shared";
  painter.rect(box.x, box.y, box.width, box.height, { color, alpha: 0.16 }, 4);
  painter.outline(
    box.x + 0.5,
    box.y + 0.5,
    box.width - 1,
    box.height - 1,
    { color, alpha: 0.95, width: 1.25, ...(shared ? { dash: [4, 3] } : {}) },
    4,
  );
  if (depth > 0 || lane.height < 40 || box.width < RULES_ROOM) return;
  paintRule(painter, box.x, box.y + box.height, "1", color);
  if (slice.to !== undefined) paintRule(painter, box.x + box.width, box.y + box.height, "2", color);
}

/** Narrower guards have no room for both marks. */
const RULES_ROOM = 24;

/** The two rules of a lock, on the corners of its guard: acquire before use, release after. */
function paintRule(painter: Painter, x: number, y: number, text: string, color: ColorName): void {
  painter.circle(x, y, 5.5, { color: "background" }, { color, width: 1 });
  painter.text(x, y, text, { color, size: 8, anchor: "middle", bold: true });
}
