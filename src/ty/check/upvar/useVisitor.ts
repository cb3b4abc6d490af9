// How a closure's body uses places: by moving, copying, borrowing, assigning. Follows `ExprUseVisitor`.
//
// Every use of a place is told to the delegate with the expression that decides it.

import {
  adjustedPlace,
  field,
  placeOf,
  placeTy,
  unadjustedPlace,
  variantAt,
  walkPatPlaces,
} from "./places.ts";
import { capturedPlace } from "./capturedPlace.ts";
import { structurally } from "../fnCtxt.ts";
import type { UsePlace } from "./places.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { HirBlock, HirExpr, HirPat, HirStmt } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

export type BorrowMode = "ref" | "uniqueRef" | "mutRef";

export interface UseDelegate {
  consume(place: UsePlace, span: Span): void;
  borrow(place: UsePlace, mode: BorrowMode, span: Span): void;
  isCopy(ty: Ty): boolean;
}

export interface UseCx {
  readonly fcx: FnCtxt;
  readonly delegate: UseDelegate;
}

export function consumeExpr(ucx: UseCx, expr: HirExpr): void {
  consumeOrCopy(ucx, placeOf(ucx.fcx, expr), useSpan(expr));
  walkUse(ucx, expr);
}

function consumeOrCopy(ucx: UseCx, place: UsePlace, span: Span): void {
  if (place.local === undefined) return;
  if (ucx.delegate.isCopy(placeTy(place))) ucx.delegate.borrow(place, "ref", span);
  else ucx.delegate.consume(place, span);
}

function borrowExpr(ucx: UseCx, expr: HirExpr, mode: BorrowMode): void {
  ucx.delegate.borrow(placeOf(ucx.fcx, expr), mode, useSpan(expr));
  walkUse(ucx, expr);
}

function mutateExpr(ucx: UseCx, expr: HirExpr): void {
  ucx.delegate.borrow(placeOf(ucx.fcx, expr), "mutRef", useSpan(expr));
  walkUse(ucx, expr);
}

function useSpan(expr: HirExpr): Span {
  return expr.span;
}

/** What the expression does inside, its own result aside. */
export function walkUse(ucx: UseCx, expr: HirExpr): void {
  walkAdjustments(ucx, expr);
  const consume = (part: HirExpr) => consumeExpr(ucx, part);
  switch (expr.kind) {
    case "path":
    case "lit":
    case "continue":
    case "error":
      return;
    case "array":
    case "tuple":
      return expr.exprs.forEach(consume);
    case "repeat":
      return consume(expr.value);
    case "call":
      consume(expr.callee);
      return expr.args.forEach(consume);
    case "methodCall":
      consume(expr.receiver);
      return expr.args.forEach(consume);
    case "field":
      return walkUse(ucx, expr.expr);
    case "index":
      walkUse(ucx, expr.expr);
      return consume(expr.index);
    case "unary":
      return expr.op === "*" ? walkUse(ucx, expr.expr) : consume(expr.expr);
    case "binary":
      consume(expr.left);
      return consume(expr.right);
    case "assign":
      mutateExpr(ucx, expr.left);
      return consume(expr.right);
    case "assignOp":
      if (isOverloaded(ucx, expr)) consume(expr.left);
      else mutateExpr(ucx, expr.left);
      return consume(expr.right);
    case "addrOf":
      return borrowExpr(ucx, expr.expr, expr.mutable ? "mutRef" : "ref");
    case "cast":
    case "dropTemps":
      return consume(expr.expr);
    case "struct":
      return walkStruct(ucx, expr);
    case "block":
      return walkBlock(ucx, expr.block);
    case "let":
      // The test reads the value as a whole.
      ucx.delegate.borrow(placeOf(ucx.fcx, expr.init), "ref", useSpan(expr.init));
      return walkLocal(ucx, expr.init, expr.pat, undefined);
    case "if":
      consume(expr.condition);
      consume(expr.then);
      if (expr.else) consume(expr.else);
      return;
    case "loop":
      return walkBlock(ucx, expr.body);
    case "match":
      return walkMatch(ucx, expr);
    case "closure":
      return walkCaptures(ucx, expr);
    case "break":
    case "return":
      if (expr.value) consume(expr.value);
      return;
    case "formatArgs":
      for (const arg of expr.args) borrowExpr(ucx, arg, "ref");
      return;
    case "unsupported":
      return expr.parts.forEach(consume);
  }
}

/** Two scalars: assigned in place, whatever trait was looked up. */
function isOverloaded(ucx: UseCx, expr: HirExpr & { kind: "assignOp" }): boolean {
  return ucx.fcx.tables.methods.has(expr.id);
}

