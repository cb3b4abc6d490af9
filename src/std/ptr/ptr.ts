// Raw pointers: arithmetic in units of values, reading and writing without drops.
//
// Follows: std::ptr. Not modelled: provenance, alignment.

import { addressOf } from "../../machine/state/addresses.ts";
import { callFunction } from "../../machine/run/calls.ts";
import type { Exec } from "../../machine/code.ts";
import { alignOf } from "../../machine/layout/size.ts";
import { cellsOf } from "../../machine/layout/layout.ts";
import {
  checkRange,
  danglingPointer,
  loadCell,
  loadCells,
  storeCells,
  writable,
} from "../../machine/state/memory.ts";
import type { PrimitiveContext, PrimitiveResult } from "../../machine/primitive.ts";
import { undisguised } from "../../machine/layout/disguise.ts";
import { asPointer, lengthOf } from "../../machine/run/text.ts";
import { undefinedBehaviour } from "../../machine/run/trap.ts";
import type { Cell, Pointer } from "../../machine/state/value.ts";
import { argument, firstType, forgotten, plain, quick, quickOr } from "../define.ts";
import type { Definition } from "../define.ts";

export const PTR: readonly Definition[] = [
  quick("ptr.add", (site) => shift(cellsOf(site.machine, firstType(site)), 1)),
  quick("ptr.offset", (site) => shift(cellsOf(site.machine, firstType(site)), 1)),
  quick("ptr.sub", (site) => shift(cellsOf(site.machine, firstType(site)), -1)),
  quick("ptr.back", () => shift(1, -1)),
  quick("ptr.offset_from", (site) => distance(cellsOf(site.machine, firstType(site)))),
  quick("ptr.is_null", () => (_, a) => (isNull(a) ? 1 : 0)),
  quick("ptr.addr", () => (_, a) => addressOf(a)),
  quick("ptr.null", () => () => danglingPointer(0)),
  quick("ptr.dangling", (site) => {
    const pointer = danglingPointer(alignOf(site.machine, firstType(site)));
    return () => pointer;
  }),
  quick("ptr.slice_from_raw_parts", () => (_, a, b) => ({
    ...(b === 0 ? asPointer(a) : undisguised(a)),
    meta: b as number,
  })),
  quick("slice.len", () => (_, a) => lengthOf(asPointer(a))),
  quick("slice.as_ptr", () => (_, a) => ({ ...asPointer(a), meta: undefined })),
  moving(
    quickOr(
      "ptr.read",
      (site) => (cellsOf(site.machine, firstType(site)) === 1 ? readOne : undefined),
      (cx) =>
        loadCells(
          cx.machine,
          cx.state,
          undisguised(argument(cx, 0)),
          cellsOf(cx.machine, firstType(cx)),
        ),
    ),
  ),
  moving(
    quickOr(
      "ptr.write",
      (site) => (cellsOf(site.machine, firstType(site)) === 1 ? writeOne : undefined),
      (cx) => {
        storeCells(cx.machine, cx.state, undisguised(argument(cx, 0)), cx.args[1] ?? []);
        return [];
      },
    ),
  ),
  moving(plain("ptr.copy", copy)),
  moving(plain("ptr.swap", swap)),
  [
    "ptr.drop_in_place",
    {
      run: dropInPlace,
      calls: (machine, generics) => optional(machine.program.dropGlue(firstType({ generics }))),
    },
  ],
];

function moving(definition: Definition): Definition {
  return forgotten(definition, "moves");
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function shift(cells: number, sign: number): (x: Exec, a: Cell, b: Cell) => Cell {
  const by = cells * sign;
  return (_, a, b) => {
    const { alloc, offset, generation, meta } = b === 0 ? asPointer(a) : undisguised(a);
    return { kind: "pointer", alloc, offset: offset + Number(b) * by, generation, meta };
  };
}

function distance(cells: number): (x: Exec, a: Cell, b: Cell) => Cell {
  return (_, a, b) => {
    const to = asPointer(a);
    const from = asPointer(b);
    if (to.alloc !== from.alloc)
      return undefinedBehaviour(
        "the distance of pointers into different allocations was asked for",
      );
    return cells === 0 ? 0 : Math.trunc((to.offset - from.offset) / cells) + 0;
  };
}

function isNull(cell: Cell): boolean {
  const pointer = asPointer(cell);
  return pointer.alloc === 0 && pointer.offset === 0;
}

function readOne(x: Exec, a: Cell): Cell {
  return loadCell(x.machine, x.state, undisguised(a));
}

function writeOne(x: Exec, a: Cell, b: Cell): Cell {
  const pointer = undisguised(a);
  const memory = writable(x.machine, x.state, pointer);
  checkRange(memory, pointer.offset, 1);
  memory.cells[pointer.offset] = b;
  return undefined;
}

/** Also right when the ranges overlap: everything is read first. */
function copy(cx: PrimitiveContext): readonly Cell[] {
  const count = Number(argument(cx, 2)) * cellsOf(cx.machine, firstType(cx));
  const cells = loadCells(cx.machine, cx.state, undisguised(argument(cx, 0)), count);
  storeCells(cx.machine, cx.state, undisguised(argument(cx, 1)), cells);
  return [];
}

function swap(cx: PrimitiveContext): readonly Cell[] {
  const size = cellsOf(cx.machine, firstType(cx));
  const [a, b] = [undisguised(argument(cx, 0)), undisguised(argument(cx, 1))];
  const first = loadCells(cx.machine, cx.state, a, size);
  const second = loadCells(cx.machine, cx.state, b, size);
  storeCells(cx.machine, cx.state, a, second);
  storeCells(cx.machine, cx.state, b, first);
  return [];
}

function dropInPlace(cx: PrimitiveContext): PrimitiveResult {
  const ty = firstType(cx);
  if (ty.kind === "dyn") return dropDyn(cx, asPointer(argument(cx, 0)));
  const pointer = undisguised(argument(cx, 0));
  const glue = cx.machine.program.dropGlue(ty);
  return glue === undefined ? { kind: "value", cells: [] } : callFunction(cx, glue, [pointer]);
}

function dropDyn(cx: PrimitiveContext, pointer: Pointer): PrimitiveResult {
  if (typeof pointer.meta !== "object")
    return undefinedBehaviour("a trait object without its type was dropped");
  const glue = cx.machine.program.dropGlue(pointer.meta.ty);
  return glue === undefined
    ? { kind: "value", cells: [] }
    : callFunction(cx, glue, [{ ...pointer, meta: undefined }]);
}
