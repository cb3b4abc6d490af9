// Places in words, as rustc's `describe_place`: `x`, `*x`, `x.field`, `v[_]`; captured variables by their own names.

import type { Place, Projection } from "../mir/mir.ts";
import { projectTy } from "../mir/placeTys.ts";
import type { PlaceTy } from "../mir/placeTys.ts";
import type { Capture } from "../ty/typeck.ts";
import type { FlowCx } from "./flowCx.ts";

export interface DescribeOptions {
  readonly includingDowncast?: boolean;
  readonly includingTupleField?: boolean;
}

/** Undefined: it has no name in the source. */
export function describePlace(
  cx: FlowCx,
  place: Place,
  options: DescribeOptions = {},
): string | undefined {
  const { projections } = place;
  let text = cx.body.locals[place.local]?.name;
  let named = text !== undefined;
  text ??= "";
  const lastNamed = projections.findLastIndex(
    (step) => step.kind !== "deref" && step.kind !== "downcast",
  );
  let at: PlaceTy = {
    ty: cx.body.locals[place.local]?.ty ?? cx.mir.ty.tcx.unknown,
    variant: undefined,
  };
  for (const [index, step] of projections.entries()) {
    const capture =
      step.kind === "deref" || step.kind === "field" ? capturedBy(cx, place, index + 1) : undefined;
    const base = at;
    at = projectTy(cx.mir, at, step);
    const fixed = index === 0 ? throughHiddenReference(cx, place, step) : undefined;
    if (capture) {
      text = (step.kind === "deref" && capture.mode === "value" ? "*" : "") + capture.name;
      named = true;
    } else if (fixed !== undefined) {
      text = fixed;
      named = true;
    } else if (step.kind === "downcast" && options.includingDowncast) return undefined;
    else text = withStep(cx, text, step, base, index > lastNamed, options);
  }
  return named ? text : undefined;
}

/** The reference that a guard or a static hides. */
function throughHiddenReference(cx: FlowCx, place: Place, step: Projection): string | undefined {
  if (step.kind !== "deref") return undefined;
  const def = cx.statics.get(place.local);
  if (def !== undefined) return cx.mir.ty.def(def).name;
  return cx.body.locals[place.local]?.guardFor;
}

function withStep(
  cx: FlowCx,
  text: string,
  step: Projection,
  base: PlaceTy,
  outermost: boolean,
  options: DescribeOptions,
): string {
  switch (step.kind) {
    case "deref":
      return outermost ? `*${text}` : text;
    case "field": {
      const name = fieldName(cx, base, step.index, options.includingTupleField ?? true);
      return name === undefined ? text : `${text}.${name}`;
    }
    case "index":
      return `${text}[${cx.body.locals[step.local]?.name ?? "_"}]`;
    case "constantIndex":
    case "subslice":
      return `${text}[..]`;
    case "downcast":
      return text;
  }
}

function fieldName(
  cx: FlowCx,
  base: PlaceTy,
  index: number,
  tupleField: boolean,
): string | undefined {
  const { ty } = base;
  if (ty.kind === "adt") {
    const variant = cx.mir.ty.adt(ty.def).variants[base.variant ?? 0];
    return variant?.shape === "tuple" && !tupleField ? undefined : variant?.fields[index]?.name;
  }
  return ty.kind === "tuple" ? `${index}` : undefined;
}

export function describeAny(cx: FlowCx, place: Place): string {
  const text = describePlace(cx, place);
  return text === undefined ? "value" : `\`${text}\``;
}

/** The capture that the first `length` projections of a place lead to, in a closure's body. */
export function capturedBy(cx: FlowCx, place: Place, length: number): Capture | undefined {
  if (place.local !== 1 || cx.owner.closure === undefined || cx.body.constant) return undefined;
  const environment = cx.body.locals[1]?.ty;
  let at = 0;
  if (environment?.kind === "ref") {
    if (place.projections[0]?.kind !== "deref") return undefined;
    at = 1;
  }
  const field = place.projections[at];
  if (field?.kind !== "field") return undefined;
  const capture = cx.results.closures[cx.owner.closure]?.captures[field.index];
  if (!capture) return undefined;
  const byRef = capture.mode !== "value";
  const end =
    at + 1 + (byRef && place.projections[at + 1]?.kind === "deref" && length > at + 1 ? 1 : 0);
  return length === end ? capture : undefined;
}

export function isPrefix(a: Place, b: Place): boolean {
  if (a.local !== b.local || a.projections.length > b.projections.length) return false;
  return a.projections.every((step, i) => sameStep(step, b.projections[i] as Projection));
}

export function samePlace(a: Place, b: Place): boolean {
  return a.projections.length === b.projections.length && isPrefix(a, b);
}

function sameStep(a: Projection, b: Projection): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case "deref":
      return true;
    case "field":
      return b.kind === "field" && a.index === b.index;
    case "index":
      return b.kind === "index" && a.local === b.local;
    case "constantIndex":
      return b.kind === "constantIndex" && a.offset === b.offset && a.fromEnd === b.fromEnd;
    case "subslice":
      return b.kind === "subslice" && a.from === b.from && a.to === b.to && a.fromEnd === b.fromEnd;
    case "downcast":
      return b.kind === "downcast" && a.variant === b.variant;
  }
}
