// Sizes and alignments in bytes, as rustc lays types out on a 64-bit machine: what `size_of` answers.
//
// Fields are reordered by alignment, enums use a niche of their largest variant when that is no larger than a tag
// (rustc_abi's univariant and layout_of_enum). Types of std whose real fields differ from ours say their size, alignment or
// niche by `#[lockstep::size = "48"]`, `#[lockstep::align = "8"]`, `#[lockstep::niche = "1"]`; what stands in place of its
// first field by `#[lockstep::first_fields = "4 1"]` (bytes of integers).
//
// Not modelled: packed representations; the finer rules for where in a struct the niche comes to lie.

import { fieldTys } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { DefId } from "../code.ts";
import { discriminantTable } from "../link/discriminants.ts";
import { arrayLength } from "./layout.ts";
import type { Machine } from "../machine.ts";
import { INTS } from "../num/ints.ts";
import { reprOf } from "./repr.ts";
import type { Repr } from "./repr.ts";
import type { Pointer } from "../state/value.ts";

export interface SizeAlign {
  readonly size: number;
  readonly align: number;
  /** Invalid values of a part of it, which an enum may use as discriminants. */
  readonly niche: Niche | undefined;
  readonly uninhabited: boolean;
}

interface Niche {
  readonly offset: number;
  readonly size: number;
  /** How many values are free. */
  readonly count: number;
}

export function sizeOf(machine: Machine, ty: Ty): number {
  return measure(machine, ty).size;
}

export function alignOf(machine: Machine, ty: Ty): number {
  return measure(machine, ty).align;
}

export function sizeOfValue(machine: Machine, ty: Ty, meta: Pointer["meta"]): number {
  return measureValue(machine, ty, meta).size;
}

export function alignOfValue(machine: Machine, ty: Ty, meta: Pointer["meta"]): number {
  return measureValue(machine, ty, meta).align;
}

function measureValue(machine: Machine, ty: Ty, meta: Pointer["meta"]): SizeAlign {
  if (ty.kind === "dyn" && typeof meta === "object") return measure(machine, meta.ty);
  if (ty.kind === "str") return flat(Number(meta ?? 0), 1);
  if (ty.kind === "slice") return repeated(measure(machine, ty.ty), Number(meta ?? 0));
  if (meta === undefined || (ty.kind !== "adt" && ty.kind !== "tuple")) return measure(machine, ty);
  const fields = fieldTys(machine.cx, ty, 0);
  const tail = fields[fields.length - 1];
  const parts = fields.slice(0, -1).map((field) => measure(machine, field));
  return struct(tail ? [...parts, measureValue(machine, tail, meta)] : parts, false);
}

export function measure(machine: Machine, ty: Ty): SizeAlign {
  const known = machine.sizes.get(ty);
  if (known) return known;
  const size = compute(machine, ty);
  machine.sizes.set(ty, size);
  return size;
}

function compute(machine: Machine, ty: Ty): SizeAlign {
  switch (ty.kind) {
    case "bool":
      return scalar(1, 254);
    case "char":
      return scalar(4, 2 ** 32 - 0x110000);
    case "int":
      return scalar(Math.min(INTS[ty.int].bits / 8, 16), 0);
    case "float":
      return scalar(ty.float === "f32" ? 4 : 8, 0);
    case "ref":
      return pointer(machine, ty.ty, 1);
    case "ptr":
      return pointer(machine, ty.ty, 0);
    case "fnPtr":
      return scalar(8, 1);
    case "never":
      return { size: 0, align: 1, niche: undefined, uninhabited: true };
    case "array":
      return repeated(measure(machine, ty.ty), arrayLength(ty));
    case "slice":
      return flat(0, measure(machine, ty.ty).align);
    case "tuple":
    case "closure":
      return struct(
        fieldTys(machine.cx, ty, 0).map((field) => measure(machine, field)),
        false,
      );
    case "adt":
      return declared(machine, ty.def, adt(machine, ty));
    default:
      return flat(0, 1);
  }
}

