// Sentences about locks and cells: acquire, release, poison, borrows.

import { holdersAt, waitersAt } from "../../trace/traceIndex.ts";
import { eventAt } from "../../trace/trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { EVENT_WORDS as W } from "../eventWords.ts";
import {
  code,
  dropPlace,
  eventLine,
  guardName,
  lineName,
  objectName,
  question,
  theObject,
  threadName,
  threadNames,
} from "../names.ts";
import type { ExplainContext } from "../names.ts";
import { fill, joinSentences } from "../segments.ts";
import type { Sentence } from "../segments.ts";

export function acquireSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.a === 1 ? W.acquireRead : event.a === 2 ? W.acquireWrite : W.acquire;
  const fact = fill(words, {
    thread: threadName(cx, event.thread),
    lock: theObject(cx, event.object),
    line: eventLine(event),
  });
  const poisoned = event.b === 1 ? [fill(W.acquirePoisoned), question("poison")] : [];
  const readers = event.a === 1 ? otherReaders(cx, event) : [];
  const read =
    readers.length === 0 ? [] : [fill(W.acquireReaders, { others: threadNames(cx, readers) })];
  return [joinSentences([fact, heldSentence(cx, event)]), ...poisoned, ...read];
}

export function releaseSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const slice = cx.index.sliceOfRow.get(event.row);
  const name = event.text.split("\n")[0] ?? "";
  const others = event.a === 1 ? otherReaders(cx, event) : [];
  const place = slice === undefined ? undefined : dropPlace(cx, slice);
  const words = releaseWords(name !== "", others.length > 0);
  const fact = fill(words, {
    thread: threadName(cx, event.thread),
    guard: code(name),
    place: place ?? fill("({line})", { line: eventLine(event) }),
    lock: theObject(cx, event.object),
    others: threadNames(cx, others),
  });
  return [fact, ...waitingSentence(cx, event)];
}

export function tryFailedSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const values = {
    thread: threadName(cx, event.thread),
    object: theObject(cx, event.object),
    line: eventLine(event),
    why: event.text,
  };
  return [fill(event.text === "" ? W.tryFailedPlain : W.tryFailed, values), fill(W.tryGoesOn)];
}

export function poisonSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.kind === "poison" ? W.poison : W.clearPoison;
  const fact = fill(words, {
    thread: threadName(cx, event.thread),
    lock: theObject(cx, event.object),
    line: eventLine(event),
  });
  return event.kind === "poison" ? [fact, question("poison")] : [fact];
}

export function borrowSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const mutable = event.a === 1;
  const failed = event.b === 1;
  const words = failed
    ? mutable
      ? W.borrowMutFailed
      : W.borrowFailed
    : mutable
      ? W.borrowMut
      : W.borrow;
  const fact = fill(words, {
    thread: threadName(cx, event.thread),
    object: theObject(cx, event.object),
    line: eventLine(event),
  });
  return failed ? [fact, ...borrowedSince(cx, event), question("borrow")] : [fact];
}

export function borrowEndSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words = event.a === 1 ? W.borrowMutEnd : W.borrowEnd;
  return [
    fill(words, {
      thread: threadName(cx, event.thread),
      object: theObject(cx, event.object),
      line: eventLine(event),
    }),
  ];
}

function heldSentence(cx: ExplainContext, event: TraceEvent): Sentence | undefined {
  const slice = cx.index.sliceOfRow.get(event.row);
  if (slice === undefined) return undefined;
  const place = dropPlace(cx, slice);
  if (slice.name === "")
    return place === undefined ? fill(W.guardTemporaryForever) : fill(W.guardTemporary, { place });
  const guard = guardName(slice);
  return place === undefined
    ? fill(W.guardHeldForever, { guard })
    : fill(W.guardHeld, { guard, place });
}

function releaseWords(named: boolean, shared: boolean): string {
  if (shared) return named ? W.releaseShared : W.releaseSharedTemporary;
  return named ? W.release : W.releaseTemporary;
}

function waitingSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  if (event.object === undefined) return [];
  const waiting = waitersAt(cx.index, event.object, event.row);
  if (waiting.length === 0) return [];
  const words =
    waiting.length === 1
      ? W.releaseOneWaits
      : waiting.length === 2
        ? W.releaseTwoWait
        : W.releaseManyWait;
  return [fill(words, { waiting: threadNames(cx, waiting) })];
}

function otherReaders(cx: ExplainContext, event: TraceEvent): readonly number[] {
  if (event.object === undefined) return [];
  const readers = holdersAt(cx.index, event.object, event.row).filter(
    (slice) => slice.mode === "read",
  );
  return [...new Set(readers.map((slice) => slice.thread))].filter(
    (thread) => thread !== event.thread,
  );
}

function borrowedSince(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const holders = event.object === undefined ? [] : holdersAt(cx.index, event.object, event.row);
  const holder = holders.find((slice) => slice.mode === "mut") ?? holders[0];
  if (holder === undefined) return [];
  const line = lineName(eventAt(cx.index.trace.events, holder.from).line);
  const guard = holder.name === "" ? threadName(cx, holder.thread) : code(holder.name);
  return [fill(W.borrowSince, { guard, line })];
}

/** Sentence that a write is protected by a guard of the writing thread. */
export function protectedBy(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  if (event.object === undefined) return [];
  const own = holdersAt(cx.index, event.object, event.row).find(
    (slice) => slice.thread === event.thread && (slice.mode === "lock" || slice.mode === "write"),
  );
  if (own === undefined || own.name === "") return [];
  return [fill(W.writeUnder, { guard: code(own.name), lock: objectName(cx, own.object) })];
}
