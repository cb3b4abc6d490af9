// Values seen as another type: the same cells where the types agree in them, and numbers by their bytes.
//
// Not modelled: padding; pointers as bytes; enums with fields.

import type { Ty } from "../../ty/ty.ts";
import { arrayLength, cellsOf, layoutOf } from "./layout.ts";
import { discriminantTable } from "../link/discriminants.ts";
import type { Machine } from "../machine.ts";
import { doubleBits, doubleFromBits, singleBits, singleFromBits } from "../num/floats.ts";
import { canonical, fromBits, intInfo, toBits } from "../num/ints.ts";
import { sizeOf } from "./size.ts";
import { undefinedBehaviour, unsupported } from "../run/trap.ts";
import type { Cell } from "../state/value.ts";

export function transmute(
  machine: Machine,
  from: Ty,
  to: Ty,
  cells: readonly Cell[],
): readonly Cell[] {
  if (from === to) return cells;
  const bits = toNumber(machine, from, cells);
  if (bits !== undefined) {
    const value = fromNumber(machine, to, bits);
    if (value !== undefined) return value;
  }
  if (cellsOf(machine, from) === cellsOf(machine, to)) return cells;
  return unsupported("transmute", "the two types do not have the same parts");
}

/** The bits of a number, or of an array of numbers, lowest first. */
function toNumber(machine: Machine, ty: Ty, cells: readonly Cell[]): bigint | undefined {
  const [cell] = cells;
  if (ty.kind === "array") return arrayBits(machine, ty, cells);
  if (typeof cell !== "number" && typeof cell !== "bigint") return undefined;
  if (ty.kind === "float")
    return ty.float === "f32" ? BigInt(singleBits(Number(cell))) : doubleBits(Number(cell));
  const info = intInfo(ty);
  if (info) return toBits(info, cell);
  if (!isPlainEnum(machine, ty)) return undefined;
  return BigInt.asUintN(
    sizeOf(machine, ty) * 8,
    BigInt(discriminantTable(machine, ty)?.[Number(cell)] ?? cell),
  );
}

function arrayBits(
  machine: Machine,
  ty: Ty & { kind: "array" },
  cells: readonly Cell[],
): bigint | undefined {
  const size = cellsOf(machine, ty.ty);
  const width = BigInt(sizeOf(machine, ty.ty) * 8);
  let bits = 0n;
  for (let i = arrayLength(ty) - 1; i >= 0; i--) {
    const element = toNumber(machine, ty.ty, cells.slice(i * size, (i + 1) * size));
    if (element === undefined) return undefined;
    bits = (bits << width) | element;
  }
  return bits;
}

function fromNumber(machine: Machine, ty: Ty, bits: bigint): readonly Cell[] | undefined {
  if (ty.kind === "float")
    return [ty.float === "f32" ? singleFromBits(Number(bits)) : doubleFromBits(bits)];
  if (ty.kind === "array") return arrayFromBits(machine, ty, bits);
  const info = intInfo(ty);
  if (info) return [checked(ty, fromBits(info, bits))];
  if (!isPlainEnum(machine, ty)) return undefined;
  const table = discriminantTable(machine, ty);
  const value = canonical(BigInt.asIntN(64, bits));
  const variant = table === undefined ? Number(value) : table.indexOf(value);
  const known = variant >= 0 && variant < layoutOf(machine, ty).variants.length;
  return known
    ? [variant]
    : undefinedBehaviour("an enum was made with a discriminant it does not have");
}

function arrayFromBits(
  machine: Machine,
  ty: Ty & { kind: "array" },
  bits: bigint,
): readonly Cell[] | undefined {
  const width = sizeOf(machine, ty.ty) * 8;
  const cells: Cell[] = [];
  for (let i = 0; i < arrayLength(ty); i++) {
    const element = fromNumber(machine, ty.ty, BigInt.asUintN(width, bits >> BigInt(i * width)));
    if (element === undefined) return undefined;
    cells.push(...element);
  }
  return cells;
}

function checked(ty: Ty, value: number | bigint): Cell {
  if (ty.kind === "bool" && value > 1)
    undefinedBehaviour("a bool was made that is neither true nor false");
  if (ty.kind === "char" && (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))) {
    undefinedBehaviour("a char was made that is no Unicode scalar value");
  }
  return value;
}

function isPlainEnum(machine: Machine, ty: Ty): boolean {
  const layout = ty.kind === "adt" ? layoutOf(machine, ty) : undefined;
  return layout?.tagged === true && layout.cells === 1;
}