function flat(size: number, align: number): SizeAlign {
  return { size, align, niche: undefined, uninhabited: false };
}

function scalar(size: number, free: number): SizeAlign {
  return {
    size,
    align: size,
    niche: free > 0 ? { offset: 0, size, count: free } : undefined,
    uninhabited: false,
  };
}

function repeated(element: SizeAlign, count: number): SizeAlign {
  const niche = count > 0 ? element.niche : undefined;
  return {
    size: element.size * count,
    align: element.align,
    niche,
    uninhabited: count > 0 && element.uninhabited,
  };
}

function pointer(machine: Machine, pointee: Ty, free: number): SizeAlign {
  const thin = scalar(8, free);
  return isWide(machine, pointee) ? { ...thin, size: 16 } : thin;
}

function isWide(machine: Machine, ty: Ty): boolean {
  if (ty.kind === "str" || ty.kind === "slice" || ty.kind === "dyn") return true;
  if (ty.kind !== "adt" && ty.kind !== "tuple") return false;
  if (ty.kind === "adt" && machine.cx.ty.adt(ty.def).kind === "enum") return false;
  const fields = fieldTys(machine.cx, ty, 0);
  const tail = fields[fields.length - 1];
  return tail !== undefined && tail !== ty && isWide(machine, tail);
}

/** `ordered`: `repr(C)`. Else larger alignments first, and among equals the field with the largest niche. */
function struct(fields: readonly SizeAlign[], ordered: boolean): SizeAlign {
  const order = ordered
    ? fields
    : fields.toSorted((a, b) => b.align - a.align || (b.niche?.count ?? 0) - (a.niche?.count ?? 0));
  return place(order, 0, 1);
}

function place(fields: readonly SizeAlign[], start: number, least: number): SizeAlign {
  let at = start;
  let align = least;
  let niche: Niche | undefined;
  for (const field of fields) {
    at = roundUp(at, field.align);
    if (field.niche && field.niche.count > (niche?.count ?? 0))
      niche = { ...field.niche, offset: at + field.niche.offset };
    at += field.size;
    align = Math.max(align, field.align);
  }
  return {
    size: roundUp(at, align),
    align,
    niche,
    uninhabited: fields.some((field) => field.uninhabited),
  };
}

function adt(machine: Machine, ty: Ty & { kind: "adt" }): SizeAlign {
  const info = machine.cx.ty.adt(ty.def);
  const repr = reprOf(machine, ty.def);
  const variants = info.variants.map((_, index) => packed(fieldSizes(machine, ty, index), repr));
  if (info.kind === "union") return aligned(union(variants[0] ?? []), repr);
  if (info.kind === "struct") return aligned(struct(variants[0] ?? [], repr.c), repr);
  return aligned(enumeration(machine, ty, variants, repr), repr);
}

function packed(fields: SizeAlign[], { packed: most }: Repr): SizeAlign[] {
  if (most === undefined) return fields;
  return fields.map((field) => ({ ...field, align: Math.min(field.align, most) }));
}

function union(fields: readonly SizeAlign[]): SizeAlign {
  const align = fields.reduce((most, field) => Math.max(most, field.align), 1);
  return flat(
    roundUp(
      fields.reduce((most, field) => Math.max(most, field.size), 0),
      align,
    ),
    align,
  );
}

