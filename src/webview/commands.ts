// Carries out commands of keys and buttons, and what a click on a part of a sentence asks for.

import type { Ref } from "../explain/segments.ts";
import type { OrderSide } from "../trace/order.ts";
import { counterpart, neighbour } from "../trace/traceIndex.ts";
import type { Command } from "./keys.ts";
import { shownView, SPEEDS } from "./player.ts";
import type { Store } from "./store.ts";

export function runCommand(store: Store, command: Command): void {
  const player = store.player.value;
  const geometry = store.geometry.value;
  const limit = geometry?.limit ?? player.rows;
  switch (command.kind) {
    case "togglePlay":
      return store.dispatch({ kind: player.playing ? "pause" : "play" });
    case "step":
      return store.dispatch({ kind: "step", by: command.by });
    case "jump":
      return jump(store, command.to, command.direction);
    case "start":
      return store.dispatch({ kind: "seek", row: 0, follow: true });
    case "end":
      return store.dispatch({ kind: "seek", row: player.rows - 1, follow: true });
    case "zoom":
      return store.dispatch({
        kind: "zoom",
        factor: command.factor,
        at: player.cursor + 0.5,
        limit,
      });
    case "pan":
      return pan(store, command.direction, limit);
    case "fit":
      return fit(store, limit);
    case "order":
      return orderBy(store, command.side);
    case "holder":
      return jumpToHolder(store);
    case "mark":
      return store.dispatch({ kind: "mark" });
    case "nextMark": {
      const next = player.marks.find((row) => row > player.cursor) ?? player.marks[0];
      return next === undefined ? undefined : store.visit(next);
    }
    case "thread":
      return chooseThread(store, command.direction);
    case "pin":
      return player.thread === undefined
        ? undefined
        : store.dispatch({ kind: "pin", thread: player.thread });
    case "faster":
      return store.dispatch({ kind: "speed", speed: nextSpeed(player.speed, command.direction) });
    case "pick":
      return pickNth(store, command.choice);
    case "clear":
      store.filter(undefined);
      return store.dispatch({ kind: "thread", thread: undefined });
    case "help":
      store.helpOpen.value = !store.helpOpen.value;
  }
}

/** As in Perfetto: first what is chosen, then everything. */
const FOCUS_ROWS = 40;

function fit(store: Store, limit: number): void {
  const { view, cursor } = store.player.value;
  const focused = view !== undefined && view.to - view.from <= FOCUS_ROWS;
  if (focused || limit <= FOCUS_ROWS) return store.dispatch({ kind: "view", view: undefined });
  const from = Math.max(0, Math.min(cursor - FOCUS_ROWS / 2, limit - FOCUS_ROWS));
  store.dispatch({ kind: "view", view: { from, to: from + FOCUS_ROWS } });
}

/** The same side again shows everything again. */
function orderBy(store: Store, side: OrderSide): void {
  const { filter, cursor } = store.player.value;
  const same = filter?.kind === "order" && filter.side === side && filter.row === cursor;
  store.filter(same ? undefined : { kind: "order", row: cursor, side });
}

/** From a thread that waits to the event with which the other got what it waits for; from there to who waits for it. */
function jumpToHolder(store: Store): void {
  const run = store.session.value.run;
  const { cursor, thread } = store.player.value;
  if (run === undefined) return;
  const row = counterpart(run.index, cursor, thread);
  if (row !== undefined) store.visit(row);
}

function pan(store: Store, direction: 1 | -1, limit: number): void {
  const view = shownView(store.player.value, limit);
  store.dispatch({ kind: "pan", by: direction * (view.to - view.from) * 0.15, limit });
}

/** To the next event of the filter, else of the chosen thread, else of the cursor's thread; or to the next switch. */
function jump(store: Store, to: "same" | "switch", direction: 1 | -1): void {
  const run = store.session.value.run;
  const player = store.player.value;
  if (run === undefined) return;
  const own = run.index.trace.events.thread[player.cursor] ?? 0;
  const rows =
    to === "switch"
      ? run.index.switches
      : (store.kept.value ?? run.index.tracks[player.thread ?? own]?.rows);
  const row = rows === undefined ? undefined : neighbour(rows, player.cursor, direction);
  if (row !== undefined) store.dispatch({ kind: "seek", row, follow: true });
}

function chooseThread(store: Store, direction: 1 | -1): void {
  const lanes = store.geometry.value?.lanes ?? [];
  if (lanes.length === 0) return;
  const at = lanes.findIndex((lane) => lane.thread === store.player.value.thread);
  const next =
    at < 0
      ? direction === 1
        ? 0
        : lanes.length - 1
      : (at + direction + lanes.length) % lanes.length;
  store.dispatch({ kind: "thread", thread: lanes[next]?.thread });
}

function nextSpeed(speed: number, direction: 1 | -1): number {
  const at = SPEEDS.findIndex((value) => value >= speed);
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + direction))] ?? 1;
}

function pickNth(store: Store, choice: number): void {
  const run = store.session.value.run;
  const next = run?.next[choice];
  if (next !== undefined && store.player.value.cursor >= store.player.value.rows - 1)
    store.pick(next.index);
}

/** The caret of the editor chooses a line, unless it only went where the panel sent it. */
export function caretMoved(store: Store, line: number, ownLine: number): void {
  const run = store.session.value.run;
  if (run === undefined || line === ownLine) return;
  if (run.index.rowsOfLine.has(line)) store.filter({ kind: "line", line });
  else if (store.player.value.filter?.kind === "line") store.filter(undefined);
}

export function openRef(store: Store, ref: Ref): void {
  switch (ref.kind) {
    case "row":
      store.visit(ref.row);
      return;
    case "line":
      // An exported page has no editor: there the line is looked for in the run itself.
      if (store.host.live)
        store.host.post({ kind: "openLine", line: ref.line, column: ref.column });
      else store.filter({ kind: "line", line: ref.line });
      return;
    case "object":
      store.filter({ kind: "object", object: ref.object });
      return;
    case "thread":
      store.dispatch({
        kind: "thread",
        thread: store.player.value.thread === ref.thread ? undefined : ref.thread,
      });
      return;
    case "card":
      store.host.post({ kind: "openCard", concept: ref.concept });
      return;
  }
}
