// A closure: what it captures and how, and what the function it is given to requires of that.

import type { Analysis } from "../../driver/contract.ts";
import type { HirClosure, HirExpr } from "../../hir/hir.ts";
import { visitBody } from "../../hir/visit.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import { showTy } from "../../ty/show.ts";
import type { Capture } from "../../ty/typeck.ts";
import type { Target, TypedBody } from "../locate.ts";
import { reasonPath } from "./crossing.ts";
import { code } from "./markdown.ts";
import type { Section } from "./sections.ts";
import { isConcurrent } from "./subject.ts";

/** On the head of a closure that crosses into a thread or takes something concurrent with it. */
export function closure(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "closure") return undefined;
  return describe(analysis, target.in, target.expr);
}

/** On a call with closures among its arguments: the same, for each of them. */
export function closuresOfCall(analysis: Analysis, body: TypedBody, call: HirExpr): Section | undefined {
  const args = call.kind === "call" || call.kind === "methodCall" ? call.args : [];
  const closures = args.filter((arg) => arg.kind === "closure");
  const sections = closures.map((one) => describe(analysis, body, one)).filter((one) => one !== undefined);
  return sections.length === 0 ? undefined : { lines: sections.flatMap((one) => one.lines) };
}

function describe(analysis: Analysis, body: TypedBody, expr: HirExpr & HirClosure): Section | undefined {
  const info = body.results.closures[expr.index];
  if (info === undefined || info.captures.some((capture) => capture.ty.hasUnknown)) return undefined;
  const bounds = requiredTraits(analysis, body, expr);
  if (bounds.length === 0 && !info.captures.some((capture) => isConcurrent(analysis, capture.ty))) return undefined;
  const captures =
    info.captures.length === 0
      ? "**Captures nothing.**"
      : `**Captures** ${info.captures.map((capture) => captureText(analysis, capture)).join(", ")}.`;
  const checks = bounds.map((bound) => {
    const trait = analysis.program.def(bound).name;
    const ty = body.results.exprTys[expr.id];
    const answer = ty === undefined ? undefined : explainBound(analysis.cx, ty, bound, analysis.cx.paramEnv(body.owner));
    if (answer?.holds === undefined) return `The call requires ${code(trait)} of everything it captures.`;
    if (answer.holds) return `The call requires ${code(trait)} of all of them: ✓`;
    return `The call requires ${code(trait)} of all of them: ✗${reasonPath(analysis, answer.reasons.slice(0, 5))}`;
  });
  return { lines: [captures, ...checks] };
}

function captureText(analysis: Analysis, capture: Capture): string {
  const how = capture.mode === "value" ? (isCopy(analysis, capture) ? "copied" : "moved") : capture.mode === "ref" ? "borrowed" : "borrowed mutably";
  return `${code(capture.name)} (${how}, ${code(showTy(analysis.cx, capture.ty))})`;
}

function isCopy(analysis: Analysis, capture: Capture): boolean {
  const copy = analysis.program.lang("copy");
  if (copy === undefined) return false;
  return explainBound(analysis.cx, capture.ty, copy, undefined).holds === true;
}

/** Auto traits that the called function's bounds ask of this argument's type. */
function requiredTraits(analysis: Analysis, body: TypedBody, closureExpr: HirExpr) {
  const found = new Set<number>();
  visitBody(body.body, {
    expr(expr) {
      if (expr.kind !== "call" && expr.kind !== "methodCall") return;
      const position = expr.args.indexOf(closureExpr);
      if (position < 0) return;
      const callee =
        expr.kind === "call" ? body.results.resolutions.get(expr.callee.id) : body.results.methods.get(expr.id);
      if (callee === undefined || analysis.program.def(callee.def).kind !== "fn") return;
      const input = analysis.cx.fnSig(callee.def).inputs[position + (expr.kind === "methodCall" ? 1 : 0)];
      if (input?.kind !== "param") return;
      for (const bound of analysis.cx.predicatesOf(callee.def)) {
        const predicate = bound.predicate;
        if (predicate.kind !== "trait" || predicate.ref.args[0] !== input) continue;
        const trait = analysis.program.def(predicate.ref.trait);
        if (trait.kind === "trait" && trait.auto) found.add(predicate.ref.trait);
      }
    },
  });
  return [...found].map((id) => id as Parameters<typeof analysis.program.def>[0]);
}