function enumeration(
  machine: Machine,
  ty: Ty,
  variants: readonly (readonly SizeAlign[])[],
  repr: Repr,
): SizeAlign {
  const present = variants.filter(
    (fields) =>
      !fields.some((field) => field.uninhabited) || fields.some((field) => field.size > 0),
  );
  const [only] = present;
  if (only === undefined) return { size: 0, align: 1, niche: undefined, uninhabited: true };
  if (repr.int === undefined && !repr.c && present.length === 1) return struct(only, false);
  const tagged = withTag(machine, ty, variants, repr);
  const packed = repr.int === undefined && !repr.c ? withNiche(present) : undefined;
  if (packed === undefined) return tagged;
  if (packed.size !== tagged.size) return packed.size < tagged.size ? packed : tagged;
  return (packed.niche?.count ?? 0) > (tagged.niche?.count ?? 0) ? packed : tagged;
}

function withTag(
  machine: Machine,
  ty: Ty,
  variants: readonly (readonly SizeAlign[])[],
  repr: Repr,
): SizeAlign {
  const tag =
    repr.int === undefined
      ? tagBytes(discriminantTable(machine, ty)?.map(Number) ?? [variants.length - 1])
      : INTS[repr.int].bits / 8;
  const bytes = repr.c && repr.int === undefined ? Math.max(tag, 4) : tag;
  let size = bytes;
  let align = bytes;
  for (const fields of variants) {
    const order = repr.c ? fields : fields.toSorted((a, b) => a.align - b.align);
    const variant = place(order, bytes, bytes);
    size = Math.max(size, variant.size);
    align = Math.max(align, variant.align);
  }
  const count = 2 ** (8 * bytes) - variants.length;
  return {
    size: roundUp(size, align),
    align,
    niche: { offset: 0, size: bytes, count },
    uninhabited: false,
  };
}

/** All other variants beside the niche of the largest. */
function withNiche(variants: readonly (readonly SizeAlign[])[]): SizeAlign | undefined {
  const laid = variants.map((fields) => struct(fields, false));
  const largest = laid.reduce((most, each) => (each.size > most.size ? each : most));
  const { niche } = largest;
  const needed = variants.length - 1;
  if (niche === undefined || niche.count < needed) return undefined;
  const fits = laid.every(
    (each) =>
      each === largest ||
      each.size <= niche.offset ||
      roundUp(niche.offset + niche.size, each.align) + each.size <= largest.size,
  );
  if (!fits) return undefined;
  const align = laid.reduce((most, each) => Math.max(most, each.align), 1);
  return {
    size: roundUp(largest.size, align),
    align,
    niche: { ...niche, count: niche.count - needed },
    uninhabited: false,
  };
}

function fieldSizes(machine: Machine, ty: Ty & { kind: "adt" }, variant: number): SizeAlign[] {
  const fields = fieldTys(machine.cx, ty, variant).map((field) => measure(machine, field));
  const first = machine.cx.ty.program.marker(ty.def, "first_fields");
  if (first === undefined) return fields;
  return [...first.split(" ").map((bytes) => scalar(Number(bytes), 0)), ...fields.slice(1)];
}

function tagBytes(values: readonly number[]): number {
  const low = Math.min(...values, 0);
  const high = Math.max(...values);
  for (const bytes of [1, 2, 4]) {
    const range = 2 ** (8 * bytes);
    if (low < 0 ? low >= -range / 2 && high < range / 2 : high < range) return bytes;
  }
  return 8;
}

function aligned(size: SizeAlign, repr: Repr): SizeAlign {
  if (repr.align === undefined || repr.align <= size.align) return size;
  return { ...size, align: repr.align, size: roundUp(size.size, repr.align) };
}

function declared(machine: Machine, def: DefId, size: SizeAlign): SizeAlign {
  const read = (name: string): number | undefined => {
    const text = machine.cx.ty.program.marker(def, name);
    return text === undefined || text === "" ? undefined : Number(text);
  };
  const free = read("niche");
  const bytes = read("size") ?? size.size;
  const niche =
    free === undefined ? size.niche : { offset: 0, size: Math.min(8, bytes), count: free };
  return { ...size, size: bytes, align: read("align") ?? size.align, niche };
}

function roundUp(value: number, align: number): number {
  return Math.ceil(value / align) * align;
}
