// A field whose type has to do with concurrency, where it is used and where it is declared.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Target } from "../locate.ts";
import { crossingLine } from "./crossing.ts";
import { reachedThrough } from "./deref.ts";
import { VISUALIZE, type Section } from "./sections.ts";
import { isConcurrent } from "./subject.ts";

export function field(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind === "fieldDef") {
    const ty = analysis.cx.typeOf(target.def);
    return isConcurrent(analysis, ty) ? crossing(analysis, ty, target.owner) : undefined;
  }
  if (target.kind !== "field" || target.expr.kind !== "field") return undefined;
  const ty = target.in.results.exprTys[target.expr.id];
  const through = reachedThrough(analysis, target.in, target.expr.expr);
  const own =
    ty === undefined || ty.hasUnknown || !isConcurrent(analysis, ty)
      ? undefined
      : crossing(analysis, ty, target.in.owner);
  if (through === undefined) return own;
  return {
    lines: [...through.lines, ...(own?.lines ?? [])],
    ...(own?.actions === undefined ? {} : { actions: own.actions }),
  };
}

function crossing(analysis: Analysis, ty: Ty, owner: DefId | undefined): Section | undefined {
  const line = crossingLine(analysis, ty, owner);
  return line === undefined ? undefined : { lines: [line], actions: [VISUALIZE] };
}
