// The strip under the tracks: the whole run at a glance, and the window that is shown of it.

import { countBetween } from "../../trace/search.ts";
import type { Store } from "../store.ts";
import { shownView } from "../player.ts";
import { fitCanvas } from "./parts.ts";
import type { Parts } from "./parts.ts";
import { createCanvasPainter } from "./canvasPainter.ts";
import type { CanvasTheme } from "./canvasPainter.ts";
import { threadColorName } from "../../draw/painter.ts";
import type { Painter } from "../../draw/painter.ts";

const HEIGHT = 26;

/** It shows when a part of the run lies outside the window. */
export function paintOverview(
  store: Store,
  parts: Parts,
  theme: CanvasTheme,
  cursor: number,
): void {
  const run = store.session.value.run;
  const geometry = store.geometry.value;
  const hidden =
    run === undefined || geometry === undefined || store.player.value.view === undefined;
  parts.overview.hidden = hidden;
  if (hidden) return;
  const width = parts.overview.clientWidth;
  const context = fitCanvas(parts.overviewCanvas, width, HEIGHT);
  if (context === null) return;
  context.clearRect(0, 0, width, HEIGHT);
  const painter = createCanvasPainter(context, theme);
  const rows = run.index.trace.events.count;
  const lanes = geometry.lanes.slice(0, 12);
  const high = Math.max(1.5, (HEIGHT - 4) / lanes.length);
  lanes.forEach((lane, at) => {
    const ran = run.index.tracks[lane.thread]?.rows ?? new Uint32Array(0);
    paintLane(painter, ran, {
      width,
      rows,
      y: 2 + at * high,
      height: Math.max(1, high - 0.5),
      color: threadColorName(lane.thread),
    });
  });
  const view = shownView(store.player.value, geometry.limit);
  const x1 = (view.from / rows) * width;
  const x2 = Math.max(x1 + 6, (Math.min(rows, view.to) / rows) * width);
  painter.rect(0, 0, x1, HEIGHT, { color: "background", alpha: 0.5 });
  painter.rect(x2, 0, width - x2, HEIGHT, { color: "background", alpha: 0.5 });
  painter.outline(x1 + 0.75, 0.75, x2 - x1 - 1.5, HEIGHT - 1.5, { color: "accent", width: 1.5 }, 3);
  const x = ((cursor + 0.5) / rows) * width;
  painter.line(x, 0, x, HEIGHT, { color: "accent", width: 1.5 });
}

export function attachOverview(store: Store, parts: Parts): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const state = { dragging: false };
  const center = (event: PointerEvent): void => {
    const geometry = store.geometry.value;
    const run = store.session.value.run;
    if (geometry === undefined || run === undefined) return;
    const box = parts.overview.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * run.index.trace.events.count;
    const view = shownView(store.player.value, geometry.limit);
    store.dispatch({ kind: "pan", by: at - (view.from + view.to) / 2, limit: geometry.limit });
  };
  parts.overview.addEventListener(
    "pointerdown",
    (event) => {
      state.dragging = true;
      parts.overview.setPointerCapture(event.pointerId);
      center(event);
    },
    options,
  );
  parts.overview.addEventListener(
    "pointermove",
    (event) => {
      if (state.dragging) center(event);
    },
    options,
  );
  const end = (): void => {
    state.dragging = false;
  };
  parts.overview.addEventListener("pointerup", end, options);
  parts.overview.addEventListener("pointercancel", end, options);
  return () => stop.abort();
}

interface StripLane {
  readonly width: number;
  readonly rows: number;
  readonly y: number;
  readonly height: number;
  readonly color: ReturnType<typeof threadColorName>;
}

function paintLane(painter: Painter, ran: Uint32Array, lane: StripLane): void {
  const step = (lane.rows / lane.width) * 2;
  for (let x = 0, row = 0; x < lane.width; x += 2, row += step) {
    const count = countBetween(ran, row, row + step);
    if (count === 0) continue;
    const alpha = 0.25 + 0.75 * Math.min(1, count / Math.max(1, step));
    painter.rect(x, lane.y, 2, lane.height, { color: lane.color, alpha });
  }
}
