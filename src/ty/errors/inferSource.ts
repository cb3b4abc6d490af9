// The place where a type annotation helps most, for a variable that inference left open. Follows
// `FindInferSourceVisitor`: variables, closure parameters, and the generic arguments of paths and methods, each with
// the cost of writing it out; the cheapest wins.

import { isTy, walkTy } from "../fold.ts";
import { walkExpr } from "../hirWalk.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { Span } from "../../base/span.ts";
import type { HirExpr, HirPat, HirStmt } from "../../hir/hir.ts";
import type { GenericArg, GenericArgs, Ty } from "../ty.ts";

export interface InferSource {
  readonly span: Span;
  readonly cost: number;
  /** Printed in the headline unless it is only a variable. */
  readonly ty: Ty | undefined;
  readonly label: string | undefined;
}

export function findInferSource(fcx: FnCtxt, variable: number): InferSource | undefined {
  const sources: InferSource[] = [];
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
    sources.push({
      span: pat.span,
      cost: costOf(resolved),
      ty: resolved.kind === "infer" ? undefined : resolved,
      label: undefined,
    });
  };
  walkExpr(fcx.body.value, (expr) => {
    for (const statement of statementsOf(expr))
      if (statement.kind === "let" && !statement.ty && !statement.synthetic)
        addPattern(statement.pat);
    if (expr.kind === "closure")
      for (const param of expr.params) if (!param.ty) addPattern(param.pat);
    const generic = genericSource(fcx, expr, mentions);
    if (generic) sources.push(generic);
  });
  return sources.sort((a, b) => a.cost - b.cost)[0];
}

function statementsOf(expr: HirExpr): readonly HirStmt[] {
  return expr.kind === "block"
    ? expr.block.statements
    : expr.kind === "loop"
      ? expr.body.statements
      : [];
}

/** Generic arguments left out at a path or a method. */
function genericSource(
  fcx: FnCtxt,
  expr: HirExpr,
  mentions: (ty: Ty) => boolean,
): InferSource | undefined {
  const callee = fcx.tables.resolutions.get(expr.id) ?? fcx.tables.methods.get(expr.id);
  if (!callee || expr.macroSpan || (expr.kind !== "path" && expr.kind !== "methodCall"))
    return undefined;
  const segment =
    expr.kind === "methodCall"
      ? expr.segment
      : expr.path.kind === "relative"
        ? expr.path.segment
        : expr.path.segments.at(-1);
  if (segment?.args) return undefined;
  const generics = fcx.cx.genericsOf(callee.def);
  const at = callee.args.findIndex(
    (arg, i) => i >= generics.parentCount && isTy(arg) && mentions(arg),
  );
  const param = generics.own[at - generics.parentCount];
  if (at < 0 || !param) return typeSource(fcx, expr, callee.args, mentions);
  const def = fcx.cx.def(callee.def);
  const kind =
    def.kind === "fn"
      ? def.sig.hasSelf
        ? "method"
        : generics.parentCount > 0
          ? "associated function"
          : "function"
      : def.kind;
  return {
    span: expr.kind === "methodCall" ? expr.segment.span : expr.span,
    cost: 10 + callee.args.reduce((sum, arg) => sum + argCost(fcx, arg), 0),
    ty: undefined,
    label: `cannot infer type of the type parameter \`${param.name}\` declared on the ${kind} \`${def.name}\``,
  };
}

/** `Vec::new()`: the arguments of the type before `::`. */
function typeSource(
  fcx: FnCtxt,
  expr: HirExpr,
  args: GenericArgs,
  mentions: (ty: Ty) => boolean,
): InferSource | undefined {
  if (expr.kind !== "path" || expr.path.kind !== "relative") return undefined;
  const { ty } = expr.path;
  if (
    ty.kind !== "path" ||
    ty.path.kind !== "resolved" ||
    ty.path.res.kind !== "def" ||
    ty.path.segments.at(-1)?.args
  )
    return undefined;
  const def = fcx.cx.def(ty.path.res.def);
  const at = args.findIndex((arg) => isTy(arg) && mentions(arg));
  const param = fcx.cx.genericsOf(def.id).own[at];
  if (!param) return undefined;
  return {
    span: expr.span,
    cost: 10 + args.reduce((sum, arg) => sum + argCost(fcx, arg), 0),
    ty: undefined,
    label: `cannot infer type of the type parameter \`${param.name}\` declared on the ${def.kind} \`${def.name}\``,
  };
}

function argCost(fcx: FnCtxt, arg: GenericArg): number {
  if (arg.kind === "region") return 0;
  return arg.kind === "constant" ? 3 : costOf(fcx.infcx.resolve(arg));
}

/** How much there is to write; `_` costs nothing. */
function costOf(ty: Ty): number {
  const all = (args: readonly GenericArg[]) =>
    args.reduce((sum, arg) => sum + (isTy(arg) ? costOf(arg) : 0), 0);
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
