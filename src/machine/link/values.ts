// What a linked rvalue is: closures that give its one cell, or write all of them.

import type { Emit, Scalar } from "../code.ts";
import { takeCells, takeScalar } from "./operands.ts";
import type { OperandCode } from "./operands.ts";

/** `scalar` is there when `size` is 1. */
export interface RvalueCode {
  readonly size: number;
  readonly scalar: Scalar | undefined;
  readonly emit: Emit;
}

export function scalarCode(scalar: Scalar): RvalueCode {
  return {
    size: 1,
    scalar,
    emit: (x, out, at) => {
      out[at] = scalar(x);
    },
  };
}

export function useOperand(operand: OperandCode): RvalueCode {
  const scalar = operand.size === 1 ? takeScalar(operand) : undefined;
  return { size: operand.size, scalar, emit: takeCells(operand) };
}
