// Locals that a pointer may lead to: those a reference or raw pointer to the local itself (or a part of it, not behind a
// dereference) is made of, and those dropped in place.

import type { Body, Local, Place } from "../../mir/mir.ts";

export function borrowedLocals(body: Body): ReadonlySet<Local> {
  const borrowed = new Set<Local>();
  const borrow = (place: Place): void => {
    if (!place.projections.some((projection) => projection.kind === "deref"))
      borrowed.add(place.local);
  };
  for (const block of body.blocks) {
    for (const statement of block.statements) {
      if (statement.kind !== "assign") continue;
      const { value } = statement;
      if (value.kind === "ref" || value.kind === "rawPtr") borrow(value.place);
    }
    if (block.terminator.kind === "drop") borrow(block.terminator.place);
  }
  return borrowed;
}
