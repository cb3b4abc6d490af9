// Variables that a closure uses from outside.

import { walkExpr } from "../../hirWalk.ts";
import type { HirBody, HirClosure, HirExpr, LocalId } from "../../../hir/hir.ts";

/** In order of first mention. */
export function outerLocals(body: HirBody, closure: HirExpr & HirClosure): LocalId[] {
  const inside = new Set<number>([closure.index]);
  walkExpr(closure.body, (expr) => {
    if (expr.kind === "closure") inside.add(expr.index);
  });
  const out = new Set<LocalId>();
  walkExpr(closure.body, (expr) => {
    if (expr.kind !== "path" || expr.path.kind !== "resolved" || expr.path.res.kind !== "local")
      return;
    const declaredIn = body.locals[expr.path.res.local]?.closure;
    if (declaredIn === undefined || !inside.has(declaredIn)) out.add(expr.path.res.local);
  });
  return [...out];
}

export function mentionsOuterLocals(body: HirBody, closure: HirExpr & HirClosure): boolean {
  return outerLocals(body, closure).length > 0;
}
