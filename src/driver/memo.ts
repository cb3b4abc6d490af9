// Facts about an analysis that are asked for again and again are found once and kept with it.

import type { DefId } from "../hir/defs.ts";
import type { TypeckResults } from "../ty/typeck.ts";
import type { Analysis } from "./contract.ts";

/** `key` names the fact and what it is about; the same key always stands for the same type. */
export function remembered<T>({ memo }: Pick<Analysis, "memo">, key: string, find: () => T): T {
  if (memo.has(key)) return memo.get(key) as T;
  const found = find();
  memo.set(key, found);
  return found;
}

/** Facts about one body, found in that body and in signatures alone. */
const LOCAL = ["body", "borrows", "lints"];

/**
 * The facts that hold when the body of `edited` is another. Where lines have other numbers, what was said of bodies
 * with errors is found anew: the messages may tell lines.
 */
export function factsOfOthers(
  before: Pick<Analysis, "memo" | "cx">,
  edited: DefId,
  linesMoved: boolean,
): Map<string, unknown> {
  const kept = new Map<string, unknown>();
  for (const [key, fact] of before.memo) {
    const [about = "", owner] = key.split(" ");
    if (!LOCAL.includes(about) || owner === undefined || Number(owner) === edited) continue;
    if (linesMoved && hasErrors(about, fact)) continue;
    kept.set(key, fact);
  }
  return kept;
}

function hasErrors(about: string, fact: unknown): boolean {
  if (about === "body")
    return (fact as { results: TypeckResults } | undefined)?.results.errors.length !== 0;
  return about === "borrows" && (fact as readonly unknown[]).length > 0;
}
