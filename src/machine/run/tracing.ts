// What only a trace needs: when a thread reaches another line of the user's code, and where that code stores something.
//
// Not modelled: stores that std's code does for the user (`vec.push`); what they change shows in the state.

import type { Span } from "../../base/span.ts";
import type { Body } from "../../mir/mir.ts";
import type { Code, Exec, PlaceEval } from "../code.ts";
import { linkContextOf } from "../link/body.ts";
import { compilePlace, placeEval } from "../link/places.ts";

export function traceLine(x: Exec, pc: number): void {
  const { code } = x.frame;
  if (!code.isUser) return;
  x.sink?.settled?.(x.state);
  const span = code.spans[pc];
  if (span === undefined || span.end === 0) return;
  const line = x.machine.lineOf(span);
  if (isEndOfBlock(x, code.body, pc, span, line) || isCapture(code.body, span)) return;
  const last = x.machine.lastLine;
  const key = x.thread.frames.length;
  if (last.thread === x.thread.id && last.line === line && last.depth === key) return;
  last.thread = x.thread.id;
  last.line = line;
  last.depth = key;
  x.sink?.({ kind: "line", span }, x.thread.id, x.state);
}

/** After an assignment of user code to a variable, or through a pointer. */
export function traceWrite(x: Exec, pc: number): void {
  const { code } = x.frame;
  if (!code.isUser) return;
  const place = writtenPlace(x, code, pc);
  const span = code.spans[pc];
  if (place === undefined || span === undefined) return;
  place(x);
  x.sink?.({ kind: "write", alloc: x.memory.id, offset: x.offset, span }, x.thread.id, x.state);
}

function writtenPlace(x: Exec, code: Code, pc: number): PlaceEval | undefined {
  const { writes } = x.machine;
  const known = writes.get(code) ?? new Map<number, PlaceEval | undefined>();
  writes.set(code, known);
  if (!known.has(pc)) known.set(pc, compileWritten(x, code, pc));
  return known.get(pc);
}

function compileWritten(x: Exec, code: Code, pc: number): PlaceEval | undefined {
  const origin = code.origins[pc];
  const statement = origin && code.body.blocks[origin.block]?.statements[origin.statement];
  if (statement?.kind !== "assign") return undefined;
  const { place } = statement;
  const named = code.body.locals[place.local]?.name !== undefined;
  if (!named && !place.projections.some((projection) => projection.kind === "deref"))
    return undefined;
  const compiled = compilePlace(linkContextOf(x.machine, code), place);
  return compiled.size === 0 ? undefined : placeEval(compiled);
}

/** What a closure captures is taken where the closure is made, but stands where it is used: inside. */
function isCapture(body: Body, span: Span): boolean {
  return body.blocks.some(({ statements }) =>
    statements.some(
      (statement) =>
        statement.kind === "assign" &&
        statement.value.kind === "aggregate" &&
        statement.value.aggregate.kind === "closure" &&
        statement.span.start < span.start &&
        span.end <= statement.span.end,
    ),
  );
}

/** The `()` that a block of several lines gives is not a line of its own. */
function isEndOfBlock(x: Exec, body: Body, pc: number, span: Span, line: number): boolean {
  const origin = x.frame.code.origins[pc];
  const statement = origin && body.blocks[origin.block]?.statements[origin.statement];
  if (
    statement?.kind !== "assign" ||
    statement.value.kind !== "aggregate" ||
    statement.value.operands.length > 0
  )
    return false;
  return x.machine.lineOf({ start: span.end, end: span.end }) !== line;
}
