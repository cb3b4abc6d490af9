// Where a node that came out of a macro stands for people.

import type { Span } from "../base/span.ts";
import { isStdSpan } from "../base/span.ts";
import type { Crate, MacroFrame } from "./crate.ts";

/** The span of a node as people see it: what a macro of std wrote stands at the call. */
export function spanIn(crate: Crate, frame: MacroFrame | undefined, node: Span): Span {
  const { start, end } = node;
  if (frame === undefined) return { start, end };
  const { outer } = frame;
  const startsInside = start >= outer.start && start <= outer.end;
  const endsInside = end >= outer.start && end <= outer.end;
  if (start > end || startsInside !== endsInside) return outer;
  if (!startsInside && crate.std !== undefined && isStdSpan({ start, end })) return outer;
  return { start, end };
}

/** True for a node that the caller of the macro wrote, as an argument. */
export function isArgument(frame: MacroFrame, span: Span): boolean {
  const { outer } = frame;
  const isCall = span.start === outer.start && span.end === outer.end;
  return !isCall && span.start >= outer.start && span.end <= outer.end;
}

/** Where an expansion stands: at the macro call around it, unless that call's writer wrote this one too, as an argument. */
export function outerCall(frame: MacroFrame | undefined, { start, end }: Span): Span {
  const call = { start, end };
  return frame === undefined || isArgument(frame, call) ? call : frame.outer;
}
