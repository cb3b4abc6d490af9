// Whole bodies to THIR: functions, closures, constants and statics, `const` blocks.
// Follows `resolve_expr`/`visit_body` of rustc's `region.rs`: parameters live in the `arguments` scope around the body.

import type { HirExpr, HirParam } from "../../hir/hir.ts";
import { eraseSig } from "../../ty/fold.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { Ty } from "../../ty/ty.ts";
import type { MirContext } from "../context.ts";
import type { Body, BodyOwner } from "../mir.ts";
import { NO_SCOPES, enterScope, exprTy, withVars } from "./cx.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import { extendBorrows } from "./extend.ts";
import { mirrorPat } from "./patterns.ts";
import type { ThirBody, ThirExprKind, ThirParam } from "./thir.ts";

export function makeThirCx(
  cx: MirContext,
  results: TypeckResults,
  owner: BodyOwner,
  buildNested: (thir: ThirBody) => Body,
  mirror: ThirCx["mirror"],
): ThirCx {
  return {
    cx,
    results,
    owner,
    body: results.body,
    varScopes: new Map(),
    extended: new Map(),
    buildNested,
    mirror,
  };
}

/** The body of a function, constant or static. */
export function mirrorBody(tcx: ThirCx): ThirBody {
  const { body } = tcx.results;
  const kind = tcx.cx.ty.def(tcx.owner.def).kind;
  const constant = kind === "const" || kind === "static";
  const returnTy = constant ? tcx.cx.ty.typeOf(tcx.owner.def) : fnReturnTy(tcx, body.value);
  return assemble(tcx, {
    params: body.params,
    environment: undefined,
    value: body.value,
    returnTy,
    constant,
  });
}

/** The body of closure `index`; its environment is the first argument. */
export function mirrorClosureBody(tcx: ThirCx, closure: HirExpr & { kind: "closure" }): ThirBody {
  const info = tcx.results.closures[closure.index];
  const closureTy = exprTy(tcx, closure.id);
  const interner = tcx.cx.ty.tcx;
  const environment =
    info?.kind === "FnOnce"
      ? closureTy
      : interner.ref(interner.erased, closureTy, info?.kind === "FnMut");
  const returnTy = info?.sig.output ?? exprTy(tcx, closure.body.id);
  return assemble(tcx, {
    params: closure.params,
    environment,
    value: closure.body,
    returnTy,
    constant: false,
  });
}

interface Parts {
  readonly params: readonly HirParam[];
  readonly environment: Ty | undefined;
  readonly value: HirExpr;
  readonly returnTy: Ty;
  readonly constant: boolean;
}

function assemble(tcx: ThirCx, parts: Parts): ThirBody {
  const { value, constant } = parts;
  const callSite = enterScope(NO_SCOPES, "callSite", value.span);
  const args = enterScope(callSite.inner, "arguments", value.span);
  const scopes = withVars(args.inner, args.scope);
  const params: ThirParam[] = parts.params.map((param) => {
    const ty = tcx.results.patTys[param.pat.id] ?? tcx.cx.ty.tcx.unknown;
    return { ty, pat: mirrorPat(tcx, param.pat, scopes), span: param.span };
  });
  if (parts.environment)
    params.unshift({ ty: parts.environment, pat: undefined, span: value.span });
  if (constant) extendConstant(tcx, value);
  return {
    owner: tcx.owner,
    params,
    value: tcx.mirror(tcx, value, scopes, { terminating: !constant, role: "body" }),
    returnTy: parts.returnTy,
    callSite: callSite.scope,
    arguments: args.scope,
    varScopes: tcx.varScopes,
    span: value.span,
    constant,
  };
}

/** What the value of a constant borrows lives for ever. */
function extendConstant(tcx: ThirCx, value: HirExpr): void {
  extendBorrows(tcx, value, undefined);
}

/** The declared type; behind `impl Trait` the type that the body gives. */
function fnReturnTy(tcx: ThirCx, value: HirExpr): Ty {
  const declared = eraseSig(tcx.cx.ty.tcx, tcx.cx.ty.fnSig(tcx.owner.def)).output;
  if (!declared.hasAlias) return declared;
  const adjustments = tcx.results.adjustments.get(value.id);
  return adjustments?.[adjustments.length - 1]?.target ?? exprTy(tcx, value.id);
}

/** `const { … }`: a constant of its own inside this body. */
export function mirrorConstBlock(
  tcx: ThirCx,
  expr: HirExpr & { kind: "block" },
  ty: Ty,
): ThirExprKind {
  const inner: ThirCx = { ...tcx, varScopes: new Map(), extended: new Map() };
  const value: HirExpr = { ...expr, const: false };
  const scoped = assembleConst(inner, value, ty);
  const args = tcx.cx.ty.identityArgs(tcx.owner.def);
  return { kind: "constant", constant: { kind: "nested", body: tcx.buildNested(scoped), args } };
}

function assembleConst(tcx: ThirCx, value: HirExpr, ty: Ty): ThirBody {
  extendConstant(tcx, value);
  const callSite = enterScope(NO_SCOPES, "callSite", value.span);
  const args = enterScope(callSite.inner, "arguments", value.span);
  const scopes: Scopes = withVars(args.inner, args.scope);
  return {
    owner: tcx.owner,
    params: [],
    // The adjustments of the block apply outside the constant.
    value: tcx.mirror({ ...tcx, results: withoutAdjustments(tcx.results, value) }, value, scopes),
    returnTy: ty,
    callSite: callSite.scope,
    arguments: args.scope,
    varScopes: tcx.varScopes,
    span: value.span,
    constant: true,
  };
}

function withoutAdjustments(results: TypeckResults, expr: HirExpr): TypeckResults {
  if (!results.adjustments.has(expr.id)) return results;
  const adjustments = new Map(results.adjustments);
  adjustments.delete(expr.id);
  return { ...results, adjustments };
}
