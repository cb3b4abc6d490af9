// Why a lock is given back here: what the user's innermost frame is doing, by its MIR.

import type { State } from "../../machine/state/state.ts";
import { standingAt, userFrame } from "./callSite.ts";

/** MIR's DropReason; `drop` for a call that takes the guard. */
export function releaseReason(state: State, thread: number): string {
  const terminator = standingAt(userFrame(state, thread));
  if (terminator?.kind === "drop") return terminator.reason;
  return terminator?.kind === "call" ? "drop" : "scopeEnd";
}
