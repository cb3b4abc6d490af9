// Where the parts of a value lie, in cells: scalars and pointers take one, aggregates their fields in order, an enum of
// several variants one tag cell and then room for the largest.
//
// Not modelled: bytes, padding, niches, field reordering; what a program can ask about those is in size.ts.

import { revealTy } from "../../mir/normalize.ts";
import { fieldTys } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Machine } from "../machine.ts";
import { unsupported } from "../run/trap.ts";
import type { Pointer } from "../state/value.ts";

/** What the machine says of a value whose type analysis could not find out. */
export const UNKNOWN_TYPE = "a type that is not known";

export interface Layout {
  /** For an unsized type: cells before the unsized tail. */
  readonly cells: number;
  readonly sized: boolean;
  /** Enum with a tag cell at offset 0. */
  readonly tagged: boolean;
  /** One for structs, tuples and closures, none for scalars. */
  readonly variants: readonly VariantLayout[];
}

export interface VariantLayout {
  readonly fields: readonly Ty[];
  readonly offsets: readonly number[];
  /** Tag included. */
  readonly cells: number;
}

const SCALAR: Layout = { cells: 1, sized: true, tagged: false, variants: [] };
const EMPTY: Layout = { cells: 0, sized: true, tagged: false, variants: [] };
const UNSIZED: Layout = { cells: 0, sized: false, tagged: false, variants: [] };

export function layoutOf(machine: Machine, ty: Ty): Layout {
  const known = machine.layouts.get(ty);
  if (known) return known;
  const layout = computeLayout(machine, ty);
  machine.layouts.set(ty, layout);
  return layout;
}

export function cellsOf(machine: Machine, ty: Ty): number {
  return layoutOf(machine, ty).cells;
}

/** Cells of a value behind a pointer with this metadata. */
export function cellsOfValue(machine: Machine, ty: Ty, meta: Pointer["meta"]): number {
  const layout = layoutOf(machine, ty);
  if (layout.sized) return layout.cells;
  if (ty.kind === "dyn") return typeof meta === "object" ? cellsOf(machine, meta.ty) : 0;
  if (ty.kind === "slice") return Number(meta ?? 0) * cellsOf(machine, ty.ty);
  if (ty.kind === "str") return Number(meta ?? 0);
  const fields = layout.variants[0]?.fields ?? [];
  const tail = fields[fields.length - 1];
  return layout.cells + (tail === undefined ? 0 : cellsOfValue(machine, tail, meta));
}

export function arrayLength(ty: Ty): number {
  return ty.kind === "array" && ty.length.const === "value" ? Number(ty.length.value) : 0;
}

function computeLayout(machine: Machine, ty: Ty): Layout {
  switch (ty.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
    case "ref":
    case "ptr":
    case "fnPtr":
      return SCALAR;
    case "never":
    case "fnDef":
      return EMPTY;
    case "str":
    case "slice":
    case "dyn":
      return UNSIZED;
    case "array":
      return { ...EMPTY, cells: arrayCells(machine, ty) };
    case "tuple":
    case "closure":
      return structLayout(machine, fieldTys(machine.cx, ty, 0));
    case "adt":
      return adtLayout(machine, ty);
    case "opaque":
    case "projection": {
      const shown = revealTy(machine.cx, ty);
      if (shown !== ty) return layoutOf(machine, shown);
      return unsupported(UNKNOWN_TYPE, ty.kind);
    }
    default:
      return unsupported(UNKNOWN_TYPE, `the type of a value is ${ty.kind}`);
  }
}

function arrayCells(machine: Machine, ty: Ty & { kind: "array" }): number {
  if (ty.length.const !== "value") unsupported("an array whose length is not known", "");
  const cells = arrayLength(ty) * cellsOf(machine, ty.ty);
  if (cells > machine.limits.cells) unsupported("a very large array", `${cells} elements`);
  return cells;
}

function structLayout(machine: Machine, fields: readonly Ty[]): Layout {
  const variant = variantLayout(machine, fields, 0);
  const last = fields[fields.length - 1];
  const sized = last === undefined || layoutOf(machine, last).sized;
  return { cells: variant.cells, sized, tagged: false, variants: [variant] };
}

function adtLayout(machine: Machine, ty: Ty & { kind: "adt" }): Layout {
  const adt = machine.cx.ty.adt(ty.def);
  const fields = adt.variants.map((_, index) => fieldTys(machine.cx, ty, index));
  if (adt.kind === "struct") return structLayout(machine, fields[0] ?? []);
  if (adt.kind === "union") return unionLayout(machine, fields[0] ?? []);
  const tagged = fields.length > 1;
  const variants = fields.map((tys) => variantLayout(machine, tys, tagged ? 1 : 0));
  const cells = variants.reduce((most, variant) => Math.max(most, variant.cells), tagged ? 1 : 0);
  return { cells, sized: true, tagged, variants };
}

function variantLayout(machine: Machine, fields: readonly Ty[], start: number): VariantLayout {
  const offsets: number[] = [];
  let at = start;
  for (const field of fields) {
    offsets.push(at);
    at += cellsOf(machine, field);
  }
  return { fields, offsets, cells: at };
}

/** All fields begin at the start. */
function unionLayout(machine: Machine, fields: readonly Ty[]): Layout {
  const cells = fields.reduce((most, field) => Math.max(most, cellsOf(machine, field)), 0);
  const variant = { fields, offsets: fields.map(() => 0), cells };
  return { cells, sized: true, tagged: false, variants: [variant] };
}
