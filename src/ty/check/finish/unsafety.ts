// E0133: what needs an `unsafe` block. Follows `rustc_mir_build::check_unsafety`; runs on bodies without other errors.
//
// Not modelled: target features, inline assembly, the lint on unsafe operations in unsafe functions.

import { forEachChild, forEachSubpattern } from "../../hirWalk.ts";
import { report, structurally } from "../fnCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { HirExpr, HirPat } from "../../../hir/hir.ts";

export function checkUnsafety(fcx: FnCtxt): void {
  if (fcx.errors.length > 0) return;
  const def = fcx.cx.def(fcx.owner);
  if (def.kind === "fn" && def.sig.unsafe) return;
  visit(fcx, fcx.body.value);
}

function visit(fcx: FnCtxt, expr: HirExpr): void {
  if (expr.kind === "block" && expr.unsafe) return;
  // Writing a union's field reads nothing.
  if (expr.kind === "assign" && expr.left.kind === "field") {
    visit(fcx, expr.left.expr);
    return visit(fcx, expr.right);
  }
  checkOne(fcx, expr);
  if (expr.kind === "addrOf" && expr.raw && isStatic(fcx, expr.expr)) return;
  forEachPattern(expr, (pat) => checkPattern(fcx, pat));
  forEachChild(expr, (child) => visit(fcx, child));
}

/** `&raw const STATIC` takes no value. */
function isStatic(fcx: FnCtxt, expr: HirExpr): boolean {
  const callee = fcx.tables.resolutions.get(expr.id);
  return callee !== undefined && fcx.cx.def(callee.def).kind === "static";
}

function checkOne(fcx: FnCtxt, expr: HirExpr): void {
  switch (expr.kind) {
    case "call":
      return checkCallee(fcx, expr);
    case "methodCall": {
      const callee = fcx.tables.methods.get(expr.id);
      if (callee && isUnsafeFn(fcx, callee.def))
        needs(
          fcx,
          expr.span,
          `call to unsafe function \`${fnName(fcx, callee.def)}\``,
          "call to unsafe function",
        );
      return;
    }
    case "unary": {
      const ty = fcx.tables.exprTys[expr.expr.id];
      if (expr.op === "*" && ty && structurally(fcx, ty).kind === "ptr")
        needs(fcx, expr.span, "dereference of raw pointer");
      return;
    }
    case "path":
      return checkPath(fcx, expr);
    case "field":
      return checkUnionField(fcx, expr);
    default:
  }
}

function checkCallee(fcx: FnCtxt, expr: HirExpr & { kind: "call" }): void {
  const ty = fcx.tables.exprTys[expr.callee.id];
  const callee = ty && structurally(fcx, ty);
  if (callee?.kind === "fnDef" && isUnsafeFn(fcx, callee.def)) {
    needs(
      fcx,
      expr.span,
      `call to unsafe function \`${fnName(fcx, callee.def)}\``,
      "call to unsafe function",
    );
  }
  if (callee?.kind === "fnPtr" && callee.sig.unsafe)
    needs(fcx, expr.span, "call to unsafe function");
}

function isUnsafeFn(fcx: FnCtxt, def: DefId): boolean {
  const item = fcx.cx.def(def);
  return item.kind === "fn" && item.sig.unsafe;
}

function fnName(fcx: FnCtxt, id: DefId): string {
  const def = fcx.cx.def(id);
  const parent = def.parent === undefined ? undefined : fcx.cx.def(def.parent);
  if (parent?.kind === "trait") return `${parent.name}::${def.name}`;
  if (parent?.kind !== "impl") return def.name;
  const self = fcx.cx.typeOf(parent.id);
  const head = self.kind === "adt" ? fcx.cx.def(self.def).name : fcx.cx.showInFull(self);
  return `${head}::${def.name}`;
}

function checkPath(fcx: FnCtxt, expr: HirExpr): void {
  const callee = fcx.tables.resolutions.get(expr.id);
  const def = callee && fcx.cx.def(callee.def);
  if (def?.kind !== "static") return;
  if (def.mutable) needs(fcx, expr.span, "use of mutable static");
  else if (!def.hasBody && !isStdItem(fcx, def.id)) needs(fcx, expr.span, "use of extern static");
}

function isStdItem(fcx: FnCtxt, id: DefId): boolean {
  return fcx.cx.home(id) !== fcx.cx;
}

function checkUnionField(fcx: FnCtxt, expr: HirExpr & { kind: "field" }): void {
  const base =
    fcx.tables.adjustments.get(expr.expr.id)?.at(-1)?.target ?? fcx.tables.exprTys[expr.expr.id];
  const ty = base && structurally(fcx, base);
  if (ty?.kind !== "adt" || fcx.cx.adt(ty.def).kind !== "union") return;
  needs(fcx, expr.span, "access to union field");
}

function checkPattern(fcx: FnCtxt, pat: HirPat): void {
  const callee = pat.kind === "struct" ? fcx.tables.patResolutions.get(pat.id) : undefined;
  if (pat.kind === "struct" && callee && fcx.cx.def(callee.def).kind === "union") {
    for (const field of pat.fields)
      if (field.pat.kind !== "wild") needs(fcx, field.pat.span, "access to union field");
  }
  forEachSubpattern(pat, (part) => checkPattern(fcx, part));
}

function forEachPattern(expr: HirExpr, visitPat: (pat: HirPat) => void): void {
  if (expr.kind === "let") visitPat(expr.pat);
  if (expr.kind === "match") for (const arm of expr.arms) visitPat(arm.pat);
  const block = expr.kind === "block" ? expr.block : expr.kind === "loop" ? expr.body : undefined;
  for (const statement of block?.statements ?? [])
    if (statement.kind === "let") visitPat(statement.pat);
}

function needs(fcx: FnCtxt, span: Span, what: string, label = what): void {
  report(fcx, {
    code: "E0133",
    message: `${what} is unsafe and requires unsafe function or block`,
    span,
    label,
  });
}
