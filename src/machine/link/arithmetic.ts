// Operators on scalars. The common shapes, small integers and comparisons between frame cells and constants, have their own
// closures; everything else goes through two operand closures.
//
// An uninitialised operand is found where the result cannot be right (NaN, a failed range check), so that the good case
// pays nothing for it.

import type { Rvalue } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Emit, Scalar } from "../code.ts";
import { allocSlot } from "../state/memory.ts";
import { exactOp, shiftOverflows, smallWrap, wrappingOp } from "../num/arith.ts";
import type { BinaryOp } from "../num/arith.ts";
import { INTS, bitNot, exactNeg, fitsInt, intInfo, wrapInt } from "../num/ints.ts";
import type { Int, IntInfo } from "../num/ints.ts";
import { observed, seen, type Forgetting } from "../state/forgetting.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { Cell, FnPointer, Pointer } from "../state/value.ts";
import type { LinkContext } from "./context.ts";
import { compileOperand, takeScalar } from "./operands.ts";
import type { OperandCode } from "./operands.ts";
import type { RvalueCode } from "./values.ts";

type Binary = Rvalue & { kind: "binary" };
type Checked = Rvalue & { kind: "checkedBinary" };
type Unary = Rvalue & { kind: "unary" };
type Apply = (a: Cell, b: Cell) => Cell;

export function compileBinary(link: LinkContext, rvalue: Binary): Scalar {
  const left = compileOperand(link, rvalue.left);
  const right = compileOperand(link, rvalue.right);
  const info = intInfo(left.ty);
  if (link.machine.forgetting !== undefined && left.size > 0)
    return withForgotten(rvalue.op, info, left, right);
  if (left.size === 0)
    return () => (rvalue.op === "==" || rvalue.op === "<=" || rvalue.op === ">=" ? 1 : 0);
  if (info && left.slot !== undefined) {
    const quick =
      quickCompare(rvalue.op, left.slot, right) ?? quickSmall(rvalue.op, info, left.slot, right);
    if (quick) return quick;
  }
  return applied(left, right, binaryFunction(rvalue.op, left.ty));
}

/** Value and overflow flag. */
export function compileChecked(link: LinkContext, rvalue: Checked): RvalueCode {
  const left = compileOperand(link, rvalue.left);
  const right = compileOperand(link, rvalue.right);
  const info = intInfo(left.ty) ?? INTS.i32;
  const { forgetting } = link.machine;
  const emit =
    forgetting === undefined
      ? checkedEmit(rvalue.op, info, left, right)
      : checkedForgotten(forgetting, rvalue.op, info, left, right);
  return { size: 2, scalar: undefined, emit };
}

/** As `compileBinary`, where operands may be forgotten. */
function withForgotten(
  op: BinaryOp,
  info: IntInfo | undefined,
  left: OperandCode,
  right: OperandCode,
): Scalar {
  const a = takeScalar(left);
  const b = takeScalar(right);
  const apply = binaryFunction(op, left.ty);
  const carries = info !== undefined && info.bits >= 32 && !isComparison(op);
  return (x) => {
    const p = a(x);
    const q = b(x);
    if (typeof q === "symbol") return carries && op !== "/" && op !== "%" ? q : observed(q);
    if (typeof p === "symbol") return carries ? p : observed(p);
    return apply(p, q);
  };
}

/** As `checkedEmit`. Narrow sums can overflow in a run that people wait for; wide ones cannot. */
function checkedForgotten(
  forgetting: Forgetting,
  op: BinaryOp,
  info: IntInfo,
  left: OperandCode,
  right: OperandCode,
): Emit {
  const a = left.scalar;
  const b = right.scalar;
  const emit = checkedEmit(op, info, left, right);
  const carries = info.bits >= 64 && (op === "+" || op === "-");
  return (x, out, at) => {
    const p = a(x);
    const q = b(x);
    const symbol = typeof p === "symbol" ? p : q;
    if (typeof symbol !== "symbol") return emit(x, out, at);
    if (!carries || typeof q === "symbol") observed(symbol);
    forgetting.assumed.add("long-counter");
    out[at] = symbol;
    out[at + 1] = 0;
  };
}

