// Places: from a local and projections to a constant cell offset in the frame where possible, else to a closure that leaves
// allocation, offset and metadata in the registers.
//
// Not modelled: bounds of `index` on its own (MIR asserts them first).

import type { Local, Place, Projection } from "../../mir/mir.ts";
import { projectTy } from "../../mir/placeTys.ts";
import type { PlaceTy } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Exec, PlaceEval, Scalar } from "../code.ts";
import { arrayLength, cellsOf, layoutOf } from "../layout/layout.ts";
import { isAmbiguousUnion, refuseDisguise } from "../layout/disguise.ts";
import { findMemory, makeOwned } from "../state/memory.ts";
import type { Memory } from "../state/state.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { AllocId, Cell, Pointer } from "../state/value.ts";
import type { LinkContext } from "./context.ts";

/**
 * `base` undefined: the place is cells `offset…` of the frame. Otherwise: run `base`, then add `offset` to `x.offset`.
 */
export interface PlaceCode {
  readonly base: PlaceEval | undefined;
  readonly offset: number;
  readonly ty: Ty;
  /** Cells of the value; for an unsized place those before the tail. */
  readonly size: number;
  readonly sized: boolean;
}

/** Where pointers lead that point nowhere: zero-sized values may live there. */
export const NOWHERE: Memory = {
  owner: -1,
  hash: undefined,
  id: 0 as AllocId,
  generation: 0,
  cells: [],
};

export function compilePlace(link: LinkContext, place: Place): PlaceCode {
  return compileProjections(link, place.local, place.projections);
}

/** The pointer whose target the place is, when the last projection is a dereference. */
export function pointerBehind(link: LinkContext, place: Place): PlaceCode | undefined {
  const last = place.projections[place.projections.length - 1];
  if (last?.kind !== "deref") return undefined;
  return compileProjections(link, place.local, place.projections.slice(0, -1));
}

/** Whether the place is a field of a union whose fields are different scalars. */
export function readsUnion(link: LinkContext, place: Place): boolean {
  const { machine } = link;
  let at: PlaceTy = {
    ty: link.body.locals[place.local]?.ty ?? machine.cx.ty.tcx.unknown,
    variant: undefined,
  };
  for (const projection of place.projections) {
    if (projection.kind === "field" && isAmbiguousUnion(machine, at.ty)) return true;
    at = projectTy(machine.cx, at, projection);
  }
  return false;
}

/** The first cell of a place. */
export function scalarOf(place: PlaceCode): Scalar {
  const { base, offset } = place;
  if (base === undefined) return (x) => x.cells[offset];
  return (x) => {
    base(x);
    const at = x.offset + offset;
    const cell = x.memory.cells[at];
    if (cell === undefined && at >= x.memory.cells.length) outside(x, 1);
    return cell;
  };
}

/** A closure that puts the place itself into the registers, ready for reading. */
export function placeEval(place: PlaceCode): PlaceEval {
  const { base, offset } = place;
  if (base === undefined) {
    return (x) => {
      x.memory = x.frame;
      x.offset = offset;
      x.meta = undefined;
    };
  }
  if (offset === 0) return base;
  return (x) => {
    base(x);
    x.offset += offset;
  };
}

/** As `placeEval`, but the memory belongs to the state and has `size` cells there. */
export function writableEval(place: PlaceCode): PlaceEval {
  const evaluate = placeEval(place);
  if (place.base === undefined) return evaluate;
  const size = place.size;
  return (x) => {
    evaluate(x);
    if (x.memory.owner !== x.state.owner) own(x);
    if (x.offset < 0 || x.offset + size > x.memory.cells.length) outside(x, size);
  };
}

/** Follows a pointer into the registers. `strict`: what lies there has cells, so it must exist. */
export function follow(x: Exec, cell: Cell, strict: boolean): void {
  const pointer = cell as Pointer;
  if (typeof cell !== "object" || pointer.kind !== "pointer") notAPointer(cell);
  x.offset = pointer.offset;
  x.meta = pointer.meta;
  if (pointer.alloc === 0) {
    x.memory = NOWHERE;
    if (strict) outside(x, 1);
  } else x.memory = findMemory(x.machine, x.state, pointer) ?? gone(pointer);
}

function own(x: Exec): void {
  if (x.memory !== NOWHERE) x.memory = makeOwned(x.state, x.memory);
}

function outside(x: Exec, size: number): void {
  if (size === 0) return;
  if (x.memory === NOWHERE)
    undefinedBehaviour(
      x.offset === 0 ? "null pointer dereferenced" : "dangling pointer dereferenced",
    );
  undefinedBehaviour("memory access outside of the allocation");
}

function gone(pointer: Pointer): never {
  return undefinedBehaviour(
    pointer.alloc < 0 ? "use of a local after its function returned" : "use after free",
  );
}

