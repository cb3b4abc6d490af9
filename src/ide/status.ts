// What a function starts and holds, for the status bar: the counts of its CodeLens, and the locks held at the caret.

import type { Analysis } from "../driver/contract.ts";
import { countsOf, isCountedKind } from "../explain/lensWords.ts";
import { STATUS } from "../explain/markWords.ts";
import { say, sayAll } from "../explain/hoverText.ts";
import { censusOf } from "./facts/census.ts";
import type { FunctionStatus } from "./contract.ts";
import { bodyAt } from "./locate.ts";
import { heldAt } from "./sections.ts";

/** Undefined outside of functions, and in those that have nothing to do with threads or locks. */
export function statusAt(analysis: Analysis, offset: number): FunctionStatus | undefined {
  const inside = bodyAt(analysis, offset);
  if (inside === undefined) return undefined;
  const { threads, objects } = censusOf(analysis, inside.owner);
  const counted = new Map([...objects].filter(([kind]) => isCountedKind(kind)));
  const held = heldAt(analysis, offset);
  const counts = threads === 0 && counted.size === 0 ? [] : countsOf(threads, counted);
  if (counts.length === 0 && held.length === 0) return undefined;
  const names = [...new Set(held)];
  const parts =
    names.length === 0 ? counts : [...counts, say(STATUS.held, { names: sayAll(names) })];
  return {
    text: parts.join(" · "),
    tooltip: say(STATUS.tooltip, {
      fn: analysis.program.def(inside.owner).name,
      parts: sayAll(parts),
    }),
  };
}
