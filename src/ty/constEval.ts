// A small evaluator for constants in types: array lengths, discriminants, const generic arguments.
//
// Integers, booleans and characters through literals, operators, casts, named constants and `if`. Anything else is
// an unknown constant, which is equal to any.
//
// Not modelled: calls, blocks with statements, associated constants of traits.

import { simplifyTy } from "./simplify.ts";
import type { DefId } from "../hir/defs.ts";
import type { HirExpr, HirQPath, HirTy } from "../hir/hir.ts";
import type { BinaryOp, Lit } from "../syntax/ast.ts";
import type { TyContext } from "./queries.ts";
import type { Const, IntTy, Ty } from "./ty.ts";

type Value = bigint | boolean | string;

export function evaluateConst(cx: TyContext, expr: HirExpr, ty: Ty): Const {
  const param = asParam(cx, expr);
  if (param) return param;
  const value = evaluate(cx, expr, 0);
  if (value === undefined || !fits(value, ty)) return cx.tcx.unknownConst;
  return cx.tcx.constValue(value, ty);
}

/** Value of a `const` item whose type is an integer, `bool` or `char`. */
export function evaluateConstItem(cx: TyContext, def: DefId): Const {
  const body = cx.program.body(def);
  return body ? evaluateConst(cx, body.value, cx.typeOf(def)) : cx.tcx.unknownConst;
}

function asParam(cx: TyContext, expr: HirExpr): Const | undefined {
  const inner = peel(expr);
  if (inner.kind !== "path" || inner.path.kind !== "resolved" || inner.path.res.kind !== "def")
    return undefined;
  const def = cx.def(inner.path.res.def);
  return def.kind === "constParam" ? cx.tcx.constParam(def.index, def.name, def.id) : undefined;
}

function peel(expr: HirExpr): HirExpr {
  if (expr.kind === "dropTemps") return peel(expr.expr);
  if (expr.kind !== "block" || expr.block.statements.length > 0 || !expr.block.tail) return expr;
  return peel(expr.block.tail);
}

const LIMIT = 64;

function evaluate(cx: TyContext, outer: HirExpr, depth: number): Value | undefined {
  const expr = peel(outer);
  if (depth > LIMIT) return undefined;
  switch (expr.kind) {
    case "lit":
      return literalValue(expr.lit);
    case "unary":
      return unary(expr.op, evaluate(cx, expr.expr, depth + 1));
    case "binary":
      return binary(
        expr.op,
        evaluate(cx, expr.left, depth + 1),
        evaluate(cx, expr.right, depth + 1),
      );
    case "cast":
      return castTo(primOf(expr.ty), evaluate(cx, expr.expr, depth + 1));
    case "if": {
      const condition = evaluate(cx, expr.condition, depth + 1);
      const taken = condition === true ? expr.then : condition === false ? expr.else : undefined;
      return taken && evaluate(cx, taken, depth + 1);
    }
    case "path":
      return pathValue(cx, expr.path);
    default:
      return undefined;
  }
}

/** Undefined for `0b` and `0b12`, which are errors and still literals. */
export function numeralValue(digits: string): bigint | undefined {
  return /^(0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|[0-9]+)$/.test(digits) ? BigInt(digits) : undefined;
}

export function literalValue(lit: Lit): Value | undefined {
  switch (lit.kind) {
    case "int":
      return numeralValue(lit.digits);
    case "bool":
      return lit.value;
    case "byte":
      return BigInt(lit.value);
    case "char":
      return lit.value;
    default:
      return undefined;
  }
}

function pathValue(cx: TyContext, path: HirQPath): Value | undefined {
  const def =
    path.kind === "resolved"
      ? path.res.kind === "def"
        ? path.res.def
        : undefined
      : assocConst(cx, path);
  if (def === undefined || cx.def(def).kind !== "const") return undefined;
  const value = cx.constValue(def, cx.tcx.noArgs);
  return value.const === "value" ? value.value : undefined;
}

/** `usize::MAX`, `Self::SIZE`, `Type::SIZE`. */
function assocConst(cx: TyContext, path: HirQPath & { kind: "relative" }): DefId | undefined {
  const self = headType(cx, path.ty);
  const key = self && simplifyTy(self);
  if (key === undefined) return undefined;
  for (const impl of cx.inherentImpls(key)) {
    const found = cx.assocItem(impl, path.segment.name, "const");
    if (found !== undefined) return found;
  }
  return undefined;
}

function headType(cx: TyContext, hir: HirTy): Ty | undefined {
  if (hir.kind !== "path" || hir.path.kind !== "resolved") return undefined;
  const { res } = hir.path;
  if (res.kind === "selfTy") return cx.typeOf(res.of);
  if (res.kind === "def") return cx.typeOf(res.def);
  const prim = res.kind === "prim" ? INT_BITS[res.prim] : undefined;
  return res.kind === "prim" && prim ? cx.tcx.int(res.prim as IntTy) : undefined;
}

function primOf(hir: HirTy): string | undefined {
  return hir.kind === "path" && hir.path.kind === "resolved" && hir.path.res.kind === "prim"
    ? hir.path.res.prim
    : undefined;
}

const INT_BITS: Readonly<Record<string, number>> = {
  i8: 8,
  i16: 16,
  i32: 32,
  i64: 64,
  i128: 128,
  isize: 64,
  u8: 8,
  u16: 16,
  u32: 32,
  u64: 64,
  u128: 128,
  usize: 64,
};

/** Smallest and largest value of an integer type. */
export function intRange(int: IntTy): readonly [bigint, bigint] {
  const bits = BigInt(INT_BITS[int] ?? 64);
  if (int.startsWith("u")) return [0n, (1n << bits) - 1n];
  return [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

function fits(value: Value, ty: Ty): boolean {
  if (ty.kind === "int") {
    if (typeof value !== "bigint") return false;
    const [low, high] = intRange(ty.int);
    return low <= value && value <= high;
  }
  if (ty.kind === "bool") return typeof value === "boolean";
  return ty.kind === "char" ? typeof value === "string" : false;
}

function castTo(prim: string | undefined, value: Value | undefined): Value | undefined {
  const bits = prim === undefined ? undefined : INT_BITS[prim];
  if (bits === undefined || prim === undefined || value === undefined) return undefined;
  const plain =
    typeof value === "boolean"
      ? BigInt(value)
      : typeof value === "string"
        ? BigInt(value.codePointAt(0) ?? 0)
        : value;
  return prim.startsWith("u") ? BigInt.asUintN(bits, plain) : BigInt.asIntN(bits, plain);
}

function unary(op: string, value: Value | undefined): Value | undefined {
  if (op === "-" && typeof value === "bigint") return -value;
  return op === "!" && typeof value === "boolean" ? !value : undefined;
}

function binary(op: BinaryOp, a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === "bigint" && typeof b === "bigint") return integers(op, a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return booleans(op, a, b);
  return undefined;
}

function integers(op: BinaryOp, a: bigint, b: bigint): Value | undefined {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0n ? undefined : a / b;
    case "%":
      return b === 0n ? undefined : a % b;
    case "<<":
      return b >= 0n && b < 128n ? a << b : undefined;
    case ">>":
      return b >= 0n && b < 128n ? a >> b : undefined;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

function booleans(op: BinaryOp, a: boolean, b: boolean): boolean | undefined {
  switch (op) {
    case "&&":
    case "&":
      return a && b;
    case "||":
    case "|":
      return a || b;
    case "^":
    case "!=":
      return a !== b;
    case "==":
      return a === b;
    default:
      return undefined;
  }
}
