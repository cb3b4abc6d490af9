// Bodies, lowered at first use: functions, constants, statics and the anonymous constants inside types.

import type { Block, Expr, FnItem, Item } from "../../syntax/ast.ts";
import type { BodyContext, BodyState, Lowering, PatBinder } from "./bodyContext.ts";
import { makeExpr, makePat, newLocal, withNames } from "./bodyContext.ts";
import { reportUnsupported } from "../crate.ts";
import type { Crate, DefNode } from "../crate.ts";
import type { HirBody, HirExpr, HirParam } from "../hir.ts";
import { lowerBlock, lowerStatements } from "./lowerBlock.ts";
import { lowerExpr } from "./lowerExpr.ts";
import { lowerPat } from "./lowerPat.ts";
import { lowerBounds, lowerType } from "./lowerTypes.ts";
import { enabledParams } from "./typeContext.ts";
import type { TypeContext } from "./typeContext.ts";
import { spanIn } from "../spans.ts";

const LOWERING: Lowering = {
  expr: lowerExpr,
  block: lowerBlock,
  pat: lowerPat,
  statements: lowerStatements,
};

/** The context in which a definition's signature is lowered. */
export function typeContext(crate: Crate, node: DefNode): TypeContext {
  return {
    crate,
    scope: node.scope,
    owner: node.id,
    doubt: { uncertain: false },
    text: node.text,
    frame: node.macro,
    lowerType,
    lowerBounds,
    anonConst: lowerAnonConst,
    span: (ast) => spanIn(crate, node.macro, ast),
  };
}

export function lowerBody(crate: Crate, node: DefNode): HirBody | undefined {
  const { source } = node;
  if (source.kind === "snippet")
    return lowerFn(bodyContext(typeContext(crate, node)), undefined, source.block);
  if (source.kind !== "item") return undefined;
  const { item } = source;
  const cx = bodyContext(typeContext(crate, node));
  if (item.kind === "fn") return item.body === undefined ? undefined : lowerFn(cx, item, item.body);
  if (item.kind !== "const" && item.kind !== "static") return undefined;
  if (item.value === undefined) return undefined;
  return finish(cx, [], lowerExpr(cx, item.value));
}

/** A constant expression in a type, a discriminant or a generic argument: a body of its own. */
export function lowerAnonConst(cx: TypeContext, expr: Expr): HirBody {
  const outer = (cx as Partial<BodyContext>).ribs;
  const fresh = bodyContext(cx);
  const inner: BodyContext =
    outer === undefined ? fresh : { ...fresh, ribs: { kind: "constant", parent: outer } };
  return finish(inner, [], lowerExpr(inner, expr));
}

function bodyContext(cx: TypeContext): BodyContext {
  const state: BodyState = {
    exprs: 0,
    pats: 0,
    closures: 0,
    labels: 0,
    locals: [],
    uncertain: false,
  };
  return {
    crate: cx.crate,
    scope: cx.scope,
    owner: cx.owner,
    text: cx.text,
    frame: cx.frame,
    lowerType,
    lowerBounds,
    anonConst: lowerAnonConst,
    span: cx.span,
    doubt: state,
    state,
    lower: LOWERING,
    ribs: undefined,
    labels: undefined,
    outerLabels: undefined,
    loop: { kind: "none" },
    closure: undefined,
  };
}

function finish(cx: BodyContext, params: readonly HirParam[], value: HirExpr): HirBody {
  const { exprs, pats, closures, locals } = cx.state;
  return {
    owner: cx.owner,
    params,
    value,
    exprCount: exprs,
    patCount: pats,
    locals,
    closureCount: closures,
    span: value.span,
  };
}

function lowerFn(cx: BodyContext, item: (Item & FnItem) | undefined, body: Block): HirBody {
  const binder: PatBinder = {
    names: new Map(),
    stack: [],
    parameters: new Set(),
    noun: "function parameter",
  };
  const params = item === undefined ? [] : lowerParams(cx, item, binder);
  const inner = withNames(cx, binder.names);
  if (item !== undefined && (item.header.async || item.header.gen)) {
    const what = item.header.async ? "async fn" : "gen fn";
    reportUnsupported(
      cx.crate,
      { start: item.start, end: item.name.end },
      what,
      "async code is not part of Lockstep's model",
    );
    return finish(cx, params, makeExpr(cx, body, { kind: "unsupported", what, parts: [] }));
  }
  const block = lowerBlock(inner, body);
  return finish(
    cx,
    params,
    makeExpr(cx, body, { kind: "block", block, unsafe: false, const: false }),
  );
}

function lowerParams(cx: BodyContext, item: Item & FnItem, binder: PatBinder): HirParam[] {
  const params: HirParam[] = [];
  const { self } = item;
  if (self !== undefined) {
    const span = cx.span(self);
    const mutable = self.mutable && !self.ref;
    const local = newLocal(cx, { name: "self", span, mutable, byRef: false, synthetic: false });
    binder.names.set("self", local);
    params.push({
      pat: makePat(cx, self, { kind: "binding", local, byRef: false, mutable }),
      span,
    });
  }
  for (const param of enabledParams(cx, item)) {
    binder.stack.length = 0;
    binder.stack.push({ kind: "product", names: new Set() });
    const at = param.pat ?? param;
    const pat =
      param.pat === undefined ? makePat(cx, at, { kind: "wild" }) : lowerPat(cx, param.pat, binder);
    params.push({ pat, span: cx.span(param) });
  }
  return params;
}
