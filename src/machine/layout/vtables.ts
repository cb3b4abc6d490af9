// Trait objects: a vtable is nothing but the concrete type; methods are resolved when they are called and remembered.

import type { Instance } from "../../mir/instance.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Machine } from "../machine.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { Cell, VTable } from "../state/value.ts";

export function vtableOf(machine: Machine, ty: Ty): VTable {
  const known = machine.vtables.get(ty);
  if (known) return known;
  const vtable: VTable = { kind: "vtable", ty, id: ty.id };
  machine.vtables.set(ty, vtable);
  return vtable;
}

/** The method of a trait object's concrete type. */
export function virtualTarget(
  machine: Machine,
  instance: Instance & { kind: "virtual" },
  ty: Ty,
): Instance {
  const key = `${instance.key} ${ty.id}`;
  const known = machine.virtuals.get(key);
  if (known) return known;
  const target = machine.program.resolve(instance.method, [ty, ...instance.args.slice(1)]);
  machine.virtuals.set(key, target);
  return target;
}

/** The concrete type behind the first wide pointer in the cells of a receiver, and where that pointer is. */
export function receiverType(
  cells: readonly Cell[],
  from: number,
  count: number,
): { readonly ty: Ty; readonly at: number } {
  for (let at = from; at < from + count; at++) {
    const cell = cells[at];
    if (typeof cell !== "object" || cell.kind !== "pointer") continue;
    if (typeof cell.meta === "object" && cell.meta.kind === "vtable")
      return { ty: cell.meta.ty, at };
  }
  return undefinedBehaviour("a method of a trait object was called without one");
}
