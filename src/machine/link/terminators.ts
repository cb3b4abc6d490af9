// Terminators except calls: one closure each.

import type { AssertMessage, Operand, Terminator } from "../../mir/mir.ts";
import {
  pushFrame,
  abortInCleanup,
  enterCall,
  returnFrom,
  startPanic,
  unwind,
} from "../run/calls.ts";
import type { Exec, Op, Scalar } from "../code.ts";
import { pointerTo } from "../state/memory.ts";
import { canonical } from "../num/ints.ts";
import { seen } from "../state/forgetting.ts";
import { undefinedBehaviour, unsupported } from "../run/trap.ts";
import type { Cell } from "../state/value.ts";
import type { LinkContext } from "./context.ts";
import { compileOperand, takeScalar } from "./operands.ts";
import { compilePlace, placeEval } from "./places.ts";

export function compileSwitch(link: LinkContext, terminator: Terminator & { kind: "switch" }): Op {
  const value = looking(link, takeScalar(compileOperand(link, terminator.operand)));
  const cases = terminator.values.map(
    (each, index) => [canonical(each), target(link, terminator.targets[index])] as const,
  );
  const otherwise = target(link, terminator.otherwise);
  const [first, second] = cases;
  if (first && cases.length === 1) return switchTwo(value, first[0], first[1], otherwise);
  if (first && second && cases.length === 2) return switchThree(value, first, second, otherwise);
  const table = new Map<Cell, number>(cases);
  return (x) => table.get(known(value(x))) ?? otherwise;
}

export function compileAssert(
  link: LinkContext,
  terminator: Terminator & { kind: "assert" },
  pc: number,
): Op {
  const condition = looking(link, takeScalar(compileOperand(link, terminator.condition)));
  const expected = terminator.expected ? 1 : 0;
  const next = target(link, terminator.target);
  const message = compileMessage(link, terminator.message);
  const formatted = terminator.message.kind === "boundsCheck";
  return (x) => {
    const value = condition(x);
    if (value === expected) return next;
    known(value);
    x.frame.pc = pc;
    return startPanic(x, message(x), formatted);
  };
}

export function compileDrop(
  link: LinkContext,
  terminator: Terminator & { kind: "drop" },
  pc: number,
): Op {
  const { machine } = link;
  const place = compilePlace(link, terminator.place);
  const evaluate = placeEval(place);
  const next = target(link, terminator.target);
  if (place.ty.kind === "dyn") return dropDyn(evaluate, next, pc);
  const glue = machine.program.dropGlue(place.ty);
  if (glue === undefined) return () => next;
  const sized = place.sized;
  return (x) => {
    x.frame.pc = pc;
    evaluate(x);
    const pointer = pointerTo(x.memory, x.offset, sized ? undefined : x.meta);
    const code = machine.codeOf(glue);
    const frame = pushFrame(x, code, "none");
    frame.cells[code.argsAt] = pointer;
    return enterCall(x, frame);
  };
}

export const compileReturn = (): Op => returnFrom;

/** Unwinding goes on behind this frame: its `resume` is no site, so `unwind` leaves it. */
export const compileResume =
  (pc: number): Op =>
  (x) => {
    x.frame.pc = pc;
    return unwind(x, x.frame.unwinding ?? []);
  };

export const compileAbort =
  (pc: number): Op =>
  (x) => {
    x.frame.pc = pc;
    return abortInCleanup(x);
  };

export const compileUnreachable = (): Op => () =>
  undefinedBehaviour("unreachable code was reached");

export function compileUnsupported(terminator: Terminator & { kind: "unsupported" }): Op {
  return () => unsupported(terminator.what, terminator.reason);
}

/** A value that decides where to go. */
function looking(link: LinkContext, value: Scalar): Scalar {
  return link.machine.forgetting === undefined ? value : (x) => seen(value(x));
}

export function target(link: LinkContext, block: number | undefined): number {
  return block === undefined ? 0 : (link.blocks[block] ?? 0);
}

function dropDyn(evaluate: (x: Exec) => void, next: number, pc: number): Op {
  return (x) => {
    x.frame.pc = pc;
    evaluate(x);
    const meta = x.meta;
    if (typeof meta !== "object")
      return undefinedBehaviour("a trait object without its type was dropped");
    const glue = x.machine.program.dropGlue(meta.ty);
    if (glue === undefined) return next;
    const pointer = pointerTo(x.memory, x.offset);
    const code = x.machine.codeOf(glue);
    const frame = pushFrame(x, code, "none");
    frame.cells[code.argsAt] = pointer;
    return enterCall(x, frame);
  };
}

function switchTwo(value: Scalar, first: Cell, then: number, otherwise: number): Op {
  return (x) => {
    const cell = value(x);
    if (cell === first) return then;
    if (cell === undefined) known(cell);
    return otherwise;
  };
}

function switchThree(
  value: Scalar,
  first: readonly [Cell, number],
  second: readonly [Cell, number],
  otherwise: number,
): Op {
  const [a, toA] = first;
  const [b, toB] = second;
  return (x) => {
    const cell = value(x);
    if (cell === a) return toA;
    if (cell === b) return toB;
    if (cell === undefined) known(cell);
    return otherwise;
  };
}

function known(cell: Cell): Cell {
  return cell === undefined ? undefinedBehaviour("use of an uninitialised value") : cell;
}

const OVERFLOWS: Readonly<Record<string, string>> = {
  "+": "attempt to add with overflow",
  "-": "attempt to subtract with overflow",
  "*": "attempt to multiply with overflow",
  "/": "attempt to divide with overflow",
  "%": "attempt to calculate the remainder with overflow",
  "<<": "attempt to shift left with overflow",
  ">>": "attempt to shift right with overflow",
};

/** The words of rustc's `AssertKind`. */
function compileMessage(link: LinkContext, message: AssertMessage): (x: Exec) => string {
  const read = (operand: Operand): Scalar => compileOperand(link, operand).scalar;
  switch (message.kind) {
    case "overflow": {
      const text = OVERFLOWS[message.op] ?? "arithmetic overflow";
      return () => text;
    }
    case "overflowNeg":
      return () => "attempt to negate with overflow";
    case "divisionByZero":
      return () => "attempt to divide by zero";
    case "remainderByZero":
      return () => "attempt to calculate the remainder with a divisor of zero";
    case "boundsCheck": {
      const length = read(message.length);
      const index = read(message.index);
      return (x) =>
        `index out of bounds: the len is ${String(length(x))} but the index is ${String(index(x))}`;
    }
  }
}
