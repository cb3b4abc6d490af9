// Stdout's re-entrant lock, and which part of the output is still in the buffer.
//
// Output is buffered by lines: what stands behind the last newline reaches the terminal when the process ends in order, and is
// lost when it is killed, hangs, or ends while another thread holds the lock.
//
// Follows: std::io::Stdout. Not modelled: lines longer than the buffer, which are written in pieces.

import type { Machine } from "../machine.ts";
import { findObject, objectIds } from "../state/objects.ts";
import type { BlockReason } from "../primitive.ts";
import type { State } from "../state/state.ts";
import type { ThreadId } from "../state/value.ts";

export interface StdoutObject {
  readonly kind: "stdout";
  readonly holder: ThreadId | undefined;
  readonly depth: number;
  /** Length of the text that is still buffered. */
  readonly unflushed: number;
  /** The step in which the lock was taken. */
  readonly note: number;
}

export const NEW_STDOUT: StdoutObject = {
  kind: "stdout",
  holder: undefined,
  depth: 0,
  unflushed: 0,
  note: 0,
};

export function stdoutBlocked(stdout: StdoutObject, thread: ThreadId): BlockReason | undefined {
  const { holder } = stdout;
  return holder === undefined || holder === thread ? undefined : { kind: "stdout", holder };
}

export function lockStdout(stdout: StdoutObject, thread: ThreadId, step: number): StdoutObject {
  if (stdout.holder === thread) return { ...stdout, depth: stdout.depth + 1 };
  return { ...stdout, holder: thread, depth: 1, note: step };
}

export function unlockStdout(stdout: StdoutObject): StdoutObject {
  const depth = stdout.depth - 1;
  return { ...stdout, depth, holder: depth === 0 ? undefined : stdout.holder };
}

export function buffered(stdout: StdoutObject, text: string): StdoutObject {
  const newline = text.lastIndexOf("\n");
  const unflushed = newline < 0 ? stdout.unflushed + text.length : text.length - newline - 1;
  return unflushed === stdout.unflushed ? stdout : { ...stdout, unflushed };
}

/**
 * What has really been printed when a run ends in this state. `status` undefined: nothing can go on. The rest of a line that is
 * still buffered is cut off where the process did not end in order, or somebody else held stdout.
 */
export function printedText(machine: Machine, state: State): string {
  const stdout = findStdout(machine, state);
  if (stdout === undefined || stdout.unflushed === 0) return state.stdout;
  const inOrder = state.status?.kind === "exit" && stdout.holder === undefined;
  return inOrder ? state.stdout : state.stdout.slice(0, state.stdout.length - stdout.unflushed);
}

function findStdout(machine: Machine, state: State): StdoutObject | undefined {
  for (const id of objectIds(machine, state)) {
    const object = findObject(machine, state, id);
    if (object?.kind === "stdout") return object as StdoutObject;
  }
  return undefined;
}
