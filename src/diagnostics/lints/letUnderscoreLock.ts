// `let _ = lock` drops the guard at once. Follows `rustc_lint::let_underscore`.

import type { HirPat, HirStmt } from "../../hir/hir.ts";
import { visitPat } from "../../hir/visit.ts";
import { isTy } from "../../ty/fold.ts";
import type { TyContext } from "../../ty/queries.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { LintFinding } from "./lint.ts";

/** Guards of locks that other threads wait for. */
const LOCKS: ReadonlySet<string> = new Set(["mutex", "rwlockRead", "rwlockWrite"]);

export function letUnderscoreLock(
  cx: TyContext,
  results: TypeckResults,
  statement: HirStmt & { readonly kind: "let" },
): LintFinding[] {
  const found: LintFinding[] = [];
  visitPat(statement.pat, {
    constBodies: false,
    pat: (pat: HirPat) => {
      const ty = pat.kind === "wild" ? results.patTys[pat.id] : undefined;
      if (ty === undefined || !isLockGuard(cx, guarded(cx, ty))) return;
      found.push({
        lint: "let_underscore_lock",
        message: "non-binding let on a synchronization lock",
        span: pat.span,
        label: "this lock is not assigned to a binding and is immediately dropped",
      });
    },
  });
  return found;
}

/** `lock()` gives a `Result` of a guard. */
function guarded(cx: TyContext, ty: Ty): Ty {
  const inner = ty.kind === "adt" && ty.def === cx.lang("Result") ? ty.args[0] : undefined;
  return inner !== undefined && isTy(inner) ? inner : ty;
}

function isLockGuard(cx: TyContext, ty: Ty): boolean {
  return ty.kind === "adt" && LOCKS.has(cx.program.marker(ty.def, "guard") ?? "");
}
