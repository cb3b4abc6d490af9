// What each statement and terminator does to places, in the words of the borrow checker.
//
// Follows the visitor of `rustc_borrowck`'s `MirBorrowckCtxt`: which places are read, written, borrowed or moved, in order,
// and which of these require that the place is initialised.

import type { BorrowKind, Operand, Place, Rvalue, Statement, Terminator } from "../mir/mir.ts";
import { rvalueOperands, terminatorOperands } from "../mir/visit.ts";

export type PlaceUse =
  | { readonly kind: "copy"; readonly place: Place }
  | { readonly kind: "move"; readonly place: Place }
  | { readonly kind: "borrow"; readonly place: Place; readonly borrow: BorrowKind }
  | { readonly kind: "rawBorrow"; readonly place: Place; readonly mutable: boolean }
  /** Length, discriminant. */
  | { readonly kind: "inspect"; readonly place: Place }
  | {
      readonly kind: "fakeRead";
      readonly place: Place;
      readonly cause: "match" | "let" | "guard" | "index";
    }
  | { readonly kind: "assign"; readonly place: Place }
  | { readonly kind: "storageDead"; readonly place: Place }
  | { readonly kind: "drop"; readonly place: Place; readonly replace: boolean };

export function eachUse(node: Statement | Terminator, visit: (use: PlaceUse) => void): void {
  switch (node.kind) {
    case "assign":
      rvalueUses(node.value, visit);
      visit({ kind: "assign", place: node.place });
      return;
    case "fakeRead":
      visit({ kind: "fakeRead", place: node.place, cause: node.cause });
      return;
    case "storageDead":
      visit({ kind: "storageDead", place: { local: node.local, projections: [] } });
      return;
    case "setDiscriminant":
      visit({ kind: "assign", place: node.place });
      return;
    case "drop":
      visit({ kind: "drop", place: node.place, replace: node.reason === "assigned" });
      return;
    case "switch":
    case "assert":
      for (const operand of terminatorOperands(node)) operandUse(operand, visit);
      return;
    case "call":
      for (const operand of terminatorOperands(node)) operandUse(operand, visit);
      visit({ kind: "assign", place: node.destination });
      return;
    default:
  }
}

function operandUse(operand: Operand, visit: (use: PlaceUse) => void): void {
  if (operand.kind !== "constant") visit({ kind: operand.kind, place: operand.place });
}

function rvalueUses(rvalue: Rvalue, visit: (use: PlaceUse) => void): void {
  switch (rvalue.kind) {
    case "ref":
      visit({ kind: "borrow", place: rvalue.place, borrow: rvalue.borrow });
      return;
    case "rawPtr":
      visit({ kind: "rawBorrow", place: rvalue.place, mutable: rvalue.mutable });
      return;
    case "len":
    case "discriminant":
      visit({ kind: "inspect", place: rvalue.place });
      return;
    default:
      for (const operand of rvalueOperands(rvalue)) operandUse(operand, visit);
  }
}
