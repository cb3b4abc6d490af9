// State of the conversion from HIR to THIR, and the region scopes that it opens.
//
// Scopes follow rustc's `region.rs`: a temporary is dropped at the end of the innermost terminating scope around its
// expression, unless `extend.ts` gave it a longer life; a variable at the end of the block, arm, condition or function that
// declares it. The current scopes are passed down as `Scopes` values, so that leaving one cannot be forgotten.

import type { Edition } from "../../base/edition.ts";
import { isStdSpan } from "../../base/span.ts";
import type { Span } from "../../base/span.ts";
import type { ExprId, HirBody, HirExpr, LocalId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypeckResults } from "../../ty/typeck.ts";
import type { MirContext } from "../context.ts";
import type { Body, BodyOwner } from "../mir.ts";
import type { RegionScope, ThirBody, ThirExpr, ThirExprKind } from "./thir.ts";

export interface ThirCx {
  readonly cx: MirContext;
  readonly results: TypeckResults;
  readonly owner: BodyOwner;
  readonly body: HirBody;
  readonly varScopes: Map<LocalId, RegionScope>;
  /** Extended temporaries: `undefined` as a value means for ever. */
  readonly extended: Map<ExprId, RegionScope | undefined>;
  /** Bodies of constants inside this one, built by the caller's function. */
  readonly buildNested: (thir: ThirBody) => Body;
  /** `mirrorExpr` of exprs.ts: the files that convert one kind of node reach it through here. */
  readonly mirror: (tcx: ThirCx, expr: HirExpr, scopes: Scopes, options?: ExprOptions) => ThirExpr;
}

export interface ExprOptions {
  readonly terminating?: boolean;
  readonly role?: RegionScope["role"];
}

export interface Scopes {
  /** Innermost scope of any kind. */
  readonly current: RegionScope | undefined;
  /** Where temporaries die. */
  readonly temps: RegionScope | undefined;
  /** Where variables die that are declared here. */
  readonly vars: RegionScope | undefined;
}

export const NO_SCOPES: Scopes = { current: undefined, temps: undefined, vars: undefined };

/** Opens a scope that ends the life of temporaries only if it is `terminating`. */
export function enterScope(
  scopes: Scopes,
  kind: RegionScope["kind"],
  span: Span,
  options: { terminating?: boolean; role?: RegionScope["role"] } = {},
): { scope: RegionScope; inner: Scopes } {
  const terminating = options.terminating ?? false;
  const scope: RegionScope = {
    kind,
    parent: scopes.current,
    terminating,
    role: options.role ?? "other",
    span,
  };
  return {
    scope,
    inner: { current: scope, temps: terminating ? scope : scopes.temps, vars: scopes.vars },
  };
}

export function withVars(scopes: Scopes, vars: RegionScope): Scopes {
  return { ...scopes, vars };
}

export function editionAt(tcx: ThirCx, span: Span): Edition {
  const base = tcx.cx.ty.base;
  return isStdSpan(span) && base ? base.edition : tcx.cx.ty.edition;
}

export function exprTy(tcx: ThirCx, id: ExprId): Ty {
  return tcx.results.exprTys[id] ?? tcx.cx.ty.tcx.unknown;
}

/** `kind` is fresh: completing it in place spares a copy. */
export function thirExpr(
  kind: ThirExprKind,
  ty: Ty,
  span: Span,
  tempScope: RegionScope | undefined,
): ThirExpr {
  const expr = kind as unknown as { -readonly [K in keyof ThirExpr]: ThirExpr[K] };
  expr.ty = ty;
  expr.span = span;
  expr.tempScope = tempScope;
  return expr as ThirExpr;
}
