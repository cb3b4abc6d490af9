// Waiting on a condition variable and waking those who wait.

import type { Analysis } from "../../driver/contract.ts";
import { CONDITIONS } from "../../explain/hoverConditions.ts";
import { say, sayEachLine } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { conditionUse, loopAround, otherSide, type ConditionUse } from "../facts/conditions.ts";
import { calleeOf, type TypedBody } from "../facts/typedBody.ts";
import { VISUALIZE, type Section } from "./sections.ts";
import { lineOf } from "./subject.ts";

/** On `notify_one` and `notify_all`. */
export function notifySection(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): Section | undefined {
  const use = conditionUse(analysis, typed, call);
  if (use?.notifies === undefined) return undefined;
  const waits = otherSide(analysis, use);
  if (waits.length === 0) return undefined;
  const template = use.notifies === "one" ? CONDITIONS.wakesOne : CONDITIONS.wakesAll;
  return { lines: [say(template, { lines: linesOf(analysis, waits) })], actions: [VISUALIZE] };
}

/** On `wait` and its kin: who wakes it, and whether the condition is tested again. */
export function conditionLines(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  until: string,
): readonly string[] | undefined {
  const use = conditionUse(analysis, typed, call);
  if (use === undefined || use.notifies !== undefined) return undefined;
  const notifies = otherSide(analysis, use);
  const callee = calleeOf(typed, call);
  const rechecks =
    callee !== undefined && analysis.program.marker(callee.def, "rechecks") !== undefined;
  const lead =
    notifies.length === 0
      ? say(CONDITIONS.waits, { until })
      : say(rechecks ? CONDITIONS.waitsWhile : CONDITIONS.waitsFor, {
          until,
          lines: linesOf(analysis, notifies),
        });
  if (rechecks) return [lead];
  const loop = loopAround(typed, call);
  return [
    loop === undefined
      ? `${lead} ${CONDITIONS.once}`
      : `${lead} ${say(CONDITIONS.again, { line: lineOf(analysis, loop.span.start) })}`,
  ];
}

function linesOf(analysis: Analysis, uses: readonly ConditionUse[]): string {
  return sayEachLine(uses.map(({ call }) => lineOf(analysis, callStart(call))));
}

/** Where the method is named: a chain may begin lines before. */
function callStart(call: HirExpr): number {
  return call.kind === "methodCall" ? call.segment.span.start : call.span.start;
}
