// Pointer and wheel on the tracks and the axis: click, scrub, pan, zoom, pinch, and what lies under the pointer.

import { nearestRow, rowAt, xOf } from "../../draw/layout.ts";
import type { Store } from "../store.ts";
import type { Parts } from "./parts.ts";
import { hitTest } from "./hitTest.ts";

type Drag =
  | { readonly kind: "undecided"; readonly x: number; readonly scrubs: boolean }
  | { readonly kind: "scrub" }
  | { readonly kind: "pan"; x: number };

const CLICK_SLOP = 4;
const CURSOR_REACH = 7;

export function attachPointer(store: Store, parts: Parts): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const state: { drag: Drag | undefined; readonly fingers: Map<number, number> } = {
    drag: undefined,
    fingers: new Map(),
  };

  parts.view.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || isControl(event.target)) return;
      state.fingers.set(event.pointerId, localX(parts.view, event));
      const geometry = store.geometry.value;
      if (geometry === undefined) return;
      const x = localX(parts.view, event);
      const onCursor =
        Math.abs(x - xOf(geometry.scale, store.player.value.cursor + 0.5)) <= CURSOR_REACH;
      state.drag = {
        kind: "undecided",
        x,
        scrubs: onCursor || store.player.value.view === undefined,
      };
      parts.view.setPointerCapture(event.pointerId);
    },
    options,
  );

  parts.view.addEventListener(
    "pointermove",
    (event) => {
      const x = localX(parts.view, event);
      if (state.fingers.size === 2 && state.fingers.has(event.pointerId)) {
        pinch(store, state.fingers, event.pointerId, x);
        state.drag = undefined;
        return;
      }
      if (state.drag === undefined) hover(store, parts, event);
      else state.drag = moved(store, state.drag, x);
    },
    options,
  );

  const up = (event: PointerEvent): void => {
    state.fingers.delete(event.pointerId);
    if (state.drag?.kind === "undecided" && event.type === "pointerup") click(store, parts, event);
    state.drag = undefined;
  };
  parts.view.addEventListener("pointerup", up, options);
  parts.view.addEventListener("pointercancel", up, options);
  parts.view.addEventListener(
    "pointerleave",
    () => {
      store.hover.value = undefined;
    },
    options,
  );
  parts.view.addEventListener("wheel", (event) => wheel(store, parts, event), {
    ...options,
    passive: false,
  });
  attachAxis(store, parts, options);
  return () => stop.abort();
}

/** The axis and the cursor's handle only scrub. */
function attachAxis(store: Store, parts: Parts, options: { readonly signal: AbortSignal }): void {
  const state = { scrubbing: false };
  const scrub = (event: PointerEvent): void => {
    const geometry = store.geometry.value;
    if (geometry === undefined) return;
    store.dispatch({
      kind: "seek",
      row: nearestRow(geometry.scale, localX(parts.axis, event), store.player.value.rows),
      follow: false,
    });
  };
  parts.axis.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      state.scrubbing = true;
      parts.axis.setPointerCapture(event.pointerId);
      parts.handle.focus({ preventScroll: true });
      scrub(event);
      event.preventDefault();
    },
    options,
  );
  parts.axis.addEventListener(
    "pointermove",
    (event) => {
      if (state.scrubbing) scrub(event);
    },
    options,
  );
  const end = (): void => {
    state.scrubbing = false;
  };
  parts.axis.addEventListener("pointerup", end, options);
  parts.axis.addEventListener("pointercancel", end, options);
  parts.axis.addEventListener("wheel", (event) => wheel(store, parts, event), {
    ...options,
    passive: false,
  });
}

function moved(store: Store, drag: Drag, x: number): Drag {
  const geometry = store.geometry.value;
  if (geometry === undefined) return drag;
  store.hover.value = undefined;
  switch (drag.kind) {
    case "undecided":
      if (Math.abs(x - drag.x) < CLICK_SLOP) return drag;
      return drag.scrubs ? { kind: "scrub" } : { kind: "pan", x };
    case "scrub":
      store.dispatch({
        kind: "seek",
        row: nearestRow(geometry.scale, x, store.player.value.rows),
        follow: false,
      });
      return drag;
    case "pan": {
      const by = rowAt(geometry.scale, drag.x) - rowAt(geometry.scale, x);
      store.dispatch({ kind: "pan", by, limit: geometry.limit });
      return { kind: "pan", x };
    }
  }
}

function click(store: Store, parts: Parts, event: PointerEvent): void {
  const hit = hitAt(store, parts, event);
  const run = store.session.value.run;
  const geometry = store.geometry.value;
  if (hit === undefined || run === undefined || geometry === undefined) return;
  const player = store.player.value;
  const choice = run.next.find((next) => next.thread === hit.lane.thread);
  const beyond = localX(parts.view, event) > xOf(geometry.scale, player.rows);
  if (
    player.scheduler.kind === "choose" &&
    choice !== undefined &&
    beyond &&
    player.cursor >= player.rows - 1
  ) {
    store.pick(choice.index);
    return;
  }
  store.visit(hit.row);
}

function hover(store: Store, parts: Parts, event: PointerEvent): void {
  if (event.pointerType === "touch" || isControl(event.target)) return;
  const hit = hitAt(store, parts, event);
  const box = parts.view.getBoundingClientRect();
  store.hover.value =
    hit === undefined
      ? undefined
      : { hit, x: event.clientX - box.left, y: event.clientY - box.top };
}

function hitAt(store: Store, parts: Parts, event: PointerEvent): ReturnType<typeof hitTest> {
  const geometry = store.geometry.value;
  const run = store.session.value.run;
  if (geometry === undefined || run === undefined) return undefined;
  const box = parts.view.getBoundingClientRect();
  return hitTest(
    run.index,
    geometry.lanes,
    geometry.scale,
    event.clientX - box.left,
    event.clientY - box.top,
  );
}

/** With Ctrl (or a pinch on a trackpad) zooms around the pointer; sideways pans; plain scrolling stays the page's. */
function wheel(store: Store, parts: Parts, event: WheelEvent): void {
  const geometry = store.geometry.value;
  if (geometry === undefined) return;
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  if (event.ctrlKey || event.metaKey) {
    const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.01);
    store.dispatch({
      kind: "zoom",
      factor,
      at: rowAt(geometry.scale, localX(parts.view, event)),
      limit: geometry.limit,
    });
  } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
    store.dispatch({
      kind: "pan",
      by: rowAt(geometry.scale, sideways) - rowAt(geometry.scale, 0),
      limit: geometry.limit,
    });
  } else return;
  event.preventDefault();
}

function pinch(store: Store, fingers: Map<number, number>, moving: number, x: number): void {
  const geometry = store.geometry.value;
  const other = [...fingers].find(([id]) => id !== moving)?.[1];
  const before = fingers.get(moving);
  fingers.set(moving, x);
  if (geometry === undefined || other === undefined || before === undefined) return;
  const factor = Math.max(8, Math.abs(before - other)) / Math.max(8, Math.abs(x - other));
  store.dispatch({
    kind: "zoom",
    factor,
    at: rowAt(geometry.scale, (x + other) / 2),
    limit: geometry.limit,
  });
}

function localX(element: HTMLElement, event: MouseEvent): number {
  return event.clientX - element.getBoundingClientRect().left;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
