// What the body of a closure demands of the lifetimes around it: rustc's `ClosureRegionRequirements`.
//
// The lifetimes in a closure's type (of its captures and of its signature) are chosen by the body that makes the closure. Where
// the closure's own body needs one of them to outlive another, that is for the maker to prove. A lifetime that is the closure's
// own (one that its signature binds, or that of its environment) can only be promised through a foreign one it is known to
// outlive, or that is known to outlive it: `'static` if there is no other.

import { constraintPath, mostTelling } from "./blame.ts";
import type { Inferred } from "./infer.ts";
import type { ClosureRequirement } from "./regionCx.ts";
import { universalsIn } from "./solve.ts";
import type { Universal, UniversalRegions } from "./universal.ts";

export function closureRequirements(inferred: Inferred): ClosureRequirement[] {
  const { r, values } = inferred;
  const { universal } = r;
  const out: ClosureRequirement[] = [];
  for (const longer of universal.list) {
    for (const index of universalsIn(values, longer.vid, universal.list.length)) {
      const shorter = universal.list[index] as Universal;
      if (universal.outlives(longer.vid, shorter.vid)) continue;
      const pairs = foreignPairs(universal, longer, shorter);
      if (pairs.length === 0) continue;
      const path = constraintPath(values, longer.vid, (region) => region === shorter.vid);
      const blame = path && mostTelling(path);
      if (!blame) continue;
      for (const pair of pairs)
        out.push({
          longer: pair.longer.origin,
          shorter: pair.shorter.origin,
          category: blame.category,
          span: blame.span,
        });
    }
  }
  return out;
}

export function isForeign(universal: Universal): boolean {
  return universal.origin.kind !== "signature";
}

interface Pair {
  readonly longer: Universal;
  readonly shorter: Universal;
}

/** Relations between foreign lifetimes that would prove `longer: shorter`; none if nothing can. */
export function foreignPairs(
  universal: UniversalRegions,
  longer: Universal,
  shorter: Universal,
): Pair[] {
  const minus = isForeign(longer)
    ? longer
    : universal.list.find((one) => isForeign(one) && universal.outlives(longer.vid, one.vid));
  if (!minus) return [];
  const above = isForeign(shorter)
    ? [shorter]
    : universal.list.filter(
        (one) =>
          isForeign(one) &&
          one.origin.kind !== "static" &&
          universal.outlives(one.vid, shorter.vid),
      );
  const plus = above.length > 0 ? above : universal.list.slice(0, 1);
  return plus
    .filter((one) => !universal.outlives(minus.vid, one.vid))
    .map((one) => ({ longer: minus, shorter: one }));
}
