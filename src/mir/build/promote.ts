// Constant promotion: `&<constant expression>` refers to a value that lives for ever.
//
// Follows the rules of rustc's `promote_consts` for code that is not itself constant: literals, arithmetic on them (an overflow
// panics where the code is reached), tuples, arrays and structs of such and parts of them, functions and closures that capture
// nothing, calls of functions marked `#[rustc_promotable]`; never another call, a value that needs dropping, or one with interior
// mutability. `&mut []` is promoted as well. Whether dropping is needed is asked of the value: `None::<String>` needs none. Of
// `&[1, 2, 3][i]` the array is promoted: projections are no part of it.

import type { Span } from "../../base/span.ts";
import { hasAttr } from "../../hir/attrs.ts";
import type { Ty } from "../../ty/ty.ts";
import type { CastKind } from "../../ty/typeck.ts";
import type { Operand } from "../mir.ts";
import type { RegionScope, ThirBody, ThirExpr } from "../thir/thir.ts";
import { dropImpl, typeIsFreeze, typeNeedsDrop } from "../traits.ts";
import type { Builder } from "./builder.ts";
import { dropRepeated, repeatsNever } from "./exprOperand.ts";
import { localScope } from "./scopes.ts";

type ConstantOperand = Operand & { kind: "constant" };

export function promoteBorrow(
  b: Builder,
  expr: ThirExpr & { kind: "borrow" },
): ConstantOperand | undefined {
  const value = strip(expr.arg);
  if (expr.borrow === "mut") {
    if (value.kind !== "array" || value.exprs.length > 0) return undefined;
  } else if (expr.borrow !== "shared") return undefined;
  else if (value.kind === "repeat" && repeatsNever(value) && !isConstant(b, value)) {
    dropRepeated(b, value.value, localScope(b));
    return promoted(b, { ...value, kind: "array", exprs: [] }, expr.ty, expr.span);
  } else if (!isPromotable(b, value)) return undefined;
  return promoted(b, value, expr.ty, expr.span);
}

/** A reference to an array that is promoted: all of `&array[index]` that is, whatever the index. */
export function promoteArray(b: Builder, base: ThirExpr): ConstantOperand | undefined {
  const array = strip(base);
  if (array.ty.kind !== "array" || !isPromotable(b, array)) return undefined;
  const interner = b.cx.ty.tcx;
  return promoted(b, array, interner.ref(interner.erased, array.ty, false), base.span);
}

function promoted(b: Builder, value: ThirExpr, ty: Ty, span: Span): ConstantOperand | undefined {
  if (value.ty.hasUnknown) return undefined;
  const body = b.buildNested(promotedBody(b, value));
  const args = b.cx.ty.identityArgs(b.thir.owner.def);
  return {
    kind: "constant",
    constant: { kind: "promoted", body, args },
    ty,
    span,
  };
}

/** Without scopes and blocks; the element itself for a part of a tuple or array that is written out. */
function strip(expr: ThirExpr): ThirExpr {
  switch (expr.kind) {
    case "scope":
      return strip(expr.value);
    case "block":
      return expr.block.statements.length === 0 && expr.block.tail ? strip(expr.block.tail) : expr;
    case "field": {
      const base = strip(expr.base);
      return partOf(base.kind === "tuple" ? base.exprs : [], expr.index) ?? expr;
    }
    case "index": {
      const base = strip(expr.base);
      const index = strip(expr.index);
      if (index.kind !== "constant" || index.constant.kind !== "int") return expr;
      return partOf(base.kind === "array" ? base.exprs : [], Number(index.constant.value)) ?? expr;
    }
    default:
      return expr;
  }
}

/** All parts must be constant: those left out would have had effects. */
function partOf(parts: readonly ThirExpr[], index: number): ThirExpr | undefined {
  const part = parts[index];
  return part && parts.every((one) => strip(one).kind === "constant") ? strip(part) : undefined;
}

function isPromotable(b: Builder, value: ThirExpr): boolean {
  return isConstant(b, value) && !needsDrop(b, value) && isFreeze(b, value);
}

