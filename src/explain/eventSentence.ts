// The sentence under the timeline: what an event did, why, and what it means for the others.

import { assertNever } from "../base/assertNever.ts";
import { eventAt } from "../trace/trace.ts";
import type { TraceEvent } from "../trace/trace.ts";
import type { ExplainContext } from "./names.ts";
import { joinSentences, plainText } from "./segments.ts";
import type { Sentence } from "./segments.ts";
import { blockedSentence } from "./events/blocked.ts";
import * as locks from "./events/locks.ts";
import * as messages from "./events/messages.ts";
import * as threads from "./events/threads.ts";
import * as values from "./events/values.ts";

/** The fact first; then, sentence by sentence, what follows from it. */
export function eventSentence(cx: ExplainContext, row: number): readonly Sentence[] {
  const event = eventAt(cx.index.trace.events, row);
  const sentences = sentenceOf(cx, event);
  return event.line > 0 ? sentences : sentences.map(withoutPlace);
}

/** The first sentence alone, as text: for lists and tooltips. */
export function eventTitle(cx: ExplainContext, row: number): string {
  return plainText(eventSentence(cx, row)[0] ?? []);
}

/** All of it as text: for live regions and exports. */
export function eventText(cx: ExplainContext, row: number): string {
  return plainText(joinSentences(eventSentence(cx, row)));
}

/** Line 0 means that the event has no place in the user's text: “(line 12)” goes. */
function withoutPlace(sentence: Sentence): Sentence {
  return sentence.map((segment) =>
    segment.style === "plain"
      ? { ...segment, text: segment.text.replace(/\s*\(\s*\)/g, "") }
      : segment,
  );
}

function sentenceOf(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  switch (event.kind) {
    case "line":
      return threads.lineSentence(cx, event);
    case "spawn":
      return threads.spawnSentence(cx, event);
    case "start":
      return threads.startSentence(cx, event);
    case "end":
      return threads.endSentence(cx, event);
    case "blocked":
      return blockedSentence(cx, event);
    case "unblocked":
      return threads.unblockedSentence(cx, event);
    case "join":
      return threads.joinSentence(cx, event);
    case "create":
      return values.createSentence(cx, event);
    case "destroy":
      return values.destroySentence(cx, event);
    case "acquire":
      return locks.acquireSentence(cx, event);
    case "release":
      return locks.releaseSentence(cx, event);
    case "tryFailed":
      return locks.tryFailedSentence(cx, event);
    case "poison":
    case "clearPoison":
      return locks.poisonSentence(cx, event);
    case "clone":
    case "dropCount":
    case "downgrade":
    case "upgrade":
      return values.countSentence(cx, event);
    case "borrow":
      return locks.borrowSentence(cx, event);
    case "borrowEnd":
      return locks.borrowEndSentence(cx, event);
    case "send":
      return messages.sendSentence(cx, event);
    case "recv":
      return messages.recvSentence(cx, event);
    case "endDropped":
      return messages.endDroppedSentence(cx, event);
    case "wait":
      return messages.waitSentence(cx, event);
    case "notify":
      return messages.notifySentence(cx, event);
    case "woken":
      return messages.wokenSentence(cx, event);
    case "barrier":
      return messages.barrierSentence(cx, event);
    case "once":
      return messages.onceSentence(cx, event);
    case "park":
      return threads.parkSentence(cx, event);
    case "unpark":
      return threads.unparkSentence(cx, event);
    case "sleep":
      return threads.sleepSentence(cx, event);
    case "yield":
      return threads.yieldSentence(cx, event);
    case "load":
    case "store":
    case "rmw":
      return values.atomicSentence(cx, event);
    case "fence":
      return values.fenceSentence(cx, event);
    case "write":
      return values.writeSentence(cx, event);
    case "print":
      return values.printSentence(cx, event);
    case "panic":
      return values.panicSentence(cx, event);
    case "catch":
      return values.catchSentence(cx, event);
    case "exit":
      return values.exitSentence(cx, event);
    default:
      return assertNever(event.kind);
  }
}
