// One outcome in words: its title, its share, what it takes.

import type { Outcome } from "../trace/verdict.ts";
import { FINDING_WORDS, NEED_WORDS, OUTCOME_WORDS } from "./outcomeWords.ts";
import { fill, formatCount, plainText, shorten } from "./segments.ts";

/** Good endings, failures, and what lies between (an exit code other than 0). */
export type OutcomeTone = "good" | "bad" | "neutral";

export function outcomeTone(outcome: Pick<Outcome, "status" | "findings">): OutcomeTone {
  if (outcome.status === "deadlock" || outcome.status === "panic") return "bad";
  if (undefinedBehaviour(outcome) !== undefined) return "bad";
  if (outcome.status === "exit") return "neutral";
  return outcome.findings.length > 0 ? "neutral" : "good";
}

/** “ends normally”, “panic”, “deadlock”, “exit code 3”. */
export function outcomeStatus(
  outcome: Pick<Outcome, "status" | "exitCode"> & Partial<Pick<Outcome, "findings">>,
): string {
  const broken = undefinedBehaviour(outcome);
  if (broken !== undefined) return broken;
  if (outcome.status !== "exit") return OUTCOME_WORDS[outcome.status];
  if (outcome.exitCode === undefined) return OUTCOME_WORDS.killed;
  return plainText(fill(OUTCOME_WORDS.exit, { code: outcome.exitCode }));
}

/** “use after free”. */
export function undefinedBehaviour(
  outcome: Partial<Pick<Outcome, "findings">>,
): string | undefined {
  return outcome.findings?.find((finding) => finding.kind === "undefined_behaviour")?.message;
}

/** What tells it from the others at a glance: the output where there is one, else how it ends. */
export function outcomeTitle(
  outcome: Pick<Outcome, "status" | "exitCode" | "stdout"> &
    Partial<Pick<Outcome, "findings" | "panic">>,
): string {
  const lines = printedLines(outcome.stdout);
  if (outcome.panic !== undefined)
    return `${outcomeStatus(outcome)}: ${shorten(firstLine(outcome.panic), 80)}`;
  if (outcome.status !== "ok") return outcomeStatus(outcome);
  return lines.length === 0 ? OUTCOME_WORDS.silent : shorten(lines.join(" ⏎ "), 80);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

export function printedLines(stdout: string): readonly string[] {
  if (stdout === "") return [];
  return (stdout.endsWith("\n") ? stdout.slice(0, -1) : stdout).split("\n");
}

/** “2 switches”. */
export function switchesText(switches: number): string {
  const W = OUTCOME_WORDS;
  if (switches === 0) return W.switchesNone;
  return switches === 1
    ? W.switchesOne
    : plainText(fill(W.switchesMany, { count: formatCount(switches) }));
}

export function findingWord(kind: string): string {
  return FINDING_WORDS[kind] ?? kind.replaceAll("_", " ");
}

export function needWord(need: string): string {
  return NEED_WORDS[need] ?? need;
}
