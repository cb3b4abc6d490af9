// Reports of single-threaded sharing: what Rc and RefCell do, for people who watch. They change nothing.

import type { MachineEvent } from "../../machine/run/events.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { asPointer } from "../../machine/run/text.ts";
import type { ObjectId } from "../../machine/state/value.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";

const CHANGES = ["clone", "drop", "downgrade", "upgrade", "upgradeFailed", "dropWeak"] as const;
/** These have no sync object: the event's `at` says which one. */
const NO_OBJECT = -1 as ObjectId;

export const SHARING: readonly Definition[] = [
  plain("refcell.borrow", (cx) => {
    report(cx, (at) => ({
      kind: "borrow",
      object: NO_OBJECT,
      at,
      mutable: argument(cx, 1) === 1,
      failed: argument(cx, 2) === 1,
      span: cx.userSpan,
    }));
    return [];
  }),
  plain("refcell.release", (cx) => {
    report(cx, (at) => ({
      kind: "borrowEnd",
      object: NO_OBJECT,
      at,
      mutable: argument(cx, 1) === 1,
      span: cx.userSpan,
    }));
    return [];
  }),
  plain("rc.count", (cx) => {
    report(cx, (at) => ({
      kind: "count",
      object: NO_OBJECT,
      at,
      change: CHANGES[Number(argument(cx, 1))] ?? "clone",
      strong: Number(argument(cx, 2)),
      weak: Number(argument(cx, 3)),
      span: cx.userSpan,
    }));
    return [];
  }),
];

function report(
  cx: PrimitiveContext,
  make: (at: {
    readonly alloc: ReturnType<typeof asPointer>["alloc"];
    readonly offset: number;
  }) => MachineEvent,
): void {
  if (cx.exec.sink === undefined) return;
  const { alloc, offset } = asPointer(argument(cx, 0));
  cx.emit(make({ alloc, offset }));
}
