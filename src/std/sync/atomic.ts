// What std/sync/atomic.rs asks of the machine: single cells that threads read and change in one step.
//
// Without weak memory every load gives the last store. With it (`state.order`) the ways of an operation are those of
// machine/clocks/ways.ts, and the memory cell holds the last store in modification order.
//
// Follows: std::sync::atomic.

import { defined } from "../../machine/link/arithmetic.ts";
import { exactOp, wrappingOp } from "../../machine/num/arith.ts";
import type { BinaryOp } from "../../machine/num/arith.ts";
import type { Int } from "../../machine/num/ints.ts";
import { INTS, intInfo } from "../../machine/num/ints.ts";
import { settleMemory } from "../../machine/clocks/happensBefore.ts";
import { withHistory } from "../../machine/clocks/history.ts";
import { perform, wantsHistory, waysOf } from "../../machine/clocks/ways.ts";
import type { AtomicOp, Way } from "../../machine/clocks/ways.ts";
import { EMPTY_MEMORY, fence } from "../../machine/clocks/weakMemory.ts";
import type { Order, WeakMemory } from "../../machine/clocks/weakMemory.ts";
import { cellsOf } from "../../machine/layout/layout.ts";
import { loadCell, storeCells } from "../../machine/state/memory.ts";
import type { PrimitiveContext, VisibleOp } from "../../machine/primitive.ts";
import { asPointer } from "../../machine/run/text.ts";
import type { Cell, Pointer } from "../../machine/state/value.ts";
import { argument, firstType } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, report, visible } from "../visible.ts";

const ORDERS: readonly Order[] = ["Relaxed", "Release", "Acquire", "AcqRel", "SeqCst"];

export const ATOMIC: readonly Definition[] = [
  atomic(
    "load",
    (cx) => ({ kind: "load", order: orderOf(cx, 1) }),
    (old) => [old],
  ),
  atomic(
    "store",
    (cx) => ({ kind: "store", order: orderOf(cx, 2), value: argument(cx, 1) }),
    () => NOTHING,
  ),
  updating("swap", (_, value) => value),
  updating("add", arithmetic("+")),
  updating("sub", arithmetic("-")),
  updating("and", arithmetic("&")),
  updating("or", arithmetic("|")),
  updating("xor", arithmetic("^")),
  updating("nand", (old, value, cx) => complement(cx, arithmetic("&")(old, value, cx))),
  updating("max", (old, value) => (defined(old) >= defined(value) ? old : value)),
  updating("min", (old, value) => (defined(old) <= defined(value) ? old : value)),
  updating("ptr_add", (old, value, cx) => {
    const pointer = asPointer(old);
    return {
      ...pointer,
      offset: pointer.offset + Number(value) * cellsOf(cx.machine, firstType(cx)),
    };
  }),
  atomic("compare_exchange", exchangeOf, (old, succeeded) => [old, succeeded ? 1 : 0]),
  visible("atomic.fence", {
    op: () => ({ name: "fence", object: undefined, target: "process", access: "read" }),
    run: (cx) => {
      const { state } = cx;
      if (state.order !== undefined)
        settleMemory(state, fence(state.order, cx.thread, orderOf(cx, 0)));
      report(cx, () => ({ kind: "fence", order: orderOf(cx, 0) }));
      return NOTHING;
    },
  }),
];

type Change = (old: Cell, value: Cell, cx: PrimitiveContext) => Cell;

/** A read-modify-write operation: gives the old value. */
function updating(name: string, change: Change): Definition {
  return atomic(
    name,
    (cx) => ({
      kind: "update",
      order: orderOf(cx, 2),
      change: (old) => change(old, argument(cx, 1), cx),
    }),
    (old) => [old],
  );
}

function exchangeOf(cx: PrimitiveContext): AtomicOp {
  return {
    kind: "exchange",
    expected: argument(cx, 1),
    value: argument(cx, 2),
    order: orderOf(cx, 3),
    failure: orderOf(cx, 4),
    weak: argument(cx, 5) === 1,
  };
}

function atomic(
  name: string,
  describe: (cx: PrimitiveContext) => AtomicOp,
  result: (old: Cell, succeeded: boolean) => readonly Cell[],
): Definition {
  return visible(`atomic.${name}`, {
    op: (cx) => visibleOp(cx, name, describe(cx)),
    alternatives: (cx) => ways(cx, describe(cx)),
    run: (cx, alternative) => {
      const op = describe(cx);
      const taken = ways(cx, op)[alternative] as Way;
      const { memory, old, succeeded, stored } = perform(
        memoryOf(cx),
        cx.thread,
        keyOf(cx),
        op,
        taken,
      );
      if (stored?.newest === true) storeCells(cx.machine, cx.state, cellOf(cx), [stored.value]);
      if (cx.state.order !== undefined) settleMemory(cx.state, memory);
      tell(cx, name, op, old, stored === undefined ? old : stored.value, taken);
      return result(old, succeeded);
    },
  });
}

function visibleOp(cx: PrimitiveContext, name: string, op: AtomicOp): VisibleOp {
  const { alloc, offset } = cellOf(cx);
  const access = op.kind === "load" ? "read" : "write";
  const plain: VisibleOp = {
    name,
    object: undefined,
    target: "memory",
    address: { alloc, offset },
    access,
  };
  const { weak } = cx.machine;
  if (
    weak === undefined ||
    cx.state.order === undefined ||
    !wantsHistory(memoryOf(cx), cx.thread, keyOf(cx), op)
  )
    return plain;
  // The search learns that this location needs its history, and begins again.
  weak.unfolded.add(keyOf(cx));
  return { ...plain, observes: [`stale ${keyOf(cx)}`] };
}

function ways(cx: PrimitiveContext, op: AtomicOp): readonly Way[] {
  return waysOf(memoryOf(cx), cx.thread, keyOf(cx), op);
}

/** The memory with a history of this location; one that was made up for the occasion when every load is to give the last store. */
function memoryOf(cx: PrimitiveContext): WeakMemory {
  const { weak } = cx.machine;
  const key = keyOf(cx);
  const folded = weak?.folding === true && !weak.unfolded.has(key);
  return withHistory(
    cx.state.order ?? EMPTY_MEMORY,
    key,
    cellOf(cx).generation,
    current(cx),
    folded,
  );
}

function keyOf(cx: PrimitiveContext): string {
  const { alloc, offset } = cellOf(cx);
  return `${alloc}.${offset}`;
}

function cellOf(cx: PrimitiveContext): Pointer {
  return asPointer(argument(cx, 0));
}

function current(cx: PrimitiveContext): Cell {
  return loadCell(cx.machine, cx.state, cellOf(cx));
}

function tell(
  cx: PrimitiveContext,
  name: string,
  op: AtomicOp,
  before: Cell,
  after: Cell,
  taken: Way,
): void {
  report(cx, () => {
    const { alloc, offset } = cellOf(cx);
    const failed = op.kind === "exchange" && taken.does === "load";
    const order = failed ? op.failure : op.order;
    const shown = failed ? `${name} failed` : name;
    const stale = taken.needs === "stale load";
    return {
      kind: "atomic",
      alloc,
      offset,
      op: shown,
      order,
      before: showCell(before),
      after: showCell(after),
      stale,
    };
  });
}

function orderOf(cx: PrimitiveContext, index: number): Order {
  if (cx.machine.allSeqCst) return "SeqCst";
  return ORDERS[Number(argument(cx, index))] ?? "SeqCst";
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

function showCell(cell: Cell): string {
  if (typeof cell === "number" || typeof cell === "bigint") return String(cell);
  return cell === undefined ? "?" : "pointer";
}
