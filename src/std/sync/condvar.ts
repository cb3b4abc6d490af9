// What std/sync/condvar.rs asks of the machine.
//
// Follows: std::sync::Condvar.

import { release } from "../../machine/clocks/happensBefore.ts";
import {
  NEW_CONDVAR,
  joinWaiters,
  leaveWait,
  notify,
  notifyChoices,
  waitBlocked,
  waitEnds,
} from "../../machine/sync/condvar.ts";
import type { CondvarObject } from "../../machine/sync/condvar.ts";
import { unlockMutex } from "../../machine/sync/mutex.ts";
import type { MutexObject } from "../../machine/sync/mutex.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import { instantOf, isPast, passTime } from "../../machine/sync/time.ts";
import type { PrimitiveContext, VisibleOp } from "../../machine/primitive.ts";
import type { Cell, ThreadId } from "../../machine/state/value.ts";
import { argument } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

export const CONDVAR: readonly Definition[] = [
  creates("condvar.new", "condvar", () => NEW_CONDVAR),
  visible("condvar.begin_wait", { op: waitOp, run: beginWait }),
  visible("condvar.wait", {
    op: wakeOp,
    blocked: (cx) => waitBlocked(objectArgument(cx, 0), condvarOf(cx), cx.thread, false),
    alternatives: (cx) => waitEnds(condvarOf(cx), cx.thread, undefined, false),
    run: (cx, alternative) => {
      endWait(cx, undefined, alternative);
      return NOTHING;
    },
  }),
  visible("condvar.wait_until", {
    op: wakeOp,
    blocked: (cx) => waitBlocked(objectArgument(cx, 0), condvarOf(cx), cx.thread, isLate(cx)),
    alternatives: (cx) =>
      waitEnds(condvarOf(cx), cx.thread, instantOf(argument(cx, 1)), isLate(cx)),
    run: (cx, alternative) => bool(endWait(cx, instantOf(argument(cx, 1)), alternative)),
  }),
  visible("condvar.notify_one", {
    op: (cx) => onObject("notify_one", objectArgument(cx, 0), "write"),
    alternatives: (cx) => notifyChoices(condvarOf(cx)),
    run: (cx, alternative) =>
      wake(cx, condvarOf(cx).waiters.slice(alternative, alternative + 1), false),
  }),
  visible("condvar.notify_all", {
    op: (cx) => onObject("notify_all", objectArgument(cx, 0), "write"),
    run: (cx) => wake(cx, condvarOf(cx).waiters, true),
  }),
];

function condvarOf(cx: PrimitiveContext): CondvarObject {
  return read<CondvarObject>(cx, objectArgument(cx, 0));
}

function isLate(cx: PrimitiveContext): boolean {
  return isPast(cx.state, instantOf(argument(cx, 1)));
}

function waitOp(cx: PrimitiveContext): VisibleOp {
  const mutex = objectArgument(cx, 1);
  return onObject("wait", objectArgument(cx, 0), "write", {
    also: [{ object: mutex, target: "object", access: "write" }],
  });
}

/** Once notified, going on changes nothing that another thread can see. */
function wakeOp(cx: PrimitiveContext): VisibleOp {
  const notified = condvarOf(cx).woken.includes(cx.thread);
  return onObject(
    "woken",
    objectArgument(cx, 0),
    "write",
    notified ? { mover: "condvar.woken" } : {},
  );
}

function beginWait(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  const mutex = objectArgument(cx, 1);
  write(cx, mutex, unlockMutex(read<MutexObject>(cx, mutex), false));
  release(cx.state, cx.thread, `lock ${mutex}`);
  write(cx, id, joinWaiters(condvarOf(cx), cx.thread));
  report(cx, () => ({ kind: "release", object: mutex, mode: "lock", poisons: false }));
  report(cx, () => ({ kind: "wait", object: id }));
  return NOTHING;
}

/** True when the deadline ended the wait. */
function endWait(cx: PrimitiveContext, deadline: bigint | undefined, alternative: number): boolean {
  const id = objectArgument(cx, 0);
  const late = deadline !== undefined && isPast(cx.state, deadline);
  const how = waitEnds(condvarOf(cx), cx.thread, deadline, late)[alternative]?.how ?? "spurious";
  if (how === "timeout" && deadline !== undefined) passTime(cx.state, deadline);
  write(cx, id, leaveWait(condvarOf(cx), cx.thread));
  report(cx, () => ({ kind: "woken", object: id, how }));
  return how === "timeout";
}

function wake(cx: PrimitiveContext, woken: readonly ThreadId[], all: boolean): readonly Cell[] {
  const id = objectArgument(cx, 0);
  write(cx, id, notify(condvarOf(cx), woken));
  report(cx, () => ({ kind: "notify", object: id, all, woken }));
  return NOTHING;
}