export function compileUnary(link: LinkContext, rvalue: Unary): Scalar {
  const operand = compileOperand(link, rvalue.operand);
  const value = takeScalar(operand);
  if (rvalue.op === "!") return compileNot(operand.ty, value);
  if (operand.ty.kind === "float") return (x) => -(value(x) as number);
  const info = intInfo(operand.ty) ?? INTS.i32;
  return (x) => wrapInt(info, exactNeg(defined(value(x))));
}

/** Any operator on two cells of one type. */
export function binaryFunction(op: BinaryOp, ty: Ty): Apply {
  const info = intInfo(ty);
  if (isComparison(op)) return comparison(op, info !== undefined || ty.kind === "float");
  if (ty.kind === "float") return floatFunction(op, ty.float === "f32");
  const apply = wrappingOp(op, info ?? INTS.i32);
  return (a, b) => apply(defined(a), defined(b));
}

export function isComparison(op: BinaryOp): boolean {
  return op === "==" || op === "!=" || op === "<" || op === "<=" || op === ">" || op === ">=";
}

/** A cell that holds a number. */
export function defined(cell: Cell): Int {
  if (typeof cell === "number" || typeof cell === "bigint") return cell;
  if (typeof cell === "symbol") observed(cell);
  return undefinedBehaviour(
    cell === undefined ? "use of an uninitialised value" : "arithmetic on a pointer",
  );
}

