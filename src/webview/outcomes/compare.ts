// The outcomes of two programs side by side: what each can do, how likely, and what only one of them can. Pure.

import type { Outcome, Verdict } from "../../trace/verdict.ts";

export interface ComparedRow {
  readonly outcome: Outcome;
  /** Undefined: this program does not end so. The probability within is undefined where it is not known. */
  readonly before: { readonly probability: number | undefined } | undefined;
  readonly now: { readonly probability: number | undefined } | undefined;
}

/** What both can do first, then what is new, then what is gone. */
export function compareVerdicts(before: Verdict, now: Verdict): readonly ComparedRow[] {
  const find = (verdict: Verdict, like: Outcome) =>
    verdict.outcomes.find((outcome) => keyOf(outcome) === keyOf(like));
  const share = (verdict: Verdict, outcome: Outcome | undefined) =>
    outcome && { probability: shareOf(verdict, outcome) };
  const kept = now.outcomes.map((outcome) => ({
    outcome,
    before: share(before, find(before, outcome)),
    now: share(now, outcome),
  }));
  const gone = before.outcomes
    .filter((outcome) => find(now, outcome) === undefined)
    .map((outcome) => ({ outcome, before: share(before, outcome), now: undefined }));
  const rank = (row: ComparedRow) => (row.before === undefined ? 1 : row.now === undefined ? 2 : 0);
  return [...kept, ...gone].sort((a, b) => rank(a) - rank(b));
}

/** Percentages are of scheduling alone: what takes other choices too has none. */
export function shareOf(verdict: Verdict, outcome: Outcome): number | undefined {
  if (verdict.complete && verdict.outcomes.length === 1) return 1;
  return outcome.needs.length > 0 && outcome.probability === 0 ? undefined : outcome.probability;
}

function keyOf(outcome: Outcome): string {
  return `${outcome.status} ${outcome.exitCode ?? ""} ${outcome.stdout}`;
}
