// What a value cannot be moved out of, in rustc's words. Follows `report_cannot_move_from_borrowed_content`.

import { findClosure } from "../mir/thir/findClosure.ts";
import type { IllegalMove } from "../mir/drops/movePaths.ts";
import type { Place } from "../mir/mir.ts";
import { placeTy } from "../mir/placeTys.ts";
import { showTy } from "../ty/show.ts";
import type { Ty } from "../ty/ty.ts";
import { contentSource, forNamedPlace, forUnnamedPlace } from "./contentSource.ts";
import { capturedBy, describeAny, describePlace } from "./describe.ts";
import type { FlowCx } from "./flowCx.ts";
import type { FlowNote } from "./flowError.ts";

export function illegalSource(
  cx: FlowCx,
  move: IllegalMove,
  related: FlowNote[],
): { code: string; what: string } {
  const { reason } = move;
  switch (reason.kind) {
    case "destructor":
      return {
        code: "E0509",
        what: `type \`${showTy(cx.mir.ty, reason.ty)}\`, which implements the \`Drop\` trait`,
      };
    case "element":
      return { code: "E0508", what: elementOf(cx, reason.ty) };
    case "borrowed": {
      const element = elementTy(reason.ty);
      if (element) return { code: "E0508", what: elementOf(cx, element) };
      return { code: "E0507", what: borrowedContent(cx, move, related) };
    }
  }
}

/** Behind the pointer stands an array or slice, and an element was to be moved. */
function elementTy(pointer: Ty): Ty | undefined {
  const inner = pointer.kind === "ref" || pointer.kind === "ptr" ? pointer.ty : undefined;
  return inner?.kind === "array" || inner?.kind === "slice" ? inner : undefined;
}

function elementOf(cx: FlowCx, ty: Ty): string {
  const kind = ty.kind === "array" ? "array" : "slice";
  return `type \`${showTy(cx.mir.ty, ty)}\`, a non-copy ${kind}`;
}

function borrowedContent(cx: FlowCx, move: IllegalMove, related: FlowNote[]): string {
  const { origin, place } = move;
  if (origin.projections.length === 0) {
    const guard = cx.body.locals[origin.local]?.guardFor;
    if (guard !== undefined) return `\`${guard}\` in pattern guard`;
    if (cx.statics.has(origin.local)) return staticContent(cx, place);
  }
  const captured = capturedContent(cx, origin, place, related);
  if (captured !== undefined) return captured;
  const source = contentSource(cx, origin);
  const name = describePlace(cx, place, { includingTupleField: false });
  const named = forNamedPlace(source);
  if (name === undefined || named === undefined) return forUnnamedPlace(cx, source);
  const variant = variantName(cx, place);
  if (variant !== undefined)
    return `\`${name}\` as enum variant \`${variant}\` which is behind a ${named}`;
  return `\`${name}\` which is behind a ${named}`;
}

function staticContent(cx: FlowCx, place: Place): string {
  if (place.projections.length === 1) return `static item ${describeAny(cx, place)}`;
  const base: Place = { local: place.local, projections: [{ kind: "deref" }] };
  return `${describeAny(cx, place)} as ${describeAny(cx, base)} is a static item`;
}

function variantName(cx: FlowCx, place: Place): string | undefined {
  for (const [index, step] of place.projections.entries()) {
    if (step.kind !== "downcast") continue;
    const base = placeTy(cx.mir, cx.body, {
      local: place.local,
      projections: place.projections.slice(0, index),
    });
    if (base.kind === "adt") return cx.mir.ty.adt(base.def).variants[step.variant]?.name;
  }
  return undefined;
}

/** A variable that the closure captured, and that it would lose at its first call. */
function capturedContent(
  cx: FlowCx,
  origin: Place,
  place: Place,
  related: FlowNote[],
): string | undefined {
  const { closure } = cx.owner;
  if (closure === undefined || origin.local !== 1 || origin.projections.length > 0)
    return undefined;
  for (let length = 1; length <= place.projections.length; length++) {
    const capture = capturedBy(cx, place, length);
    if (!capture) continue;
    const kind = cx.results.closures[closure]?.kind ?? "Fn";
    const what = `captured variable in an \`${kind}\` closure`;
    const declared = cx.results.body.locals[capture.place.local]?.span;
    const head = findClosure(cx.results.body, closure)?.headSpan;
    if (declared) related.push({ span: declared, message: "captured outer variable" });
    if (head) related.push({ span: head, message: `captured by this \`${kind}\` closure` });
    const whole = capturedBy(cx, place, place.projections.length) !== undefined;
    return whole
      ? `${describeAny(cx, place)}, a ${what}`
      : `${describeAny(cx, place)}, as \`${capture.name}\` is a ${what}`;
  }
  return undefined;
}
