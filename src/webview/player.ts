// The player: one immutable value for everything that the panel remembers, and a pure reducer.
//
// It holds where in the run the cursor stands and how the picture is looked at, never the run itself. The whole value goes
// through `setState`, so that hiding, closing and reloading bring it back; `restorePlayer` accepts only what fits.

import { MIN_ROWS_SHOWN, wholeView } from "../draw/layout.ts";
import type { View } from "../draw/layout.ts";
import type { Scheduler } from "../protocol/messages.ts";
import type { OrderSide } from "../trace/order.ts";
import type { ObjectIndex, ThreadIndex } from "../trace/trace.ts";

export interface Player {
  readonly version: 1;
  /** Which program: file and entry. */
  readonly program: string;
  /** Which run of it: the schedule. */
  readonly run: string;
  readonly rows: number;
  /** The event that has just happened. */
  readonly cursor: number;
  readonly playing: boolean;
  /** Times the normal speed. */
  readonly speed: number;
  /** Milliseconds of playing that have not yet moved the cursor. */
  readonly carry: number;
  readonly scheduler: Scheduler;
  readonly whatIf: boolean;
  /** Rows that are shown; undefined fits the whole run. */
  readonly view: View | undefined;
  readonly filter: Filter | undefined;
  readonly pinned: readonly ThreadIndex[];
  /** Marked events, in order. */
  readonly marks: readonly number[];
  readonly thread: ThreadIndex | undefined;
  readonly outcome: number | undefined;
  readonly folded: readonly Section[];
}

export type Filter =
  | { readonly kind: "object"; readonly object: ObjectIndex }
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "thread"; readonly thread: ThreadIndex }
  /** What happens before, after or independently of the event of this row. */
  | { readonly kind: "order"; readonly row: number; readonly side: OrderSide };

export type Section = "memory" | "outcomes" | "output" | "events" | "source";

export type Action =
  | {
      readonly kind: "open";
      readonly program: string;
      readonly run: string;
      readonly rows: number;
      readonly cursor: number;
      readonly scheduler: Scheduler;
      readonly whatIf: boolean;
      readonly view: View | undefined;
    }
  | { readonly kind: "seek"; readonly row: number; readonly follow: boolean }
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }
  /** Time has passed; `delay` is how long an event stays at normal speed. */
  | { readonly kind: "tick"; readonly ms: number; readonly delay: (row: number) => number }
  | { readonly kind: "speed"; readonly speed: number }
  | { readonly kind: "zoom"; readonly factor: number; readonly at: number; readonly limit: number }
  | { readonly kind: "pan"; readonly by: number; readonly limit: number }
  | { readonly kind: "view"; readonly view: View | undefined }
  | { readonly kind: "filter"; readonly filter: Filter | undefined }
  | { readonly kind: "pin"; readonly thread: ThreadIndex }
  | { readonly kind: "mark" }
  | { readonly kind: "thread"; readonly thread: ThreadIndex | undefined }
  | { readonly kind: "outcome"; readonly outcome: number | undefined }
  | { readonly kind: "fold"; readonly section: Section };

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 10, 50] as const;

export function initialPlayer(): Player {
  return {
    version: 1,
    program: "",
    run: "",
    rows: 0,
    cursor: 0,
    playing: false,
    speed: 1,
    carry: 0,
    scheduler: { kind: "roundRobin" },
    whatIf: false,
    view: undefined,
    filter: undefined,
    pinned: [],
    marks: [],
    thread: undefined,
    outcome: undefined,
    folded: ["source", "events"],
  };
}

export function reduce(player: Player, action: Action): Player {
  switch (action.kind) {
    case "open":
      return openRun(player, action);
    case "seek":
      return seek({ ...player, playing: false, carry: 0 }, action.row, action.follow);
    case "step":
      return seek({ ...player, playing: false, carry: 0 }, player.cursor + action.by, true);
    case "play":
      return startPlaying(player);
    case "pause":
      return { ...player, playing: false, carry: 0 };
    case "tick":
      return tick(player, action.ms, action.delay);
    case "speed":
      return { ...player, speed: action.speed };
    case "zoom":
      return { ...player, view: zoomView(player, action.factor, action.at, action.limit) };
    case "pan":
      return { ...player, view: panView(player.view, action.by, action.limit) };
    case "view":
      return { ...player, view: action.view };
    case "filter":
      return { ...player, filter: action.filter };
    case "pin":
      return { ...player, pinned: toggled(player.pinned, action.thread) };
    case "mark":
      return { ...player, marks: toggled(player.marks, player.cursor).toSorted((a, b) => a - b) };
    case "thread":
      return { ...player, thread: action.thread };
    case "outcome":
      return { ...player, outcome: action.outcome };
    case "fold":
      return { ...player, folded: toggled(player.folded, action.section) };
  }
}

