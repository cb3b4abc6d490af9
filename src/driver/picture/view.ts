// A value in memory with its type: how pictures and texts read what a program holds, without running anything.

import { builtinDerefTy } from "../../mir/placeTys.ts";
import type { Place, Projection } from "../../mir/mir.ts";
import { cellsOf, layoutOf } from "../../machine/layout/layout.ts";
import type { Machine } from "../../machine/machine.ts";
import { findMemory } from "../../machine/state/memory.ts";
import type { Frame, Memory, State } from "../../machine/state/state.ts";
import type { Cell, ObjectHandle, Pointer } from "../../machine/state/value.ts";
import { typeArg } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";

export interface Viewer {
  readonly machine: Machine;
  readonly state: State;
}

export interface View {
  readonly ty: Ty;
  readonly memory: Memory;
  readonly offset: number;
  readonly meta: Pointer["meta"];
}

export function firstCell(view: View): Cell {
  return view.memory.cells[view.offset];
}

/** A name for the place that stays while the value stays. */
export function placeKey(view: View): string {
  return `${view.memory.id}.${view.memory.generation}+${view.offset}`;
}

/** Markers of std's declarations (`#[lockstep::render = "str"]`), on an ADT. */
export function markerOf(viewer: Viewer, ty: Ty, marker: string): string | undefined {
  return ty.kind === "adt" ? viewer.machine.cx.ty.program.marker(ty.def, marker) : undefined;
}

/** True while the value is there: not moved out, not yet made. Zero-sized values always are. */
export function isInitialized(viewer: Viewer, view: View): boolean {
  const count = cellsOf(viewer.machine, view.ty);
  if (count === 0) return true;
  for (let at = view.offset; at < view.offset + count; at++)
    if (view.memory.cells[at] !== undefined) return true;
  return false;
}

/** Variant of an enum by its tag; 0 for everything else; undefined when the tag makes no sense. */
export function variantOf(viewer: Viewer, view: View): number | undefined {
  if (!layoutOf(viewer.machine, view.ty).tagged) return 0;
  const tag = firstCell(view);
  return typeof tag === "number" ? tag : undefined;
}

export function fieldsOf(viewer: Viewer, view: View, variant: number): View[] {
  const layout = layoutOf(viewer.machine, view.ty).variants[variant];
  if (layout === undefined) return [];
  return layout.fields.map((ty, index) => ({
    ty,
    memory: view.memory,
    offset: view.offset + (layout.offsets[index] ?? 0),
    meta: index === layout.fields.length - 1 ? view.meta : undefined,
  }));
}

/** The value behind a pointer cell, undefined when it is gone or was never there. */
export function pointee(viewer: Viewer, cell: Cell, ty: Ty): View | undefined {
  if (typeof cell !== "object" || cell.kind !== "pointer") return undefined;
  const memory = findMemory(viewer.machine, viewer.state, cell);
  if (memory === undefined) return undefined;
  const concrete = ty.kind === "dyn" && typeof cell.meta === "object" ? cell.meta.ty : ty;
  return {
    ty: concrete,
    memory,
    offset: cell.offset,
    meta: ty.kind === "dyn" ? undefined : cell.meta,
  };
}

/** The value behind a reference, raw pointer or Box. */
export function behind(viewer: Viewer, view: View): View | undefined {
  const ty = builtinDerefTy(viewer.machine.cx, view.ty);
  return ty === undefined ? undefined : pointee(viewer, firstCell(view), ty);
}

/** Elements of an array, a slice behind its pointer, or `count` values from a place on. */
export function elements(viewer: Viewer, first: View, element: Ty, count: number): View[] {
  const size = cellsOf(viewer.machine, element);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    ty: element,
    memory: first.memory,
    offset: first.offset + index * size,
    meta: undefined,
  }));
}

/** The first type argument of an ADT. */
export function elementTy(ty: Ty): Ty | undefined {
  return ty.kind === "adt" &&
    ty.args.some((arg) => arg.kind !== "region" && arg.kind !== "constant")
    ? typeArg(ty.args, 0)
    : undefined;
}

/** The first raw pointer inside a value, with the type it points to: what a counted box or a guard holds. */
export function innerPointer(
  viewer: Viewer,
  view: View,
  depth = 6,
): { readonly cell: Pointer; readonly ty: Ty } | undefined {
  if (view.ty.kind === "ptr" || view.ty.kind === "ref") {
    const cell = firstCell(view);
    return typeof cell === "object" && cell.kind === "pointer"
      ? { cell, ty: view.ty.ty }
      : undefined;
  }
  if (view.ty.kind !== "adt" || depth === 0) return undefined;
  const variant = variantOf(viewer, view);
  if (variant === undefined) return undefined;
  for (const field of fieldsOf(viewer, view, variant)) {
    const found = innerPointer(viewer, field, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The machine's object that a value holds in its own cells. */
export function handleIn(viewer: Viewer, view: View): ObjectHandle | undefined {
  const end = view.offset + Math.max(cellsOf(viewer.machine, view.ty), 1);
  for (let at = view.offset; at < end; at++) {
    const cell = view.memory.cells[at];
    if (typeof cell === "object" && cell.kind === "object") return cell;
  }
  return undefined;
}

/** What a lock, cell or counted box is about: its last field, through cells that only wrap. */
export function payload(viewer: Viewer, view: View): View | undefined {
  const last = fieldsOf(viewer, view, 0).at(-1);
  return last === undefined ? undefined : unwrapCell(viewer, last);
}

/** The value in a cell that only wraps it. */
export function unwrapCell(viewer: Viewer, view: View): View {
  if (view.ty.kind !== "adt" || view.ty.def !== viewer.machine.cx.ty.lang("unsafe_cell"))
    return view;
  return fieldsOf(viewer, view, 0)[0] ?? view;
}

/** The place of a source variable in a frame. */
export function viewPlace(viewer: Viewer, frame: Frame, place: Place): View | undefined {
  const ty = frame.code.body.locals[place.local]?.ty;
  if (ty === undefined) return undefined;
  let view: View | undefined = {
    ty,
    memory: frame,
    offset: frame.code.offsets[place.local] ?? 0,
    meta: undefined,
  };
  let variant = 0;
  for (const projection of place.projections) {
    if (view === undefined) return undefined;
    if (projection.kind === "downcast") variant = projection.variant;
    else {
      view = project(viewer, view, projection, variant);
      variant = 0;
    }
  }
  return view;
}

function project(
  viewer: Viewer,
  view: View,
  projection: Projection,
  variant: number,
): View | undefined {
  if (projection.kind === "deref") return behind(viewer, view);
  if (projection.kind === "field") return fieldsOf(viewer, view, variant)[projection.index];
  return undefined;
}
