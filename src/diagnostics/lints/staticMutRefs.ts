// References to a `static mut`: by `&`, by a method that takes one, by `ref`, or by a format string.
// Follows `rustc_lint::static_mut_refs`.

import type { HirExpr, HirStmt } from "../../hir/hir.ts";
import type { TyContext } from "../../ty/queries.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { LintFinding } from "./lint.ts";
import type { Span } from "../../base/span.ts";

export function staticMutRefs(
  cx: TyContext,
  results: TypeckResults,
  expr: HirExpr,
): readonly LintFinding[] {
  switch (expr.kind) {
    case "addrOf":
      return !expr.raw && isStaticMut(cx, expr.expr)
        ? [finding(placeOf(expr, expr.expr), expr.mutable)]
        : [];
    case "methodCall": {
      const method = results.methods.get(expr.id)?.def;
      const receiver = method === undefined ? undefined : cx.fnSig(method).inputs[0];
      if (receiver?.kind !== "ref" || !isStaticMut(cx, expr.receiver)) return [];
      return [finding(placeOf(expr, expr.receiver), receiver.mutable)];
    }
    case "formatArgs":
      return expr.args.filter((arg) => isStaticMut(cx, arg)).map((arg) => finding(arg.span, false));
    default:
      return [];
  }
}

/** A macro's own `&` is none that people see. */
function placeOf(expr: HirExpr, inner: HirExpr): Span {
  return expr.macroSpan === undefined ? expr.span : inner.span;
}

/** `let ref x = STATIC;` */
export function staticMutBinding(
  cx: TyContext,
  { pat, init }: HirStmt & { readonly kind: "let" },
): readonly LintFinding[] {
  if (pat.kind !== "binding" || !pat.byRef || init === undefined || !isStaticMut(cx, init))
    return [];
  return [finding(init.span, pat.mutable)];
}

function isStaticMut(cx: TyContext, expr: HirExpr): boolean {
  let place = expr;
  while (place.kind === "field") place = place.expr;
  if (place.kind !== "path" || place.path.kind !== "resolved" || place.path.res.kind !== "def")
    return false;
  const def = cx.def(place.path.res.def);
  return def.kind === "static" && def.mutable;
}

function finding(span: Span, mutable: boolean): LintFinding {
  const kind = mutable ? "mutable" : "shared";
  return {
    lint: "static_mut_refs",
    message: `creating a ${kind} reference to mutable static`,
    span,
    label: `${kind} reference to mutable static`,
  };
}
