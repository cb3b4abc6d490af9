// A fresh context for checking a body.

import { newVar } from "./fnCtxt.ts";
import { createSolver } from "../traits/solver.ts";
import { Fulfillment } from "../traits/fulfill.ts";
import { InferCtxt } from "../infer/inferCtxt.ts";
import { lowerTy } from "../lower/lowerTy.ts";
import type { CheckFns, FnCtxt } from "./fnCtxt.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirBody } from "../../hir/hir.ts";
import type { LowerCx } from "../lower/lowerCx.ts";
import type { TyContext } from "../queries.ts";
import type { TypeckResults } from "../typeck.ts";

export function createFnCtxt(cx: TyContext, owner: DefId, body: HirBody, check: CheckFns): FnCtxt {
  const infcx = new InferCtxt(cx, owner);
  const env = cx.paramEnv(owner);
  const scx = createSolver(cx, env, owner, infcx);
  const fcx: FnCtxt = {
    cx,
    tcx: cx.tcx,
    infcx,
    scx,
    fulfill: new Fulfillment(scx, (error) => check.failed(fcx, error)),
    owner,
    body,
    env,
    lcx: undefined as unknown as LowerCx,
    tables: {
      exprTys: [],
      adjustments: new Map(),
      patTys: [],
      patAdjustments: new Map(),
      bindingModes: new Map(),
      localTys: [],
      resolutions: new Map(),
      patResolutions: new Map(),
      methods: new Map(),
      fields: new Map(),
      casts: new Map(),
      closureExprs: [],
      captures: [],
    },
    check,
    errors: [],
    breakables: new Map(),
    derefTargets: new Map(),
    extensionItems: new Map(),
    unmodelled: [],
    deferredCasts: [],
    deferredCalls: [],
    returns: { coerce: undefined, ty: cx.tcx.unknown, closure: undefined },
    diverges: false,
    closure: undefined,
    taintedAt: undefined,
    depth: 0,
    exprs: undefined,
    late: [],
    quiet: false,
  };
  const lcx: LowerCx = {
    cx,
    owner,
    infer: { ty: (span) => newVar(fcx, span), const: () => infcx.newConst() },
    elided: () => cx.tcx.erased,
    objectDefault: cx.tcx.erased,
    depth: 0,
    erase: true,
    report: (error) => fcx.errors.push(error),
    ty: lowerTy,
  };
  return Object.assign(fcx, { lcx });
}

export function emptyResults(cx: TyContext, owner: DefId, body: HirBody): TypeckResults {
  const { unknown } = cx.tcx;
  return {
    body,
    owner,
    exprTys: Array.from({ length: body.exprCount }, () => unknown),
    adjustments: new Map(),
    patTys: Array.from({ length: body.patCount }, () => unknown),
    patAdjustments: new Map(),
    bindingModes: new Map(),
    localTys: body.locals.map(() => unknown),
    resolutions: new Map(),
    patResolutions: new Map(),
    methods: new Map(),
    fields: new Map(),
    casts: new Map(),
    closures: [],
    errors: [],
    tainted: true,
    taintedAt: body.span,
  };
}
