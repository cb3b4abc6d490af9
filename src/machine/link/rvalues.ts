// Rvalues: from MIR to closures that give one cell or write several.

import { isBox } from "../../mir/placeTys.ts";
import type { Operand, Place, Rvalue } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Emit, Exec, Scalar } from "../code.ts";
import { isDisguised, refuseDisguise } from "../layout/disguise.ts";
import { arrayLength, cellsOf, layoutOf } from "../layout/layout.ts";
import { pointerTo } from "../state/memory.ts";
import type { Cell } from "../state/value.ts";
import { compileBinary, compileChecked, compileUnary } from "./arithmetic.ts";
import { compileCast } from "./casts.ts";
import type { LinkContext } from "./context.ts";
import { compileDiscriminant } from "./discriminants.ts";
import { clearAll, compileOperand, takeCells } from "./operands.ts";
import type { OperandCode } from "./operands.ts";
import { compilePlace, placeEval, pointerBehind, scalarOf } from "./places.ts";
import { scalarCode, useOperand } from "./values.ts";
import type { RvalueCode } from "./values.ts";

export function compileRvalue(link: LinkContext, rvalue: Rvalue, target: Ty): RvalueCode {
  switch (rvalue.kind) {
    case "use":
      return useOperand(compileOperand(link, rvalue.operand));
    case "repeat":
      return compileRepeat(link, rvalue.operand, target);
    case "ref":
      return scalarCode(compileRef(link, rvalue.place));
    case "rawPtr":
      return scalarCode(compileRef(link, rvalue.place));
    case "len":
      return scalarCode(compileLength(link, rvalue.place));
    case "cast":
      return compileCast(link, rvalue);
    case "binary":
      return scalarCode(compileBinary(link, rvalue));
    case "checkedBinary":
      return compileChecked(link, rvalue);
    case "unary":
      return scalarCode(compileUnary(link, rvalue));
    case "discriminant":
      return scalarCode(compileDiscriminant(link, rvalue.place));
    case "aggregate":
      return compileAggregate(link, rvalue, target);
  }
}

/** A pointer to a place. `&*p` is `p` itself, also when it leads nowhere. */
function compileRef(link: LinkContext, place: Place): Scalar {
  const behind = pointerBehind(link, place);
  if (behind && !isBox(link.machine.cx, behind.ty)) {
    const pointer = scalarOf(behind);
    if (behind.ty.kind !== "ptr" || cellsOf(link.machine, behind.ty.ty) === 0) return pointer;
    return (x) => {
      const cell = pointer(x);
      return isDisguised(cell) ? refuseDisguise() : cell;
    };
  }
  const code = compilePlace(link, place);
  if (code.base === undefined) {
    const offset = code.offset;
    return (x) => pointerTo(x.frame, offset);
  }
  const evaluate = placeEval(code);
  const sized = code.sized;
  return (x) => {
    evaluate(x);
    return pointerTo(x.memory, x.offset, sized ? undefined : x.meta);
  };
}

function compileLength(link: LinkContext, place: Place): Scalar {
  const code = compilePlace(link, place);
  if (code.ty.kind === "array") {
    const length = arrayLength(code.ty);
    return () => length;
  }
  const evaluate = placeEval(code);
  return (x) => {
    evaluate(x);
    return x.meta as number;
  };
}

function compileRepeat(link: LinkContext, operand: Operand, target: Ty): RvalueCode {
  const code = compileOperand(link, operand);
  const count = arrayLength(target);
  const size = code.size;
  const emit = takeCells({ ...code, clear: undefined });
  const clear = code.clear;
  return {
    size: count * size,
    scalar: undefined,
    emit: (x, out, at) => {
      for (let i = 0; i < count; i++) emit(x, out, at + i * size);
      clear?.(x);
    },
  };
}

function compileAggregate(
  link: LinkContext,
  rvalue: Rvalue & { kind: "aggregate" },
  target: Ty,
): RvalueCode {
  const { aggregate } = rvalue;
  const layout = layoutOf(link.machine, target);
  const operands = rvalue.operands.map((operand) => compileOperand(link, operand));
  const variant = aggregate.kind === "adt" ? aggregate.variant : 0;
  const field = aggregate.kind === "adt" ? aggregate.activeField : undefined;
  const starts =
    aggregate.kind === "array"
      ? operands.map((operand, index) => index * operand.size)
      : operands.map((_, index) => layout.variants[variant]?.offsets[field ?? index] ?? 0);
  const parts = operands.flatMap((operand, index) =>
    operand.size > 0 ? [emitAt(operand, starts[index] ?? 0)] : [],
  );
  const used = operands.reduce((sum, operand) => sum + operand.size, layout.tagged ? 1 : 0);
  if (layout.tagged) parts.unshift(emitTag(variant));
  if (used < layout.cells) parts.unshift(emitNothing(layout.cells));
  const clear = clearAll(operands);
  const emit = sequence(parts, clear);
  return { size: layout.cells, scalar: layout.cells === 1 ? firstOf(emit) : undefined, emit };
}

function sequence(parts: readonly Emit[], clear: ((x: Exec) => void) | undefined): Emit {
  const [first, second, third] = parts;
  if (first !== undefined && parts.length === 1 && clear === undefined) return first;
  if (first !== undefined && second !== undefined && parts.length <= 3) {
    return (x, out, at) => {
      first(x, out, at);
      second(x, out, at);
      if (third !== undefined) third(x, out, at);
      if (clear !== undefined) clear(x);
    };
  }
  return (x, out, at) => {
    for (const part of parts) part(x, out, at);
    clear?.(x);
  };
}

function firstOf(emit: Emit): Scalar {
  return (x) => {
    const out: Cell[] = [undefined];
    emit(x, out, 0);
    return out[0];
  };
}

function emitAt(operand: OperandCode, offset: number): Emit {
  const emit = operand.emit;
  return offset === 0 ? emit : (x, out, at) => emit(x, out, at + offset);
}

function emitTag(variant: number): Emit {
  return (_, out, at) => {
    out[at] = variant;
  };
}

/** The cells that another variant would use. */
function emitNothing(size: number): Emit {
  return (_, out, at) => {
    for (let i = 0; i < size; i++) out[at + i] = undefined;
  };
}
