// CodeLens: one above each entry that starts threads or makes or uses what std declares as shared.

import type { Analysis } from "../driver/contract.ts";
import { isCountedKind, lensTitle } from "../explain/lensWords.ts";
import type { Lens } from "./contract.ts";
import { censusOf } from "./facts/census.ts";

export function lensesOf(analysis: Analysis): readonly Lens[] {
  return analysis.entries.flatMap((entry) => {
    const { threads, objects } = censusOf(analysis, entry.def);
    const counted = new Map([...objects].filter(([kind]) => isCountedKind(kind)));
    if (threads === 0 && counted.size === 0) return [];
    return [{ span: entry.nameSpan, entry: entry.path, title: lensTitle(threads, counted) }];
  });
}
