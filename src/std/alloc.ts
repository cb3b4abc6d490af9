// The heap as std sees it: room for so many values, by type.
//
// Room for values without cells is a dangling pointer and costs nothing. Growing keeps the slot but makes older pointers
// dangle, as a real reallocation may.
//
// Follows: std::alloc. Not modelled: allocation failure; layouts in bytes.

import { alignOf } from "../machine/layout/size.ts";
import { cellsOf, cellsOfValue } from "../machine/layout/layout.ts";
import { allocateCells, danglingPointer, freeAlloc, resizeAlloc } from "../machine/state/memory.ts";
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

function room(cx: PrimitiveContext, cells: number): Pointer {
  if (cells > 0) return allocateCells(cx.machine, cx.state, cx.thread, cells);
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
