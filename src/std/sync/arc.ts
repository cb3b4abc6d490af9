// What std/sync/arc.rs asks of the machine: the counts in front of a shared value.
//
// A change of a count is a step only where a program can tell: when the user's code looks at counts somewhere, or when the last
// drop does something that others notice. Otherwise it is part of the step around it.
//
// Follows: std::sync::Arc. The owners together hold one weak count.

import { acquire, forget, release } from "../../machine/clocks/happensBefore.ts";
import { dropIsVisible, mentions } from "../../machine/facts.ts";
import type { Machine } from "../../machine/machine.ts";
import { loadCells, storeCells } from "../../machine/state/memory.ts";
import type { PrimitiveContext, VisibleOp } from "../../machine/primitive.ts";
import { asPointer } from "../../machine/run/text.ts";
import type { Cell, ObjectId } from "../../machine/state/value.ts";
import type { Ty } from "../../ty/ty.ts";
import { argument, firstType } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, report, visible } from "../visible.ts";

type Change = "clone" | "drop" | "downgrade" | "upgrade" | "upgradeFailed" | "dropWeak";

interface Counts {
  readonly strong: number;
  readonly weak: number;
}

export const ARC: readonly Definition[] = [
  visible("arc.clone", { op: whereCounted("arc_clone"), run: (cx) => change(cx, "clone", 1, 0) }),
  visible("arc.drop", {
    op: (cx) =>
      isCounted(cx.machine) || lastDropShows(cx.machine, firstType(cx))
        ? onCount(cx, "arc_drop")
        : undefined,
    run: (cx) => {
      change(cx, "drop", -1, 0);
      const last = countsOf(cx).strong === 0;
      release(cx.state, cx.thread, nameOf(cx));
      if (last) meetOwners(cx);
      return bool(last);
    },
  }),
  visible("arc.downgrade", {
    op: whereCounted("arc_downgrade"),
    run: (cx) => change(cx, "downgrade", 0, 1),
  }),
  visible("arc.upgrade", { op: (cx) => onCount(cx, "arc_upgrade"), run: upgrade }),
  visible("arc.clone_weak", {
    op: whereCounted("arc_clone_weak"),
    run: (cx) => change(cx, "downgrade", 0, 1),
  }),
  visible("arc.drop_weak", { op: whereCounted("arc_drop_weak"), run: dropWeak }),
  visible("arc.strong_count", {
    op: (cx) => onCount(cx, "arc_count", "read"),
    run: (cx) => [countsOf(cx).strong],
  }),
  visible("arc.weak_count", {
    op: (cx) => onCount(cx, "arc_count", "read"),
    run: (cx) => [countsOf(cx).weak - 1],
  }),
  visible("arc.take_if_last", { op: (cx) => onCount(cx, "arc_take"), run: takeIfLast }),
  visible("arc.is_unique", { op: (cx) => onCount(cx, "arc_count", "read"), run: isAlone }),
  visible("shared.release", {
    op: (cx) => (lastDropShows(cx.machine, firstType(cx)) ? onCount(cx, "arc_drop") : undefined),
    run: releaseShared,
  }),
];

/** Giving up an owner shows nothing by itself: what counts is what the value's own destructor does. */
const COUNTING: ReadonlySet<string> = new Set(["arc.drop", "arc.drop_weak", "shared.release"]);

function lastDropShows(machine: Machine, ty: Ty): boolean {
  return dropIsVisible(machine, ty, COUNTING);
}

/** The user's code looks at counts somewhere. */
function isCounted(machine: Machine): boolean {
  return mentions(machine, "arc.count");
}

function whereCounted(name: string): (cx: PrimitiveContext) => VisibleOp | undefined {
  return (cx) => (isCounted(cx.machine) ? onCount(cx, name) : undefined);
}

function onCount(
  cx: PrimitiveContext,
  name: string,
  access: "read" | "write" = "write",
): VisibleOp {
  const { alloc, offset } = asPointer(argument(cx, 0));
  return { name, object: undefined, target: "memory", address: { alloc, offset }, access };
}

function countsOf(cx: PrimitiveContext): Counts {
  const [strong, weak] = loadCells(cx.machine, cx.state, asPointer(argument(cx, 0)), 2);
  return { strong: Number(strong), weak: Number(weak) };
}

function isUnique({ strong, weak }: Counts): boolean {
  return strong === 1 && weak === 1;
}

function change(
  cx: PrimitiveContext,
  what: Change,
  strongBy: number,
  weakBy: number,
): readonly Cell[] {
  const before = countsOf(cx);
  const strong = before.strong + strongBy;
  const weak = before.weak + weakBy;
  storeCells(cx.machine, cx.state, asPointer(argument(cx, 0)), [strong, weak]);
  tell(cx, what, strong, weak);
  return NOTHING;
}

function tell(cx: PrimitiveContext, what: Change, strong: number, weak: number): void {
  report(cx, () => {
    const { alloc, offset } = asPointer(argument(cx, 0));
    return {
      kind: "count",
      object: -1 as ObjectId,
      at: { alloc, offset },
      change: what,
      strong,
      weak: weak - (strong > 0 ? 1 : 0),
    };
  });
}

function upgrade(cx: PrimitiveContext): readonly Cell[] {
  const { strong, weak } = countsOf(cx);
  if (strong > 0) change(cx, "upgrade", 1, 0);
  else tell(cx, "upgradeFailed", strong, weak);
  return bool(strong > 0);
}

/** The weak count that the owners held together ends here too; that is not told. */
function dropWeak(cx: PrimitiveContext): readonly Cell[] {
  const { strong, weak } = countsOf(cx);
  storeCells(cx.machine, cx.state, asPointer(argument(cx, 0)), [strong, weak - 1]);
  if (weak > 1) tell(cx, "dropWeak", strong, weak - 1);
  return bool(weak === 1);
}

function takeIfLast(cx: PrimitiveContext): readonly Cell[] {
  const last = countsOf(cx).strong === 1;
  if (last) {
    change(cx, "drop", -1, 0);
    meetOwners(cx);
  }
  return bool(last);
}

/** The only owner left knows what the others did before they went. */
function meetOwners(cx: PrimitiveContext): void {
  acquire(cx.state, cx.thread, nameOf(cx));
  forget(cx.state, nameOf(cx));
}

function nameOf(cx: PrimitiveContext): string {
  const { alloc, offset } = asPointer(argument(cx, 0));
  return `owners ${alloc}.${offset}`;
}

function isAlone(cx: PrimitiveContext): readonly Cell[] {
  const alone = isUnique(countsOf(cx));
  if (alone) meetOwners(cx);
  return bool(alone);
}

function releaseShared(cx: PrimitiveContext): readonly Cell[] {
  const pointer = asPointer(argument(cx, 0));
  const [count] = loadCells(cx.machine, cx.state, pointer, 1);
  const left = Number(count) - 1;
  storeCells(cx.machine, cx.state, pointer, [left]);
  return bool(left === 0);
}
