// What a guard locks, in the words of the code.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import { guardsOf } from "../facts/guards.ts";
import type { GuardRange } from "../../flow/guards.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { calleeOf, inputsOf, isUserDef, typedBody, type TypedBody } from "../facts/typedBody.ts";
import { textOf } from "./phrases.ts";

/** What is locked, as written: the receiver of the call, or its first argument; for a function of the user's, what it locks. */
export function subjectOf(
  analysis: Analysis,
  typed: TypedBody,
  range: GuardRange,
): string | undefined {
  const call = range.callSpan === undefined ? undefined : callWith(typed, range.callSpan);
  const [subject] = call === undefined ? [] : inputsOf(call);
  if (call === undefined) return undefined;
  const callee = calleeOf(typed, call);
  if (callee !== undefined && isUserDef(analysis, callee.def))
    return subjectInside(analysis, call, callee.def);
  return subject === undefined ? undefined : argumentText(analysis, subject);
}

function argumentText(analysis: Analysis, given: HirExpr): string {
  return textOf(analysis, (given.kind === "addrOf" ? given.expr : given).span, 40);
}

/** What a function of the user's locks before it gives the guard back, in the words of its caller. */
function subjectInside(analysis: Analysis, call: HirExpr, def: DefId): string | undefined {
  const inside = typedBody(analysis, def);
  if (inside === undefined) return undefined;
  const given = guardsOf(analysis, def).filter((one) =>
    one.releases.some((release) => release.reason === "returned"),
  );
  const locked =
    given.length === 1 && given[0] !== undefined
      ? subjectOf(analysis, inside, given[0])
      : undefined;
  const [root = ""] = locked?.split(".") ?? [];
  const position = inside.body.params.findIndex(
    ({ pat }) => pat.kind === "binding" && inside.body.locals[pat.local]?.name === root,
  );
  const argument = inputsOf(call)[position];
  if (locked === undefined || !/^[\w.]+$/.test(locked)) return undefined;
  return argument === undefined
    ? locked
    : argumentText(analysis, argument) + locked.slice(root.length);
}

/** The call with this span: `unwrap` around it has a longer one. */
export function callWith(typed: TypedBody, span: Span): HirExpr | undefined {
  return typed
    .map()
    .exprs.find(
      (expr) => (expr.kind === "call" || expr.kind === "methodCall") && sameSpan(expr.span, span),
    );
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
