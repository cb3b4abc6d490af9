// Expressions to THIR: one node for each thing that happens. Follows `rustc_mir_build::thir::cx::expr`.
//
// `mirrorExpr` wraps every expression in its own scope, decides which scopes end the life of temporaries (rustc's
// `resolve_expr` in `region.rs`), and applies the adjustments of type checking outside the plain node.

import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { applyAdjustments, overloadedPlace } from "./adjust.ts";
import { blockExpr, mirrorBlock } from "./blocks.ts";
import { mirrorCall, mirrorMethodCall, mirrorOverloaded } from "./calls.ts";
import { mirrorClosure } from "./closures.ts";
import { literalExpr } from "./consts.ts";
import { mirrorConstBlock } from "./bodies.ts";
import { editionAt, enterScope, exprTy, thirExpr, withVars } from "./cx.ts";
import type { ExprOptions, Scopes, ThirCx } from "./cx.ts";
import { mirrorPat } from "./patterns.ts";
import { mirrorPath, mirrorStruct } from "./paths.ts";
import type { RegionScope, ThirArm, ThirExpr, ThirExprKind } from "./thir.ts";

export function mirrorExpr(
  tcx: ThirCx,
  expr: HirExpr,
  scopes: Scopes,
  options: ExprOptions = {},
): ThirExpr {
  // A `for` loop drops the temporaries of its head at its own end, wherever it stands (rustc's `DropTemps` around the `match`):
  // a temporary for its value is none of these.
  const isFor = expr.kind === "match" && expr.source === "for";
  const own: ExprOptions = isFor ? { terminating: true, role: "statement" } : options;
  const { scope, inner } = enterScope(scopes, "node", expr.span, own);
  const around = isFor && options.terminating !== true ? scopes.temps : inner.temps;
  const tempScope = tcx.extended.has(expr.id) ? tcx.extended.get(expr.id) : around;
  const plain = thirExpr(
    exprKind(tcx, expr, inner, tempScope),
    exprTy(tcx, expr.id),
    expr.span,
    tempScope,
  );
  const value = applyAdjustments(tcx, expr, plain);
  return thirExpr({ kind: "scope", scope, value }, value.ty, expr.span, tempScope);
}

function exprKind(
  tcx: ThirCx,
  expr: HirExpr,
  scopes: Scopes,
  temp: RegionScope | undefined,
): ThirExprKind {
  const ty = exprTy(tcx, expr.id);
  const sub = (inner: HirExpr) => mirrorExpr(tcx, inner, scopes);
  switch (expr.kind) {
    case "lit":
      return literalKind(expr, ty);
    case "path":
      return mirrorPath(tcx, expr, ty, temp);
    case "array":
      return { kind: "array", exprs: expr.exprs.map(sub) };
    case "repeat":
      if (ty.kind !== "array") return unknownKind("array repeat expression");
      return { kind: "repeat", value: sub(expr.value), count: ty.length };
    case "tuple":
      return { kind: "tuple", exprs: expr.exprs.map(sub) };
    case "call":
      return mirrorCall(tcx, expr, ty, scopes, temp);
    case "methodCall":
      return mirrorMethodCall(tcx, expr, scopes);
    case "field":
      return fieldKind(tcx, expr, sub(expr.expr));
    case "index":
      return indexKind(tcx, expr, ty, scopes, temp);
    case "unary":
      return unaryKind(tcx, expr, ty, scopes, temp);
    case "binary":
      return binaryKind(tcx, expr, scopes);
    case "assign":
      return { kind: "assign", left: sub(expr.left), right: sub(expr.right) };
    case "assignOp":
      if (tcx.results.methods.has(expr.id))
        return mirrorOverloaded(tcx, expr, [expr.left, expr.right], scopes);
      return { kind: "assignOp", op: expr.op, left: sub(expr.left), right: sub(expr.right) };
    case "addrOf":
      if (expr.raw) return { kind: "rawBorrow", mutable: expr.mutable, arg: sub(expr.expr) };
      return { kind: "borrow", borrow: expr.mutable ? "mut" : "shared", arg: sub(expr.expr) };
    case "cast":
      return castKind(tcx, expr, sub(expr.expr));
    case "struct":
      return mirrorStruct(tcx, expr, ty, scopes);
    case "block":
      if (expr.const) return mirrorConstBlock(tcx, expr, ty);
      return { kind: "block", block: mirrorBlock(tcx, expr.block, scopes, { label: expr.label }) };
    case "let":
      return { kind: "let", expr: sub(expr.init), pat: mirrorPat(tcx, expr.pat, scopes) };
    case "if":
      return ifKind(tcx, expr, scopes);
    case "loop": {
      const body = blockExpr(tcx, expr.body, tcx.cx.ty.tcx.unit, scopes, {
        terminating: true,
        role: "body",
      });
      return { kind: "loop", body, label: expr.label, source: expr.source };
    }
    case "match":
      return matchKind(tcx, expr, scopes);
    case "closure":
      return mirrorClosure(tcx, expr, ty, scopes, temp);
    case "break":
      return { kind: "break", label: expr.label, value: expr.value && sub(expr.value) };
    case "continue":
      return { kind: "continue", label: expr.label };
    case "return":
      return { kind: "return", value: expr.value && sub(expr.value) };
    case "dropTemps":
      return {
        kind: "use",
        source: mirrorExpr(tcx, expr.expr, scopes, { terminating: true, role: "condition" }),
      };
    case "formatArgs":
      return formatKind(tcx, expr, scopes);
    case "unsupported":
      return { kind: "unsupported", what: expr.what, reason: "it is not modelled" };
    case "error":
      return unknownKind("an expression with an error");
  }
}

