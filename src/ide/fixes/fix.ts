// Quick fixes as plain data: a title, and the edits that make it so.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";

export interface TextEdit {
  /** What is replaced; empty for an insertion. */
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** The message that it answers. */
  readonly diagnostic: Diagnostic;
  /** In order of position; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** The only one for its message: safe to apply without a choice. */
  readonly preferred: boolean;
}

/** A fix that has not been tried yet. Of several with one title, the first that works is offered. */
export interface Proposal {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export type Proposer = (analysis: Analysis, diagnostic: Diagnostic) => readonly Proposal[];

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = "";
  let at = 0;
  for (const { span, text: inserted } of inOrder(edits)) {
    out += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return out + text.slice(at);
}

export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export function insertAt(position: number, text: string): TextEdit {
  return { span: { start: position, end: position }, text };
}

/** The first name in code of a message: the variable that it is about. */
export function nameIn(message: string): string | undefined {
  return /`\*?(\w+)`/.exec(message)?.[1];
}
