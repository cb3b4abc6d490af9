// The what-ifs of a program: a guard dropped earlier, another memory order, fewer threads. Only those that rustc would accept.

import type { Steps } from "../../base/steps.ts";
import type { Analysis } from "../../driver/contract.ts";
import { applyEdits } from "../fixes/fix.ts";
import type { Analyze } from "../fixes/recheck.ts";
import { earlierDrops } from "./earlierDrops.ts";
import { fewerTurns } from "./fewerTurns.ts";
import { otherOrders } from "./otherOrders.ts";
import { twins } from "./twins.ts";
import type { Varier, Variant } from "./variant.ts";

const VARIERS: readonly Varier[] = [twins, earlierDrops, otherOrders, fewerTurns];
/** Longer menus help nobody. */
const MAX_VARIANTS = 12;

export function* variantsOf(analysis: Analysis, analyze: Analyze): Steps<readonly Variant[]> {
  const found: Variant[] = [];
  for (const variant of VARIERS.flatMap((vary) => vary(analysis))) {
    if (found.length === MAX_VARIANTS) break;
    const changed = analyze(applyEdits(analysis.text, variant.edits));
    const accepted = !changed.compilerDiagnostics().some((one) => one.severity === "error");
    if (accepted) found.push(variant);
    yield;
  }
  return found;
}
