// What std/sync/atomic.rs asks of the machine: single cells that threads read and change in one step.
//
// Every load gives the last store: sequential consistency. The ordering reaches this place with every operation, so that a
// weaker memory can be put here.
//
// Follows: std::sync::atomic. Not modelled: stale reads and reordered relaxed stores (assumption `sc-atomics`).

import { defined, intInfo } from "../machine/link/arithmetic.ts";
import { exactOp, wrappingOp } from "../machine/num/arith.ts";
import type { BinaryOp } from "../machine/num/arith.ts";
import type { Int } from "../machine/num/ints.ts";
import { INTS } from "../machine/num/ints.ts";
import { cellsOf } from "../machine/layout.ts";
import { loadCell, storeCells } from "../machine/memory.ts";
import type { PrimitiveContext, VisibleOp } from "../machine/primitive.ts";
import { asPointer } from "../machine/text.ts";
import type { Cell, Pointer } from "../machine/value.ts";
import { argument, firstType } from "./define.ts";
import type { Definition } from "./define.ts";
import { NOTHING, report, visible } from "./visible.ts";

const ORDERS = ["Relaxed", "Release", "Acquire", "AcqRel", "SeqCst"] as const;

export const ATOMIC: readonly Definition[] = [
  visible("atomic.load", {
    op: (cx) => onCell(cx, "load", "read"),
    run: (cx) => {
      const value = current(cx);
      tell(cx, "load", 1, value, value);
      return [value];
    },
  }),
  visible("atomic.store", {
    op: (cx) => onCell(cx, "store", "write"),
    run: (cx) => {
      replace(cx, "store", argument(cx, 1));
      return NOTHING;
    },
  }),
  changing("swap", (_, value) => value),
  changing("add", arithmetic("+")),
  changing("sub", arithmetic("-")),
  changing("and", arithmetic("&")),
  changing("or", arithmetic("|")),
  changing("xor", arithmetic("^")),
  changing("nand", (old, value, cx) => complement(cx, arithmetic("&")(old, value, cx))),
  changing("max", (old, value) => (defined(old) >= defined(value) ? old : value)),
  changing("min", (old, value) => (defined(old) <= defined(value) ? old : value)),
  changing("ptr_add", (old, value, cx) => {
    const pointer = asPointer(old);
    return { ...pointer, offset: pointer.offset + Number(value) * cellsOf(cx.machine, firstType(cx)) };
  }),
  visible("atomic.compare_exchange", {
    op: (cx) => onCell(cx, "compare_exchange", "write"),
    alternatives: (cx) =>
      argument(cx, 5) === 1 && sameCell(current(cx), argument(cx, 1))
        ? [{ label: "" }, { label: "fails for no reason", needs: "weak failure" }]
        : [{ label: "" }],
    run: compareExchange,
  }),
  visible("atomic.fence", {
    op: () => ({ name: "fence", object: undefined, target: "process", access: "read" }),
    run: (cx) => {
      report(cx, () => ({ kind: "fence", order: orderOf(cx, 0) }));
      return NOTHING;
    },
  }),
];

type Change = (old: Cell, value: Cell, cx: PrimitiveContext) => Cell;

/** A read-modify-write operation: gives the old value. */
function changing(name: string, change: Change): Definition {
  return visible(`atomic.${name}`, {
    op: (cx) => onCell(cx, name, "write"),
    run: (cx) => {
      const old = current(cx);
      replace(cx, name, change(old, argument(cx, 1), cx));
      return [old];
    },
  });
}

function onCell(cx: PrimitiveContext, name: string, access: "read" | "write"): VisibleOp {
  const { alloc, offset } = cellOf(cx);
  return { name, object: undefined, target: "memory", address: { alloc, offset }, access };
}

function cellOf(cx: PrimitiveContext): Pointer {
  return asPointer(argument(cx, 0));
}

function current(cx: PrimitiveContext): Cell {
  return loadCell(cx.machine, cx.state, cellOf(cx));
}

function replace(cx: PrimitiveContext, op: string, value: Cell): void {
  const before = current(cx);
  storeCells(cx.machine, cx.state, cellOf(cx), [value]);
  tell(cx, op, 2, before, value);
}

function tell(cx: PrimitiveContext, op: string, orderAt: number, before: Cell, after: Cell): void {
  report(cx, () => {
    const { alloc, offset } = cellOf(cx);
    const order = orderOf(cx, orderAt);
    return { kind: "atomic", alloc, offset, op, order, before: showCell(before), after: showCell(after), stale: false };
  });
}

function orderOf(cx: PrimitiveContext, index: number): string {
  return ORDERS[Number(argument(cx, index))] ?? "SeqCst";
}

function compareExchange(cx: PrimitiveContext, alternative: number): readonly Cell[] {
  const old = current(cx);
  if (alternative === 0 && sameCell(old, argument(cx, 1))) {
    storeCells(cx.machine, cx.state, cellOf(cx), [argument(cx, 2)]);
    tell(cx, "compare_exchange", 3, old, argument(cx, 2));
    return [old, 1];
  }
  tell(cx, "compare_exchange failed", 4, old, old);
  return [old, 0];
}

/** Wraps around in the type at hand; `bool` behaves as an integer of one bit. */
function arithmetic(op: BinaryOp): Change {
  return (old, value, cx) => {
    const info = intInfo(firstType(cx));
    if (info === undefined) return exactOp(op, INTS.u8)(defined(old), defined(value));
    return wrappingOp(op, info)(defined(old), defined(value));
  };
}

function complement(cx: PrimitiveContext, value: Cell): Cell {
  const ty = firstType(cx);
  const info = intInfo(ty);
  if (info === undefined || ty.kind === "bool") return value === 0 ? 1 : 0;
  const ones: Int = info.signed ? -1 : info.max;
  return wrappingOp("^", info)(defined(value), ones);
}

function sameCell(a: Cell, b: Cell): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  if (a.kind !== "pointer" || b.kind !== "pointer") return a === b;
  return a.alloc === b.alloc && a.offset === b.offset;
}

function showCell(cell: Cell): string {
  if (typeof cell === "number" || typeof cell === "bigint") return String(cell);
  return cell === undefined ? "?" : "pointer";
}
