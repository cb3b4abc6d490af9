// Sentences about the life of threads: lines, spawn, end, join, sleep, park.

import { holdersAt, kindAt, stateAt } from "../../trace/traceIndex.ts";
import { eventAt } from "../../trace/trace.ts";
import type { ThreadIndex, TraceEvent } from "../../trace/trace.ts";
import { EVENT_WORDS as W } from "../eventWords.ts";
import {
  code,
  eventLine,
  lineText,
  objectName,
  theObject,
  threadName,
  threadNames,
} from "../names.ts";
import type { ExplainContext } from "../names.ts";
import { fill, listOf } from "../segments.ts";
import type { Sentence } from "../segments.ts";
import { WORDS } from "../words.ts";

export function lineSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const text = lineText(cx, event.line);
  const values = { thread: threadName(cx, event.thread), line: eventLine(event) };
  return [text === undefined ? fill(W.line, values) : fill(W.lineCode, { ...values, code: text })];
}

export function spawnSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const names = event.text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const values = {
    thread: threadName(cx, event.thread),
    child: threadName(cx, event.a),
    line: eventLine(event),
  };
  if (names.length === 0) return [fill(W.spawn, values), fill(W.spawnReady)];
  const moved = fill(W.spawnMoves, {
    ...values,
    names: listOf(
      names.map((name) => code(name)),
      WORDS.and,
    ),
  });
  return [moved, ...names.flatMap((name) => ownersOf(cx, name, event.row))];
}

export function startSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.start, { thread: threadName(cx, event.thread), line: eventLine(event) })];
}

export function endSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const thread = threadName(cx, event.thread);
  const words =
    event.a === 1
      ? W.endPanicked
      : event.thread === 0 && event.row === cx.index.trace.events.count - 1
        ? W.endMain
        : W.end;
  const waiting = joinersOf(cx, event.thread, event.row);
  const frees =
    waiting.length === 0 ? [] : [fill(W.endFrees, { waiting: threadNames(cx, waiting) })];
  return [fill(words, { thread }), ...frees];
}

export function joinSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = {
    thread: threadName(cx, event.thread),
    child: threadName(cx, event.a),
    line: eventLine(event),
  };
  return [fill(event.b === 1 ? W.joinPanicked : W.join, values)];
}

export function yieldSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.yield, { thread: threadName(cx, event.thread), line: eventLine(event) })];
}

export function sleepSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const time = `${event.a}\u202fms`;
  const held = locksHeld(cx, event.thread, event.row);
  const keeps = held.length === 0 ? [] : [fill(W.sleepHolds, { locks: held })];
  return [
    fill(W.sleep, { thread: threadName(cx, event.thread), time, line: eventLine(event) }),
    ...keeps,
  ];
}

export function parkSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.park, { thread: threadName(cx, event.thread), line: eventLine(event) })];
}

export function unparkSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const target = threadName(cx, event.a);
  const parked = event.row > 0 && stateAt(cx.index, event.a, event.row - 1)?.state === "parked";
  const values = { thread: threadName(cx, event.thread), target, line: eventLine(event) };
  return [fill(W.unpark, values), fill(parked ? W.unparkWaiting : W.unparkStored, { target })];
}

/** Says only what the events before it show. */
export function unblockedSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const cause = event.row === 0 ? undefined : stateAt(cx.index, event.thread, event.row - 1)?.cause;
  const blocked = cause === undefined ? undefined : eventAt(cx.index.trace.events, cause);
  const values = { thread: threadName(cx, event.thread), object: objectName(cx, blocked?.object) };
  return [fill(W[unblockedKey(cx, event.row, blocked)], values)];
}

/** “`a` and `b`”: locks that a thread holds after this row; empty when it holds none. */
export function locksHeld(cx: ExplainContext, thread: ThreadIndex, row: number): Sentence {
  const held = [...cx.index.slicesOfObject.keys()].filter((object) =>
    holdersAt(cx.index, object, row).some(
      (slice) => slice.thread === thread && slice.mode !== "shared" && slice.mode !== "mut",
    ),
  );
  return listOf(
    held.map((object) => theObject(cx, object)),
    WORDS.and,
  );
}

function unblockedKey(
  cx: ExplainContext,
  row: number,
  blocked: TraceEvent | undefined,
): keyof typeof W {
  switch (blocked?.kind === "blocked" ? blocked.text : "") {
    case "mutex":
    case "rwlockRead":
    case "rwlockWrite":
      return "unblockedLock";
    case "recv":
    case "send":
      return lastOnObject(cx, row, blocked?.object) === "endDropped"
        ? "unblockedDisconnected"
        : blocked?.text === "recv"
          ? "unblockedMessage"
          : "unblockedRoom";
    case "scope":
      return "unblockedScope";
    case "join":
      return "unblockedJoin";
    case "condvar":
      return "unblockedNotified";
    case "barrier":
      return "unblockedBarrier";
    case "park":
      return "unblockedPark";
    case "sleep":
      return "unblockedSleep";
    case "once":
      return "unblockedOnce";
    default:
      return "unblocked";
  }
}

function lastOnObject(
  cx: ExplainContext,
  row: number,
  object: number | undefined,
): string | undefined {
  for (let at = row - 1; at >= 0 && at > row - 64; at--) {
    if (cx.index.trace.events.object[at] === object) return kindAt(cx.index.trace, at);
  }
  return undefined;
}

function joinersOf(cx: ExplainContext, target: ThreadIndex, row: number): readonly ThreadIndex[] {
  return cx.index.tracks
    .filter((track) => {
      const band = stateAt(cx.index, track.thread, row);
      if (band?.state !== "waiting") return false;
      const event = eventAt(cx.index.trace.events, band.cause);
      return event.kind === "blocked" && event.text === "join" && event.a === target;
    })
    .map((track) => track.thread);
}

/** “`counter` has 4 owners”, when exactly one counted object of that name exists. */
function ownersOf(cx: ExplainContext, name: string, row: number): readonly Sentence[] {
  const named = cx.index.trace.objects.filter(
    (object) => object.name === name && (object.kind === "arc" || object.kind === "rc"),
  );
  const [only] = named;
  if (only === undefined || named.length !== 1) return [];
  const rows = cx.index.rowsOfObject.get(only.index) ?? new Uint32Array(0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const event = eventAt(cx.index.trace.events, rows[at] ?? 0);
    if (event.row > row || !["clone", "dropCount", "upgrade", "downgrade"].includes(event.kind))
      continue;
    const words = event.a === 1 ? W.ownersOne : W.ownersMany;
    return [fill(words, { object: objectName(cx, only.index), count: event.a })];
  }
  return [];
}