/** A saved player, if it has the shape of one; `setState` may hold what an older version left. */
export function restorePlayer(saved: unknown): Player | undefined {
  if (typeof saved !== "object" || saved === null) return undefined;
  const player = { ...initialPlayer(), ...(saved as Partial<Player>) };
  const numbers = [player.rows, player.cursor, player.speed];
  const fits =
    player.version === 1 &&
    numbers.every((value) => Number.isFinite(value)) &&
    typeof player.program === "string" &&
    typeof player.run === "string" &&
    Array.isArray(player.pinned) &&
    Array.isArray(player.marks) &&
    Array.isArray(player.folded) &&
    typeof player.scheduler === "object";
  return fits ? { ...player, playing: false, carry: 0 } : undefined;
}

export function shownView(player: Player, limit: number): View {
  return player.view ?? wholeView(limit);
}

type Open = Extract<Action, { readonly kind: "open" }>;

/** The same run again keeps the cursor; another run of the same program keeps the way of looking. */
function openRun(player: Player, action: Open): Player {
  const sameProgram = player.program === action.program;
  const sameRun = sameProgram && player.run === action.run && player.rows === action.rows;
  const base = sameProgram
    ? player
    : { ...initialPlayer(), speed: player.speed, folded: player.folded };
  const opened: Player = {
    ...base,
    program: action.program,
    run: action.run,
    rows: action.rows,
    scheduler: action.scheduler,
    whatIf: action.whatIf,
    playing: false,
    carry: 0,
    view: sameRun || keepsView(player, action) ? player.view : action.view,
    thread: sameProgram ? player.thread : undefined,
    // Rows of another run are other events.
    marks: sameRun ? player.marks : [],
    filter: base.filter?.kind === "order" && !sameRun ? undefined : base.filter,
  };
  return seek(opened, sameRun ? player.cursor : action.cursor, true);
}

/** Choosing goes on step by step; the window that somebody set for it stays. */
function keepsView(player: Player, action: Open): boolean {
  return (
    player.program === action.program &&
    player.view !== undefined &&
    player.scheduler.kind === "choose" &&
    action.scheduler.kind === "choose"
  );
}

function seek(player: Player, row: number, follow: boolean): Player {
  const cursor = Math.min(Math.max(0, Math.round(row)), Math.max(0, player.rows - 1));
  if (cursor === player.cursor && player.view === undefined) return player;
  return { ...player, cursor, view: follow ? followed(player.view, cursor) : player.view };
}

/** At the end, play starts over. */
function startPlaying(player: Player): Player {
  if (player.rows < 2) return player;
  const atEnd = player.cursor >= player.rows - 1;
  const from = atEnd ? seek(player, 0, true) : player;
  return { ...from, playing: true, carry: 0 };
}

function tick(player: Player, ms: number, delay: (row: number) => number): Player {
  if (!player.playing) return player;
  let carry = player.carry + ms * player.speed;
  let cursor = player.cursor;
  while (cursor < player.rows - 1 && carry >= delay(cursor)) {
    carry -= delay(cursor);
    cursor++;
  }
  const ended = cursor >= player.rows - 1;
  const moved = cursor === player.cursor ? player : seek(player, cursor, true);
  return { ...moved, playing: !ended, carry: ended ? 0 : carry };
}

/** The window moved so that the cursor is well inside; unmoved when it already is. */
function followed(view: View | undefined, cursor: number): View | undefined {
  if (view === undefined) return undefined;
  const span = view.to - view.from;
  const at = cursor + 0.5;
  if (at >= view.from + span * 0.04 && at <= view.to - span * 0.1) return view;
  const from = Math.max(0, at - span * 0.3);
  return { from, to: from + span };
}

function zoomView(player: Player, factor: number, at: number, limit: number): View | undefined {
  const view = shownView(player, limit);
  const span = Math.max(MIN_ROWS_SHOWN, (view.to - view.from) * factor);
  if (span >= limit) return undefined;
  const share = (at - view.from) / (view.to - view.from);
  return clampView({ from: at - span * share, to: at + span * (1 - share) }, limit);
}

function panView(view: View | undefined, by: number, limit: number): View | undefined {
  return view === undefined
    ? undefined
    : clampView({ from: view.from + by, to: view.to + by }, limit);
}

function clampView(view: View, limit: number): View {
  const span = view.to - view.from;
  const from = Math.max(0, Math.min(view.from, limit - span));
  return { from, to: from + span };
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((entry) => entry !== item) : [...list, item];
}
