// Where in the user's code something happens: the call or drop at which the innermost user frame stands.

import { isStdSpan, type Span } from "../../base/span.ts";
import type { Frame, State } from "../../machine/state.ts";
import type { Terminator } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";

export function userFrame(state: State, thread: number): Frame | undefined {
  return state.threads[thread]?.frames.findLast((frame) => frame.code.isUser);
}

/** The terminator at which a frame stands; undefined in the middle of a block. */
export function standingAt(frame: Frame | undefined): Terminator | undefined {
  const origin = frame?.code.origins[frame.pc];
  const block = origin === undefined ? undefined : frame?.code.body.blocks[origin.block];
  return block !== undefined && origin?.statement === block.statements.length
    ? block.terminator
    : undefined;
}

/** The whole call with its receiver where `span` is only its name; the place of the frame where `span` is in std or nowhere. */
export function wholeSpan(state: State, thread: number, span: Span): Span {
  const frame = userFrame(state, thread);
  const terminator = standingAt(frame);
  if (terminator?.kind === "call" && !isStdSpan(terminator.span)) return terminator.span;
  if (!isStdSpan(span) && span.end > 0) return span;
  return frame?.code.spans[frame.pc] ?? span;
}

/** Names of what the closures among a call's arguments take with them. */
export function movedNames(
  state: State,
  thread: number,
  capturesOf: (ty: Ty) => readonly string[],
): string {
  const frame = userFrame(state, thread);
  const terminator = standingAt(frame);
  if (frame === undefined || terminator?.kind !== "call") return "";
  const names = terminator.args.flatMap((arg) => {
    if (arg.kind === "constant") return [];
    const ty = frame.code.body.locals[arg.place.local]?.ty;
    return ty?.kind === "closure" ? capturesOf(ty) : [];
  });
  return [...new Set(names)].join(", ");
}
