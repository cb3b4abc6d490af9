// `wait_without_loop`: `if` becomes `while`, so that the condition is looked at again after each wake.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIX_WORDS } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";

export function loopAroundWait(analysis: Analysis, { span }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  const around = typed
    ?.map()
    .exprs.findLast(
      (expr) =>
        expr.kind === "if" &&
        expr.else === undefined &&
        expr.then.span.start <= span.start &&
        span.end <= expr.then.span.end,
    );
  if (around === undefined || !analysis.text.startsWith("if ", around.span.start)) return [];
  const word = { start: around.span.start, end: around.span.start + 2 };
  return [{ title: FIX_WORDS.waitInLoop, edits: [{ span: word, text: "while" }] }];
}
