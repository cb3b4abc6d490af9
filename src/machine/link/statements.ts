// Statements: assignments with a closure of their own for the common shapes, one scalar or several cells into the frame.

import type { Statement } from "../../mir/mir.ts";
import type { Op } from "../code.ts";
import { layoutOf } from "../layout/layout.ts";
import type { LinkContext } from "./context.ts";
import { compilePlace, writableEval } from "./places.ts";
import type { PlaceCode } from "./places.ts";
import { compileRvalue } from "./rvalues.ts";
import type { RvalueCode } from "./values.ts";

export function compileStatement(link: LinkContext, statement: Statement, next: number): Op {
  switch (statement.kind) {
    case "assign": {
      const place = compilePlace(link, statement.place);
      return compileAssign(place, compileRvalue(link, statement.value, place.ty), next);
    }
    case "setDiscriminant":
      return setDiscriminant(link, compilePlace(link, statement.place), statement.variant, next);
    case "storageDead":
      return forget(link.offsets[statement.local] ?? 0, link.sizes[statement.local] ?? 0, next);
    default:
      return () => next;
  }
}

function compileAssign(place: PlaceCode, value: RvalueCode, next: number): Op {
  const { emit, scalar } = value;
  if (place.size === 0) {
    return (x) => {
      emit(x, [], 0);
      return next;
    };
  }
  if (place.base !== undefined) return assignThrough(place, value, next);
  const at = place.offset;
  if (scalar !== undefined) {
    return (x) => {
      x.cells[at] = scalar(x);
      return next;
    };
  }
  return (x) => {
    emit(x, x.cells, at);
    return next;
  };
}

/** The value first: it may read through the same registers. */
function assignThrough(place: PlaceCode, value: RvalueCode, next: number): Op {
  const evaluate = writableEval(place);
  const { emit, scalar } = value;
  if (scalar !== undefined) {
    return (x) => {
      const cell = scalar(x);
      evaluate(x);
      x.memory.cells[x.offset] = cell;
      return next;
    };
  }
  return (x) => {
    evaluate(x);
    const { memory, offset } = x;
    emit(x, memory.cells, offset);
    return next;
  };
}

function setDiscriminant(link: LinkContext, place: PlaceCode, variant: number, next: number): Op {
  if (!layoutOf(link.machine, place.ty).tagged) return () => next;
  const evaluate = writableEval(place);
  return (x) => {
    evaluate(x);
    x.memory.cells[x.offset] = variant;
    return next;
  };
}

function forget(at: number, size: number, next: number): Op {
  return (x) => {
    x.cells.fill(undefined, at, at + size);
    return next;
  };
}
