// What the runtime itself writes to stderr, as rustc 1.95's std does.

import { STOPPED } from "../code.ts";
import type { Exec } from "../code.ts";

/** Lockstep's own thread number stands where std puts the system's. */
export function threadLabel(x: Exec): string {
  const name = x.thread.path.length === 0 ? "main" : (x.thread.name ?? "<unnamed>");
  return `thread '${name}' (${x.thread.id + 1})`;
}

export function printError(x: Exec, text: string): void {
  x.state.stderr += text;
  x.sink?.(
    {
      kind: "print",
      text,
      stream: "stderr",
      span: x.frame.code.spans[x.frame.pc] ?? x.frame.code.body.span,
    },
    x.thread.id,
    x.state,
  );
}

export function reportOverflow(x: Exec): number {
  printError(
    x,
    `\n${threadLabel(x)} has overflowed its stack\nfatal runtime error: stack overflow, aborting\n`,
  );
  x.state.status = { kind: "abort", message: "stack overflow" };
  return STOPPED;
}
