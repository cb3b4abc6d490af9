// `as` and coercions.
//
// Unsizing adds metadata to the pointer inside the value, wherever a smart pointer keeps it: the pointer field is found by
// walking the fields whose types differ, as rustc's CoerceUnsized does.
//
// Not modelled: integers turned back into pointers keep no provenance; they lead nowhere.

import { closureFnPointerOf, fnPointerOf } from "../state/functions.ts";
import type { Rvalue } from "../../mir/mir.ts";
import { fieldTys } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Scalar } from "../code.ts";
import { recast } from "../layout/disguise.ts";
import { arrayLength, layoutOf } from "../layout/layout.ts";
import type { Machine } from "../machine.ts";
import { danglingPointer } from "../state/memory.ts";
import { floatToInt, intToFloat, intToInt } from "../num/casts.ts";
import { INTS, intInfo } from "../num/ints.ts";
import type { Int, IntInfo } from "../num/ints.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { Cell, Pointer, VTable } from "../state/value.ts";
import { addressOf } from "../state/addresses.ts";
import { vtableOf } from "../layout/vtables.ts";
import { defined } from "./arithmetic.ts";
import type { LinkContext } from "./context.ts";
import { discriminantTable } from "./discriminants.ts";
import { compileOperand, takeCells, takeScalar } from "./operands.ts";
import type { OperandCode } from "./operands.ts";
import { scalarCode, useOperand } from "./values.ts";
import type { RvalueCode } from "./values.ts";

type Cast = Rvalue & { kind: "cast" };

export function compileCast(link: LinkContext, rvalue: Cast): RvalueCode {
  const operand = compileOperand(link, rvalue.operand);
  const { machine } = link;
  const from = operand.ty;
  const to = rvalue.ty;
  switch (rvalue.cast) {
    case "identity":
    case "mutToConstPointer":
    case "arrayToPointer":
    case "unsafeFnPointer":
    case "fnPtrToPtr":
    case "u8ToChar":
      return useOperand(operand);
    case "ptrToPtr":
      return layoutOf(machine, pointee(to)).sized
        ? mapped(operand, recast(machine, element(pointee(from)), pointee(to)))
        : useOperand(operand);
    case "intToInt":
    case "boolToInt":
    case "charToInt":
      return mapped(operand, integer(intInfo(to) ?? INTS.i32));
    case "enumToInt":
      return mapped(operand, enumToInt(machine, from, to));
    case "intToFloat":
      return mapped(operand, numeric(intToFloat(isSingle(to))));
    case "floatToInt":
      return mapped(operand, numeric(floatToInt(intInfo(to) ?? INTS.i32) as (value: Int) => Int));
    case "floatToFloat":
      return isSingle(to)
        ? mapped(
            operand,
            numeric((value) => Math.fround(value as number)),
          )
        : useOperand(operand);
    case "ptrToInt":
    case "fnPtrToInt":
      return mapped(operand, addressOf);
    case "intToPtr":
      return mapped(operand, (value) =>
        typeof value === "object" ? value : danglingPointer(Number(defined(value))),
      );
    case "reifyFnPointer":
      return scalarCode(always(() => fnPointerOf(machine, from)));
    case "closureFnPointer":
      return scalarCode(always(() => closureFnPointerOf(machine, from)));
    case "unsize":
      return compileUnsize(link, operand, to);
    case "unknown":
      return mapped(operand, () => undefinedBehaviour("a cast that is not known"));
  }
}

/** What unsizing a pointer to `from` into one to `to` puts behind the pointer; undefined: it stays as it is. */
export function unsizeMeta(machine: Machine, from: Ty, to: Ty): number | VTable | undefined {
  if (from.kind === "array" && to.kind === "slice") return arrayLength(from);
  if (to.kind === "dyn") return from.kind === "dyn" ? undefined : vtableOf(machine, from);
  const inner = lastField(machine, from);
  const outer = lastField(machine, to);
  return inner && outer && inner !== outer ? unsizeMeta(machine, inner, outer) : undefined;
}

function lastField(machine: Machine, ty: Ty): Ty | undefined {
  const fields = ty.kind === "adt" || ty.kind === "tuple" ? fieldTys(machine.cx, ty, 0) : [];
  return fields[fields.length - 1];
}

function compileUnsize(link: LinkContext, operand: OperandCode, to: Ty): RvalueCode {
  const found = findPointer(link.machine, operand.ty, to, 0);
  const meta = found && unsizeMeta(link.machine, found.from, found.to);
  if (found === undefined || meta === undefined) return useOperand(operand);
  const widen = (cell: Cell): Cell => ({ ...(cell as Pointer), meta });
  if (operand.size === 1) return mapped(operand, widen);
  const emit = takeCells(operand);
  const offset = found.offset;
  return {
    size: operand.size,
    scalar: undefined,
    emit: (x, out, at) => {
      emit(x, out, at);
      out[at + offset] = widen(out[at + offset]);
    },
  };
}

interface FoundPointer {
  readonly offset: number;
  readonly from: Ty;
  readonly to: Ty;
}

/** The pointer inside a smart pointer whose target changes. */
function findPointer(machine: Machine, from: Ty, to: Ty, offset: number): FoundPointer | undefined {
  if ((from.kind === "ref" || from.kind === "ptr") && (to.kind === "ref" || to.kind === "ptr")) {
    return { offset, from: from.ty, to: to.ty };
  }
  if (from.kind !== "adt" || to.kind !== "adt" || from.def !== to.def) return undefined;
  const tos = fieldTys(machine.cx, to, 0);
  const offsets = layoutOf(machine, from).variants[0]?.offsets ?? [];
  for (const [index, field] of fieldTys(machine.cx, from, 0).entries()) {
    const other = tos[index];
    if (other === undefined || field === other || layoutOf(machine, field).cells === 0) continue;
    const found = findPointer(machine, field, other, offset + (offsets[index] ?? 0));
    if (found) return found;
  }
  return undefined;
}

function mapped(operand: OperandCode, map: (cell: Cell) => Cell): RvalueCode {
  const value = takeScalar(operand);
  return scalarCode((x) => map(value(x)));
}

function numeric(map: (value: Int) => Int): (cell: Cell) => Cell {
  return (cell) => map(defined(cell));
}

function integer(to: IntInfo): (cell: Cell) => Cell {
  const cast = numeric(intToInt(to));
  return to.bits < 32 ? cast : (cell) => (typeof cell === "symbol" ? cell : cast(cell));
}

function enumToInt(machine: Machine, from: Ty, to: Ty): (cell: Cell) => Cell {
  const table = discriminantTable(machine, from);
  const wrap = intToInt(intInfo(to) ?? INTS.i32);
  if (!layoutOf(machine, from).tagged) {
    const only = wrap(table?.[0] ?? 0);
    return () => only;
  }
  return (cell) => {
    const variant = defined(cell);
    return wrap(table?.[Number(variant)] ?? variant);
  };
}

/** Evaluated at first use: functions that are never turned into pointers need not be resolved. */
function always(make: () => Cell): Scalar {
  const made: Cell[] = [];
  return () => (made[0] ??= make());
}

function pointee(ty: Ty): Ty {
  return ty.kind === "ref" || ty.kind === "ptr" ? ty.ty : ty;
}

function element(ty: Ty): Ty {
  return ty.kind === "slice" ? ty.ty : ty;
}

function isSingle(ty: Ty): boolean {
  return ty.kind === "float" && ty.float === "f32";
}
