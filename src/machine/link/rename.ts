// MIR with its locals moved up, for a body that becomes a part of another.

import type {
  AssertMessage,
  Local,
  Operand,
  Place,
  Rvalue,
  Statement,
  Terminator,
} from "../../mir/mir.ts";

export function renameStatement(statement: Statement, base: number): Statement {
  switch (statement.kind) {
    case "assign":
      return {
        ...statement,
        place: place(statement.place, base),
        value: rvalue(statement.value, base),
      };
    case "setDiscriminant":
    case "fakeRead":
      return { ...statement, place: place(statement.place, base) };
    case "storageLive":
    case "storageDead":
      return { ...statement, local: (statement.local + base) as Local };
    case "nop":
      return statement;
  }
}

export function renameTerminator(terminator: Terminator, base: number): Terminator {
  switch (terminator.kind) {
    case "switch":
      return { ...terminator, operand: operand(terminator.operand, base) };
    case "drop":
      return { ...terminator, place: place(terminator.place, base) };
    case "call":
      return {
        ...terminator,
        func: operand(terminator.func, base),
        args: terminator.args.map((arg) => operand(arg, base)),
        destination: place(terminator.destination, base),
      };
    case "assert":
      return {
        ...terminator,
        condition: operand(terminator.condition, base),
        message: message(terminator.message, base),
      };
    default:
      return terminator;
  }
}

function place(old: Place, base: number): Place {
  return {
    local: (old.local + base) as Local,
    projections: old.projections.map((projection) =>
      projection.kind === "index"
        ? { ...projection, local: (projection.local + base) as Local }
        : projection,
    ),
  };
}

function operand(old: Operand, base: number): Operand {
  return old.kind === "constant" ? old : { ...old, place: place(old.place, base) };
}

function rvalue(old: Rvalue, base: number): Rvalue {
  switch (old.kind) {
    case "use":
    case "repeat":
    case "cast":
    case "unary":
      return { ...old, operand: operand(old.operand, base) };
    case "ref":
    case "rawPtr":
    case "len":
    case "discriminant":
      return { ...old, place: place(old.place, base) };
    case "binary":
    case "checkedBinary":
      return { ...old, left: operand(old.left, base), right: operand(old.right, base) };
    case "aggregate":
      return { ...old, operands: old.operands.map((each) => operand(each, base)) };
  }
}

function message(old: AssertMessage, base: number): AssertMessage {
  switch (old.kind) {
    case "overflow":
      return { ...old, left: operand(old.left, base), right: operand(old.right, base) };
    case "boundsCheck":
      return { ...old, length: operand(old.length, base), index: operand(old.index, base) };
    default:
      return { ...old, operand: operand(old.operand, base) };
  }
}
