// The places behind pointers that an operation of the user's code reads and writes, for a memory model (races, visible
// accesses). Linked only when the machine has one.

import type { Operand, Place, Rvalue, Statement, Terminator } from "../../mir/mir.ts";
import { projectTy } from "../../mir/placeTys.ts";
import type { PlaceTy } from "../../mir/placeTys.ts";
import type { PlaceEval } from "../code.ts";
import type { LinkContext } from "./context.ts";
import { compilePlace, placeEval } from "./places.ts";

export interface LinkedAccess {
  readonly place: PlaceEval;
  readonly size: number;
  readonly write: boolean;
  /** Through a raw pointer, a `static mut` included. */
  readonly raw: boolean;
}

export function statementAccesses(link: LinkContext, statement: Statement): LinkedAccess[] {
  if (statement.kind === "setDiscriminant") return access(link, statement.place, true);
  if (statement.kind !== "assign") return [];
  return [...valueAccesses(link, statement.value), ...access(link, statement.place, true)];
}

export function terminatorAccesses(link: LinkContext, terminator: Terminator): LinkedAccess[] {
  switch (terminator.kind) {
    case "switch":
      return operandAccesses(link, terminator.operand);
    case "assert":
      return operandAccesses(link, terminator.condition);
    case "call":
      return terminator.args.flatMap((arg) => operandAccesses(link, arg));
    default:
      return [];
  }
}

function valueAccesses(link: LinkContext, value: Rvalue): LinkedAccess[] {
  switch (value.kind) {
    case "use":
    case "repeat":
    case "cast":
    case "unary":
      return operandAccesses(link, value.operand);
    case "binary":
    case "checkedBinary":
      return [...operandAccesses(link, value.left), ...operandAccesses(link, value.right)];
    case "aggregate":
      return value.operands.flatMap((operand) => operandAccesses(link, operand));
    case "discriminant":
      return access(link, value.place, false);
    // `&mut *raw` claims the place for itself, whoever then uses the reference.
    case "ref":
      return value.borrow === "mut" || value.borrow === "twoPhaseMut"
        ? access(link, value.place, true).filter((one) => one.raw)
        : [];
    default:
      return [];
  }
}

function operandAccesses(link: LinkContext, operand: Operand): LinkedAccess[] {
  return operand.kind === "constant" ? [] : access(link, operand.place, false);
}

function access(link: LinkContext, place: Place, write: boolean): LinkedAccess[] {
  const raw = throughPointer(link, place);
  if (raw === undefined) return [];
  const code = compilePlace(link, place);
  return code.size === 0 ? [] : [{ place: placeEval(code), size: code.size, write, raw }];
}

/** Undefined: no pointer is followed. */
function throughPointer(link: LinkContext, place: Place): boolean | undefined {
  let at: PlaceTy = {
    ty: link.body.locals[place.local]?.ty ?? link.machine.cx.ty.tcx.unknown,
    variant: undefined,
  };
  let raw: boolean | undefined;
  for (const projection of place.projections) {
    if (projection.kind === "deref") raw = at.ty.kind === "ptr";
    at = projectTy(link.machine.cx, at, projection);
  }
  return raw;
}
