// The verdict in words: what every schedule does, or how far the search came. Never more certain than the search was.

import type { Outcome, Verdict } from "../trace/verdict.ts";
import { ASSUMPTION_WORDS, BOUND_WORDS, CHIP_WORDS, VERDICT_WORDS as W } from "./verdictWords.ts";
import {
  findingWord,
  outcomeStatus,
  outcomeTitle,
  outcomeTone,
  printedLines,
  switchesText,
  undefinedBehaviour,
} from "./outcome.ts";
import {
  fill,
  formatCount,
  formatPercent,
  formatTime,
  joinSentences,
  listOf,
  plainText,
  shorten,
} from "./segments.ts";
import type { Segment, Sentence, Value } from "./segments.ts";
import { WORDS } from "./words.ts";

/** The claim first, then what limits it, then the size of the search. */
export function verdictSentence(verdict: Verdict): readonly Sentence[] {
  if (verdict.status === "error") return [fill(W.error)];
  const sentences = [...claims(verdict), ...limits(verdict)];
  if (verdict.status === "unsupported") sentences.unshift(fill(W.unsupported));
  return [...sentences, sizeSentence(verdict)];
}

/** All that the panel says about a verdict; the panel itself carries no words for it. */
export interface ToldVerdict {
  readonly chip: VerdictChip;
  readonly sentences: readonly Sentence[];
  readonly assumptions: readonly Sentence[];
}

export function tellVerdict(verdict: Verdict): ToldVerdict {
  return {
    chip: verdictChip(verdict),
    sentences: verdictSentence(verdict),
    assumptions: verdict.assumptions.map(assumptionSentence),
  };
}

export interface VerdictChip {
  readonly tone: "good" | "bad" | "neutral";
  readonly text: string;
}

/** The header's short form. */
export function verdictChip(verdict: Verdict): VerdictChip {
  const worst = worstOutcome(verdict);
  const [only] = verdict.outcomes;
  if (verdict.status !== "explored" || worst === undefined || only === undefined)
    return { tone: "neutral", text: CHIP_WORDS.none };
  if (outcomeTone(worst) === "bad" && verdict.outcomes.length > 1) return badChip(worst);
  const tone = outcomeTone(worst);
  // That a program can end in different ways is a fact, not a success.
  if (verdict.outcomes.length > 1) {
    return {
      tone: tone === "bad" ? "bad" : "neutral",
      text: plainText(fill(CHIP_WORDS.outcomes, { count: formatCount(verdict.outcomes.length) })),
    };
  }
  if (!verdict.complete)
    return tone === "bad" ? badChip(worst) : { tone: "neutral", text: CHIP_WORDS.partial };
  return { tone, text: plainText(fill(CHIP_WORDS.one, { what: chipWhat(only) })) };
}

/** “line 4: `available_parallelism` is 8”. */
export function assumptionSentence(assumption: {
  readonly id: string;
  readonly line: number;
}): Sentence {
  const words = fill(ASSUMPTION_WORDS[assumption.id] ?? assumption.id);
  if (assumption.line <= 0) return words;
  const line: Segment = {
    text: `${WORDS.line} ${assumption.line}`,
    style: "line",
    ref: { kind: "line", line: assumption.line, column: 1 },
  };
  return [...words, { text: " (", style: "plain" }, line, { text: ")", style: "plain" }];
}

/** Failures before other endings; among equals the likeliest. */
function worstOutcome(verdict: Verdict): Outcome | undefined {
  return [...verdict.outcomes].sort(
    (a, b) => severity(b) - severity(a) || (b.probability ?? 0) - (a.probability ?? 0),
  )[0];
}

function claims(verdict: Verdict): Sentence[] {
  const [only, second] = verdict.outcomes;
  if (only === undefined) return [fill(W.none)];
  const found = findingsSentence(verdict);
  if (second === undefined && verdict.complete) return [onlySentence(only), ...found];
  const failures = verdict.outcomes.filter((outcome) => outcomeTone(outcome) === "bad");
  const list = outcomeList(verdict);
  if (failures.length === 0)
    return [
      ...list,
      ...(verdict.complete || verdict.completeExceptOutput ? [fill(W.allEndingsGood)] : []),
      ...found,
    ];
  return [
    ...failures.slice(0, 2).map((outcome) => failureSentence(outcome, verdict.schedules)),
    ...list,
    ...found,
  ];
}

function onlySentence(outcome: Outcome): Sentence {
  const lines = printedLines(outcome.stdout);
  const broken = undefinedBehaviour(outcome);
  if (broken !== undefined) return fill(W.oneBreaks, { message: broken });
  switch (outcome.status) {
    case "deadlock":
      return fill(W.oneDeadlock);
    case "panic":
      return panicSentence(W.onePanic, W.onePanicSays, outcome, {});
    case "exit":
      return fill(W.oneExit, { code: outcome.exitCode ?? "?" });
    case "ok":
      if (lines.length === 0) return fill(W.oneSilent);
      if (lines.length > 3) return fill(W.oneManyLines, { count: lines.length });
      return fill(W.oneOutput, {
        output: listOf(
          lines.map((line): Segment => ({ text: shorten(line, 60), style: "code" })),
          WORDS.and,
        ),
      });
  }
}

