// Hygiene: which macro expansion an identifier comes from.
//
// As in rustc, a syntax context is a chain of marks, one per expansion, and 0 is text written by a person. Locals and
// labels are equal only when name and context are equal; everything else resolves at the call site ("mixed site"),
// except `$crate`, which names the crate of the macro. Contexts of the user's crate are numbered far above std's, so
// that both can grow while bodies are lowered.

import type { Span } from "../base/span.ts";

export interface Expansion {
  /** The definition (`MacroDef`), compared by identity. */
  readonly macro: object;
  /** The macro call as it stands in its file. */
  readonly callSpan: Span;
  /** Context of the call's own tokens. */
  readonly callContext: number;
  readonly depth: number;
  /** Crate root that `$crate` names. */
  readonly crateIsStd: boolean;
}

interface Mark {
  readonly parent: number;
  readonly expansion: Expansion;
}

export interface Hygiene {
  readonly base: number;
  readonly below: Hygiene | undefined;
  readonly marks: Mark[];
}

const CONTEXTS_PER_CRATE = 1 << 24;

export function createHygiene(below: Hygiene | undefined): Hygiene {
  return { base: below === undefined ? 1 : CONTEXTS_PER_CRATE, below, marks: [] };
}

/** A function that puts the mark of one expansion on contexts; equal contexts get equal results. */
export function marker(hygiene: Hygiene, expansion: Expansion): (context: number) => number {
  const made = new Map<number, number>();
  return (context) => {
    const known = made.get(context);
    if (known !== undefined) return known;
    hygiene.marks.push({ parent: context, expansion });
    const fresh = hygiene.base + hygiene.marks.length - 1;
    made.set(context, fresh);
    return fresh;
  };
}

function markOf(hygiene: Hygiene, context: number): Mark | undefined {
  if (context === 0) return undefined;
  if (context >= hygiene.base) return hygiene.marks[context - hygiene.base];
  return hygiene.below === undefined ? undefined : markOf(hygiene.below, context);
}

/** The macro whose expansion put the last mark on, and the context below that mark. */
export function outerMark(
  hygiene: Hygiene,
  context: number,
): { readonly expansion: Expansion; readonly parent: number } | undefined {
  return markOf(hygiene, context);
}

/** The crate that `$crate` with this context names: that of the first macro that wrote it. */
export function dollarCrateIsStd(hygiene: Hygiene, context: number): boolean {
  let mark = markOf(hygiene, context);
  let answer = hygiene.below === undefined;
  while (mark !== undefined) {
    answer = mark.expansion.crateIsStd;
    mark = markOf(hygiene, mark.parent);
  }
  return answer;
}
