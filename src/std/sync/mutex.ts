// What std/sync/mutex.rs asks of the machine.
//
// Follows: std::sync::Mutex. `get_mut` and `into_inner` own the mutex, so their look at the poison is no step.

import { acquire, release } from "../../machine/clocks/happensBefore.ts";
import {
  NEW_MUTEX,
  lockMutex,
  mutexBlocked,
  setPoison,
  unlockMutex,
} from "../../machine/sync/mutex.ts";
import type { MutexObject } from "../../machine/sync/mutex.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { meetPoison, panicOf } from "./poison.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

/** A release that leaves the poison as it is, and one that poisons: nobody but these observers can tell them from later ones. */
const RELEASE = "mutex.release";
const POISON = "mutex.poison";

export const MUTEX: readonly Definition[] = [
  creates("mutex.new", "mutex", () => NEW_MUTEX),
  visible("mutex.lock", {
    op: (cx) => onObject("lock", objectArgument(cx, 0), "write"),
    blocked: (cx) => mutexBlocked(objectArgument(cx, 0), mutexOf(cx)),
    run: (cx) => bool(take(cx)),
  }),
  visible("mutex.try_lock", {
    op: (cx) =>
      onObject("try_lock", objectArgument(cx, 0), "write", { observes: [RELEASE, POISON] }),
    run: tryLock,
  }),
  visible("mutex.unlock", {
    op: (cx) =>
      onObject("unlock", objectArgument(cx, 0), "write", {
        mover: argument(cx, 1) === 1 ? POISON : RELEASE,
      }),
    run: unlock,
  }),
  visible("mutex.is_poisoned", {
    op: (cx) => onObject("is_poisoned", objectArgument(cx, 0), "read", { observes: [POISON] }),
    run: (cx) => bool(mutexOf(cx).poisoned),
  }),
  visible("mutex.clear_poison", {
    op: (cx) => onObject("clear_poison", objectArgument(cx, 0), "write", { observes: [POISON] }),
    run: clearPoison,
  }),
  plain("mutex.poison_held", (cx) => bool(mutexOf(cx).poisoned)),
];

function mutexOf(cx: PrimitiveContext): MutexObject {
  return read<MutexObject>(cx, objectArgument(cx, 0));
}

/** Takes the free mutex; true when it is poisoned. */
function take(cx: PrimitiveContext): boolean {
  const id = objectArgument(cx, 0);
  const mutex = mutexOf(cx);
  if (mutex.poisoned) meetPoison(cx, id, mutex.note);
  write(cx, id, lockMutex(mutex, cx.thread, cx.userSpan));
  acquire(cx.state, cx.thread, `lock ${id}`);
  report(cx, () => ({ kind: "acquire", object: id, mode: "lock", poisoned: mutex.poisoned }));
  return mutex.poisoned;
}

function tryLock(cx: PrimitiveContext): readonly number[] {
  if (mutexOf(cx).holder === undefined) return [take(cx) ? 1 : 0];
  report(cx, () => ({ kind: "tryFailed", object: objectArgument(cx, 0), reason: "held" }));
  return [2];
}

function unlock(cx: PrimitiveContext): typeof NOTHING {
  const id = objectArgument(cx, 0);
  const poisons = argument(cx, 1) === 1;
  write(cx, id, unlockMutex(mutexOf(cx), poisons, panicOf(cx)));
  release(cx.state, cx.thread, `lock ${id}`);
  report(cx, () => ({ kind: "release", object: id, mode: "lock", poisons }));
  return NOTHING;
}

function clearPoison(cx: PrimitiveContext): typeof NOTHING {
  const id = objectArgument(cx, 0);
  write(cx, id, setPoison(mutexOf(cx), false));
  report(cx, () => ({ kind: "clearPoison", object: id }));
  return NOTHING;
}
