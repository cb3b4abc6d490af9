// E0004 and E0005: matches that miss a value, and refutable patterns where only irrefutable ones may stand.
// Runs on bodies without other errors. Follows `rustc_mir_build::thir::pattern::check_match`.
//
// Not modelled: unreachable patterns (a warning).

import { forEachChild } from "../../hirWalk.ts";
import { isUnknown, report, structurally } from "../fnCtxt.ts";
import { lowerPat } from "./lowerPat.ts";
import { missingPatterns } from "./usefulness.ts";
import { showPat } from "./showPat.ts";
import type { Pat } from "./constructors.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { HirExpr, HirPat } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

export function checkExhaustiveness(fcx: FnCtxt): void {
  if (fcx.errors.length > 0) return;
  for (const param of fcx.body.params) irrefutable(fcx, param.pat, "function argument");
  visit(fcx, fcx.body.value);
}

function visit(fcx: FnCtxt, expr: HirExpr): void {
  if (expr.kind === "match") checkMatch(fcx, expr);
  if (expr.kind === "closure")
    for (const param of expr.params) irrefutable(fcx, param.pat, "closure argument");
  const block = expr.kind === "block" ? expr.block : expr.kind === "loop" ? expr.body : undefined;
  for (const statement of block?.statements ?? []) {
    if (statement.kind === "let" && !statement.else)
      irrefutable(fcx, statement.pat, "local binding");
  }
  forEachChild(expr, (child) => visit(fcx, child));
}

function checkMatch(fcx: FnCtxt, expr: HirExpr & { kind: "match" }): void {
  if (expr.source === "question") return;
  const ty =
    patTy(fcx, expr.arms[0]?.pat) ??
    structurally(fcx, fcx.tables.exprTys[expr.scrutinee.id] ?? fcx.tcx.unknown);
  const missing = missingFrom(
    fcx,
    expr.arms.filter((arm) => !arm.guard).map((arm) => arm.pat),
    ty,
  );
  if (!missing || missing.length === 0) return;
  if (expr.source === "for") return forBinding(fcx, expr, missing);
  const { span } = expr.scrutinee;
  if (expr.arms.length === 0 && missing.every((pat) => pat.ctor.kind === "wild")) {
    report(fcx, {
      code: "E0004",
      message: `non-exhaustive patterns: type \`${fcx.cx.showInFull(fcx.infcx.resolve(ty))}\` is non-empty`,
      span,
    });
    return;
  }
  report(fcx, {
    code: "E0004",
    message: `non-exhaustive patterns: ${listPatterns(fcx, missing)} not covered`,
    span,
    label: `pattern${missing.length === 1 ? "" : "s"} ${listPatterns(fcx, missing)} not covered`,
  });
}

/** The pattern of a `for` loop is an arm of the match on what `next` gives. */
function forBinding(fcx: FnCtxt, expr: HirExpr & { kind: "match" }, missing: readonly Pat[]): void {
  const arm = expr.arms.find((a) => a.pat.kind === "tupleStruct" && a.pat.pats.length === 1);
  const inner = arm?.pat.kind === "tupleStruct" ? arm.pat.pats[0] : undefined;
  const parts = missing.flatMap((pat) => pat.fields.slice(0, 1));
  if (inner && parts.length > 0) refutable(fcx, inner.span, "`for` loop binding", parts);
}

function irrefutable(fcx: FnCtxt, pat: HirPat, where: string): void {
  if (isPlain(pat)) return;
  const ty = patTy(fcx, pat);
  const missing = ty && missingFrom(fcx, [pat], ty);
  if (missing && missing.length > 0) refutable(fcx, pat.span, where, missing);
}

function isPlain(pat: HirPat): boolean {
  return pat.kind === "wild" || (pat.kind === "binding" && !pat.sub);
}

function refutable(fcx: FnCtxt, span: Span, where: string, missing: readonly Pat[]): void {
  report(fcx, {
    code: "E0005",
    message: `refutable pattern in ${where}`,
    span,
    label: `pattern${missing.length === 1 ? "" : "s"} ${listPatterns(fcx, missing)} not covered`,
  });
}

function patTy(fcx: FnCtxt, pat: HirPat | undefined): Ty | undefined {
  const ty = pat && fcx.tables.patTys[pat.id];
  return ty && structurally(fcx, ty);
}

/** Nothing is claimed where a type or a constant is unknown. */
function missingFrom(fcx: FnCtxt, pats: readonly HirPat[], given: Ty): readonly Pat[] | undefined {
  const ty = fcx.infcx.resolve(given);
  if (isUnknown(ty) || ty.hasInfer) return undefined;
  const rows: Pat[] = [];
  for (const pat of pats) {
    const lowered = lowerPat(fcx, pat);
    if (!lowered) return undefined;
    rows.push(...lowered);
  }
  return rows.some(mentionsOpaque) ? undefined : missingPatterns(fcx, rows, ty);
}

function mentionsOpaque(pat: Pat): boolean {
  return pat.ctor.kind === "opaque" || pat.fields.some(mentionsOpaque);
}

function listPatterns(fcx: FnCtxt, missing: readonly Pat[]): string {
  const shown = [...new Set(missing.map((pat) => `\`${showPat(fcx, pat)}\``))];
  if (shown.length === 1) return shown[0] as string;
  if (shown.length <= 3) return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  return `${shown.slice(0, 3).join(", ")} and ${shown.length - 3} more`;
}
