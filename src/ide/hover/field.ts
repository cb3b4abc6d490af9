// A field whose type has to do with concurrency.

import type { Analysis } from "../../driver/contract.ts";
import type { Target } from "../locate.ts";
import { crossingLine } from "./crossing.ts";
import type { Section } from "./sections.ts";
import { isConcurrent } from "./subject.ts";

export function field(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "field") return undefined;
  const ty = target.in.results.exprTys[target.expr.id];
  if (ty === undefined || ty.hasUnknown || !isConcurrent(analysis, ty)) return undefined;
  const crossing = crossingLine(analysis, ty, target.in.owner);
  return crossing === undefined ? undefined : { lines: [crossing] };
}
