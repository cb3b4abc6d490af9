// Data races: which two accesses, by whom, where.

import type { Race } from "../machine/clocks/weakMemory.ts";
import type { State } from "../machine/state/state.ts";
import type { ThreadId } from "../machine/state/value.ts";
import type { Finding } from "./finding.ts";
import { threadName } from "./waiting.ts";

export function raceFindings(state: State): Finding[] {
  return (state.order?.races ?? []).map((race) => raceFinding(state, race));
}

function raceFinding(state: State, { first, second, write }: Race): Finding {
  const name = (thread: ThreadId): string => {
    const found = state.threads[thread];
    return found === undefined ? `t${thread}` : threadName(found);
  };
  return {
    kind: "data_race",
    span: second.span,
    first: { name: name(first.thread), span: first.span },
    second: { name: name(second.thread) },
    write,
  };
}
