// Data races in words: which two accesses, by whom, where.

import type { Race } from "../machine/clocks/weakMemory.ts";
import type { State } from "../machine/state.ts";
import type { ThreadId } from "../machine/value.ts";
import { threadName } from "./deadlock.ts";
import type { Finding } from "./findings.ts";

export function raceFindings(state: State): Finding[] {
  return (state.order?.races ?? []).map((race) => raceFinding(state, race));
}

function raceFinding(state: State, { first, second, write }: Race): Finding {
  const name = (thread: ThreadId): string => {
    const found = state.threads[thread];
    return found === undefined ? `t${thread}` : threadName(found);
  };
  const verb = write ? "writes" : "reads";
  return {
    kind: "data_race",
    message: `Data race: ${name(second.thread)} ${verb} memory that ${name(first.thread)} uses too, and nothing orders the two accesses.`,
    span: second.span,
    related: [
      { span: first.span, message: `${name(first.thread)} ${write ? "uses" : "writes"} it here` },
    ],
  };
}
