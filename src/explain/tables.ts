// Every table of words that sentences are made from: what a translation has to fill in (base/language.ts).

import { EXPORT_WORDS } from "./exportWords.ts";
import { FINDING_TEXTS } from "./findingWords.ts";
import { FIX_WORDS } from "./fixWords.ts";
import { DURING, ENDS, ERR, GUARDS, HELD, REACHES } from "./guardWords.ts";
import { ATOMICS, ORDERINGS, PAIRS } from "./hoverAtomics.ts";
import { CHANNELS } from "./hoverChannels.ts";
import { BOUNDS, CAPTURES, STARTS } from "./hoverClosures.ts";
import { CONDITIONS } from "./hoverConditions.ts";
import { COUNTS, CROSSING, HANDLES, HOLDING, REASONS, SHARING, THREADS } from "./hoverSharing.ts";
import { MOVED, REPAIR_BY_CODE, REPAIRS, STORY } from "./hoverStories.ts";
import { COUNT_WORDS, LENS_WORDS } from "./lensWords.ts";
import { RELEASES, STATUS } from "./markWords.ts";
import { RELEASED } from "./pictureWords.ts";
import { EDITOR_WORDS, LINK_WORDS, REFUSALS } from "./refusalWords.ts";
import { RUN_TABLES } from "./runTables.ts";
import { VARIANT_WORDS } from "./variantWords.ts";
import {
  ASSUMPTION_WORDS,
  BOUND_WORDS,
  CHIP_WORDS,
  COVERED_WORDS,
  VERDICT_WORDS,
} from "./verdictWords.ts";
import { WAIT_WORDS, WARNING_WORDS } from "./warningWords.ts";

export const TABLES = [
  RUN_TABLES,
  [GUARDS, HELD, ENDS, DURING, REACHES, ERR],
  [THREADS, SHARING, HOLDING, CROSSING, HANDLES, REASONS, COUNTS],
  [STARTS, CAPTURES, BOUNDS, CONDITIONS, CHANNELS, ORDERINGS, PAIRS, ATOMICS],
  [STORY, MOVED, REPAIRS, REPAIR_BY_CODE],
  [VERDICT_WORDS, COVERED_WORDS, CHIP_WORDS, ASSUMPTION_WORDS, BOUND_WORDS, FINDING_TEXTS],
  [WARNING_WORDS, WAIT_WORDS, FIX_WORDS, VARIANT_WORDS],
  [
    LENS_WORDS,
    COUNT_WORDS,
    RELEASES,
    STATUS,
    RELEASED,
    REFUSALS,
    EDITOR_WORDS,
    LINK_WORDS,
    EXPORT_WORDS,
  ],
];