function unknownKind(what: string): ThirExprKind {
  return { kind: "unsupported", what, reason: "its meaning is not known" };
}

function literalKind(expr: HirExpr, ty: Ty): ThirExprKind {
  const constant = literalExpr(expr, ty);
  return constant
    ? { kind: "constant", constant }
    : { kind: "unsupported", what: "C string literal", reason: "it is not modelled" };
}

function fieldKind(tcx: ThirCx, expr: HirExpr, base: ThirExpr): ThirExprKind {
  const index = tcx.results.fields.get(expr.id);
  return index === undefined ? unknownKind("a field") : { kind: "field", base, index };
}

function indexKind(
  tcx: ThirCx,
  expr: HirExpr & { kind: "index" },
  ty: Ty,
  scopes: Scopes,
  temp: RegionScope | undefined,
): ThirExprKind {
  const callee = tcx.results.methods.get(expr.id);
  const base = mirrorExpr(tcx, expr.expr, scopes);
  const index = mirrorExpr(tcx, expr.index, scopes);
  if (!callee) return { kind: "index", base, index };
  const mutable = base.ty.kind === "ref" && base.ty.mutable;
  // rustc points at the bracket.
  const bracket = { start: Math.min(expr.expr.span.end, expr.span.end), end: expr.span.end };
  return overloadedPlace(tcx, callee, [base, index], ty, mutable, expr.span, temp, bracket);
}

/** References, raw pointers and `Box`. */
function derefsBuiltin({ kind }: Ty): boolean {
  return kind === "ref" || kind === "ptr" || kind === "adt";
}

function unaryKind(
  tcx: ThirCx,
  expr: HirExpr & { kind: "unary" },
  ty: Ty,
  scopes: Scopes,
  temp: RegionScope | undefined,
): ThirExprKind {
  const callee = tcx.results.methods.get(expr.id);
  if (expr.op === "*") {
    const arg = mirrorExpr(tcx, expr.expr, scopes);
    if (!callee)
      return derefsBuiltin(arg.ty) ? { kind: "deref", arg } : unknownKind("a dereference");
    return overloadedPlace(
      tcx,
      callee,
      [arg],
      ty,
      arg.ty.kind === "ref" && arg.ty.mutable,
      expr.span,
      temp,
    );
  }
  if (callee) return mirrorOverloaded(tcx, expr, [expr.expr], scopes);
  const literal = literalExpr(expr, ty);
  if (literal) return { kind: "constant", constant: literal };
  return { kind: "unary", op: expr.op, arg: mirrorExpr(tcx, expr.expr, scopes) };
}

function binaryKind(tcx: ThirCx, expr: HirExpr & { kind: "binary" }, scopes: Scopes): ThirExprKind {
  if (expr.op === "&&" || expr.op === "||") {
    const left = mirrorExpr(tcx, expr.left, scopes, {
      terminating: !keepsTemporaries(expr.left),
      role: "condition",
    });
    const right = mirrorExpr(tcx, expr.right, scopes, {
      terminating: expr.right.kind !== "let",
      role: "condition",
    });
    return { kind: "logical", op: expr.op, left, right };
  }
  if (tcx.results.methods.has(expr.id))
    return mirrorOverloaded(tcx, expr, [expr.left, expr.right], scopes);
  const left = mirrorExpr(tcx, expr.left, scopes);
  return { kind: "binary", op: expr.op, left, right: mirrorExpr(tcx, expr.right, scopes) };
}

