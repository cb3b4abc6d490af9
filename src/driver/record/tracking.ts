// Who holds and who waits, row by row: read off the rows, so that pictures and events cannot differ.

import type { Row } from "./rows.ts";

export interface Holder {
  readonly thread: number;
  readonly mode: "lock" | "read" | "write" | "shared" | "mut";
  readonly since: number;
}

export interface Tracking {
  /** By object key. */
  readonly holders: Map<string, Holder[]>;
  readonly poisoned: Set<string>;
  /** By thread: the row with which it began to wait. */
  readonly waiting: Map<number, Row>;
  /** Messages in a channel. */
  readonly queued: Map<string, number>;
  readonly asleep: Set<number>;
  readonly ended: Map<number, boolean>;
  readonly started: Set<number>;
  last: number;
  stdout: string;
}

export function newTracking(): Tracking {
  return {
    holders: new Map(),
    poisoned: new Set(),
    waiting: new Map(),
    queued: new Map(),
    asleep: new Set(),
    ended: new Map(),
    started: new Set([0]),
    last: 0,
    stdout: "",
  };
}

const MODES = ["lock", "read", "write"] as const;

export function track(tracking: Tracking, row: Row, line: number): void {
  const { key, kind, thread } = row;
  if (kind !== "blocked" && kind !== "unblocked") tracking.last = thread;
  if (kind === "spawn") tracking.started.add(row.a);
  if (kind === "end") tracking.ended.set(thread, row.a === 1);
  if (kind === "blocked") tracking.waiting.set(thread, row);
  if (kind === "unblocked") tracking.waiting.delete(thread);
  if (kind === "print" && row.a === 0) tracking.stdout += row.text;
  if (key === undefined) return;
  switch (kind) {
    case "acquire":
      return hold(tracking, key, { thread, mode: MODES[row.a] ?? "lock", since: line });
    case "borrow":
      if (row.b === 0)
        hold(tracking, key, { thread, mode: row.a === 1 ? "mut" : "shared", since: line });
      return;
    case "release":
    case "borrowEnd":
      return release(tracking, key, thread);
    case "poison":
      tracking.poisoned.add(key);
      return;
    case "clearPoison":
      tracking.poisoned.delete(key);
      return;
    case "send":
    case "recv":
      tracking.queued.set(key, Math.max(row.a, 0));
      return;
    default:
  }
}

function hold(tracking: Tracking, key: string, holder: Holder): void {
  tracking.holders.set(key, [...(tracking.holders.get(key) ?? []), holder]);
}

function release(tracking: Tracking, key: string, thread: number): void {
  const holders = tracking.holders.get(key) ?? [];
  const at = holders.findLastIndex((one) => one.thread === thread);
  tracking.holders.set(
    key,
    holders.filter((_, index) => index !== at),
  );
}
