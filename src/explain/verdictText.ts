// A verdict as plain text, for terminals: the sentences, then one line for each outcome.

import type { Outcome, Verdict } from "../trace/verdict.ts";
import { outcomeStatus } from "./outcome.ts";
import { formatPercent, joinSentences, plainText } from "./segments.ts";
import { verdictSentence } from "./verdictSentence.ts";

export function verdictText(verdict: Verdict): string {
  const sentences = plainText(joinSentences(verdictSentence(verdict)));
  const outcomes = verdict.outcomes.map(outcomeText);
  return [sentences, ...outcomes, ""].join("\n");
}

function outcomeText(outcome: Outcome): string {
  const share = outcome.probability === undefined ? "" : `${formatPercent(outcome.probability)}  `;
  const lines = [`  ${share}${outcomeStatus(outcome)}: ${JSON.stringify(outcome.stdout)}`];
  for (const finding of outcome.findings) lines.push(`    ${finding.message}`);
  lines.push(`    play: lockstep run FILE --schedule '${outcome.schedule}'`);
  return lines.join("\n");
}
