// Functions as values.

import type { Ty } from "../../ty/ty.ts";
import type { Machine } from "../machine.ts";
import { unsupported } from "../run/trap.ts";
import type { FnPointer } from "./value.ts";

/** The pointer to a function item. */
export function fnPointerOf(machine: Machine, ty: Ty): FnPointer {
  if (ty.kind !== "fnDef")
    return unsupported("a function pointer to something that is no function", "");
  return { kind: "fn", instance: machine.program.resolve(ty.def, ty.args) };
}

/** The pointer to a closure without captures. */
export function closureFnPointerOf(machine: Machine, ty: Ty): FnPointer {
  return { kind: "fn", instance: machine.program.closureFnPointer(ty) };
}
