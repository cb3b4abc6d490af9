// What is said about explorations, outcomes, findings and assumptions. Tables only.

export const VERDICT_WORDS = {
  oneOutput: "Prints {output} under every schedule.",
  oneSilent: "Ends normally, without output, under every schedule.",
  oneManyLines: "Prints the same {count} lines under every schedule.",
  onePanic: "**Panics** under every schedule.",
  onePanicSays: "**Panics** under every schedule: {message}.",
  oneExit: "Ends with exit code {code} under every schedule.",
  oneDeadlock: "**Deadlocks** under every schedule.",
  canDeadlock: "**Can deadlock**: {share}shortest way there: {switches}.",
  canPanic: "**Can panic**: {share}shortest way there: {switches}.",
  canPanicSays: "**Can panic** ({message}): {share}shortest way there: {switches}.",
  shareEstimated:
    "probability about {percent} (± {error}) when each ready thread is equally likely, from random schedules; ",
  canBreak:
    "**Undefined behaviour** can happen ({message}): {share}shortest way there: {switches}.",
  oneBreaks: "**Undefined behaviour** under every schedule: {message}.",
  shareBoth:
    "probability {percent} when each ready thread is equally likely; {some} of {all} schedules; ",
  sharePercent: "probability {percent} when each ready thread is equally likely; ",
  shareCount: "{some} of {all} schedules; ",
  shareNone: "",
  oneSoFar: "One outcome so far: {title}.",
  outcomesMany: "{count} different outcomes: {list}.",
  outcomesNoList: "{count} different outcomes.",
  percentNote:
    "Percentages are for a scheduler that picks every ready thread with equal chance; a real one is not so fair.",
  exceptOutput: "All endings are checked. The lines can come in more orders than are listed.",
  bounded: "Not every schedule is checked: {bound}.",
  boundedPlain: "Not every schedule is checked.",
  covered: "Covered: {covered}.",
  noProof: "No failure found; this is not a proof.",
  allEndingsGood: "No deadlock, no panic.",
  raceNoClaim:
    "There is a **data race**: what follows from it is undefined, so the list of outcomes is no promise.",
  findingsOne: "1 finding on the way: {list}.",
  findingsMany: "{count} findings on the way: {list}.",
  size: "{states} states, {time}.",
  sizeComplete: "Every schedule checked: {states} states, {time}.",
  error: "It does not compile, so there is nothing to explore.",
  unsupported: "It reaches something outside the model, so nothing is claimed about it.",
  none: "No outcome found yet.",
} as const;

export const COVERED_WORDS = {
  preemptionsNone: "every schedule in which no thread is interrupted",
  preemptionsOne: "every schedule with at most 1 preemption",
  preemptionsMany: "every schedule with at most {count} preemptions",
  random: "{count} random schedules",
  unrolled: "the loop on line {line} was unrolled {turns} times",
  states: "{count} states of the whole",
  and: "and",
} as const;

/** What stopped a search, by the word that the data has for it; numbers of states and seconds say themselves. */
export const BOUND_WORDS: Readonly<Record<string, string>> = {
  states: "too many states",
  "output orders": "too many orders of the output",
  "undefined behaviour": "undefined behaviour",
  "hash-order": "another order of a hash map gives other outcomes",
  budget: "too little time",
  cancelled: "cancelled",
  countedStates: "{count} states",
};

export const CHIP_WORDS = {
  one: "{what} under every schedule",
  can: "{what} possible",
  canPercent: "{what} {percent}",
  outcomes: "{count} outcomes",
  partial: "no failure found so far",
  none: "no verdict",
  silent: "ends normally",
  sameOutput: "same output",
} as const;

/** By id of docs/model.md: “under every schedule, if …”. */
export const ASSUMPTION_WORDS: Readonly<Record<string, string>> = {
  "cut-line": "a line that is being printed when the process ends is shown whole or not at all",
  "no-load-buffering": "a load does not read from a store that comes later in program order",
  "mixed-seqcst":
    "all `SeqCst` operations happen in one order that agrees with what weaker ones make visible",
  "long-counter": "no 64-bit count of a loop's turns grows past its end",
  libm: "the last digits of `exp`, `ln`, `sin` and their kin are as on this machine",
  cores: "`available_parallelism` is 8",
  input: "nothing is typed: standard input is at its end",
  "hash-order": "the order of hash maps does not matter beyond the two orders tried",
};
