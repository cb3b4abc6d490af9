// The tables behind what is said of a run: events, tracks, outcomes, circles. The panel says these itself.

import { DEADLOCK_WORDS } from "./deadlockWords.ts";
import { BLOCKED_WORDS, EVENT_WORDS, REASON_WORDS } from "./eventWords.ts";
import { FINDING_WORDS, NEED_WORDS, OUTCOME_WORDS } from "./outcomeWords.ts";
import { BAND_WORDS } from "./trackWords.ts";
import { ACTION_WORDS, DROP_WORDS, KIND_WORDS, QUESTION_WORDS, WORDS } from "./words.ts";

export const RUN_TABLES = [
  [WORDS, ACTION_WORDS, KIND_WORDS, QUESTION_WORDS, DROP_WORDS],
  [EVENT_WORDS, BLOCKED_WORDS, REASON_WORDS],
  [OUTCOME_WORDS, FINDING_WORDS, NEED_WORDS, DEADLOCK_WORDS, BAND_WORDS],
];
