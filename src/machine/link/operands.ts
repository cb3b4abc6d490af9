// Operands: closures that read a place or give a constant, for one cell and for many.
//
// A `move` out of a place that owns something leaves uninitialised cells behind, so that nothing stale is hashed or shown.
// Reading and clearing are separate: a visible operation reads its arguments before it is known whether it may happen.

import type { Operand } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Emit, Exec, Scalar } from "../code.ts";
import { refuseDisguise } from "../layout/disguise.ts";
import { checkRange } from "../state/memory.ts";
import type { Cell } from "../state/value.ts";
import { compileConstant } from "./constants.ts";
import type { LinkContext } from "./context.ts";
import { compilePlace, placeEval, readsUnion, scalarOf, writableEval } from "./places.ts";
import type { PlaceCode } from "./places.ts";

export interface OperandCode {
  readonly ty: Ty;
  readonly size: number;
  /** The first cell, without clearing. Meaningless for `size` 0. */
  readonly scalar: Scalar;
  /** All cells, without clearing. */
  readonly emit: Emit;
  /** Leaves a moved-out place uninitialised. */
  readonly clear: ((x: Exec) => void) | undefined;
  /** Cell of the frame at which the value starts, when that is fixed. */
  readonly slot: number | undefined;
  /** The cells of a constant that is the same every time. */
  readonly constant: readonly Cell[] | undefined;
}

export function compileOperand(link: LinkContext, operand: Operand): OperandCode {
  if (operand.kind === "constant") return constantOperand(link, operand);
  const place = compilePlace(link, operand.place);
  if (readsUnion(link, operand.place)) return refused(place);
  const clear = operand.kind === "move" && !isPlain(place.ty) ? clearPlace(place) : undefined;
  return {
    ty: place.ty,
    size: place.size,
    scalar: scalarOf(place),
    emit: emitPlace(place),
    clear,
    slot: place.base === undefined ? place.offset : undefined,
    constant: undefined,
  };
}

/** A read that ends the run: which of the union's fields the cells belong to is not known. */
function refused(place: PlaceCode): OperandCode {
  const { ty, size } = place;
  const nothing = { clear: undefined, slot: undefined, constant: undefined };
  return { ty, size, scalar: refuseDisguise, emit: refuseDisguise, ...nothing };
}

/** The first cell, clearing what is moved out of. */
export function takeScalar(operand: OperandCode): Scalar {
  const { scalar, clear, slot } = operand;
  if (clear === undefined) return scalar;
  if (slot !== undefined && operand.size === 1) {
    return (x) => {
      const value = x.cells[slot];
      x.cells[slot] = undefined;
      return value;
    };
  }
  return (x) => {
    const value = scalar(x);
    clear(x);
    return value;
  };
}

/** All cells, clearing what is moved out of. */
export function takeCells(operand: OperandCode): Emit {
  const { emit, clear } = operand;
  if (clear === undefined) return emit;
  return (x, out, at) => {
    emit(x, out, at);
    clear(x);
  };
}

/** Clears after all operands have been read. */
export function clearAll(operands: readonly OperandCode[]): ((x: Exec) => void) | undefined {
  const clears = operands.flatMap((operand) => (operand.clear ? [operand.clear] : []));
  if (clears.length <= 1) return clears[0];
  return (x) => {
    for (const clear of clears) clear(x);
  };
}

/** Copy types that hold no resource: a stale copy of one says nothing. */
export function isPlain(ty: Ty): boolean {
  switch (ty.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
    case "ref":
    case "ptr":
    case "fnPtr":
    case "fnDef":
    case "never":
      return true;
    case "tuple":
      return ty.tys.every(isPlain);
    case "array":
      return isPlain(ty.ty);
    default:
      return false;
  }
}

/** Copies `place.size` cells. */
export function emitPlace(place: PlaceCode): Emit {
  const size = place.size;
  if (size === 0) return () => {};
  if (size === 1) {
    const scalar = scalarOf(place);
    return (x, out, at) => {
      out[at] = scalar(x);
    };
  }
  if (place.base === undefined) {
    const from = place.offset;
    return (x, out, at) => {
      const cells = x.cells;
      for (let i = 0; i < size; i++) out[at + i] = cells[from + i];
    };
  }
  const evaluate = placeEval(place);
  return (x, out, at) => {
    evaluate(x);
    const { memory, offset } = x;
    checkRange(memory, offset, size);
    for (let i = 0; i < size; i++) out[at + i] = memory.cells[offset + i];
  };
}

function clearPlace(place: PlaceCode): ((x: Exec) => void) | undefined {
  const size = place.size;
  if (size === 0) return undefined;
  if (place.base === undefined) {
    const from = place.offset;
    return (x) => {
      for (let i = 0; i < size; i++) x.cells[from + i] = undefined;
    };
  }
  const evaluate = writableEval(place);
  return (x) => {
    evaluate(x);
    x.memory.cells.fill(undefined, x.offset, x.offset + size);
  };
}

function constantOperand(link: LinkContext, operand: Operand & { kind: "constant" }): OperandCode {
  const value = compileConstant(link, operand.constant, operand.ty);
  const base = { ty: operand.ty, size: value.size, clear: undefined, slot: undefined };
  const cells = value.cells;
  if (cells === undefined)
    return { ...base, scalar: value.scalar, emit: value.emit, constant: undefined };
  const first = cells[0];
  return { ...base, scalar: () => first, emit: emitConstant(cells), constant: cells };
}

function emitConstant(cells: readonly Cell[]): Emit {
  const first = cells[0];
  if (cells.length === 1) {
    return (_, out, at) => {
      out[at] = first;
    };
  }
  return (_, out, at) => {
    for (let i = 0; i < cells.length; i++) out[at + i] = cells[i];
  };
}
