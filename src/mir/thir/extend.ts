// Temporaries that live longer than their statement: `let x = &temp();` and its relatives.
//
// Follows `record_rvalue_scope_if_borrow_expr` and `resolve_rvalue_scopes` of rustc 1.95: the operand of an extending `&`,
// and the whole initializer if the pattern borrows from it, live as long as the variables of the `let`.

import type { HirExpr, HirPat } from "../../hir/hir.ts";
import type { ThirCx } from "./cx.ts";
import type { RegionScope } from "./thir.ts";

/** Records for every extended expression in the initializer of a `let` that it lives until `scope` ends. */
export function extendInitializer(
  tcx: ThirCx,
  pat: HirPat | undefined,
  init: HirExpr,
  scope: RegionScope | undefined,
): void {
  extendBorrows(tcx, init, scope);
  if (pat && bindsByReference(pat)) extendPlace(tcx, init, scope);
}

/** `expr` matches the grammar of extending expressions: borrows in it keep their operand alive until `scope` ends. */
export function extendBorrows(tcx: ThirCx, expr: HirExpr, scope: RegionScope | undefined): void {
  switch (expr.kind) {
    case "addrOf":
      extendBorrows(tcx, expr.expr, scope);
      extendPlace(tcx, expr.expr, scope);
      return;
    case "struct":
      for (const field of expr.fields) extendBorrows(tcx, field.value, scope);
      return;
    case "array":
    case "tuple":
      for (const part of expr.exprs) extendBorrows(tcx, part, scope);
      return;
    case "cast":
      return extendBorrows(tcx, expr.expr, scope);
    case "block":
      if (expr.block.tail && !expr.const) extendBorrows(tcx, expr.block.tail, scope);
      return;
    case "if":
      extendBorrows(tcx, expr.then, scope);
      if (expr.else) extendBorrows(tcx, expr.else, scope);
      return;
    case "match":
      for (const arm of expr.arms) extendBorrows(tcx, arm.body, scope);
      return;
    case "call":
      if (isConstructor(tcx, expr.callee))
        for (const arg of expr.args) extendBorrows(tcx, arg, scope);
      return;
    case "formatArgs":
      // The arguments are borrowed by a `super let` inside the expansion.
      for (const arg of expr.args) extendPlace(tcx, arg, scope);
      for (const arg of expr.args) extendBorrows(tcx, arg, scope);
      tcx.extended.set(expr.id, scope);
      return;
    default:
  }
}

/** The place expression `expr` and the expressions it is a part of share the longer life. */
function extendPlace(tcx: ThirCx, expr: HirExpr, scope: RegionScope | undefined): void {
  let at = expr;
  for (;;) {
    if (!tcx.extended.has(at.id)) tcx.extended.set(at.id, scope);
    if (
      at.kind === "addrOf" ||
      at.kind === "field" ||
      at.kind === "index" ||
      (at.kind === "unary" && at.op === "*")
    )
      at = at.expr;
    else return;
  }
}

function isConstructor(tcx: ThirCx, callee: HirExpr): boolean {
  if (callee.kind !== "path" || callee.path.kind !== "resolved") return false;
  const kind = callee.path.res.kind;
  return (kind === "ctor" || kind === "selfCtor") && callee.path.self === undefined;
}

/** Some part of the pattern binds by an explicit `ref`. */
function bindsByReference(pat: HirPat): boolean {
  switch (pat.kind) {
    case "binding":
      return pat.byRef;
    case "struct":
      return pat.fields.some((field) => bindsByReference(field.pat));
    case "tupleStruct":
    case "tuple":
    case "or":
      return pat.pats.some(bindsByReference);
    case "slice":
      return [...pat.before, ...(pat.middle ? [pat.middle] : []), ...pat.after].some(
        bindsByReference,
      );
    default:
      return false;
  }
}
