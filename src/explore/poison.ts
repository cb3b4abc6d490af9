// Panics that spread: a thread that panics in the very step in which it took a poisoned lock did so because of the poison.
//
// Not modelled: a thread that keeps the error and panics over it later.

import type { State, Thread } from "../machine/state/state.ts";
import type { Finding } from "./finding.ts";
import { threadName } from "./waiting.ts";

export function poisonCascades(state: State): Finding[] {
  return state.threads.flatMap((thread) =>
    thread !== undefined && diedOfPanic(state, thread) ? cascade(thread) : [],
  );
}

function cascade(thread: Thread): Finding[] {
  const { panickedAt: span, metPoison } = thread;
  if (span === undefined || metPoison === undefined || !metPoison.fatal) return [];
  const { object, from } = metPoison;
  return [{ kind: "poison_cascade", span, thread: threadName(thread), object, from }];
}

function diedOfPanic({ status }: State, thread: Thread): boolean {
  if (thread.path.length > 0) return thread.panicked;
  return status?.kind === "exit" && status.code === 101;
}
