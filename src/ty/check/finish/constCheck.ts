// E0015: calls in constants, statics and `const fn` that cannot run at compile time. Follows
// `rustc_const_eval::check_consts`, on HIR instead of MIR; runs on bodies without other errors.
//
// Not modelled: destructors in constants (E0493), const traits, interior mutability behind references.

import { hasAttr } from "../../../hir/attrs.ts";
import { forEachChild } from "../../hirWalk.ts";
import { report, structurally } from "../fnCtxt.ts";
import { showFnPath } from "../../show.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Callee } from "../../typeck.ts";

export function checkConstBody(fcx: FnCtxt): void {
  // std is trusted: what the real one runs at compile time may be written more simply here.
  if (fcx.errors.length > 0 || fcx.cx.program.std === undefined) return;
  const def = fcx.cx.def(fcx.owner);
  if (hasAttr(def.attrs, "rustc_do_not_const_check")) return;
  if (def.kind === "static") visit(fcx, fcx.body.value, "statics");
  else if (def.kind === "const") visit(fcx, fcx.body.value, "constants");
  else
    visit(
      fcx,
      fcx.body.value,
      def.kind === "fn" && def.sig.const ? "constant functions" : undefined,
    );
}

/** `where`: undefined in ordinary code, where only `const { }` blocks matter. */
function visit(fcx: FnCtxt, expr: HirExpr, where: string | undefined): void {
  if (expr.kind === "closure" && where !== undefined) return;
  const inside = expr.kind === "block" && expr.const ? "constants" : where;
  if (inside !== undefined && expr.kind === "match" && expr.source === "for")
    return forLoop(fcx, expr, inside);
  if (inside !== undefined) checkOne(fcx, expr, inside);
  forEachChild(expr, (child) => visit(fcx, child, inside));
}

/** The calls that a `for` loop stands for are told as one. */
function forLoop(fcx: FnCtxt, expr: HirExpr & { kind: "match" }, where: string): void {
  const call = expr.scrutinee;
  const head = call.kind === "call" ? call.args[0] : undefined;
  if (!head) return;
  const ty = fcx.infcx.resolve(fcx.tables.exprTys[head.id] ?? fcx.tcx.unknown);
  visit(fcx, head, where);
  say(fcx, head, `cannot use \`for\` loop on \`${fcx.cx.showInFull(ty)}\` in ${where}`);
}

function checkOne(fcx: FnCtxt, expr: HirExpr, where: string): void {
  const method = fcx.tables.methods.get(expr.id);
  switch (expr.kind) {
    case "call": {
      const ty = fcx.tables.exprTys[expr.callee.id];
      const callee = ty && structurally(fcx, ty);
      if (callee?.kind === "fnDef") return checkCallee(fcx, expr, callee, where);
      if (method) say(fcx, expr, `cannot call non-const closure in ${where}`);
      return;
    }
    case "methodCall":
      if (method) checkCallee(fcx, expr, method, where);
      return;
    case "unary":
    case "binary":
    case "assignOp":
      if (method && !isScalarOperator(fcx, expr))
        say(fcx, expr, `cannot call non-const operator in ${where}`);
      return;
    default:
  }
}

function isScalarOperator(fcx: FnCtxt, expr: HirExpr): boolean {
  const ty =
    fcx.tables.exprTys[expr.kind === "binary" || expr.kind === "assignOp" ? expr.left.id : expr.id];
  return ty !== undefined && ["int", "float", "bool", "char"].includes(structurally(fcx, ty).kind);
}

function checkCallee(fcx: FnCtxt, expr: HirExpr, callee: Callee, where: string): void {
  const def = fcx.cx.def(callee.def);
  if (def.kind !== "fn" || def.sig.const) return;
  const parent = def.parent === undefined ? undefined : fcx.cx.def(def.parent).kind;
  const associated = parent === "impl" || parent === "trait";
  const kind = !associated ? "function" : def.sig.hasSelf ? "method" : "associated function";
  const args = fcx.infcx.resolveArgs(callee.args);
  const span =
    expr.kind === "methodCall" ? { start: expr.segment.span.start, end: expr.span.end } : undefined;
  say(
    fcx,
    expr,
    `cannot call non-const ${kind} \`${showFnPath(fcx.cx, callee.def, args)}\` in ${where}`,
    span,
  );
}

function say(fcx: FnCtxt, expr: HirExpr, message: string, span = expr.span): void {
  report(fcx, { code: "E0015", message, span: span });
}
