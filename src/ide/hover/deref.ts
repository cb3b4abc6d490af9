// `*guard`, and methods and fields reached through a guard: which value, and through which trait.

import type { Analysis } from "../../driver/contract.ts";
import { REACHES } from "../../explain/guardWords.ts";
import { say } from "../../explain/hoverText.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { textOf, tyName } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { markerOf } from "./subject.ts";

/** On the `*`. */
export function derefOf(analysis: Analysis, typed: TypedBody, expr: HirExpr): Section | undefined {
  if (expr.kind !== "unary") return undefined;
  const from = typed.results.exprTys[expr.expr.id];
  const value = typed.results.exprTys[expr.id];
  const callee = typed.results.methods.get(expr.id);
  if (from === undefined || value === undefined || callee === undefined) return undefined;
  return reach(analysis, { from, value, method: callee.def, through: expr.expr });
}

/** On a method or field whose receiver is a guard: the implicit step. */
export function reachedThrough(
  analysis: Analysis,
  typed: TypedBody,
  receiver: HirExpr,
): Section | undefined {
  let from = typed.results.exprTys[receiver.id];
  for (const step of typed.results.adjustments.get(receiver.id) ?? []) {
    if (
      step.kind === "deref" &&
      step.overloaded !== undefined &&
      from !== undefined &&
      markerOf(analysis, from, "guard") !== undefined
    ) {
      return reach(analysis, {
        from,
        value: step.target,
        method: step.overloaded.callee.def,
        through: receiver,
      });
    }
    from = step.target;
  }
  return undefined;
}

interface Step {
  readonly from: Ty;
  readonly value: Ty;
  readonly method: DefId;
  readonly through: HirExpr;
}

function reach(analysis: Analysis, step: Step): Section | undefined {
  const guard = markerOf(analysis, step.from, "guard");
  if (guard === undefined && markerOf(analysis, step.from, "shared_pointer") === undefined)
    return undefined;
  const owner = analysis.program.def(step.method).parent;
  if (owner === undefined) return undefined;
  const values = {
    what: tyName(analysis, step.value),
    name: code(textOf(analysis, step.through.span, 30)),
    trait: analysis.program.def(owner).name,
  };
  if (guard === undefined) return { lines: [say(REACHES.shared, values)] };
  const writes = analysis.program.langOf(owner) === "deref_mut";
  const cell = guard.startsWith("refcell");
  const template = cell
    ? writes
      ? REACHES.writeBorrow
      : REACHES.readBorrow
    : writes
      ? REACHES.write
      : REACHES.read;
  return { lines: [say(template, values)] };
}
