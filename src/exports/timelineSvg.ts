// The timeline as one SVG file: labels, axis and tracks, in the colours of the theme at hand.

import type { TraceIndex } from "../trace/traceIndex.ts";
import { laneHeight, layoutLanes, scaleOf, threadOrder, ticksOf } from "../draw/layout.ts";
import type { View } from "../draw/layout.ts";
import type { PanelLook } from "../protocol/messages.ts";
import { threadColorName } from "../draw/painter.ts";
import { paintScene } from "../draw/scene.ts";
import { createSvgPainter } from "./svgPainter.ts";

/** Longer runs are drawn as far as `view` shows; a picture of 100,000 events helps nobody. */
export const LONGEST_WHOLE_SVG = 2000;

const LABELS = 120;
const AXIS = 30;
const ROW_WIDTH = 22;

export function svgOfTimeline(
  index: TraceIndex,
  view: View,
  ranks: ReadonlyMap<number, number>,
  look: Pick<PanelLook, "pinned" | "colors" | "font">,
): string {
  const order = threadOrder(index.tracks.length, look.pinned);
  const height = laneHeight(order.length);
  const lanes = layoutLanes(order, height);
  const width = Math.min(24_000, Math.max(600, (view.to - view.from) * ROW_WIDTH));
  const scale = scaleOf(view, 10, width - 10);
  const painter = createSvgPainter((name) => look.colors[name] ?? "gray", look.font);
  paintScene(shifted(painter, LABELS, AXIS), {
    index,
    scale,
    lanes,
    width,
    height: height * lanes.length,
    cursor: undefined,
    kept: undefined,
    marked: [],
    thread: undefined,
    ranks,
    open: false,
  });
  // What begins left of the window reaches under the labels; they cover it.
  painter.rect(0, 0, LABELS, AXIS + height * lanes.length, { color: "background" });
  painter.rect(0, 0, LABELS + width, AXIS, { color: "background" });
  for (const lane of lanes) {
    painter.circle(12, AXIS + lane.center, 5, { color: threadColorName(lane.thread) });
    painter.text(24, AXIS + lane.center, index.trace.threads[lane.thread]?.name ?? "", {
      color: "text",
      size: 13,
      maxWidth: LABELS - 30,
    });
  }
  for (const tick of ticksOf(scale, index.trace.events.count, 56)) {
    painter.text(LABELS + tick.x, AXIS / 2, String(tick.event), {
      color: "muted",
      size: 11,
      anchor: "middle",
    });
  }
  return painter.finish(
    LABELS + width,
    AXIS + height * lanes.length + 8,
    `${index.trace.file} › ${index.trace.entry}`,
  );
}

function shifted(
  painter: ReturnType<typeof createSvgPainter>,
  dx: number,
  dy: number,
): ReturnType<typeof createSvgPainter> {
  return {
    ...painter,
    rect: (x, y, w, h, paint, radius) => painter.rect(x + dx, y + dy, w, h, paint, radius),
    boxes: (boxes, paint) =>
      painter.boxes(
        boxes.map((value, at) => value + (at % 4 === 0 ? dx : at % 4 === 1 ? dy : 0)),
        paint,
      ),
    outline: (x, y, w, h, stroke, radius) => painter.outline(x + dx, y + dy, w, h, stroke, radius),
    hatch: (x, y, w, h, paint, slant) => painter.hatch(x + dx, y + dy, w, h, paint, slant),
    line: (x1, y1, x2, y2, stroke) => painter.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke),
    wave: (x1, x2, y, stroke) => painter.wave(x1 + dx, x2 + dx, y + dy, stroke),
    curve: (p, stroke) =>
      painter.curve(
        {
          x1: p.x1 + dx,
          y1: p.y1 + dy,
          cx1: p.cx1 + dx,
          cy1: p.cy1 + dy,
          cx2: p.cx2 + dx,
          cy2: p.cy2 + dy,
          x2: p.x2 + dx,
          y2: p.y2 + dy,
        },
        stroke,
      ),
    arrow: (x, y, paint) => painter.arrow(x + dx, y + dy, paint),
    circle: (x, y, radius, fill, stroke) => painter.circle(x + dx, y + dy, radius, fill, stroke),
    text: (x, y, text, style) => painter.text(x + dx, y + dy, text, style),
  };
}
