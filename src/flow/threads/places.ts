// What places and operands mean at a point of the walk: which spot a place names, what is known of the value there.

import type { Operand, Place } from "../../mir/mir.ts";
import { placeTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { guardIn } from "../guardTys.ts";
import type { Frame, Walk } from "./frame.ts";
import { load, store, type State } from "./state.ts";
import { inside, type Known, type Spot } from "./values.ts";

export function assign(walk: Walk, frame: Frame, state: State, place: Place, value: Known): void {
  const spot = spotOf(walk, frame, state, place);
  if (spot !== undefined) store(state, spot, value);
}

export function operandValue(walk: Walk, frame: Frame, state: State, operand: Operand): Known {
  if (operand.kind !== "constant") return valueAt(walk, frame, state, operand.place);
  const { constant } = operand;
  if (constant.kind === "int") return { kind: "int", value: constant.value };
  if (constant.kind === "bool") return { kind: "int", value: constant.value ? 1n : 0n };
  if (constant.kind === "static")
    return { kind: "pointer", to: { root: `static ${constant.def}`, path: [] } };
  return undefined;
}

/** The operand's value; what is moved is gone from where it was. */
export function takeOperand(walk: Walk, frame: Frame, state: State, operand: Operand): Known {
  const value = operandValue(walk, frame, state, operand);
  if (operand.kind === "move" && value !== undefined) {
    const spot = spotOf(walk, frame, state, operand.place);
    if (spot !== undefined) store(state, holderOf(state, spot), undefined);
  }
  return value;
}

/** A guard taken out of a `Result` leaves nothing in it. */
function holderOf(state: State, spot: Spot): Spot {
  for (let length = 0; length < spot.path.length; length++) {
    const outer = { root: spot.root, path: spot.path.slice(0, length) };
    const value = load(state, outer);
    if (value !== undefined && value.kind !== "aggregate") return outer;
  }
  return spot;
}

function valueAt(walk: Walk, frame: Frame, state: State, place: Place): Known {
  const spot = spotOf(walk, frame, state, place);
  if (spot === undefined) return undefined;
  const value = load(state, spot);
  const ty = placeTy(walk.cx, frame.body, place);
  if (value === undefined) return fixedPointer(spot, ty);
  if (value.kind !== "guard" || value.certain) return value;
  const guard = guardIn(walk.cx, ty);
  return guard === ty ? { ...value, certain: true } : value;
}

/** A pointer that is read from a place that nothing changes leads where it always leads. */
function fixedPointer(spot: Spot, ty: Ty): Known {
  if (ty.kind !== "ref" || ty.mutable || !isFixed(spot)) return undefined;
  return { kind: "pointer", to: inside(spot, "*") };
}

/** Statics, arguments behind a shared reference, and allocations: but not the data behind a lock. */
export function isFixed(spot: Spot): boolean {
  return !spot.path.includes("!") && !spot.root.includes(":");
}

/** The spot that a place means now. */
export function spotOf(walk: Walk, frame: Frame, state: State, place: Place): Spot | undefined {
  let spot: Spot = { root: `${frame.id}:${place.local}`, path: [] };
  let at: Place = { local: place.local, projections: [] };
  for (const step of place.projections) {
    switch (step.kind) {
      case "deref": {
        const value = load(state, spot) ?? fixedPointer(spot, placeTy(walk.cx, frame.body, at));
        if (value?.kind !== "pointer") return undefined;
        spot = value.to;
        break;
      }
      case "field":
        spot = inside(spot, `${step.index}`);
        break;
      case "constantIndex":
        if (step.fromEnd) return undefined;
        spot = inside(spot, `${step.offset}`);
        break;
      case "index": {
        const index = load(state, { root: `${frame.id}:${step.local}`, path: [] });
        if (index?.kind !== "int") return undefined;
        spot = inside(spot, `${index.value}`);
        break;
      }
      case "subslice":
        return undefined;
      case "downcast":
        break;
    }
    at = { local: at.local, projections: [...at.projections, step] };
  }
  return spot;
}
