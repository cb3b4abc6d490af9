// Where a failed bound is reported: at the one argument whose type mentions the parameter, else at the callee.
// Follows `adjust_fulfillment_error_for_expr_obligation`.
//
// Not modelled: pointing inside an argument (`Some(x)`, `(a, b)`).

import { isTy, walkTy } from "../fold.ts";
import { walkExpr } from "../hirWalk.ts";
import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ExprId, HirExpr, HirSegment } from "../../hir/hir.ts";
import type { ExprIndex, FnCtxt } from "../check/fnCtxt.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { GenericArg, Ty } from "../ty.ts";

export function blameSpan(fcx: FnCtxt, root: Obligation): Span {
  const { code, span } = root.cause;
  if (code.kind !== "bound" || code.expr === undefined) return span;
  const site = callSite(fcx, code.expr);
  if (!site) return span;
  const { predicate } = code.bound;
  const args =
    predicate.kind === "trait"
      ? predicate.ref.args
      : predicate.kind === "projection"
        ? predicate.args
        : [];
  const params = paramsToBlame(fcx, site.def, args);
  for (const param of params) {
    const written = writtenArg(fcx, site, param);
    if (written) return written;
    const referencing = site.inputs.flatMap((ty, i) => (mentions(ty, param) ? [i] : []));
    const only = referencing.length === 1 ? (referencing[0] as number) : -1;
    const arg = site.isMethod && only === 0 ? undefined : site.args[only];
    if (arg) return innermost(arg);
    if (referencing.length > 1) return site.nameSpan;
  }
  return site.isMethod ? site.nameSpan : site.wholeSpan;
}

/** What concerns a call but none of its arguments: the method's name, or the call as a whole. */
export function blameCall(fcx: FnCtxt, root: Obligation): Span {
  const { code, span } = root.cause;
  const site =
    code.kind === "bound" && code.expr !== undefined ? callSite(fcx, code.expr) : undefined;
  return site?.isMethod ? site.nameSpan : (site?.wholeSpan ?? span);
}

/** Outlives obligations are told for the call as a whole. */
export function blameOutlives(fcx: FnCtxt, root: Obligation): Span {
  const { code, span } = root.cause;
  const site =
    code.kind === "bound" && code.expr !== undefined ? callSite(fcx, code.expr) : undefined;
  return site?.wholeSpan ?? span;
}

/** The generic argument that somebody wrote for the parameter. */
function writtenArg(fcx: FnCtxt, site: CallSite, param: number): Span | undefined {
  const { own, parentCount } = fcx.cx.genericsOf(site.def);
  const at = own
    .filter((p) => p.kind !== "lifetime" && !p.synthetic)
    .findIndex((p) => p.index === param);
  if (at < 0 || param < parentCount) return undefined;
  const given = site.segment?.args?.args.filter((arg) => arg.kind !== "lifetime")[at];
  return (
    given &&
    (given.kind === "type" ? given.ty.span : given.kind === "infer" ? undefined : given.value.span)
  );
}

interface CallSite {
  readonly def: DefId;
  readonly inputs: readonly Ty[];
  /** With the receiver of a method call. */
  readonly args: readonly HirExpr[];
  readonly isMethod: boolean;
  readonly segment: HirSegment | undefined;
  readonly nameSpan: Span;
  readonly wholeSpan: Span;
}

function callSite(fcx: FnCtxt, id: ExprId): CallSite | undefined {
  fcx.exprs ??= indexExprs(fcx);
  const expr = fcx.exprs.all.get(id);
  if (!expr) return undefined;
  if (expr.kind === "methodCall") {
    const callee = fcx.tables.methods.get(id);
    return (
      callee && {
        def: callee.def,
        inputs: fcx.cx.fnSig(callee.def).inputs,
        args: [expr.receiver, ...expr.args],
        isMethod: true,
        segment: expr.segment,
        nameSpan: expr.segment.span,
        wholeSpan: expr.span,
      }
    );
  }
  const callee = fcx.tables.resolutions.get(id);
  const call = fcx.exprs.calls.get(id);
  if (!callee) return undefined;
  const segment =
    expr.kind !== "path"
      ? undefined
      : expr.path.kind === "relative"
        ? expr.path.segment
        : expr.path.segments.at(-1);
  const whole = call?.kind === "call" ? call : expr;
  return {
    def: callee.def,
    inputs: fcx.cx.fnSig(callee.def).inputs,
    args: call?.kind === "call" ? call.args : [],
    isMethod: false,
    segment,
    nameSpan: expr.span,
    wholeSpan: whole.span,
  };
}

function indexExprs(fcx: FnCtxt): ExprIndex {
  const all = new Map<ExprId, HirExpr>();
  const calls = new Map<ExprId, HirExpr>();
  walkExpr(fcx.body.value, (expr) => {
    all.set(expr.id, expr);
    if (expr.kind === "call") calls.set(expr.callee.id, expr);
  });
  return { all, calls };
}

/** Parameters in the bound: those of the item itself, then of its parent, `Self` last. */
function paramsToBlame(fcx: FnCtxt, def: DefId, args: readonly GenericArg[]): number[] {
  const own: number[] = [];
  const parent: number[] = [];
  const self: number[] = [];
  const { parentCount } = fcx.cx.genericsOf(def);
  for (const arg of args) {
    if (!isTy(arg)) continue;
    walkTy(arg, (ty) => {
      if (ty.kind !== "param") return;
      if (ty.index >= parentCount) own.push(ty.index);
      else if (ty.name === "Self") self.push(ty.index);
      else parent.push(ty.index);
    });
  }
  return [own[0], parent[0], self[0]].filter((index): index is number => index !== undefined);
}

function mentions(ty: Ty, param: number): boolean {
  let found = false;
  walkTy(ty, (part) => {
    if (part.kind === "param" && part.index === param) found = true;
  });
  return found;
}

function innermost(expr: HirExpr): Span {
  return expr.span;
}
