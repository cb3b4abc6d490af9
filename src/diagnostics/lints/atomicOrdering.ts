// Orderings that an atomic operation cannot have. Follows `rustc_lint::types::InvalidAtomicOrdering`; which operation
// refuses which is written on its declaration: `#[lockstep::refuses_ordering = "argument kind ordering…"]`.

import type { HirExpr } from "../../hir/hir.ts";
import type { TyContext } from "../../ty/queries.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { DefId } from "../../hir/defs.ts";
import type { LintFinding } from "./lint.ts";

export function invalidOrdering(
  cx: TyContext,
  results: TypeckResults,
  expr: HirExpr,
): readonly LintFinding[] {
  const callee = calleeOf(results, expr);
  const refused = callee && cx.program.marker(callee.def, "refuses_ordering")?.split(" ");
  if (callee === undefined || refused === undefined) return [];
  const [index, kind = "", ...orderings] = refused;
  const arg = callee.args[Number(index)];
  const given = arg && orderingOf(cx, results, arg);
  if (arg === undefined || given === undefined || !orderings.includes(given)) return [];
  const message = messageFor(kind, cx.def(callee.def).name);
  return [{ lint: "invalid_atomic_ordering", message, span: arg.span }];
}

function calleeOf(
  results: TypeckResults,
  expr: HirExpr,
): { readonly def: DefId; readonly args: readonly HirExpr[] } | undefined {
  if (expr.kind === "methodCall") {
    const def = results.methods.get(expr.id)?.def;
    return def === undefined ? undefined : { def, args: expr.args };
  }
  if (expr.kind !== "call" || expr.callee.kind !== "path" || expr.callee.path.kind !== "resolved")
    return undefined;
  const { res } = expr.callee.path;
  return res.kind === "def" ? { def: res.def, args: expr.args } : undefined;
}

/** `Ordering::Release` written out. */
function orderingOf(cx: TyContext, results: TypeckResults, arg: HirExpr): string | undefined {
  if (arg.kind !== "path") return undefined;
  const { path } = arg;
  const def =
    path.kind === "resolved" && path.res.kind === "ctor"
      ? path.res.def
      : results.resolutions.get(arg.id)?.def;
  return def === undefined ? undefined : cx.program.marker(def, "ordering");
}

function messageFor(kind: string, method: string): string {
  switch (kind) {
    case "load":
      return "atomic loads cannot have `Release` or `AcqRel` ordering";
    case "store":
      return "atomic stores cannot have `Acquire` or `AcqRel` ordering";
    case "fence":
      return "memory fences cannot have `Relaxed` ordering";
    default:
      return `\`${method}\`'s failure ordering may not be \`Release\` or \`AcqRel\`, since a failed \`${method}\` does not result in a write`;
  }
}
