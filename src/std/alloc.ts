// The heap as std sees it: room for so many values, by type.
//
// Room for values without cells is a dangling pointer and costs nothing. Growing keeps the slot but makes older pointers
// dangle, as a real reallocation may.
//
// Room for bytes (`alloc::alloc`) has cells for any type that fits, and is of no type until a pointer to it is cast.
//
// Follows: std::alloc. Not modelled: allocation failure; accesses just behind such room; enums in room of single bytes.

import { alignOf } from "../machine/layout/size.ts";
import { cellsOf, cellsOfValue } from "../machine/layout/layout.ts";
import {
  allocateCells,
  danglingPointer,
  freeAlloc,
  resizeAlloc,
  storeCells,
} from "../machine/state/memory.ts";
import type { PrimitiveContext } from "../machine/primitive.ts";
import { asPointer } from "../machine/run/text.ts";
import { limitReached } from "../machine/run/trap.ts";
import type { Cell, Pointer } from "../machine/state/value.ts";
import { argument, firstType, plain } from "./define.ts";
import type { Definition } from "./define.ts";

export const ALLOC: readonly Definition[] = [
  plain("alloc.allocate", (cx) => [room(cx, roomCells(cx, 0))]),
  plain("alloc.grow", (cx) => [grow(cx)]),
  plain("alloc.free", (cx) => {
    if (roomCells(cx, 1) > 0) freeAlloc(cx.machine, cx.state, asPointer(argument(cx, 0)));
    return [];
  }),
  plain("alloc.allocate_bytes", (cx) => [allocateBytes(cx)]),
  plain("alloc.grow_bytes", (cx) => {
    const pointer = resizeAlloc(
      cx.machine,
      cx.state,
      asPointer(argument(cx, 0)),
      bytesCells(cx, 1),
    );
    return [untyped(cx, pointer, 2)];
  }),
  plain("alloc.free_bytes", (cx) => {
    freeAlloc(cx.machine, cx.state, asPointer(argument(cx, 0)));
    return [];
  }),
  plain("alloc.allocate_like", (cx) => {
    const { meta } = asPointer(argument(cx, 0));
    return [{ ...room(cx, cellsOfValue(cx.machine, firstType(cx), meta)), meta }];
  }),
  plain("alloc.free_value", (cx) => {
    const pointer = asPointer(argument(cx, 0));
    if (cellsOfValue(cx.machine, firstType(cx), pointer.meta) > 0)
      freeAlloc(cx.machine, cx.state, pointer);
    return [];
  }),
];

function roomCells(cx: PrimitiveContext, index: number): number {
  const cells = Number(argument(cx, index)) * cellsOf(cx.machine, firstType(cx));
  return cells <= cx.machine.limits.cells
    ? cells
    : limitReached("memory cells", cx.machine.limits.cells);
}

function allocateBytes(cx: PrimitiveContext): Pointer {
  const pointer = allocateCells(cx.machine, cx.state, cx.thread, bytesCells(cx, 0));
  if (Number(argument(cx, 2)) === 1) {
    const zeros = new Array<Cell>(Number(argument(cx, 0))).fill(0);
    storeCells(cx.machine, cx.state, pointer, zeros);
  }
  return untyped(cx, pointer, 1);
}

/** Cells that hold any value of so many bytes: an enum in the gaps of another type has more cells than bytes. */
function bytesCells(cx: PrimitiveContext, index: number): number {
  const cells = 2 * Number(argument(cx, index)) + 8;
  return cells <= cx.machine.limits.cells
    ? cells
    : limitReached("memory cells", cx.machine.limits.cells);
}

/** A pointer to what has no type yet; single bytes are bytes. */
function untyped(cx: PrimitiveContext, pointer: Pointer, align: number): Pointer {
  if (Number(argument(cx, align)) === 1) return pointer;
  const { unit } = cx.machine.cx.ty.tcx;
  return { ...pointer, meta: { kind: "disguise", ty: unit, id: unit.id } };
}

function room(cx: PrimitiveContext, cells: number): Pointer {
  if (cells > 0) return allocateCells(cx.machine, cx.state, cx.thread, cells, cx.userSpan);
  return danglingPointer(alignOf(cx.machine, firstType(cx)));
}

function grow(cx: PrimitiveContext): Cell {
  const pointer = asPointer(argument(cx, 0));
  const from = roomCells(cx, 1);
  const to = roomCells(cx, 2);
  if (from === 0) return room(cx, to);
  if (to > 0) return resizeAlloc(cx.machine, cx.state, pointer, to);
  freeAlloc(cx.machine, cx.state, pointer);
  return room(cx, 0);
}
