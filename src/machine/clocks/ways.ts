// The ways in which an atomic operation can go: which store it reads, where its own store lands, whether a weak exchange
// fails for no reason. The first way is what happens when every thread always sees the newest store.

import type { Alternative } from "../primitive.ts";
import type { Cell, ThreadId } from "../state/value.ts";
import { seen } from "../state/forgetting.ts";
import { sameCell } from "./history.ts";
import { extendable, historyOf, load, oldestKnown, readable, store, update } from "./weakMemory.ts";
import type { Order, WeakMemory } from "./weakMemory.ts";

export type AtomicOp =
  | { readonly kind: "load"; readonly order: Order }
  | { readonly kind: "store"; readonly order: Order; readonly value: Cell }
  | { readonly kind: "update"; readonly order: Order; readonly change: (old: Cell) => Cell }
  | {
      readonly kind: "exchange";
      readonly order: Order;
      readonly failure: Order;
      readonly expected: Cell;
      readonly value: Cell;
      readonly weak: boolean;
    };

export interface Way extends Alternative {
  /** The store that is read, or behind which the new one lands. */
  readonly position: number;
  readonly does: "load" | "store" | "update";
}

/** Never empty: the newest store can always be read and extended. */
export function waysOf(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  op: AtomicOp,
): readonly Way[] {
  const newest = historyOf(memory, key).messages.length - 1;
  switch (op.kind) {
    case "load":
      return readable(memory, thread, key, op.order).map((position) =>
        way(position, newest, "load"),
      );
    case "store":
      return extendable(memory, thread, key, op.order).map((position) =>
        way(position, newest, "store"),
      );
    case "update":
      return extendable(memory, thread, key, op.order).map((position) =>
        way(position, newest, "update"),
      );
    case "exchange":
      return exchangeWays(memory, thread, key, op);
  }
}

/** True where the operation could go another way if the location's history were kept in full. */
export function wantsHistory(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  op: AtomicOp,
): boolean {
  const { folded, chained, messages } = historyOf(memory, key);
  const orders = op.kind === "exchange" ? [op.order, op.failure] : [op.order];
  const oldest = Math.min(...orders.map((order) => oldestKnown(memory, thread, key, order)));
  if (!folded || oldest >= messages.length - 1) return false;
  return op.kind !== "update" || !chained;
}

/** After a way was taken: what was read, and what the location's memory now holds, if that changed. */
export interface Performed {
  readonly memory: WeakMemory;
  readonly old: Cell;
  readonly succeeded: boolean;
  readonly stored: { readonly value: Cell; readonly newest: boolean } | undefined;
}

export function perform(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  op: AtomicOp,
  taken: Way,
): Performed {
  const { messages } = historyOf(memory, key);
  const { position, does } = taken;
  const old = messages[position]?.value;
  if (does === "load") {
    const order = op.kind === "exchange" ? op.failure : op.order;
    return {
      memory: load(memory, thread, key, position, order),
      old,
      succeeded: false,
      stored: undefined,
    };
  }
  const value = op.kind === "update" ? op.change(old) : op.kind === "load" ? old : op.value;
  const place = does === "store" ? store : update;
  const stored = { value, newest: position === messages.length - 1 };
  return {
    memory: place(memory, thread, key, position, value, op.order),
    old,
    succeeded: true,
    stored,
  };
}

/** A failed exchange reads another value, or, if it is weak, may have none to show for it. */
function exchangeWays(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  op: AtomicOp & { kind: "exchange" },
): readonly Way[] {
  const { messages } = historyOf(memory, key);
  const newest = messages.length - 1;
  const matches = (position: number): boolean =>
    sameCell(seen(messages[position]?.value), seen(op.expected));
  const done = extendable(memory, thread, key, op.order)
    .filter(matches)
    .map((position) => way(position, newest, "update"));
  const refused = readable(memory, thread, key, op.failure)
    .filter((position) => !matches(position))
    .map((position) => way(position, newest, "load"));
  const spurious: Way[] =
    op.weak && matches(newest)
      ? [{ label: "fails for no reason", needs: "weak failure", position: newest, does: "load" }]
      : [];
  return [...done, ...refused, ...spurious].sort(
    (a, b) => rank(a) - rank(b) || b.position - a.position,
  );
}

/** Ordinary ways come first. */
function rank(one: Way): number {
  return one.needs === undefined ? 0 : 1;
}

function way(position: number, newest: number, does: Way["does"]): Way {
  if (position === newest) return { label: "", position, does };
  const label =
    does === "load"
      ? "reads an older value"
      : does === "store"
        ? "lands before a newer store"
        : "updates an older value";
  return { label, needs: "stale load", position, does };
}
