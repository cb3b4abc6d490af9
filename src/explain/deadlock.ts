// A deadlock's cycle in words: who holds what since which line, and wants what.

import type { CycleLink, TraceFinding } from "../trace/trace.ts";
import { DEADLOCK_WORDS as W } from "./deadlockWords.ts";
import { lineName, objectName, threadName } from "./names.ts";
import type { ExplainContext } from "./names.ts";
import { fill } from "./segments.ts";
import type { Sentence } from "./segments.ts";

export interface DeadlockStory {
  readonly title: string;
  /** One sentence for each thread of the cycle, in its order. */
  readonly links: readonly Sentence[];
  readonly close: readonly Sentence[];
}

/** Undefined when the finding has no cycle (a lost wake-up, a receive that nobody serves). */
export function deadlockStory(
  cx: ExplainContext,
  finding: TraceFinding,
): DeadlockStory | undefined {
  const cycle = finding.cycle ?? [];
  if (cycle.length === 0) return undefined;
  const self = cycle.length === 1;
  const locksOnly = cycle.every((link) => link.wantsKind === "object" && isLock(cx, link.wants));
  return {
    title: self ? W.selfTitle : W.title,
    links: cycle.map((link) => linkSentence(cx, link)),
    close: [
      ...(self ? [] : [fill(W.close)]),
      ...(locksOnly ? [fill(self ? W.repairSelf : W.repairOrder)] : []),
    ],
  };
}

/** “thread 1 holds `a` (line 6) and wants `b` (line 8).” */
function linkSentence(cx: ExplainContext, link: CycleLink): Sentence {
  const values = {
    thread: threadName(cx, link.thread),
    held: objectName(cx, link.holds),
    since: lineName(link.holdsSince),
    wanted: link.wantsKind === "thread" ? threadName(cx, link.wants) : objectName(cx, link.wants),
    at: lineName(link.wantsAt),
  };
  if (link.wantsKind === "thread")
    return fill(link.holds === undefined ? W.linkThread : W.linkHoldsThread, values);
  return fill(link.holds === undefined ? W.linkWants : W.link, values);
}

function isLock(cx: ExplainContext, object: number): boolean {
  const kind = cx.index.trace.objects[object]?.kind;
  return kind === "mutex" || kind === "rwlock";
}
