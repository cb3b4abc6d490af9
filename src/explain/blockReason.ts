// Why a thread cannot run, in a few words: for the memory picture, tooltips and “you choose”.

import { blockedEvent, stateAt } from "../trace/traceIndex.ts";
import type { ThreadIndex } from "../trace/trace.ts";
import { objectName, threadName } from "./names.ts";
import type { ExplainContext } from "./names.ts";
import { REASON_WORDS } from "./eventWords.ts";
import { fill, plainText } from "./segments.ts";
import type { Sentence, Value } from "./segments.ts";

/** `wait` is the kind of wait as in the text of a `blocked` event; names are shown as given. */
export interface BlockFacts {
  readonly wait: string;
  readonly object?: Value;
  readonly holder?: Value;
  /** The thread holds itself what it waits for. */
  readonly own?: boolean;
}

/** “waits for `counter`, which thread 1 holds”. */
export function blockReason(facts: BlockFacts): Sentence {
  return fill(REASON_WORDS[reasonKey(facts)], {
    object: facts.object ?? "it",
    holder: facts.holder ?? "another thread",
  });
}

/** The same as plain text, for data that carries no segments. */
export function blockReasonText(facts: BlockFacts): string {
  return plainText(blockReason(facts));
}

/** What a thread does after the event of this row, in the same words. */
/** “thread 2 waits for counter, which thread 1 holds.” */
export function threadStands(cx: ExplainContext, thread: ThreadIndex, row: number): Sentence {
  const reason = threadReason(cx, thread, row);
  return fill(REASON_WORDS.stands, { thread: threadName(cx, thread), reason });
}

export function threadReason(cx: ExplainContext, thread: ThreadIndex, row: number): Sentence {
  const event = blockedEvent(cx.index, thread, row);
  if (event !== undefined) {
    const holder = event.a >= 0 ? threadName(cx, event.a) : undefined;
    return blockReason({
      wait: event.text,
      own: event.a === thread,
      ...(event.object === undefined ? {} : { object: objectName(cx, event.object) }),
      ...(holder === undefined ? {} : { holder }),
    });
  }
  const state = stateAt(cx.index, thread, row)?.state ?? "unborn";
  switch (state) {
    case "done":
      return fill(REASON_WORDS.ended);
    case "sleeping":
    case "parked":
      return fill(state === "parked" ? REASON_WORDS.park : REASON_WORDS.sleep);
    case "running":
    case "ready":
    case "panicked":
    case "unborn":
      return fill(REASON_WORDS[state]);
    default:
      return fill(REASON_WORDS.other);
  }
}

function reasonKey(facts: BlockFacts): keyof typeof REASON_WORDS {
  const held = facts.holder !== undefined;
  switch (facts.wait) {
    case "mutex":
    case "rwlockRead":
    case "rwlockWrite":
      if (facts.own === true) return "self";
      return held ? facts.wait : `${facts.wait}Free`;
    case "join":
      return held ? "join" : "joinAny";
    case "stdout":
      return held ? "stdout" : "stdoutFree";
    case "recv":
    case "send":
    case "condvar":
    case "barrier":
    case "once":
    case "park":
    case "scope":
    case "sleep":
      return facts.wait;
    default:
      return "other";
  }
}
