// Gives the timeline's elements their drawing and their pointer: sizes, the canvas, the moving cursor, scrubbing, zoom and pan.

import { effect } from "@preact/signals";
import { xOf } from "../../draw/layout.ts";
import type { Store } from "../store.ts";
import { prefersReducedMotion, readTheme, watchTheme } from "../theme.ts";
import { createCanvasPainter } from "./canvasPainter.ts";
import type { CanvasTheme } from "./canvasPainter.ts";
import { attachOverview, paintOverview } from "./overview.ts";
import { attachPointer } from "./pointer.ts";
import { findParts, fitCanvas } from "./parts.ts";
import type { Parts } from "./parts.ts";
import { paintScene } from "../../draw/scene.ts";

/** The cursor's number stays inside the picture. */
const FLAG_HALF = 24;

/** Share of the remaining way that the drawn cursor goes in 16 ms. */
const GLIDE = 0.35;

/** Returns what undoes it. */
export function attachTimeline(store: Store, root: HTMLElement): () => void {
  const parts = findParts(root);
  const state: { theme: CanvasTheme; shown: number; run: unknown } = {
    theme: readTheme(),
    shown: store.player.value.cursor,
    run: undefined,
  };

  const measure = (): void => {
    store.width.value = parts.view.clientWidth;
    store.frame.request();
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(parts.view);
  sizes.observe(parts.body);
  measure();

  const stops = [
    () => sizes.disconnect(),
    watchTheme(() => {
      state.theme = readTheme();
      store.frame.request();
    }),
    attachPointer(store, parts),
    attachOverview(store, parts),
    effect(() => showActor(store, parts, store.settled.value.cursor)),
    effect(() => {
      void [store.session.value, store.player.value, store.geometry.value, store.kept.value];
      store.frame.request();
    }),
    store.frame.onTick((ms) => {
      const target = store.player.value.cursor;
      const run = store.session.value.run;
      const away = target - state.shown;
      const leap = prefersReducedMotion() || run !== state.run || Math.abs(away) > 60;
      state.run = run;
      if (leap || Math.abs(away) < 0.02) {
        state.shown = target;
        return false;
      }
      state.shown += away * Math.min(1, 1 - (1 - GLIDE) ** (Math.max(ms, 8) / 16));
      return true;
    }),
    store.frame.onDraw(() => draw(store, parts, state.theme, state.shown)),
  ];
  const redraw = (): void => store.frame.request();
  parts.body.addEventListener("scroll", redraw, { passive: true });
  stops.push(() => parts.body.removeEventListener("scroll", redraw));
  return () => stops.forEach((stop) => stop());
}

/** Scrolls to the thread whose event this is, where more threads run than fit. */
function showActor(store: Store, parts: Parts, row: number): void {
  const run = store.session.peek().run;
  const thread = run?.index.trace.events.thread[row];
  const lane = store.lanes.peek().find((entry) => entry.thread === thread);
  if (lane === undefined) return;
  const { scrollTop, clientHeight } = parts.body;
  const seen = lane.top >= scrollTop && lane.top + lane.height <= scrollTop + clientHeight;
  if (!seen) parts.body.scrollTop = lane.center - clientHeight / 2;
}

function draw(store: Store, parts: Parts, theme: CanvasTheme, shown: number): void {
  const geometry = store.geometry.value;
  const run = store.session.value.run;
  if (geometry === undefined || run === undefined) return;
  parts.view.style.height = `${geometry.height}px`;
  const width = store.width.value;
  const height = Math.min(geometry.height, parts.body.clientHeight);
  const context = fitCanvas(parts.canvas, width, height);
  if (context === null) return;
  const top = parts.body.scrollTop;
  context.save();
  context.translate(0, -top);
  const lanes = geometry.lanes.filter(
    (lane) => lane.top + lane.height >= top && lane.top <= top + height,
  );
  paintScene(createCanvasPainter(context, theme), {
    index: run.index,
    scale: geometry.scale,
    lanes,
    width,
    height: geometry.height,
    cursor: shown,
    kept: store.kept.value,
    marked: store.player.value.marks,
    thread: store.player.value.thread,
    ranks: run.ranks,
    open: run.next.length > 0,
  });
  context.restore();
  const x = xOf(geometry.scale, shown + 0.5);
  const outside = x < geometry.scale.left - 4 || x > geometry.scale.right + 4;
  parts.handle.style.transform = `translateX(${x}px)`;
  parts.handle.style.setProperty(
    "--ls-shift",
    `${Math.min(Math.max(x, FLAG_HALF), width - FLAG_HALF) - x}px`,
  );
  parts.handle.classList.toggle("ls-cursor--outside", outside);
  paintOverview(store, parts, theme, shown);
}
