// A thread that begins to wait, as a row.

import type { Span } from "../../base/span.ts";
import type { BlockReason } from "../../machine/primitive.ts";
import type { Row } from "./rows.ts";

export function blockedRow(thread: number, step: number, span: Span, reason: BlockReason): Row {
  const holder = holderOf(reason);
  return {
    kind: "blocked",
    thread,
    step,
    span,
    key: "object" in reason ? `o${reason.object}` : undefined,
    a: holder ?? -1,
    b: 0,
    text: reason.kind,
    threadInA: holder !== undefined,
  };
}

function holderOf(reason: BlockReason): number | undefined {
  switch (reason.kind) {
    case "mutex":
    case "once":
    case "stdout":
      return reason.holder;
    case "rwlockRead":
    case "rwlockWrite":
      return reason.holders[0];
    case "join":
      return reason.thread;
    case "scope":
      return reason.threads[0];
    default:
      return undefined;
  }
}
