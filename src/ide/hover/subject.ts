// Which types a hover has something to say about, by what std declares of them.

import { lineColumnAt } from "../../base/lineIndex.ts";
import type { Analysis } from "../../driver/contract.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";

/** The types inside `ty` (itself included) whose declaration has a marker, outermost first. */
export function marked(analysis: Analysis, ty: Ty, marker: string): readonly { readonly ty: Ty & { kind: "adt" }; readonly value: string }[] {
  const found: { ty: Ty & { kind: "adt" }; value: string }[] = [];
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

/** True when the type has to do with sharing, locking or crossing into threads. */
export function isConcurrent(analysis: Analysis, ty: Ty): boolean {
  return marked(analysis, ty, "object").length > 0 || marked(analysis, ty, "guard").length > 0;
}

/** 1-based line of a position in the user's text. */
export function lineOf(analysis: Analysis, position: number): number {
  return lineColumnAt(analysis.lines, position).line;
}

/** Line on which a span ends; an end at a line's start belongs to the line before. */
export function endLineOf(analysis: Analysis, span: { start: number; end: number }): number {
  return lineColumnAt(analysis.lines, Math.max(span.start, span.end - 1)).line;
}
