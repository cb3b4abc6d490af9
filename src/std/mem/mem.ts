// Types at run time, and values seen as other types.
//
// Not modelled: transmuting between types whose cells differ, beyond numbers and arrays of bytes.

import { discriminantTable } from "../../machine/link/discriminants.ts";
import { cellsOf, cellsOfValue, layoutOf } from "../../machine/layout/layout.ts";
import { danglingPointer, loadCell } from "../../machine/state/memory.ts";
import type { Machine } from "../../machine/machine.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { alignOf, alignOfValue, sizeOf, sizeOfValue } from "../../machine/layout/size.ts";
import { asPointer } from "../../machine/run/text.ts";
import { constantText } from "../../machine/state/images.ts";
import { typeName } from "../../machine/layout/typeName.ts";
import { transmute } from "../../machine/layout/transmute.ts";
import { undefinedBehaviour, unsupported } from "../../machine/run/trap.ts";
import type { Cell } from "../../machine/state/value.ts";
import type { Ty } from "../../ty/ty.ts";
import { argument, firstType, nthType, plain, quick } from "../define.ts";
import type { Definition } from "../define.ts";
import { realPaths } from "../typePaths.ts";

export const MEM: readonly Definition[] = [
  quick("mem.size_of", (site) => always(sizeOf(site.machine, firstType(site)))),
  quick("mem.align_of", (site) => always(alignOf(site.machine, firstType(site)))),
  quick(
    "mem.size_of_val",
    (site) => (_, a) => sizeOfValue(site.machine, firstType(site), asPointer(a).meta),
  ),
  quick(
    "mem.align_of_val",
    (site) => (_, a) => alignOfValue(site.machine, firstType(site), asPointer(a).meta),
  ),
  quick(
    "mem.cells_of_val",
    (site) => (_, a) => cellsOfValue(site.machine, firstType(site), asPointer(a).meta),
  ),
  quick("mem.needs_drop", (site) => always(site.machine.program.dropGlue(firstType(site)) ? 1 : 0)),
  quick("mem.type_id", (site) => always(firstType(site).id)),
  quick("mem.type_name", (site) => {
    const text = constantText(site.machine, realPaths(typeName(site.machine, firstType(site))));
    return () => text;
  }),
  plain("mem.transmute", (cx) =>
    transmute(cx.machine, nthType(cx, 0), nthType(cx, 1), cx.args[0] ?? []),
  ),
  plain("mem.zeroed", (cx) => zeroed(cx.machine, firstType(cx))),
  plain("mem.discriminant", (cx) => [discriminant(cx)]),
];

function always(value: number): () => Cell {
  return () => value;
}

function discriminant(cx: PrimitiveContext): Cell {
  const ty = firstType(cx);
  const table = discriminantTable(cx.machine, ty);
  if (!layoutOf(cx.machine, ty).tagged) return table?.[0] ?? 0;
  const tag = loadCell(cx.machine, cx.state, asPointer(argument(cx, 0)));
  if (typeof tag !== "number") return undefinedBehaviour("use of an uninitialised value");
  return table?.[tag] ?? tag;
}

/** All bits zero. */
function zeroed(machine: Machine, ty: Ty): Cell[] {
  switch (ty.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
      return [0];
    case "ptr":
      return [danglingPointer(0)];
    case "array":
      return Array.from(
        { length: cellsOf(machine, ty) / Math.max(cellsOf(machine, ty.ty), 1) },
        () => zeroed(machine, ty.ty),
      ).flat();
    case "ref":
    case "fnPtr":
      return undefinedBehaviour("a reference was made of zeros");
    default:
      return zeroedFields(machine, ty);
  }
}

function zeroedFields(machine: Machine, ty: Ty): Cell[] {
  const layout = layoutOf(machine, ty);
  if (layout.tagged) return unsupported("an enum made of zeros", "");
  const cells = new Array<Cell>(layout.cells).fill(undefined);
  const variant = layout.variants[0];
  variant?.fields.forEach((field, index) => {
    zeroed(machine, field).forEach(
      (cell, each) => (cells[(variant.offsets[index] ?? 0) + each] = cell),
    );
  });
  return cells;
}
