// Constants in THIR: literals, items used as values, and `const` blocks.

import type { Span } from "../../base/span.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Lit } from "../../syntax/ast.ts";
import type { Callee } from "../../ty/typeck.ts";
import { numeralValue } from "../../ty/constOps.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Constant, Operand } from "../mir.ts";
import { exprTy } from "./cx.ts";
import type { ThirCx } from "./cx.ts";

/** Undefined: a literal that is recognised but not modelled. */
export function literalConstant(lit: Lit, ty: Ty, negative: boolean): Constant | undefined {
  switch (lit.kind) {
    case "int":
      return ty.kind === "float"
        ? floatConstant(lit.digits, ty, negative)
        : intConstant(lit.digits, negative);
    case "float":
      return floatConstant(lit.digits, ty, negative);
    case "bool":
      return { kind: "bool", value: lit.value };
    case "char":
      return { kind: "char", value: lit.value.codePointAt(0) ?? 0 };
    case "byte":
      return { kind: "int", value: BigInt(lit.value) };
    case "str":
      return { kind: "str", value: lit.value };
    case "byteStr":
      return { kind: "byteStr", value: lit.value };
    case "cStr":
      return undefined;
  }
}

function intConstant(digits: string, negative: boolean): Constant {
  const value = numeralValue(digits) ?? 0n;
  return { kind: "int", value: negative ? -value : value };
}

function floatConstant(digits: string, ty: Ty, negative: boolean): Constant {
  const value = negative ? -Number(digits) : Number(digits);
  return {
    kind: "float",
    value: ty.kind === "float" && ty.float === "f32" ? Math.fround(value) : value,
  };
}

/** The value of a literal expression, with an optional minus in front; undefined for anything else. */
export function literalExpr(expr: HirExpr, ty: Ty): Constant | undefined {
  if (expr.kind === "lit") return literalConstant(expr.lit, ty, false);
  if (expr.kind === "unary" && expr.op === "-" && expr.expr.kind === "lit") {
    const { lit } = expr.expr;
    if (lit.kind === "int" || lit.kind === "float") return literalConstant(lit, ty, true);
  }
  return undefined;
}

/** A function, constructor, constant or static as a value; undefined for statics and constructors with a value of their own. */
export function itemConstant(tcx: ThirCx, callee: Callee, ty: Ty): Constant | undefined {
  const def = tcx.cx.ty.def(callee.def);
  switch (def.kind) {
    case "fn":
      return { kind: "zst" };
    case "struct":
    case "variant":
      return ty.kind === "fnDef" ? { kind: "zst" } : undefined;
    case "const":
      return { kind: "const", def: callee.def, args: callee.args };
    case "constParam":
      return { kind: "constParam", index: def.index };
    default:
      return undefined;
  }
}

export function constantOperand(constant: Constant, ty: Ty, span: Span): Operand {
  return { kind: "constant", constant, ty, span };
}

/** A pattern's expression (literal, path to a constant) as an operand. */
export function patternOperand(tcx: ThirCx, expr: HirExpr): Operand | undefined {
  const ty = exprTy(tcx, expr.id);
  const literal = literalExpr(expr, ty);
  if (literal) return constantOperand(literal, ty, expr.span);
  const callee = tcx.results.resolutions.get(expr.id);
  const constant = callee && itemConstant(tcx, callee, ty);
  return constant && constantOperand(constant, ty, expr.span);
}
