// Types that inference could not find: E0282, E0283, E0284, E0790, told once per body at the place where an annotation
// helps most. Follows `emit_inference_failure_err`: candidates are variables, closure parameters and the generic
// arguments of paths and methods; the cheapest wins.

import { isTy, walkTy } from "../fold.ts";
import { isTraitObligation } from "../traits/solverCx.ts";
import { isUnknown, report, taint } from "../check/fnCtxt.ts";
import { walkExpr } from "../hirWalk.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { Span } from "../../base/span.ts";
import type { HirExpr, HirPat, HirStmt } from "../../hir/hir.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { GenericArg, GenericArgs, Ty } from "../ty.ts";

export function reportAmbiguities(fcx: FnCtxt): void {
  if (fcx.errors.length > 0 || fcx.taintedAt) return;
  const open = fcx.fulfill.open.filter((obligation) => variableIn(fcx, obligation) !== undefined);
  const sized = fcx.cx.lang("sized");
  const isSized = (o: Obligation) => isTraitObligation(o) && o.predicate.ref.trait === sized;
  const first = open.find((obligation) => !isSized(obligation)) ?? open[0];
  if (first) reportObligation(fcx, first, isSized(first));
  else reportOpenLocal(fcx);
}

function argsOf(obligation: Obligation): GenericArgs {
  const { predicate } = obligation;
  return predicate.kind === "trait" ? predicate.ref.args : predicate.kind === "projection" ? predicate.args : [];
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
      message: "cannot call associated function on trait without specifying the corresponding `impl` type",
      span: obligation.cause.span,
      label: "cannot call associated function of trait",
    });
    return;
  }
  const code = sized ? "E0282" : obligation.predicate.kind === "projection" ? "E0284" : "E0283";
  const source = findSource(fcx, variable);
  report(fcx, {
    code,
    message: source?.ty ? `type annotations needed for \`${fcx.cx.showInFull(source.ty)}\`` : "type annotations needed",
    span: source?.span ?? obligation.cause.span,
    ...(source?.label ? { label: source.label } : {}),
  });
}

/** `Trait::function()` where nothing says for which type. */
function callsTraitItem(fcx: FnCtxt, obligation: Obligation): boolean {
  const { code } = obligation.cause;
  if (code.kind !== "bound" || code.expr === undefined || !isTraitObligation(obligation)) return false;
  const callee = fcx.tables.resolutions.get(code.expr);
  const item = callee && fcx.cx.def(callee.def);
  return item?.kind === "fn" && item.parent === obligation.predicate.ref.trait && code.bound.predicate.kind === "trait"
    && code.bound.predicate.ref.trait === item.parent;
}

// ---- the place that an annotation would help at

interface Source {
  readonly span: Span;
  readonly cost: number;
  /** Printed in the headline unless it is only a variable. */
  readonly ty: Ty | undefined;
  readonly label: string | undefined;
}

function findSource(fcx: FnCtxt, variable: number): Source | undefined {
  const sources: Source[] = [];
  const root = fcx.infcx.table.root(variable);
  const mentions = (ty: Ty) => {
    let found = false;
    walkTy(fcx.infcx.resolve(ty), (part) => {
      if (part.kind === "infer" && fcx.infcx.table.root(part.var) === root) found = true;
    });
    return found;
  };
  const addPattern = (pat: HirPat) => {
    const ty = fcx.tables.patTys[pat.id];
    if (!ty || !mentions(ty)) return;
    const resolved = fcx.infcx.resolve(ty);
    const span = pat.kind === "binding" ? (fcx.body.locals[pat.local]?.span ?? pat.span) : pat.span;
    sources.push({ span, cost: costOf(resolved), ty: resolved.kind === "infer" ? undefined : resolved, label: undefined });
  };
  walkExpr(fcx.body.value, (expr) => {
    for (const statement of statementsOf(expr)) if (statement.kind === "let" && !statement.ty && !statement.synthetic) addPattern(statement.pat);
    if (expr.kind === "closure") for (const param of expr.params) if (!param.ty) addPattern(param.pat);
    const generic = genericSource(fcx, expr, mentions);
    if (generic) sources.push(generic);
  });
  return sources.sort((a, b) => a.cost - b.cost)[0];
}

function statementsOf(expr: HirExpr): readonly HirStmt[] {
  return expr.kind === "block" ? expr.block.statements : expr.kind === "loop" ? expr.body.statements : [];
}

/** Generic arguments left out at a path or a method. */
function genericSource(fcx: FnCtxt, expr: HirExpr, mentions: (ty: Ty) => boolean): Source | undefined {
  const callee = fcx.tables.resolutions.get(expr.id) ?? fcx.tables.methods.get(expr.id);
  if (!callee || expr.macroSpan || (expr.kind !== "path" && expr.kind !== "methodCall")) return undefined;
  const segment = expr.kind === "methodCall" ? expr.segment : expr.path.kind === "relative" ? expr.path.segment : expr.path.segments.at(-1);
  if (segment?.args) return undefined;
  const generics = fcx.cx.genericsOf(callee.def);
  const at = callee.args.findIndex((arg, i) => i >= generics.parentCount && isTy(arg) && mentions(arg));
  const param = generics.own[at - generics.parentCount];
  if (at < 0 || !param) return undefined;
  const def = fcx.cx.def(callee.def);
  const kind = def.kind === "fn" ? (def.sig.hasSelf ? "method" : generics.parentCount > 0 ? "associated function" : "function") : def.kind;
  return {
    span: expr.kind === "methodCall" ? expr.segment.span : expr.span,
    cost: 10 + callee.args.reduce((sum, arg) => sum + argCost(fcx, arg), 0),
    ty: undefined,
    label: `cannot infer type of the type parameter \`${param.name}\` declared on the ${kind} \`${def.name}\``,
  };
}

function argCost(fcx: FnCtxt, arg: GenericArg): number {
  if (arg.kind === "region") return 0;
  return arg.kind === "constant" ? 3 : costOf(fcx.infcx.resolve(arg));
}

/** How much there is to write; `_` costs nothing. */
function costOf(ty: Ty): number {
  const all = (args: readonly GenericArg[]) => args.reduce((sum, arg) => sum + (isTy(arg) ? costOf(arg) : 0), 0);
  switch (ty.kind) {
    case "infer":
      return 0;
    case "adt":
      return 5 + all(ty.args);
    case "tuple":
      return 5 + all(ty.tys);
    case "ref":
      return 2 + costOf(ty.ty);
    case "closure":
      return 1000;
    case "fnDef":
      return 150 + all(ty.args);
    case "fnPtr":
      return 30;
    default:
      return 1;
  }
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
    message: ty.kind === "infer" ? "type annotations needed" : `type annotations needed for \`${fcx.cx.showInFull(ty)}\``,
    span: local.span,
  });
}