function walkAdjustments(ucx: UseCx, expr: HirExpr): void {
  const { fcx, delegate } = ucx;
  let place = unadjustedPlace(fcx, expr);
  for (const adjustment of fcx.tables.adjustments.get(expr.id) ?? []) {
    switch (adjustment.kind) {
      case "neverToAny":
      case "pointer":
        consumeOrCopy(ucx, place, expr.span);
        break;
      case "deref":
        if (adjustment.overloaded)
          delegate.borrow(place, adjustment.overloaded.mutable ? "mutRef" : "ref", expr.span);
        break;
      case "borrow":
      case "rawBorrow":
        delegate.borrow(place, adjustment.mutable ? "mutRef" : "ref", expr.span);
        break;
    }
    place = adjustedPlace(fcx, place, adjustment);
  }
}

function walkStruct(ucx: UseCx, expr: HirExpr & { kind: "struct" }): void {
  for (const part of expr.fields) consumeExpr(ucx, part.value);
  if (!expr.base) return;
  const { fcx } = ucx;
  const place = placeOf(fcx, expr.base);
  const ty = placeTy(place);
  if (ty.kind === "adt") {
    const fields = fcx.cx.adt(ty.def).variants[0]?.fields ?? [];
    for (const info of fields) {
      if (expr.fields.some((part) => part.name === info.name)) continue;
      const fieldTy = structurally(fcx, fcx.cx.fieldTy(info.def, ty.args));
      consumeOrCopy(ucx, field(place, 0, info.index, fieldTy), expr.base.span);
    }
  }
  walkUse(ucx, expr.base);
}

export function walkBlock(ucx: UseCx, block: HirBlock): void {
  for (const statement of block.statements) walkStatement(ucx, statement);
  if (block.tail) consumeExpr(ucx, block.tail);
}

function walkStatement(ucx: UseCx, statement: HirStmt): void {
  if (statement.kind === "expr") consumeExpr(ucx, statement.expr);
  if (statement.kind === "let" && statement.init)
    walkLocal(ucx, statement.init, statement.pat, statement.else);
}

function walkLocal(ucx: UseCx, init: HirExpr, pat: HirPat, other: HirBlock | undefined): void {
  walkUse(ucx, init);
  const place = placeOf(ucx.fcx, init);
  if (other) walkBlock(ucx, other);
  walkPat(ucx, place, pat, false, init.span);
}

function walkMatch(ucx: UseCx, expr: HirExpr & { kind: "match" }): void {
  const place = placeOf(ucx.fcx, expr.scrutinee);
  walkUse(ucx, expr.scrutinee);
  for (const arm of expr.arms) {
    walkPat(ucx, place, arm.pat, arm.guard !== undefined, expr.scrutinee.span);
    if (arm.guard) consumeExpr(ucx, arm.guard);
    consumeExpr(ucx, arm.body);
  }
}

/** A pattern that must look at the value at its place, not only bind parts of it. */
function mustRead(ucx: UseCx, place: UsePlace, pat: HirPat): boolean {
  const { fcx } = ucx;
  switch (pat.kind) {
    case "lit":
    case "range":
      return true;
    case "path":
    case "tupleStruct":
    case "struct": {
      const callee = fcx.tables.patResolutions.get(pat.id);
      if (callee && fcx.cx.def(callee.def).kind === "const") return true;
      const variant = variantAt(fcx, pat);
      const ty = placeTy(place);
      return variant === undefined || (ty.kind === "adt" && fcx.cx.adt(ty.def).variants.length > 1);
    }
    case "slice": {
      const whole =
        pat.before.length === 0 &&
        pat.after.length === 0 &&
        pat.middle === undefined &&
        pat.hasRest;
      return !whole && placeTy(place).kind !== "array";
    }
    default:
      return false;
  }
}

function walkPat(ucx: UseCx, outer: UsePlace, pat: HirPat, guarded: boolean, span: Span): void {
  const { fcx, delegate } = ucx;
  walkPatPlaces(fcx, outer, pat, (place, part) => {
    if (mustRead(ucx, place, part)) delegate.borrow(place, "ref", span);
    if (part.kind !== "binding") return;
    if (guarded) delegate.borrow(place, "ref", span);
    const mode = fcx.tables.bindingModes.get(part.id);
    if (mode?.kind === "ref") delegate.borrow(place, mode.mutable ? "mutRef" : "ref", span);
    else consumeOrCopy(ucx, place, span);
  });
}

/** A closure inside uses what it captures, in the way it captures it. */
function walkCaptures(ucx: UseCx, expr: HirExpr & { kind: "closure" }): void {
  for (const capture of ucx.fcx.tables.captures[expr.index] ?? []) {
    const place = capturedPlace(ucx.fcx, capture);
    if (capture.mode === "value") consumeOrCopy(ucx, place, capture.span);
    else ucx.delegate.borrow(place, capture.mode, capture.span);
  }
}