function notAPointer(cell: Cell): never {
  return undefinedBehaviour(
    cell === undefined
      ? "use of an uninitialised pointer"
      : "a value that is no pointer was dereferenced",
  );
}

function compileProjections(
  link: LinkContext,
  local: Local,
  projections: readonly Projection[],
): PlaceCode {
  let at: PlaceTy = {
    ty: link.body.locals[local]?.ty ?? link.machine.cx.ty.tcx.unknown,
    variant: undefined,
  };
  let base: PlaceEval | undefined;
  let offset = link.offsets[local] ?? 0;
  for (const projection of projections) {
    const step = compileProjection(link, base, offset, at, projection);
    base = step.base;
    offset = step.offset;
    at = projectTy(link.machine.cx, at, projection);
  }
  const layout = layoutOf(link.machine, at.ty);
  return { base, offset, ty: at.ty, size: layout.cells, sized: layout.sized };
}

interface Step {
  readonly base: PlaceEval | undefined;
  readonly offset: number;
}

function compileProjection(
  link: LinkContext,
  base: PlaceEval | undefined,
  offset: number,
  at: PlaceTy,
  projection: Projection,
): Step {
  switch (projection.kind) {
    case "deref":
      return { base: derefEval(base, offset, isStrict(link, at, projection), at.ty), offset: 0 };
    case "downcast":
      return { base, offset };
    case "field":
      return { base, offset: offset + fieldOffset(link, at, projection.index) };
    case "index":
      return {
        base: indexEval(
          base,
          offset,
          link.offsets[projection.local] ?? 0,
          elementCells(link, at.ty),
        ),
        offset: 0,
      };
    case "constantIndex":
      return constantIndex(link, base, offset, at.ty, projection);
    case "subslice":
      return subslice(link, base, offset, at.ty, projection);
  }
}

function derefEval(
  base: PlaceEval | undefined,
  offset: number,
  strict: boolean,
  ty: Ty | undefined,
): PlaceEval {
  if (strict && ty?.kind === "ptr") {
    const follower = derefEval(base, offset, strict, undefined);
    return (x) => {
      follower(x);
      if (typeof x.meta === "object") refuseDisguise();
    };
  }
  if (base === undefined) return (x) => follow(x, x.cells[offset], strict);
  return (x) => {
    base(x);
    follow(x, x.memory.cells[x.offset + offset], strict);
  };
}

function isStrict(link: LinkContext, at: PlaceTy, projection: Projection): boolean {
  const pointee = layoutOf(link.machine, projectTy(link.machine.cx, at, projection).ty);
  return pointee.sized && pointee.cells > 0;
}

function fieldOffset(link: LinkContext, at: PlaceTy, index: number): number {
  return layoutOf(link.machine, at.ty).variants[at.variant ?? 0]?.offsets[index] ?? 0;
}

function elementCells(link: LinkContext, ty: Ty): number {
  if (ty.kind === "array" || ty.kind === "slice") return cellsOf(link.machine, ty.ty);
  return 1;
}

function indexEval(
  base: PlaceEval | undefined,
  offset: number,
  local: number,
  stride: number,
): PlaceEval {
  if (base === undefined) {
    return (x) => {
      x.memory = x.frame;
      x.offset = offset + (x.cells[local] as number) * stride;
      x.meta = undefined;
    };
  }
  return (x) => {
    base(x);
    x.offset += offset + (x.cells[local] as number) * stride;
  };
}

function constantIndex(
  link: LinkContext,
  base: PlaceEval | undefined,
  offset: number,
  ty: Ty,
  projection: Projection & { kind: "constantIndex" },
): Step {
  const stride = elementCells(link, ty);
  if (!projection.fromEnd) return { base, offset: offset + projection.offset * stride };
  if (ty.kind === "array")
    return { base, offset: offset + (arrayLength(ty) - projection.offset) * stride };
  const whole = placeEval({ base, offset, ty, size: 0, sized: false });
  const evaluate = (x: Exec): void => {
    whole(x);
    x.offset += ((x.meta as number) - projection.offset) * stride;
  };
  return { base: evaluate, offset: 0 };
}

function subslice(
  link: LinkContext,
  base: PlaceEval | undefined,
  offset: number,
  ty: Ty,
  projection: Projection & { kind: "subslice" },
): Step {
  const stride = elementCells(link, ty);
  const start = offset + projection.from * stride;
  if (ty.kind === "array") return { base, offset: start };
  const whole = placeEval({ base, offset: start, ty, size: 0, sized: false });
  const { from, to, fromEnd } = projection;
  const evaluate = (x: Exec): void => {
    whole(x);
    x.meta = fromEnd ? (x.meta as number) - from - to : to - from;
  };
  return { base: evaluate, offset: 0 };
}
