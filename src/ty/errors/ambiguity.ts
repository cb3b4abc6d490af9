// Types that inference could not find: E0282, E0283, E0284, E0790, told once per body at the place where an annotation
// helps most. Follows `maybe_report_ambiguity`.

import { blameCall } from "./blame.ts";
import { isTy, walkTy } from "../fold.ts";
import { walkExpr } from "../hirWalk.ts";
import { isTraitObligation } from "../traits/solverCx.ts";
import { isUnknown, report, taint } from "../check/fnCtxt.ts";
import { findInferSource } from "./inferSource.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { ExprId } from "../../hir/hir.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { GenericArgs, Ty } from "../ty.ts";

export function reportAmbiguities(fcx: FnCtxt): void {
  if (fcx.errors.length > 0 || fcx.taintedAt) return;
  const open = fcx.fulfill.open.filter((obligation) => variableIn(fcx, obligation) !== undefined);
  const sized = fcx.cx.lang("sized");
  const isSized = (o: Obligation) => isTraitObligation(o) && o.predicate.ref.trait === sized;
  // What was asked of the variable itself says more than `Sized`; what only follows from a bound on a type around it less.
  const isDirect = (o: Obligation) =>
    o.cause.code.kind !== "impl" && o.cause.code.kind !== "builtin";
  const first = open.find((o) => !isSized(o) && isDirect(o)) ?? open.find(isSized) ?? open[0];
  if (first) reportObligation(fcx, first, isSized(first));
  else reportOpenLocal(fcx);
}

function argsOf(obligation: Obligation): GenericArgs {
  const { predicate } = obligation;
  return predicate.kind === "trait"
    ? predicate.ref.args
    : predicate.kind === "projection"
      ? predicate.args
      : [];
}

function variableIn(fcx: FnCtxt, obligation: Obligation): number | undefined {
  const resolved = fcx.infcx.resolveArgs(argsOf(obligation));
  if (resolved.some((arg) => isTy(arg) && isUnknown(arg))) return undefined;
  for (const arg of resolved) {
    const found = isTy(arg) ? firstVariable(arg) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstVariable(ty: Ty): number | undefined {
  let found: number | undefined;
  walkTy(ty, (part) => {
    if (part.kind === "infer" && part.class === "general") found ??= part.var;
  });
  return found;
}

function reportObligation(fcx: FnCtxt, obligation: Obligation, sized: boolean): void {
  const variable = variableIn(fcx, obligation) as number;
  if (isTraitObligation(obligation) && callsTraitItem(fcx, obligation)) {
    report(fcx, {
      code: "E0790",
      message:
        "cannot call associated function on trait without specifying the corresponding `impl` type",
      span: blameCall(fcx, obligation),
      label: "cannot call associated function of trait",
    });
    return;
  }
  const code = sized ? "E0282" : obligation.predicate.kind === "projection" ? "E0284" : "E0283";
  const source = findInferSource(fcx, variable);
  report(fcx, {
    code,
    message: source?.ty
      ? `type annotations needed for \`${fcx.cx.showInFull(source.ty)}\``
      : "type annotations needed",
    span: source?.span ?? obligation.cause.span,
    ...(source?.label ? { label: source.label } : {}),
  });
}

/** `Trait::function()` where nothing says for which type. */
function callsTraitItem(fcx: FnCtxt, obligation: Obligation): boolean {
  const { code } = obligation.cause;
  if (code.kind !== "bound" || code.expr === undefined || !isTraitObligation(obligation))
    return false;
  if (!isPlainPath(fcx, code.expr)) return false;
  const callee = fcx.tables.resolutions.get(code.expr);
  const item = callee && fcx.cx.def(callee.def);
  return (
    item?.kind === "fn" &&
    item.parent === obligation.predicate.ref.trait &&
    code.bound.predicate.kind === "trait" &&
    code.bound.predicate.ref.trait === item.parent
  );
}

/** `Trait::function`, not `<T as Trait>::function` or `Type::function`. */
function isPlainPath(fcx: FnCtxt, id: ExprId): boolean {
  let plain = false;
  walkExpr(fcx.body.value, (expr) => {
    if (expr.id !== id) return;
    const path = expr.kind === "call" ? expr.callee : expr;
    plain = path.kind === "path" && path.path.kind === "resolved" && path.path.self === undefined;
  });
  return plain;
}

/** Variables that no obligation speaks of: unused closure parameters and the like. */
function reportOpenLocal(fcx: FnCtxt): void {
  const local = fcx.body.locals.find(({ id }) => {
    const ty = fcx.tables.localTys[id];
    return ty !== undefined && firstVariable(fcx.infcx.resolve(ty)) !== undefined;
  });
  if (!local) return;
  const ty = fcx.infcx.resolve(fcx.tables.localTys[local.id] ?? fcx.tcx.unknown);
  taint(fcx, local.span);
  if (isUnknown(ty) || local.synthetic || ty.kind === "closure") return;
  report(fcx, {
    code: "E0282",
    message:
      ty.kind === "infer"
        ? "type annotations needed"
        : `type annotations needed for \`${fcx.cx.showInFull(ty)}\``,
    span: local.span,
  });
}