function failureSentence(outcome: Outcome, all: string | undefined): Sentence {
  const values = {
    share: shareSentence(outcome, all),
    switches: switchesText(outcome.switches),
  };
  const broken = undefinedBehaviour(outcome);
  if (broken !== undefined) return fill(W.canBreak, { ...values, message: broken });
  return outcome.status === "deadlock"
    ? fill(W.canDeadlock, values)
    : panicSentence(W.canPanic, W.canPanicSays, outcome, values);
}

function outcomeList(verdict: Verdict): Sentence[] {
  const [only] = verdict.outcomes;
  if (verdict.outcomes.length < 2) {
    return only === undefined || outcomeTone(only) === "bad"
      ? []
      : [fill(W.oneSoFar, { title: titleSegment(only, 80) })];
  }
  const count = formatCount(verdict.outcomes.length);
  if (verdict.outcomes.length > 4) return [fill(W.outcomesNoList, { count })];
  const items = verdict.outcomes.map((outcome): Sentence => {
    const title = titleSegment(outcome, 40);
    return outcome.probability === undefined
      ? [title]
      : [title, { text: ` (${formatPercent(outcome.probability)})`, style: "plain" }];
  });
  const list = fill(W.outcomesMany, { count, list: listOf(items, WORDS.and) });
  return [
    list,
    ...(verdict.outcomes.some((outcome) => outcome.probability !== undefined)
      ? [fill(W.percentNote)]
      : []),
  ];
}

/** What was printed is the program's own text. */
function titleSegment(outcome: Outcome, limit: number): Segment {
  return {
    text: shorten(outcomeTitle(outcome), limit),
    style: outcome.status === "ok" && outcome.stdout !== "" ? "code" : "plain",
  };
}

function findingsSentence(verdict: Verdict): Sentence[] {
  const kinds = new Set(
    verdict.outcomes.flatMap((outcome) => outcome.findings.map((finding) => finding.kind)),
  );
  kinds.delete("deadlock_cycle");
  const race = kinds.has("data_race") ? [fill(W.raceNoClaim)] : [];
  kinds.delete("data_race");
  if (kinds.size === 0) return race;
  const list = listOf([...kinds].map(findingWord), WORDS.and);
  return [
    ...race,
    fill(kinds.size === 1 ? W.findingsOne : W.findingsMany, { count: kinds.size, list }),
  ];
}

function limits(verdict: Verdict): Sentence[] {
  if (verdict.complete) return [];
  if (verdict.completeExceptOutput) return [fill(W.exceptOutput)];
  const bounded =
    verdict.bound === undefined
      ? fill(W.boundedPlain)
      : fill(W.bounded, { bound: boundText(verdict.bound) });
  const covered =
    verdict.covered === undefined ? undefined : fill(W.covered, { covered: verdict.covered });
  const good = verdict.outcomes.every((outcome) => outcomeTone(outcome) === "good");
  return [joinSentences([bounded, covered, good ? fill(W.noProof) : undefined])];
}

function boundText(bound: string): Sentence {
  const states = /^(\d+) states$/.exec(bound)?.[1];
  return states === undefined
    ? fill(BOUND_WORDS[bound] ?? bound)
    : fill(BOUND_WORDS["countedStates"] ?? bound, { count: formatCount(states) });
}

function sizeSentence(verdict: Verdict): Sentence {
  const values = { states: formatCount(verdict.states), time: formatTime(verdict.elapsedMs) };
  return fill(verdict.complete ? W.sizeComplete : W.size, values);
}

function badChip(outcome: Outcome): VerdictChip {
  const what = outcomeStatus(outcome);
  const text =
    outcome.probability === undefined
      ? fill(CHIP_WORDS.can, { what })
      : fill(CHIP_WORDS.canPercent, { what, percent: formatPercent(outcome.probability) });
  return { tone: "bad", text: plainText(text) };
}

function chipWhat(outcome: Outcome): string {
  if (outcome.status !== "ok") return outcomeStatus(outcome);
  const lines = printedLines(outcome.stdout);
  if (lines.length === 0) return CHIP_WORDS.silent;
  return lines.length === 1 && (lines[0] ?? "").length <= 32
    ? (lines[0] ?? "")
    : CHIP_WORDS.sameOutput;
}

/** With the panic's message where it is known. */
function panicSentence(
  plain: string,
  says: string,
  outcome: Outcome,
  values: Readonly<Record<string, Value>>,
): Sentence {
  const message = outcome.findings.find((entry) => entry.kind === "panic")?.message;
  return message === undefined
    ? fill(plain, values)
    : fill(says, { ...values, message: shorten(message, 100) });
}

function severity(outcome: Outcome): number {
  return { deadlock: 3, panic: 2, exit: 1, ok: 0 }[outcome.status];
}

/** “probability 37.5 % …; 3 of 187 schedules; ”, as far as it is known. */
function shareSentence(outcome: Outcome, all: string | undefined): Sentence {
  const { probability, probabilityError } = outcome;
  if (probability !== undefined && probabilityError !== undefined) {
    return fill(W.shareEstimated, {
      percent: formatPercent(probability),
      error: formatPercent(probabilityError),
    });
  }
  const counted = outcome.schedules !== undefined && all !== undefined;
  const values = {
    percent: outcome.probability === undefined ? "" : formatPercent(outcome.probability),
    some: formatCount(outcome.schedules ?? ""),
    all: formatCount(all ?? ""),
  };
  if (outcome.probability !== undefined)
    return fill(counted ? W.shareBoth : W.sharePercent, values);
  return fill(counted ? W.shareCount : W.shareNone, values);
}
