// `lockstep::ignored_poison`: `if let Ok(..) = m.lock()` without an `else` does nothing, silently, once the lock is poisoned.

import { WARNINGS } from "../explain/warningWords.ts";
import type { HirExpr, HirPat } from "../hir/hir.ts";
import { calleeOf, userBodies, type UserBody } from "./bodies.ts";
import type { Warning, WarningCx } from "./warning.ts";

export function ignoredPoisons(cx: WarningCx): Warning[] {
  return userBodies(cx.mir).flatMap((user) =>
    user.exprs.flatMap((expr): Warning[] => {
      const lock = skippedLock(cx, user, expr);
      if (lock?.kind !== "methodCall") return [];
      const { start, end } = lock.receiver.span;
      const name = cx.text.slice(start, end);
      return [
        {
          severity: "info",
          code: "lockstep::ignored_poison",
          message: WARNINGS.ignoredPoison(/^[\w.:[\]*&]{1,40}$/.test(name) ? name : undefined),
          span: lock.span,
          related: [],
        },
      ];
    }),
  );
}

/** The `lock()` whose `Err` is dropped. */
function skippedLock(cx: WarningCx, user: UserBody, expr: HirExpr): HirExpr | undefined {
  if (expr.kind === "if" && expr.else === undefined && expr.condition.kind === "let") {
    const { pat, init } = expr.condition;
    return isOk(cx, user, pat) && isLock(cx, user, init) ? init : undefined;
  }
  if (expr.kind !== "match" || expr.source !== "match" || !isLock(cx, user, expr.scrutinee))
    return undefined;
  const rest = expr.arms.filter((arm) => !isOk(cx, user, arm.pat));
  return rest.length > 0 && rest.every((arm) => isNothing(arm.body)) ? expr.scrutinee : undefined;
}

function isOk(cx: WarningCx, _user: UserBody, pat: HirPat): boolean {
  if (pat.kind !== "tupleStruct" || pat.path.kind !== "resolved") return false;
  const { res } = pat.path;
  return (res.kind === "def" || res.kind === "ctor") && cx.mir.ty.program.langOf(res.def) === "Ok";
}

function isLock(cx: WarningCx, user: UserBody, expr: HirExpr): boolean {
  const callee = calleeOf(user, expr);
  return callee !== undefined && cx.mir.ty.program.marker(callee.def, "effect") === "lock";
}

function isNothing(body: HirExpr): boolean {
  if (body.kind === "tuple") return body.exprs.length === 0;
  return (
    body.kind === "block" && body.block.statements.length === 0 && body.block.tail === undefined
  );
}
