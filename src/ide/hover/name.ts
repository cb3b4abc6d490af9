// A name that is neither a variable nor called: an ordering, a static, a type, a trait, a module.

import type { Analysis } from "../../driver/contract.ts";
import { HOLDING } from "../../explain/hoverSharing.ts";
import type { DefId } from "../../hir/defs.ts";
import { conceptLines } from "../concepts.ts";
import type { Target } from "../locate.ts";
import { atomicUses, orderingLines } from "./atomic.ts";
import { crossingLine } from "./crossing.ts";
import { staticLine } from "./holding.ts";
import { EXPLORE, VISUALIZE, type Section } from "./sections.ts";
import { isConcurrent, markerOf } from "./subject.ts";

export function name(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "def") return undefined;
  const { def, expr, in: typed } = target;
  if (expr !== undefined && typed !== undefined) {
    const ordering = orderingLines(analysis, typed, expr);
    if (ordering !== undefined) return { ...ordering, actions: [EXPLORE] };
  }
  if (analysis.program.def(def).kind === "static") return ofStatic(analysis, target);
  return conceptLines(analysis, def);
}

function isMutable(analysis: Analysis, id: DefId): boolean {
  const def = analysis.program.def(id);
  return def.kind === "static" && def.mutable;
}

function ofStatic(analysis: Analysis, { def }: Target & { kind: "def" }): Section | undefined {
  const ty = analysis.cx.typeOf(def);
  if (markerOf(analysis, ty, "per_thread") !== undefined)
    return { lines: [staticLine(analysis, def, HOLDING.perThread)], actions: [VISUALIZE] };
  if (isMutable(analysis, def))
    return { lines: [staticLine(analysis, def, HOLDING.staticMut)], actions: [VISUALIZE, EXPLORE] };
  if (!isConcurrent(analysis, ty)) return undefined;
  const accesses = atomicUses(analysis, `static ${def}`);
  const lines = [
    staticLine(analysis, def, HOLDING.static, accesses === undefined),
    accesses,
    crossingLine(analysis, ty, undefined),
  ];
  return { lines: lines.filter((line) => line !== undefined), actions: [VISUALIZE] };
}
