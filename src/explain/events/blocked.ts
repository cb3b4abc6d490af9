// Sentences about a thread that comes to a stop: what it waits for, who can end that, and who waits with it.

import { stateAt, waitersAt } from "../../trace/traceIndex.ts";
import { eventAt } from "../../trace/trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { threadReason } from "../blockReason.ts";
import { BLOCKED_WORDS as W } from "../eventWords.ts";
import {
  callText,
  code,
  dropPlace,
  eventLine,
  holderAt,
  lineName,
  rowLink,
  theObject,
  threadName,
  threadNames,
} from "../names.ts";
import type { ExplainContext } from "../names.ts";
import { fill, joinSentences } from "../segments.ts";
import type { Sentence, Value } from "../segments.ts";
import { ACTION_WORDS } from "../words.ts";

export function blockedSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  switch (event.text) {
    case "mutex":
      return lockSentence(cx, event, W.callLock);
    case "rwlockRead":
      return lockSentence(cx, event, W.callRead);
    case "rwlockWrite":
      return lockSentence(cx, event, W.callWrite);
    case "join":
      return joinSentence(cx, event);
    case "recv":
      return [fill(W.recv, { ...commonValues(cx, event, W.callRecv) })];
    case "send":
      return [fill(W.send, { ...commonValues(cx, event, W.callSend) })];
    case "once":
      return [fill(event.a >= 0 ? W.once : W.onceBusy, commonValues(cx, event, W.callOther))];
    case "stdout":
      return [fill(event.a >= 0 ? W.stdout : W.other, commonValues(cx, event, W.callOther))];
    case "condvar":
    case "barrier":
    case "park":
    case "scope":
    case "sleep":
      return [fill(W[event.text], commonValues(cx, event, W.callOther))];
    default:
      return [fill(W.other, commonValues(cx, event, W.callOther))];
  }
}

function lockSentence(cx: ExplainContext, event: TraceEvent, call: string): readonly Sentence[] {
  const slice = event.object === undefined ? undefined : holderAt(cx, event.object, event.row);
  const values = commonValues(cx, event, call);
  if (event.a === event.thread)
    return [fill(W.lockSelf, { ...values, since: sinceLine(cx, event) })];
  if (event.a < 0) return [fill(W.lockBusy, values), ...alsoWaiting(cx, event)];
  const place =
    slice === undefined || slice.thread !== event.a || slice.name === ""
      ? undefined
      : dropPlace(cx, slice);
  const fact =
    place === undefined || slice === undefined
      ? fill(W.lockHeld, { ...values, since: sinceLine(cx, event) })
      : fill(W.lockHeldUntil, {
          ...values,
          since: sinceLine(cx, event),
          guard: code(slice.name),
          place,
        });
  const why = slice === undefined ? undefined : [rowLink(ACTION_WORDS.why, slice.from)];
  const also = alsoWaiting(cx, event);
  return [
    joinSentences([fact, ...(also.length === 0 ? [why] : [])]),
    ...also.map((sentence) => joinSentences([sentence, why])),
  ];
}

function joinSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = commonValues(cx, event, W.callJoin);
  if (event.a < 0) return [fill(W.joinEnded, values)];
  const target = threadName(cx, event.a);
  const state = stateAt(cx.index, event.a, event.row)?.state;
  const stuck =
    state === "blocked" || state === "waiting" || state === "parked" || state === "sleeping";
  const chain = stuck
    ? [
        joinSentences([[target], threadReason(cx, event.a, event.row), undefined]).concat({
          text: ".",
          style: "plain",
        }),
      ]
    : [];
  return [fill(W.join, { ...values, target }), ...chain];
}

function commonValues(
  cx: ExplainContext,
  event: TraceEvent,
  call: string,
): Readonly<Record<string, Value>> {
  return {
    thread: threadName(cx, event.thread),
    call: callText(cx, event) ?? fill(call),
    line: eventLine(event),
    holder: event.a >= 0 ? threadName(cx, event.a) : "",
    lock: theObject(cx, event.object),
    object: theObject(cx, event.object),
  };
}

function sinceLine(cx: ExplainContext, event: TraceEvent): Sentence {
  if (event.b > 0) return [lineName(event.b)];
  const slice = event.object === undefined ? undefined : holderAt(cx, event.object, event.row);
  return slice === undefined
    ? [eventLine(event)]
    : [lineName(eventAt(cx.index.trace.events, slice.from).line)];
}

function alsoWaiting(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  if (event.object === undefined) return [];
  const others = waitersAt(cx.index, event.object, event.row).filter(
    (thread) => thread !== event.thread,
  );
  if (others.length === 0) return [];
  return [fill(others.length === 1 ? W.alsoOne : W.alsoMany, { others: threadNames(cx, others) })];
}
