// How schedules name threads.

import type { State } from "../machine/state/state.ts";

/** Spawn numbers from main, joined by dots; main is empty. */
export function pathOf(state: State, thread: number): string {
  return state.threads[thread]?.path.join(".") ?? "";
}
