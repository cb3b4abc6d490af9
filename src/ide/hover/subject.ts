// Which types a hover has something to say about, by what std declares of them.

import { lineColumnAt } from "../../base/lineIndex.ts";
import type { Analysis } from "../../driver/contract.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";

export type AdtTy = Ty & { readonly kind: "adt" };

/** The types inside `ty` (itself included) whose declaration has a marker, outermost first. */
export function marked(
  analysis: Analysis,
  ty: Ty,
  marker: string,
): readonly { readonly ty: AdtTy; readonly value: string }[] {
  const found: { ty: AdtTy; value: string }[] = [];
  walkTy(ty, (inner) => {
    if (inner.kind !== "adt") return;
    const value = analysis.program.marker(inner.def, marker);
    if (value !== undefined) found.push({ ty: inner, value });
  });
  return found;
}

/** The marker's value on the type itself or behind references. */
export function markerOf(analysis: Analysis, ty: Ty, marker: string): string | undefined {
  const bare = peel(ty);
  return bare.kind === "adt" ? analysis.program.marker(bare.def, marker) : undefined;
}

export function peel(ty: Ty): Ty {
  let bare = ty;
  while (bare.kind === "ref") bare = bare.ty;
  return bare;
}

/** The first type argument: what a box, lock or guard is of. */
export function insideTy(ty: AdtTy): Ty | undefined {
  return ty.args.find((arg): arg is Ty => arg.kind !== "region" && arg.kind !== "constant");
}

/** A lock, a cell, a counted box, a channel end: something of std's that is shared. */
export function isObject(analysis: Analysis, ty: Ty): boolean {
  return ty.kind === "adt" && analysis.program.marker(ty.def, "object") !== undefined;
}

const MARKERS = ["object", "guard", "weak_pointer", "shares"];

/** How deep structs of the user's are looked into. */
const DEPTH = 3;

/** True when the type has to do with sharing, locking or crossing into threads; fields of the user's structs count. */
export function isConcurrent(analysis: Analysis, ty: Ty): boolean {
  return search(analysis, ty, DEPTH, new Set());
}

function search(analysis: Analysis, ty: Ty, depth: number, seen: Set<Ty>): boolean {
  let found = false;
  walkTy(ty, (inner) => {
    if (found || inner.kind !== "adt" || seen.has(inner)) return;
    seen.add(inner);
    found = MARKERS.some((marker) => analysis.program.marker(inner.def, marker) !== undefined);
    if (found || depth === 0 || inner.def < (analysis.program.std?.defCount ?? 0)) return;
    const fields = analysis.cx.adt(inner.def).variants.flatMap((variant) => variant.fields);
    found = fields.some((field) =>
      search(analysis, analysis.cx.fieldTy(field.def, inner.args), depth - 1, seen),
    );
  });
  return found;
}

/** 1-based line of a position in the user's text. */
export function lineOf(analysis: Analysis, position: number): number {
  return lineColumnAt(analysis.lines, position).line;
}

/** Line on which a span ends; an end at a line's start belongs to the line before. */
export function endLineOf(analysis: Analysis, span: { start: number; end: number }): number {
  return lineColumnAt(analysis.lines, Math.max(span.start, span.end - 1)).line;
}
