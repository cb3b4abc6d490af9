// Names of threads, objects, lines and calls as segments: the vocabulary of every sentence about a run.

import { holdersAt } from "../trace/traceIndex.ts";
import type { TraceIndex } from "../trace/traceIndex.ts";
import { eventAt } from "../trace/trace.ts";
import type { ObjectIndex, ObjectKind, ThreadIndex, TraceEvent } from "../trace/trace.ts";
import type { Slice } from "../trace/slices.ts";
import { fill, listOf, shorten } from "./segments.ts";
import type { Segment, Sentence } from "./segments.ts";
import { DROP_WORDS, KIND_WORDS, QUESTION_CARDS, QUESTION_WORDS, WORDS } from "./words.ts";

/** What sentences about a run are made from. Without source text they name lines instead of calls. */
export interface ExplainContext {
  readonly index: TraceIndex;
  readonly source: SourceLines | undefined;
}

/** Lines of the user's file, the first one numbered `firstLine`. */
export interface SourceLines {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

export function threadName(cx: ExplainContext, thread: ThreadIndex): Segment {
  const name = cx.index.trace.threads[thread]?.name ?? `thread ${thread}`;
  return { text: name, style: "thread", ref: { kind: "thread", thread } };
}

export function threadNames(
  cx: ExplainContext,
  threads: readonly ThreadIndex[],
  lastWord: string = WORDS.and,
): Sentence {
  return listOf(
    threads.map((thread) => threadName(cx, thread)),
    lastWord,
  );
}

export function objectName(cx: ExplainContext, object: ObjectIndex | undefined): Segment {
  const known = object === undefined ? undefined : cx.index.trace.objects[object];
  if (known === undefined || object === undefined)
    return { text: WORDS.unnamedObject, style: "plain" };
  return { text: known.name, style: "object", ref: { kind: "object", object } };
}

/** “the mutex `counter`”; an object that is named after its type (`Mutex of line 7`) goes by that name alone. */
export function theObject(cx: ExplainContext, object: ObjectIndex | undefined): Sentence {
  const known = object === undefined ? undefined : cx.index.trace.objects[object];
  if (known === undefined || /\s/.test(known.name)) return [objectName(cx, object)];
  return fill(WORDS.theObject, { kind: KIND_WORDS[known.kind], name: objectName(cx, object) });
}

export function objectKind(
  cx: ExplainContext,
  object: ObjectIndex | undefined,
): ObjectKind | undefined {
  return object === undefined ? undefined : cx.index.trace.objects[object]?.kind;
}

/** Empty for line 0, which is no place. */
export function lineName(line: number, column = 1): Segment {
  if (line <= 0) return { text: "", style: "plain" };
  return { text: `${WORDS.line} ${line}`, style: "line", ref: { kind: "line", line, column } };
}

export function eventLine(event: TraceEvent): Segment {
  return lineName(event.line, event.column);
}

/** A link to the event of a row. */
export function rowLink(text: string, row: number): Segment {
  return { text, style: "plain", ref: { kind: "row", row } };
}

/** A question as a link to the card that answers it. */
export function question(about: keyof typeof QUESTION_WORDS): Sentence {
  const concept = QUESTION_CARDS[about];
  return [{ text: QUESTION_WORDS[about], style: "plain", ref: { kind: "card", concept } }];
}

export function code(text: string): Segment {
  return { text: shorten(text, 60), style: "code" };
}

/** A value of the program, as `{:?}` would print it. */
export function value(text: string): Segment {
  return { text: shorten(text, 80), style: "code" };
}

/** The expression that an event stands on, as written; undefined where the source is not at hand or is a mere brace. */
export function callText(cx: ExplainContext, event: TraceEvent): Segment | undefined {
  const text = sourceBetween(cx.source, event);
  if (text === undefined || !/[\w)\]]/.test(text)) return undefined;
  return code(text);
}

/** The line of an event without its indentation, for “reaches line 12: …”. */
export function lineText(cx: ExplainContext, line: number): Segment | undefined {
  const text = cx.source?.lines[line - cx.source.firstLine]?.trim();
  return text === undefined || text === "" ? undefined : code(text);
}

/** The variable of a guard, or “its guard, a temporary”. */
export function guardName(slice: Pick<Slice, "name">): Sentence {
  return slice.name === "" ? fill(WORDS.temporaryGuard) : [code(slice.name)];
}

/** Where and why a guard is dropped: “at the end of its block (line 15)”. Undefined when it never is in this run. */
export function dropPlace(cx: ExplainContext, slice: Slice): Sentence | undefined {
  if (slice.to === undefined) return undefined;
  const event = eventAt(cx.index.trace.events, slice.to);
  return fill(DROP_WORDS[slice.reason] ?? DROP_WORDS["other"] ?? "", { line: eventLine(event) });
}

/** The guard that keeps a lock from others after this row: a writer or sole owner first. */
export function holderAt(cx: ExplainContext, object: ObjectIndex, row: number): Slice | undefined {
  const holders = holdersAt(cx.index, object, row);
  return (
    holders.find(
      (slice) => slice.mode === "lock" || slice.mode === "write" || slice.mode === "mut",
    ) ?? holders[0]
  );
}

function sourceBetween(source: SourceLines | undefined, event: TraceEvent): string | undefined {
  if (source === undefined) return undefined;
  const first = source.lines[event.line - source.firstLine];
  if (first === undefined) return undefined;
  if (event.endLine <= event.line) return first.slice(event.column - 1, event.endColumn - 1);
  const rest = source.lines.slice(
    event.line + 1 - source.firstLine,
    event.endLine - source.firstLine,
  );
  const last = source.lines[event.endLine - source.firstLine]?.slice(0, event.endColumn - 1) ?? "";
  return [first.slice(event.column - 1), ...rest, last].map((line) => line.trim()).join("");
}
