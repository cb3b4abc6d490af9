// Pointers cast to another type. Memory here has cells, not bytes: what is read through such a pointer is known only where both
// types have the same scalars in the same places. Elsewhere the pointer remembers what it really points to: cast back, it is
// itself again; read, written or moved on, it ends the run as something that is not modelled, never with a wrong value.
//
// Not modelled: the bytes of one scalar as several others, `container_of` with fields that differ.

import { fieldTys } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { arrayLength, cellsOf, layoutOf } from "./layout.ts";
import type { Machine } from "../machine.ts";
import { intInfo } from "../num/ints.ts";
import { asPointer } from "../run/text.ts";
import { unsupported } from "../run/trap.ts";
import type { Cell, Disguise, Pointer } from "../state/value.ts";

/** Scalars compared before two types count as alike; large arrays repeat themselves. */
const COMPARED = 64;

/** A pointer to sized `from` as one to sized `to`. */
export function recast(machine: Machine, from: Ty, to: Ty): (cell: Cell) => Cell {
  const known = new Map<Ty, Disguise | undefined>();
  const disguiseOf = (real: Ty): Disguise | undefined => {
    if (!known.has(real)) known.set(real, disguise(machine, real, to));
    return known.get(real);
  };
  return (cell) => {
    if (typeof cell !== "object" || cell.kind !== "pointer") return cell;
    const meta = disguiseOf(typeof cell.meta === "object" ? cell.meta.ty : from);
    return meta === cell.meta ? cell : { ...cell, meta };
  };
}

export function isDisguised(cell: Cell): boolean {
  if (typeof cell !== "object" || cell.kind !== "pointer") return false;
  return typeof cell.meta === "object" && cell.meta.kind === "disguise";
}

/** The pointer, where it may be read, written and moved as its type says. */
export function undisguised(cell: Cell): Pointer {
  return isDisguised(cell) ? refuseDisguise() : asPointer(cell);
}

export function refuseDisguise(): never {
  return unsupported("memory seen as another type", "the bytes of values are not modelled");
}

/** Fields of a union that are not the same scalars: which one was written last is not remembered. */
export function isAmbiguousUnion(machine: Machine, ty: Ty): boolean {
  if (ty.kind !== "adt" || machine.cx.ty.adt(ty.def).kind !== "union") return false;
  const fields = fieldTys(machine.cx, ty, 0);
  return fields.some((field) => !alike(machine, fields[0] as Ty, field));
}

function disguise(machine: Machine, real: Ty, to: Ty): Disguise | undefined {
  // From a pointer to nothing in particular anything may come back.
  if (real === to || cellsOf(machine, real) === 0) return undefined;
  if (cellsOf(machine, to) > 0 && alike(machine, real, to)) return undefined;
  return { kind: "disguise", ty: real, id: real.id };
}

/** Whether the scalars of both are the same as far as both go. */
function alike(machine: Machine, a: Ty, b: Ty): boolean {
  if (a === b) return true;
  const count = Math.min(cellsOf(machine, a), cellsOf(machine, b), COMPARED);
  const left = scalars(machine, a, count);
  const right = scalars(machine, b, count);
  return left.every((scalar, at) => scalar === right[at]);
}

/** What each of the first cells holds. */
function scalars(machine: Machine, ty: Ty, count: number): readonly string[] {
  if (count <= 0) return [];
  const layout = layoutOf(machine, ty);
  if (ty.kind === "array") {
    const all: string[] = [];
    for (let i = 0; i < arrayLength(ty) && all.length < count; i++)
      all.push(...scalars(machine, ty.ty, count - all.length));
    return all;
  }
  const [only] = layout.variants;
  if (layout.variants.length === 0) return [scalar(ty)];
  if (layout.tagged || only === undefined)
    return Array.from({ length: Math.min(count, layout.cells) }, (_, at) => `${ty.id} ${at}`);
  const isUnion = ty.kind === "adt" && machine.cx.ty.adt(ty.def).kind === "union";
  const fields = isUnion ? [largest(machine, only.fields)] : only.fields;
  const all: string[] = [];
  for (const field of fields) {
    if (all.length >= count) break;
    if (field) all.push(...scalars(machine, field, count - all.length));
  }
  return all;
}

function largest(machine: Machine, fields: readonly Ty[]): Ty | undefined {
  return fields.toSorted((a, b) => cellsOf(machine, b) - cellsOf(machine, a))[0];
}

/** A `bool` counts as a byte, a `char` as a `u32`: their cells hold the same numbers. */
function scalar(ty: Ty): string {
  const info = intInfo(ty);
  if (ty.kind === "float") return ty.float;
  if (info) return `${info.signed ? "i" : "u"}${info.bits}`;
  return ty.kind === "ref" || ty.kind === "ptr" || ty.kind === "fnPtr" ? "pointer" : `${ty.id}`;
}
