// Sentences about values: creation, counts, atomics, writes, output, panics.

import { eventAt } from "../../trace/trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";
import { EVENT_WORDS as W } from "../eventWords.ts";
import { code, eventLine, objectName, question, theObject, threadName, value } from "../names.ts";
import type { ExplainContext } from "../names.ts";
import { fill, shorten } from "../segments.ts";
import type { Sentence, Value } from "../segments.ts";
import { locksHeld } from "./threads.ts";
import { protectedBy } from "./locks.ts";

export function createSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const type = event.object === undefined ? undefined : cx.index.trace.objects[event.object]?.type;
  return [
    // A channel has the types of its ends, none of its own.
    fill(
      !type || cx.index.trace.objects[event.object ?? -1]?.kind === "channel"
        ? W.createPlain
        : W.create,
      {
        ...common(cx, event),
        type: code(type ?? ""),
      },
    ),
  ];
}

export function destroySentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.destroy, common(cx, event))];
}

export function countSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const [handle = "", which] = event.text.split("\n");
  const values = {
    ...common(cx, event),
    name: objectName(cx, event.object),
    count: event.a,
    handle: handle === "" ? W.handle : code(handle),
    strong: event.a,
    weak: event.b,
  };
  switch (event.kind) {
    case "clone":
      return [fill(event.a === 1 ? W.cloneOne : W.cloneMany, values)];
    case "downgrade":
      return [fill(W.downgrade, values)];
    case "upgrade":
      return [fill(event.a === 0 ? W.upgradeFailed : W.upgrade, values)];
    default:
      if (which === "weak") return [fill(handle === "" ? W.dropWeakPlain : W.dropWeak, values)];
      return [
        fill(
          event.a === 0 ? W.dropCountNone : event.a === 1 ? W.dropCountOne : W.dropCountMany,
          values,
        ),
      ];
  }
}

export function atomicSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const [order = "", before = "", after = "", op = ""] = event.text.split("\n");
  if (order === "") return plainSentence(cx, event, { before, after, what: op });
  const values = {
    ...common(cx, event),
    object: objectName(cx, event.object),
    place: placeOf(event, order),
    before: value(before),
    after: value(after),
    op: code(op.replace(/ failed$/, "")),
  };
  if (event.kind === "load")
    return event.b === 1 ? [fill(W.loadStale, values), question("order")] : [fill(W.load, values)];
  if (event.kind === "store") return [fill(W.store, values)];
  const failed = before === after && /compare/.test(op);
  return [fill(failed ? W.rmwFailed : W.rmw, values)];
}

/** An access that nothing synchronises; in programs that rustc accepts only `unsafe` makes one. */
function plainSentence(
  cx: ExplainContext,
  event: TraceEvent,
  {
    before,
    after,
    what,
  }: { readonly before: string; readonly after: string; readonly what: string },
): readonly Sentence[] {
  const values = {
    ...common(cx, event),
    object: objectName(cx, event.object),
    before: value(before),
    after: value(after),
    what,
  };
  if (event.kind === "load") return [fill(what === "" ? W.memoryLoad : W.plainLoad, values)];
  const fact = fill(what === "" ? W.memoryStore : W.plainStore, values);
  const read = lastRead(cx, event);
  return read === undefined || read === before
    ? [fact]
    : [fact, fill(W.lostUpdate, { read: value(read) })];
}

/** What this thread read there last, if it has not written since: the value that its own store is made from. */
function lastRead(cx: ExplainContext, event: TraceEvent): string | undefined {
  const { events } = cx.index.trace;
  const rows = cx.index.rowsOfObject.get(event.object ?? -1) ?? [];
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? 0;
    if (row >= event.row) continue;
    const other = eventAt(events, row);
    if (other.thread !== event.thread) continue;
    const [order, , read, what] = other.text.split("\n");
    if (order !== "" || what !== event.text.split("\n")[3]) continue;
    return other.kind === "load" ? read : undefined;
  }
  return undefined;
}

export function fenceSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.fence, common(cx, event))];
}

export function writeSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const [place = "", before = "", after = ""] = event.text.split("\n");
  const values = {
    ...common(cx, event),
    target: code(place),
    before: value(before),
    after: value(after),
  };
  return [fill(before === "" ? W.writeNew : W.write, values), ...protectedBy(cx, event)];
}

export function printSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const words =
    event.a === 1
      ? W.printErr
      : event.text.trim() === "" && event.text !== ""
        ? W.printBreak
        : W.print;
  return [fill(words, { ...common(cx, event), text: value(event.text) })];
}

export function panicSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  const held = locksHeld(cx, event.thread, event.row);
  const holding = held.length === 0 ? [] : [fill(W.panicHolding, { locks: held })];
  return [fill(W.panic, { ...common(cx, event), message: shorten(event.text, 160) }), ...holding];
}

export function catchSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.catch, common(cx, event))];
}

export function exitSentence(cx: ExplainContext, event: TraceEvent): readonly Sentence[] {
  return [fill(W.exit, { ...common(cx, event), code: event.a })];
}

function common(cx: ExplainContext, event: TraceEvent): Readonly<Record<string, Value>> {
  return {
    thread: threadName(cx, event.thread),
    object: theObject(cx, event.object),
    line: eventLine(event),
  };
}

/** “line 18, `Relaxed`”. */
function placeOf(event: TraceEvent, order: string): Sentence {
  return order === ""
    ? [eventLine(event)]
    : [eventLine(event), { text: ", ", style: "plain" }, code(order)];
}
