// The lives of the guards of a body, from flow/guards, found once for each text.

import type { Analysis } from "../../driver/contract.ts";
import { guardRanges, type GuardRange } from "../../flow/guards.ts";
import type { DefId } from "../../hir/defs.ts";
import { remembered } from "../../driver/memo.ts";

export function guardsOf(analysis: Analysis, owner: DefId): readonly GuardRange[] {
  return remembered(analysis, `guards ${owner}`, () => guardRanges(analysis.mir, owner));
}
