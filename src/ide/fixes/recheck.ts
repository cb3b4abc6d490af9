// A fix is offered only when it works: the text with the edits is analysed, the message is gone, and no other has come.
//
// Messages are counted by code: a fix may change the types and names that they tell. Warnings of our own are looked at only
// where the fix answers one; a text with errors has none to compare with.

import type { Steps } from "../../base/steps.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { applyEdits, type Proposal } from "./fix.ts";

/** Analyses another text as the same file. */
export type Analyze = (text: string) => Analysis;

/** rustfmt would break a longer line. */
const MAX_WIDTH = 100;

export function* works(
  analysis: Analysis,
  diagnostic: Diagnostic,
  proposal: Proposal,
  analyze: Analyze,
): Steps<boolean> {
  const text = applyEdits(analysis.text, proposal.edits);
  if (text === analysis.text || grewTooWide(analysis.text, text)) return false;
  const own = diagnostic.code?.startsWith("lockstep::") === true;
  yield;
  const changed = analyze(text);
  yield;
  const before = countByCode(own ? yield* analysis.diagnosing() : analysis.compilerDiagnostics());
  const after = countByCode(own ? yield* changed.diagnosing() : changed.compilerDiagnostics());
  const code = diagnostic.code ?? "";
  if ((after.get(code) ?? 0) >= (before.get(code) ?? 0)) return false;
  return [...after].every(([other, count]) => count <= (before.get(other) ?? 0));
}

function countByCode(messages: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of messages) counts.set(code ?? "", (counts.get(code ?? "") ?? 0) + 1);
  return counts;
}

function grewTooWide(before: string, after: string): boolean {
  const wide = (text: string) =>
    text.split("\n").filter((line) => line.trimEnd().length > MAX_WIDTH).length;
  return wide(after) > wide(before);
}
