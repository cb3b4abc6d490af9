// Where the parser had to guess: what an analysis of moves and borrows finds across such a place may come of the guess.
//
// rustc does not look for borrow errors in a text that it cannot parse. Lockstep does, since most of a text that is being
// typed is as it was; it only leaves out what touches the gap.

import type { Span } from "../base/span.ts";
import type { SourceFile } from "../syntax/ast.ts";

/** Whether a span reaches over the gap between two tokens in which something is missing or too much. */
export function guessesIn(syntax: SourceFile, text: string): (span: Span) => boolean {
  const gaps = [...syntax.errors, ...(syntax.guessed ?? [])].map(({ start }) => ({
    before: text.slice(0, start).trimEnd().length,
    start,
  }));
  return ({ start, end }) => gaps.some((gap) => start <= gap.start && end > gap.before);
}
