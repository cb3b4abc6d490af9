// Facts about an analysis that are asked for again and again are found once and kept with it.

import type { Analysis } from "../../driver/contract.ts";

/** `key` names the fact and what it is about; the same key always stands for the same type. */
export function remembered<T>(analysis: Analysis, key: string, find: () => T): T {
  const { memo } = analysis;
  if (memo.has(key)) return memo.get(key) as T;
  const found = find();
  memo.set(key, found);
  return found;
}
