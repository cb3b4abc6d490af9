// What an exploration that was cut short has covered, in words.

import { fill, formatCount, listOf, plainText } from "./segments.ts";
import { COVERED_WORDS as W } from "./verdictWords.ts";

export interface CoveredParts {
  readonly states: number;
  /** Every schedule with so many preemptions; -1 for none. */
  readonly preemptions: number;
  /** So many random schedules. */
  readonly random: number;
}

/** “every schedule with at most 2 preemptions, 10,000 random schedules and 78,425 states”. */
export function coveredText({ states, preemptions, random }: CoveredParts): string {
  const parts: string[] = [];
  if (preemptions === 0) parts.push(W.preemptionsNone);
  if (preemptions === 1) parts.push(W.preemptionsOne);
  if (preemptions > 1) parts.push(say(W.preemptionsMany, preemptions));
  if (random > 0) parts.push(say(W.random, random));
  parts.push(say(W.states, states));
  return plainText(listOf(parts, W.and));
}

/** “the loop on line 12 was unrolled 4 312 times”. */
export function unrolledText(line: number, turns: number): string {
  return plainText(fill(W.unrolled, { line, turns: formatCount(turns) }));
}

function say(template: string, count: number): string {
  return plainText(fill(template, { count: formatCount(count) }));
}
