// Two runs in step: one position for both. Whichever side's cursor moves takes the other along.

import type { Command } from "./keys.ts";
import type { Store } from "./store.ts";

/** The step at which both cursors stand. */
export function pairStep(store: Store): number {
  const { aligned } = store.session.value;
  if (aligned === undefined) return 0;
  const [left, right] = [store.settled.value.cursor, store.other?.settled.value.cursor];
  const both = aligned.left.findIndex((row, at) => row === left && aligned.right[at] === right);
  return both < 0 ? Math.max(0, aligned.left.indexOf(left)) : both;
}

export function seekPair(store: Store, step: number): void {
  const { aligned } = store.session.value;
  if (aligned === undefined) return;
  const at = Math.min(Math.max(0, step), aligned.left.length - 1);
  store.dispatch({ kind: "seek", row: aligned.left[at] ?? 0, follow: true });
  store.other?.dispatch({ kind: "seek", row: aligned.right[at] ?? 0, follow: true });
}

/** After one side has moved by itself. */
export function follow(store: Store, side: "left" | "right"): void {
  const { aligned } = store.session.value;
  const { other } = store;
  if (aligned === undefined || other === undefined) return;
  const [left, right] = [store.player.value.cursor, other.player.value.cursor];
  if (aligned.left.some((row, at) => row === left && aligned.right[at] === right)) return;
  const step = side === "left" ? aligned.left.indexOf(left) : aligned.right.indexOf(right);
  if (step >= 0) seekPair(store, step);
}

/** Keys that move the cursor move both; the rest is for the first run. */
export function pairCommand(store: Store, command: Command): void {
  if (command.kind === "step") seekPair(store, pairStep(store) + command.by);
  else if (command.kind === "start") seekPair(store, 0);
  else if (command.kind === "end") seekPair(store, Number.MAX_SAFE_INTEGER);
  else if (command.kind !== "togglePlay") store.command(command);
}
