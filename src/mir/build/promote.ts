// Constant promotion: `&<constant expression>` refers to a value that lives for ever.
//
// Follows the rules of rustc's `promote_consts` for code that is not itself constant: literals, arithmetic on them that
// cannot fail, tuples, arrays and structs of such, functions as values; never a call, a value that needs dropping, or one
// with interior mutability. `&mut []` is promoted as well.

import type { Operand } from "../mir.ts";
import type { RegionScope, ThirBody, ThirExpr } from "../thir/thir.ts";
import { typeIsFreeze, typeNeedsDrop } from "../traits.ts";
import type { Builder } from "./builder.ts";

export function promoteBorrow(
  b: Builder,
  expr: ThirExpr & { kind: "borrow" },
): Operand | undefined {
  const value = strip(expr.arg);
  if (expr.borrow === "mut") {
    if (value.kind !== "array" || value.exprs.length > 0) return undefined;
  } else if (expr.borrow !== "shared" || !isPromotable(b, value)) return undefined;
  if (value.ty.hasUnknown || isPlace(value)) return undefined;
  const body = b.buildNested(promotedBody(b, value));
  const args = b.cx.ty.identityArgs(b.thir.owner.def);
  return {
    kind: "constant",
    constant: { kind: "promoted", body, args },
    ty: expr.ty,
    span: expr.span,
  };
}

function isPlace(expr: ThirExpr): boolean {
  return (
    expr.kind === "var" ||
    expr.kind === "upvar" ||
    expr.kind === "deref" ||
    expr.kind === "field" ||
    expr.kind === "index"
  );
}

function strip(expr: ThirExpr): ThirExpr {
  return expr.kind === "scope" ? strip(expr.value) : expr;
}

function isPromotable(b: Builder, value: ThirExpr): boolean {
  return isConstant(b, value) && !typeNeedsDrop(b.cx, b.env, value.ty) && isFreeze(b, value);
}

/** No interior mutability in the value; constants by name are asked by type, built values by their parts. */
function isFreeze(b: Builder, value: ThirExpr): boolean {
  if (value.kind !== "constant" || value.constant.kind !== "const") return true;
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
      return value.op === "!" && isConstant(b, value.arg);
    case "binary":
      return neverFails(value) && all([value.left, value.right]);
    case "use":
      return isConstant(b, value.source);
    case "pointer":
      return value.cast === "unsize" || value.cast === "reifyFnPointer"
        ? isConstant(b, value.source)
        : false;
    case "cast":
      return value.cast === "intToInt" || value.cast === "charToInt" || value.cast === "boolToInt"
        ? isConstant(b, value.source)
        : false;
    case "borrow":
      return value.borrow === "shared" && isPromotable(b, strip(value.arg));
    default:
      return false;
  }
}

/** `UnsafeCell` and what has a destructor are built at run time. */
function isPlainAdt(b: Builder, value: ThirExpr & { kind: "adt" }): boolean {
  return !value.union && value.def !== b.cx.ty.lang("unsafe_cell");
}

function neverFails(value: ThirExpr & { kind: "binary" }): boolean {
  if (strip(value.left).ty.kind !== "int") return true;
  switch (value.op) {
    case "/":
    case "%": {
      const divisor = strip(value.right);
      return (
        divisor.kind === "constant" &&
        divisor.constant.kind === "int" &&
        divisor.constant.value > 0n
      );
    }
    case "+":
    case "-":
    case "*":
      // Promoted as rustc does; an overflow is a compile-time lint and panics when the code is reached.
      return false;
    default:
      return value.op !== "<<" && value.op !== ">>";
  }
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