/** Built values need dropping only if one of their parts does. */
function needsDrop(b: Builder, expr: ThirExpr): boolean {
  const value = strip(expr);
  switch (value.kind) {
    case "array":
    case "tuple":
      return value.exprs.some((part) => needsDrop(b, part));
    case "adt":
      return (
        dropImpl(b.cx, value.def) !== undefined ||
        value.fields.some((field) => needsDrop(b, field.value))
      );
    default:
      return typeNeedsDrop(b.cx, b.env, value.ty);
  }
}

/** No interior mutability in the value; constants by name are asked by type, built values by their parts. */
function isFreeze(b: Builder, value: ThirExpr): boolean {
  const named = value.kind === "constant" && value.constant.kind === "const";
  if (!named && value.kind !== "call") return true;
  return typeIsFreeze(b.cx, value.ty);
}

function isConstant(b: Builder, expr: ThirExpr): boolean {
  const value = strip(expr);
  const all = (parts: readonly ThirExpr[]) => parts.every((part) => isConstant(b, part));
  switch (value.kind) {
    case "constant":
      return (
        value.constant.kind !== "static" &&
        !typeNeedsDrop(b.cx, b.env, value.ty) &&
        isFreeze(b, value)
      );
    case "array":
    case "tuple":
      return all(value.exprs);
    case "repeat":
      return isConstant(b, value.value);
    case "adt":
      return (
        isPlainAdt(b, value) &&
        value.base === undefined &&
        all(value.fields.map((field) => field.value))
      );
    case "unary":
      return isConstant(b, value.arg);
    case "binary":
      return neverDividesByZero(value) && all([value.left, value.right]);
    case "closure":
      return value.upvars.length === 0;
    case "call":
      return isPromotableFn(b, value.fun.ty) && all(value.args);
    case "use":
      return isConstant(b, value.source);
    case "pointer":
      return value.cast === "unsize" || value.cast === "reifyFnPointer"
        ? isConstant(b, value.source)
        : false;
    case "cast":
      return NUMBER_CASTS.has(value.cast) && isConstant(b, value.source);
    case "borrow":
      return (
        value.borrow === "shared" &&
        (isPromotable(b, strip(value.arg)) || isStaticInStatic(b, strip(value.arg)))
      );
    default:
      return false;
  }
}

/** Only the value of a static may point to other statics. */
function isStaticInStatic(b: Builder, value: ThirExpr): boolean {
  if (value.kind !== "deref" || b.cx.ty.def(b.thir.owner.def).kind !== "static") return false;
  const pointer = strip(value.arg);
  return pointer.kind === "constant" && pointer.constant.kind === "static";
}

/** Casts of pointers to numbers are left to run time. */
const NUMBER_CASTS: ReadonlySet<CastKind> = new Set([
  "intToInt",
  "intToFloat",
  "floatToInt",
  "floatToFloat",
  "boolToInt",
  "charToInt",
  "u8ToChar",
]);

function isPromotableFn(b: Builder, ty: Ty): boolean {
  return ty.kind === "fnDef" && hasAttr(b.cx.ty.def(ty.def).attrs, "rustc_promotable");
}

/** `UnsafeCell` and what has a destructor are built at run time. */
function isPlainAdt(b: Builder, value: ThirExpr & { kind: "adt" }): boolean {
  return !value.union && value.def !== b.cx.ty.lang("unsafe_cell");
}

function neverDividesByZero(value: ThirExpr & { kind: "binary" }): boolean {
  if (value.op !== "/" && value.op !== "%") return true;
  const divisor = strip(value.right);
  return (
    divisor.ty.kind !== "int" ||
    (divisor.kind === "constant" && divisor.constant.kind === "int" && divisor.constant.value > 0n)
  );
}

function promotedBody(b: Builder, value: ThirExpr): ThirBody {
  const scope: RegionScope = {
    kind: "callSite",
    parent: undefined,
    terminating: false,
    role: "other",
    span: value.span,
  };
  const args: RegionScope = { ...scope, kind: "arguments", parent: scope };
  return {
    owner: b.thir.owner,
    params: [],
    value,
    returnTy: value.ty,
    callSite: scope,
    arguments: args,
    varScopes: new Map(),
    span: value.span,
    constant: true,
  };
}
