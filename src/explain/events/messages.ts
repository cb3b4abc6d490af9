// Sentences about channels, condition variables, barriers and one-time initialisation.

import { waitersAt } from "../../trace/traceIndex.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { EVENT_WORDS as W } from "../eventWords.ts";
import { eventLine, question, theObject, threadName, threadNames, value } from "../names.ts";
import type { ExplainContext } from "../names.ts";
import { fill } from "../segments.ts";
import type { Sentence, Value } from "../segments.ts";

/** Values of `b` in send and recv that mean failure. */
const EMPTY_OR_FULL = -2;
const DISCONNECTED = -3;
const TIMEOUT = -4;

export function sendSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = common(cx, event);
  if (event.b === DISCONNECTED) return [fill(W.sendDisconnected, values)];
  if (event.b === EMPTY_OR_FULL || event.b === TIMEOUT) return [fill(W.sendFull, values)];
  const waiting =
    event.object === undefined
      ? []
      : waitersAt(cx.index, event.object, event.row).filter((thread) => thread !== event.thread);
  const after =
    waiting.length > 0
      ? fill(W.sendWakes, { waiting: threadNames(cx, waiting.slice(0, 1)) })
      : fill(event.a === 1 ? W.sendQueuedOne : W.sendQueuedMany, { count: event.a });
  return [fill(W.send, values), after];
}

export function recvSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = common(cx, event);
  switch (event.b) {
    case EMPTY_OR_FULL:
      return [fill(W.recvEmpty, values)];
    case DISCONNECTED:
      return [fill(W.recvDisconnected, values)];
    case TIMEOUT:
      return [fill(W.recvTimeout, values)];
    default: {
      const known = event.b >= 0 && event.b !== event.thread;
      return [
        fill(known ? W.recvFrom : W.recv, {
          ...values,
          sender: threadName(cx, Math.max(0, event.b)),
        }),
      ];
    }
  }
}

export function endDroppedSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = { ...common(cx, event), count: event.a };
  if (event.b === 1) return [fill(W.receiverDropped, values)];
  return [fill(event.a === 0 ? W.lastSenderDropped : W.senderDropped, values)];
}

export function waitSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.wait, common(cx, event))];
}

export function notifySentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.a === 0 ? W.notifyLost : event.a === 1 ? W.notifyOne : W.notifyMany;
  const fact = fill(words, { ...common(cx, event), count: event.a });
  return event.a === 0 ? [fact, question("wait")] : [fact];
}

export function wokenSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.a === 1 ? W.wokenSpurious : event.a === 2 ? W.wokenTimeout : W.woken;
  const fact = fill(words, common(cx, event));
  return event.a === 1 ? [fact, question("wait")] : [fact];
}

export function barrierSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.a >= event.b && event.b > 0 ? W.barrierLast : W.barrier;
  return [fill(words, { ...common(cx, event), arrived: event.a, size: event.b })];
}

export function onceSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = [W.onceStart, W.onceDone, W.oncePoisoned, W.onceAlready][event.a] ?? W.onceAlready;
  return [fill(words, common(cx, event))];
}

function common(cx: ExplainContext, event: TraceEvent): Readonly<Record<string, Value>> {
  return {
    thread: threadName(cx, event.thread),
    object: theObject(cx, event.object),
    line: eventLine(event),
    value: event.text === "" ? W.message : value(event.text),
  };
}
