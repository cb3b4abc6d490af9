// Lines: while a trace is recorded, tells when a thread reaches another line of the user's code.

import type { Exec } from "./code.ts";

export function traceLine(x: Exec, pc: number): void {
  const { code } = x.frame;
  if (!code.isUser) return;
  x.sink?.settled?.(x.state);
  const span = code.spans[pc];
  if (span === undefined || span.end === 0) return;
  const line = x.machine.lineOf(span);
  const last = x.machine.lastLine;
  const key = x.thread.frames.length;
  if (last.thread === x.thread.id && last.line === line && last.depth === key) return;
  last.thread = x.thread.id;
  last.line = line;
  last.depth = key;
  x.sink?.({ kind: "line", span }, x.thread.id, x.state);
}
