// `*guard`: which value is reached, and through which trait.

import type { Analysis } from "../../driver/contract.ts";
import { showTy } from "../../ty/show.ts";
import type { Target } from "../locate.ts";
import { code } from "./markdown.ts";
import type { Section } from "./sections.ts";
import { markerOf } from "./subject.ts";

export function deref(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "deref" || target.expr.kind !== "unary") return undefined;
  const operand = target.in.results.exprTys[target.expr.expr.id];
  const value = target.in.results.exprTys[target.expr.id];
  const callee = target.in.results.methods.get(target.expr.id);
  if (operand === undefined || value === undefined || callee === undefined) return undefined;
  if (markerOf(analysis, operand, "guard") === undefined && markerOf(analysis, operand, "object") === undefined) {
    return undefined;
  }
  const trait = analysis.program.def(callee.def).parent;
  const name = trait === undefined ? "" : analysis.program.def(trait).name;
  return {
    lines: [
      `**The value inside**: ${code(showTy(analysis.cx, value))}, reached through ${code(name)} of ${code(showTy(analysis.cx, operand))}.`,
    ],
  };
}
