// Walking MIR: the operands and places that statements and terminators read, write or move.

import type { Operand, Place, Rvalue, Statement, Terminator } from "./mir.ts";

export function rvalueOperands(rvalue: Rvalue): readonly Operand[] {
  switch (rvalue.kind) {
    case "use":
    case "repeat":
    case "cast":
    case "unary":
      return [rvalue.operand];
    case "binary":
    case "checkedBinary":
      return [rvalue.left, rvalue.right];
    case "aggregate":
      return rvalue.operands;
    case "ref":
    case "rawPtr":
    case "len":
    case "discriminant":
      return [];
  }
}

export function terminatorOperands(terminator: Terminator): readonly Operand[] {
  switch (terminator.kind) {
    case "switch":
      return [terminator.operand];
    case "call":
      return [terminator.func, ...terminator.args];
    case "assert":
      return [terminator.condition, ...messageOperands(terminator.message)];
    default:
      return [];
  }
}

function messageOperands(
  message: (Terminator & { kind: "assert" })["message"],
): readonly Operand[] {
  switch (message.kind) {
    case "overflow":
      return [message.left, message.right];
    case "boundsCheck":
      return [message.length, message.index];
    default:
      return [message.operand];
  }
}

/** Places moved out of, in order of evaluation. */
export function movedPlaces(node: Statement | Terminator): Place[] {
  const operands =
    node.kind === "assign"
      ? rvalueOperands(node.value)
      : isTerminator(node)
        ? terminatorOperands(node)
        : [];
  const moved: Place[] = [];
  for (const operand of operands) if (operand.kind === "move") moved.push(operand.place);
  return moved;
}

function isTerminator(node: Statement | Terminator): node is Terminator {
  switch (node.kind) {
    case "assign":
    case "setDiscriminant":
    case "storageLive":
    case "storageDead":
    case "fakeRead":
    case "nop":
      return false;
    default:
      return true;
  }
}