/** Equal cells: the same number, or pointers to the same place with the same metadata. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return a.kind === b.kind && compareCells(a, b) === 0;
}

/** An order on pointers: by allocation, then by offset. */
export function compareCells(a: Cell, b: Cell): number {
  if (typeof a === "object" && typeof b === "object")
    return comparePointers(a as Pointer, b as Pointer);
  const left = defined(a);
  const right = defined(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function comparePointers(a: Pointer | FnPointer, b: Pointer | FnPointer): number {
  if (a.kind === "fn" || b.kind === "fn") {
    const left = a.kind === "fn" ? a.instance.key : "";
    const right = b.kind === "fn" ? b.instance.key : "";
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return (
    Math.sign(allocSlot(a.alloc) - allocSlot(b.alloc)) ||
    Math.sign(a.alloc - b.alloc) ||
    Math.sign(a.offset - b.offset) ||
    Math.sign(metaOrder(a) - metaOrder(b))
  );
}

function metaOrder(pointer: Pointer): number {
  const { meta } = pointer;
  if (typeof meta === "number") return meta;
  return meta?.kind === "vtable" ? meta.id : 0;
}

function applied(left: OperandCode, right: OperandCode, apply: Apply): Scalar {
  const a = takeScalar(left);
  const b = takeScalar(right);
  return (x) => apply(a(x), b(x));
}

function compileNot(ty: Ty, value: Scalar): Scalar {
  if (ty.kind === "bool") return (x) => (seen(value(x)) === 0 ? 1 : 0);
  const info = intInfo(ty) ?? INTS.i32;
  return (x) => bitNot(info, defined(value(x)));
}

function comparison(op: BinaryOp, plain: boolean): Apply {
  switch (op) {
    case "==":
      return plain
        ? (a, b) => (numbers(a, b) && a === b ? 1 : 0)
        : (a, b) => (sameCell(a, b) ? 1 : 0);
    case "!=":
      return plain
        ? (a, b) => (numbers(a, b) && a === b ? 0 : 1)
        : (a, b) => (sameCell(a, b) ? 0 : 1);
    case "<":
      return plain
        ? (a, b) => (defined(a) < defined(b) ? 1 : 0)
        : (a, b) => (compareCells(a, b) < 0 ? 1 : 0);
    case "<=":
      return plain
        ? (a, b) => (defined(a) <= defined(b) ? 1 : 0)
        : (a, b) => (compareCells(a, b) <= 0 ? 1 : 0);
    case ">":
      return plain
        ? (a, b) => (defined(a) > defined(b) ? 1 : 0)
        : (a, b) => (compareCells(a, b) > 0 ? 1 : 0);
    default:
      return plain
        ? (a, b) => (defined(a) >= defined(b) ? 1 : 0)
        : (a, b) => (compareCells(a, b) >= 0 ? 1 : 0);
  }
}

function numbers(a: Cell, b: Cell): boolean {
  defined(a);
  defined(b);
  return true;
}

function floatFunction(op: BinaryOp, single: boolean): Apply {
  const apply = floatOp(op);
  const exact = (a: Cell, b: Cell): number => apply(defined(a) as number, defined(b) as number);
  return single ? (a, b) => Math.fround(exact(a, b)) : exact;
}

function floatOp(op: BinaryOp): (a: number, b: number) => number {
  switch (op) {
    case "+":
      return (a, b) => a + b;
    case "-":
      return (a, b) => a - b;
    case "*":
      return (a, b) => a * b;
    case "/":
      return (a, b) => a / b;
    default:
      return (a, b) => a % b;
  }
}

/** Comparisons of a frame cell with a frame cell or a small constant. `undefined` on either side shows as false: checked then. */
function quickCompare(op: BinaryOp, a: number, right: OperandCode): Scalar | undefined {
  const b = right.slot;
  const constant = right.constant?.[0];
  if (b === undefined)
    return typeof constant === "number" ? compareConstant(op, a, constant) : undefined;
  switch (op) {
    case "<":
      return (x) =>
        (x.cells[a] as number) < (x.cells[b] as number)
          ? 1
          : falseUnlessUndefined(x.cells[a], x.cells[b]);
    case "<=":
      return (x) =>
        (x.cells[a] as number) <= (x.cells[b] as number)
          ? 1
          : falseUnlessUndefined(x.cells[a], x.cells[b]);
    case ">":
      return (x) =>
        (x.cells[a] as number) > (x.cells[b] as number)
          ? 1
          : falseUnlessUndefined(x.cells[a], x.cells[b]);
    case ">=":
      return (x) =>
        (x.cells[a] as number) >= (x.cells[b] as number)
          ? 1
          : falseUnlessUndefined(x.cells[a], x.cells[b]);
    default:
      return undefined;
  }
}

function compareConstant(op: BinaryOp, a: number, b: number): Scalar | undefined {
  switch (op) {
    case "==":
      return (x) => (x.cells[a] === b ? 1 : falseUnlessUndefined(x.cells[a], b));
    case "!=":
      return (x) => (x.cells[a] === b ? 0 : 1 + falseUnlessUndefined(x.cells[a], b));
    case "<":
      return (x) => ((x.cells[a] as number) < b ? 1 : falseUnlessUndefined(x.cells[a], b));
    case "<=":
      return (x) => ((x.cells[a] as number) <= b ? 1 : falseUnlessUndefined(x.cells[a], b));
    case ">":
      return (x) => ((x.cells[a] as number) > b ? 1 : falseUnlessUndefined(x.cells[a], b));
    case ">=":
      return (x) => ((x.cells[a] as number) >= b ? 1 : falseUnlessUndefined(x.cells[a], b));
    default:
      return undefined;
  }
}

function falseUnlessUndefined(a: Cell, b: Cell): number {
  if (a === undefined || b === undefined) undefinedBehaviour("use of an uninitialised value");
  return 0;
}

/** + and - of types up to 32 bits on frame cells; the wrapped result of anything uninitialised is 0, so look. */
function quickSmall(
  op: BinaryOp,
  info: IntInfo,
  a: number,
  right: OperandCode,
): Scalar | undefined {
  const constant = right.constant?.[0];
  if (info.name !== "i32" || (op !== "+" && op !== "-")) return undefined;
  const sign = op === "+" ? 1 : -1;
  if (typeof constant === "number") {
    const by = sign * constant;
    return (x) => ((x.cells[a] as number) + by) | 0 || zero(x.cells[a]);
  }
  const b = right.slot;
  if (b === undefined) return undefined;
  return op === "+"
    ? (x) => ((x.cells[a] as number) + (x.cells[b] as number)) | 0 || zero(x.cells[a], x.cells[b])
    : (x) => ((x.cells[a] as number) - (x.cells[b] as number)) | 0 || zero(x.cells[a], x.cells[b]);
}

function zero(a: Cell, b: Cell = 0): number {
  defined(a);
  defined(b);
  return 0;
}

function checkedEmit(op: BinaryOp, info: IntInfo, left: OperandCode, right: OperandCode): Emit {
  if (op === "<<" || op === ">>") return checkedShift(op, info, left, right);
  const small = info.bits <= 32 && (op === "+" || op === "-" || op === "*");
  if (small && left.slot !== undefined && op !== "*")
    return checkedSmall(op, info, left.slot, right);
  if (info.bits === 64 && left.slot !== undefined && (op === "+" || op === "-"))
    return checkedWide(op, info, left.slot, right);
  const a = takeScalar(left);
  const b = takeScalar(right);
  const exact = exactOp(op, info);
  const wrapped = wrappingOp(op, info);
  return (x, out, at) => {
    const p = defined(a(x));
    const q = defined(b(x));
    const fits = fitsInt(info, exact(p, q));
    out[at] = wrapped(p, q);
    out[at + 1] = fits ? 0 : 1;
  };
}

function checkedSmall(op: "+" | "-", info: IntInfo, a: number, right: OperandCode): Emit {
  const wrap = smallWrap(info);
  const b = takeScalar(right);
  const plus = op === "+";
  if (info.name === "i32") {
    return (x, out, at) => {
      const q = b(x) as number;
      const exact = plus ? (x.cells[a] as number) + q : (x.cells[a] as number) - q;
      out[at] = exact | 0;
      out[at + 1] = (exact | 0) === exact ? 0 : overflow(x.cells[a], q);
    };
  }
  return (x, out, at) => {
    const q = b(x) as number;
    const exact = plus ? (x.cells[a] as number) + q : (x.cells[a] as number) - q;
    const wrapped = wrap(exact);
    out[at] = wrapped;
    out[at + 1] = wrapped === exact ? 0 : overflow(x.cells[a], q);
  };
}

function checkedWide(op: "+" | "-", info: IntInfo, a: number, right: OperandCode): Emit {
  const b = takeScalar(right);
  const exact = exactOp(op, info);
  const plus = op === "+";
  const lowest = info.signed ? Number.MIN_SAFE_INTEGER : 0;
  return (x, out, at) => {
    const p = x.cells[a];
    const q = b(x);
    if (typeof p === "number" && typeof q === "number") {
      const quick = plus ? p + q : p - q;
      if (quick >= lowest && quick <= Number.MAX_SAFE_INTEGER) {
        out[at] = quick;
        out[at + 1] = 0;
        return;
      }
    }
    const whole = exact(defined(p), defined(q));
    out[at] = wrapInt(info, whole);
    out[at + 1] = fitsInt(info, whole) ? 0 : 1;
  };
}

function checkedShift(op: BinaryOp, info: IntInfo, left: OperandCode, right: OperandCode): Emit {
  const a = takeScalar(left);
  const b = takeScalar(right);
  const shifted = wrappingOp(op, info);
  return (x, out, at) => {
    const by = defined(b(x));
    out[at] = shifted(defined(a(x)), by);
    out[at + 1] = shiftOverflows(info, by) ? 1 : 0;
  };
}

function overflow(a: Cell, b: Cell): number {
  defined(a);
  defined(b);
  return 1;
}
