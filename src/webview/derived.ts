// What follows from the run and the player: the picture's geometry, which events the filter keeps, how long an event stays.

import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Scheduler } from "../protocol/messages.ts";
import { rowsOrdered } from "../trace/order.ts";
import { kindAt } from "../trace/traceIndex.ts";
import { EDGE, laneHeight, layoutLanes, scaleOf, threadOrder } from "../draw/layout.ts";
import type { Lane, View } from "../draw/layout.ts";
import { shownView } from "./player.ts";
import type { Filter, Player } from "./player.ts";
import type { Run } from "./session.ts";
import type { Geometry } from "./store.ts";

/** Below this many pixels for each event the first view shows a part of the run. */
const LEAST_ROOM = 5;
const COMFORTABLE_ROOM = 14;
/** How long an event stays at normal speed. */
const EVENT_MS = 700;
const QUIET_MS = 280;

/** The player, but the same object for as long as only its view or its clock moves. */
export function settledPlayer(player: ReadonlySignal<Player>): ReadonlySignal<Player> {
  const last = { player: player.value };
  return computed(() => {
    const now = player.value;
    const same = { ...now, view: last.player.view, carry: last.player.carry };
    const changed = (Object.keys(same) as (keyof Player)[]).some(
      (key) => same[key] !== last.player[key],
    );
    if (changed) last.player = now;
    return last.player;
  });
}

export function eventDelay(run: Run | undefined, row: number): number {
  if (run === undefined) return EVENT_MS;
  const kind = kindAt(run.index.trace, row);
  return kind === "line" || kind === "start" || kind === "unblocked" ? QUIET_MS : EVENT_MS;
}

export function lanesOf(run: Run | undefined, pinned: readonly number[]): readonly Lane[] {
  if (run === undefined) return [];
  const order = threadOrder(run.index.tracks.length, pinned);
  return layoutLanes(order, laneHeight(order.length));
}

export function geometryOf(
  run: Run | undefined,
  player: Player,
  width: number,
  lanes: readonly Lane[],
): Geometry | undefined {
  if (run === undefined || width === 0) return undefined;
  const rows = run.index.trace.events.count;
  const limit = rows + roomAfter(run, player, width);
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0);
  return {
    scale: scaleOf(shownView(player, limit), EDGE, Math.max(EDGE + 20, width - EDGE)),
    lanes,
    limit,
    height,
  };
}

/** Pixels beside the cursor for the buttons of “you choose”. */
const CHOICE_ROOM = 150;

/** Room for the choice that comes next, or for those who wait for ever. */
function roomAfter(run: Run, player: Player, width: number): number {
  const rows = run.index.trace.events.count;
  if (player.scheduler.kind === "choose" && run.next.length > 0)
    return Math.max(3, (rows * CHOICE_ROOM) / Math.max(CHOICE_ROOM, width - CHOICE_ROOM));
  return run.index.trace.ending.status === "deadlock" ? Math.min(12, Math.max(2, rows * 0.08)) : 0;
}

/** The whole run where it is legible, else a comfortable window around the cursor. */
export function firstView(rows: number, cursor: number, width: number): View | undefined {
  const room = (width === 0 ? window.innerWidth - 160 : width) - 2 * EDGE;
  if (room / rows >= LEAST_ROOM) return undefined;
  const span = Math.max(10, room / COMFORTABLE_ROOM);
  const from = Math.max(0, Math.min(cursor - span * 0.3, rows - span));
  return { from, to: from + span };
}

export function keptRows(
  run: Run | undefined,
  filter: Filter | undefined,
): Uint32Array | undefined {
  if (run === undefined || filter === undefined) return undefined;
  switch (filter.kind) {
    case "object":
      return run.index.rowsOfObject.get(filter.object) ?? new Uint32Array(0);
    case "line":
      return run.index.rowsOfLine.get(filter.line) ?? new Uint32Array(0);
    case "thread":
      return run.index.tracks[filter.thread]?.rows ?? new Uint32Array(0);
    case "order":
      return rowsOrdered(run.index.trace, filter.row, filter.side);
  }
}

export function sameScheduler(a: Scheduler, b: Scheduler): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