/** The left side of `&&` does not end the life of temporaries if it is a `let`, or itself a chain. */
function keepsTemporaries(expr: HirExpr): boolean {
  return expr.kind === "let" || (expr.kind === "binary" && (expr.op === "&&" || expr.op === "||"));
}

function castKind(tcx: ThirCx, expr: HirExpr, source: ThirExpr): ThirExprKind {
  const cast = tcx.results.casts.get(expr.id) ?? "unknown";
  switch (cast) {
    case "identity":
      return { kind: "use", source };
    case "reifyFnPointer":
    case "unsafeFnPointer":
    case "closureFnPointer":
    case "mutToConstPointer":
    case "arrayToPointer":
    case "unsize":
      return { kind: "pointer", cast, source };
    case "unknown":
      return unknownKind("a cast");
    default:
      return { kind: "cast", cast, source };
  }
}

function hasLet(expr: HirExpr): boolean {
  return (
    expr.kind === "let" ||
    (expr.kind === "binary" && expr.op === "&&" && (hasLet(expr.left) || hasLet(expr.right)))
  );
}

/** A condition without `let` ends the life of its temporaries; with `let` they live as the edition says. */
function conditionOptions(expr: HirExpr): ExprOptions {
  return { terminating: !hasLet(expr) && expr.kind !== "dropTemps", role: "condition" };
}

function ifKind(tcx: ThirCx, expr: HirExpr & { kind: "if" }, scopes: Scopes): ThirExprKind {
  const rescope = editionAt(tcx, expr.span) >= 2024;
  const entered = enterScope(scopes, rescope ? "ifThenRescope" : "ifThen", expr.then.span, {
    terminating: rescope,
    role: "condition",
  });
  const inner = withVars(entered.inner, entered.scope);
  const cond = mirrorExpr(tcx, expr.condition, inner, conditionOptions(expr.condition));
  const then = mirrorExpr(tcx, expr.then, inner, { terminating: true, role: "arm" });
  const orElse =
    expr.else && mirrorExpr(tcx, expr.else, scopes, { terminating: true, role: "arm" });
  return { kind: "if", scope: entered.scope, cond, then, else: orElse };
}

function matchKind(tcx: ThirCx, expr: HirExpr & { kind: "match" }, scopes: Scopes): ThirExprKind {
  const mirrored = mirrorExpr(tcx, expr.scrutinee, scopes);
  const scrutinee = expr.source === "for" ? asForCall(mirrored) : mirrored;
  const arms = expr.arms.map((arm): ThirArm => {
    const own = enterScope(scopes, "node", arm.span, { terminating: true, role: "arm" });
    const pat = mirrorPat(tcx, arm.pat, withVars(own.inner, own.scope));
    const guarded = enterScope(own.inner, "matchGuard", arm.span, {
      terminating: true,
      role: "condition",
    });
    const inner = withVars(guarded.inner, guarded.scope);
    const guard = arm.guard && mirrorExpr(tcx, arm.guard, inner, conditionOptions(arm.guard));
    const bodyScopes = arm.guard ? inner : withVars(own.inner, own.scope);
    const body = mirrorExpr(tcx, arm.body, bodyScopes);
    return { pat, guard, body, scope: own.scope, guardScope: guarded.scope, span: arm.span };
  });
  return { kind: "match", scrutinee, arms, source: expr.source };
}

/** Marks the `into_iter` call that a `for` loop makes. */
function asForCall(expr: ThirExpr): ThirExpr {
  if (expr.kind === "scope") return { ...expr, value: asForCall(expr.value) };
  return expr.kind === "call" ? { ...expr, source: "for" } : expr;
}

function formatKind(
  tcx: ThirCx,
  expr: HirExpr & { kind: "formatArgs" },
  scopes: Scopes,
): ThirExprKind {
  const interner = tcx.cx.ty.tcx;
  const args = expr.args.map((arg) => {
    const value = mirrorExpr(tcx, arg, scopes);
    return thirExpr(
      { kind: "borrow", borrow: "shared", arg: value },
      interner.ref(interner.erased, value.ty, false),
      arg.span,
      value.tempScope,
    );
  });
  return { kind: "formatArgs", pieces: expr.pieces, args };
}
