// A call of which nothing more is known than its types.

import type { Operand } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { Frame, Returned, Walk } from "./frame.ts";
import { operandValue } from "./places.ts";
import { store, type State } from "./state.ts";
import type { Known } from "./values.ts";

/** What is handed over by `&mut` may be changed. */
export function opaque(
  walk: Walk,
  frame: Frame,
  state: State,
  args: readonly Operand[],
  value?: Known,
): Returned {
  for (const arg of args) {
    if (arg.kind === "constant") continue;
    const ty = placeTy(walk.cx, frame.body, arg.place);
    if (ty.kind !== "ref" || !ty.mutable) continue;
    const pointer = operandValue(walk, frame, state, arg);
    if (pointer?.kind === "pointer") store(state, pointer.to, undefined);
  }
  return { state, value };
}
