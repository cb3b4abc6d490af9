// Why a lock is given back here: what the user's innermost frame is doing, by its MIR.

import type { State } from "../../machine/state.ts";

/** MIR's DropReason; `drop` for a call that takes the guard. */
export function releaseReason(state: State, thread: number): string {
  const frame = state.threads[thread]?.frames.findLast((one) => one.code.isUser);
  const origin = frame?.code.origins[frame.pc];
  const terminator = origin === undefined ? undefined : frame?.code.body.blocks[origin.block]?.terminator;
  if (terminator?.kind === "drop") return terminator.reason;
  return terminator?.kind === "call" ? "drop" : "scopeEnd";
}
