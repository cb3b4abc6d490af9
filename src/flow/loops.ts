// The loops that rustc shows with a move: those around it, if one of them turns more often than its variable is made.
// Follows `suggest_hoisting_call_outside_loop`.

import type { Span } from "../base/span.ts";
import type { HirBody, HirExpr } from "../hir/hir.ts";
import { visitBody } from "../hir/visit.ts";
import type { FlowNote } from "./flowError.ts";

/** `declared`: where the variable is made; undefined: unknown, so that every loop counts. */
export function loopNotes(body: HirBody, moved: Span, declared: Span | undefined): FlowNote[] {
  const around: (HirExpr & { kind: "loop" })[] = [];
  visitBody(body, {
    expr(expr) {
      if (expr.kind === "loop" && contains(expr.span, moved)) around.push(expr);
    },
  });
  const turns = around.some((loop) => declared === undefined || !contains(loop.span, declared));
  if (!turns) return [];
  return around.map((loop) => ({ span: loop.headSpan, message: "inside of this loop" }));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
