// What-if: the same program with something a little different, to see what that changes.

import type { Analysis } from "../../driver/contract.ts";
import type { TextEdit } from "../fixes/fix.ts";

export interface Variant {
  readonly title: string;
  /** 1-based. */
  readonly line: number;
  /** They keep every line where it is, so that marks in the editor still fit. */
  readonly edits: readonly TextEdit[];
}

export type Varier = (analysis: Analysis) => readonly Variant[];
