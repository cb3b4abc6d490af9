// What std/sync/rwlock.rs asks of the machine.
//
// Follows: std::sync::RwLock. Giving the lock back is a mover: a writer that arrives before it queues and goes on after it, which
// nobody can tell from arriving later, except with `try_read` and `try_write`.

import { acquire, release } from "../../machine/clocks/happensBefore.ts";
import {
  NEW_RWLOCK,
  downgrade,
  isFree,
  queueReader,
  queueWriter,
  queuedReadBlocked,
  readBlocked,
  startReading,
  startWriting,
  stopReading,
  stopWriting,
  writeBlocked,
} from "../../machine/sync/rwlock.ts";
import type { RwLockObject } from "../../machine/sync/rwlock.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import type { Alternative, PrimitiveContext } from "../../machine/primitive.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { meetPoison, panicOf } from "./poison.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

const RELEASE = "rwlock.release";
const POISON = "rwlock.poison";

export const RWLOCK: readonly Definition[] = [
  creates("rwlock.new", "rwlock", () => NEW_RWLOCK),
  visible("rwlock.read", {
    op: (cx) => onObject("read", objectArgument(cx, 0), "write"),
    blocked: (cx) => readBlocked(objectArgument(cx, 0), lockOf(cx)),
    alternatives: (cx) => pastWriters(cx, "reads at once", "waits behind the writer"),
    run: (cx, alternative) => (alternative === 0 ? startRead(cx) : queueRead(cx)),
  }),
  visible("rwlock.read_queued", {
    op: (cx) => onObject("read_queued", objectArgument(cx, 0), "write"),
    blocked: (cx) => queuedReadBlocked(objectArgument(cx, 0), lockOf(cx), cx.thread),
    run: (cx) => {
      startRead(cx);
      return NOTHING;
    },
  }),
  visible("rwlock.try_read", {
    op: (cx) =>
      onObject("try_read", objectArgument(cx, 0), "write", { observes: [RELEASE, POISON] }),
    alternatives: (cx) => pastWriters(cx, "reads", "gives way to the writer"),
    run: tryRead,
  }),
  visible("rwlock.unlock_read", {
    op: (cx) => onObject("unlock_read", objectArgument(cx, 0), "write", { mover: RELEASE }),
    run: unlockRead,
  }),
  visible("rwlock.write", {
    op: (cx) => onObject("write", objectArgument(cx, 0), "write"),
    run: beginWrite,
  }),
  visible("rwlock.write_queued", {
    op: (cx) => onObject("write_queued", objectArgument(cx, 0), "write"),
    blocked: (cx) => writeBlocked(objectArgument(cx, 0), lockOf(cx)),
    run: (cx) => {
      startWrite(cx);
      return NOTHING;
    },
  }),
  visible("rwlock.try_write", {
    op: (cx) =>
      onObject("try_write", objectArgument(cx, 0), "write", { observes: [RELEASE, POISON] }),
    run: tryWrite,
  }),
  visible("rwlock.unlock_write", {
    op: (cx) =>
      onObject("unlock_write", objectArgument(cx, 0), "write", {
        mover: argument(cx, 1) === 1 ? POISON : RELEASE,
      }),
    run: unlockWrite,
  }),
  visible("rwlock.downgrade", {
    op: (cx) => onObject("downgrade", objectArgument(cx, 0), "write", { mover: RELEASE }),
    run: downgradeLock,
  }),
  visible("rwlock.is_poisoned", {
    op: (cx) => onObject("is_poisoned", objectArgument(cx, 0), "read", { observes: [POISON] }),
    run: (cx) => bool(lockOf(cx).poisoned),
  }),
  visible("rwlock.clear_poison", {
    op: (cx) => onObject("clear_poison", objectArgument(cx, 0), "write", { observes: [POISON] }),
    run: clearPoison,
  }),
  plain("rwlock.poison_held", (cx) => bool(lockOf(cx).poisoned)),
];

function lockOf(cx: PrimitiveContext): RwLockObject {
  return read<RwLockObject>(cx, objectArgument(cx, 0));
}

/** Where a writer waits, a reader may go ahead or not. */
function pastWriters(cx: PrimitiveContext, ahead: string, behind: string): readonly Alternative[] {
  const lock = lockOf(cx);
  const open = lock.writer === undefined && lock.waitingWriters.length > 0;
  return open ? [{ label: ahead }, { label: behind }] : [{ label: "" }];
}

function startRead(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  const lock = lockOf(cx);
  if (lock.poisoned) meetPoison(cx, id, lock.note);
  write(cx, id, startReading(lock, cx.thread, cx.userSpan));
  acquire(cx.state, cx.thread, `lock ${id}`);
  report(cx, () => ({ kind: "acquire", object: id, mode: "read", poisoned: lock.poisoned }));
  return bool(true);
}

function queueRead(cx: PrimitiveContext): readonly Cell[] {
  write(cx, objectArgument(cx, 0), queueReader(lockOf(cx), cx.thread));
  return bool(false);
}

function tryRead(cx: PrimitiveContext, alternative: number): readonly Cell[] {
  if (lockOf(cx).writer === undefined && alternative === 0) return startRead(cx);
  report(cx, () => ({ kind: "tryFailed", object: objectArgument(cx, 0), reason: "held" }));
  return bool(false);
}

function unlockRead(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  write(cx, id, stopReading(lockOf(cx), cx.thread));
  release(cx.state, cx.thread, `readers ${id}`);
  report(cx, () => ({ kind: "release", object: id, mode: "read", poisons: false }));
  return NOTHING;
}

function startWrite(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  const lock = lockOf(cx);
  if (lock.poisoned) meetPoison(cx, id, lock.note);
  write(cx, id, startWriting(lock, cx.thread, cx.userSpan));
  acquire(cx.state, cx.thread, `lock ${id}`);
  acquire(cx.state, cx.thread, `readers ${id}`);
  report(cx, () => ({ kind: "acquire", object: id, mode: "write", poisoned: lock.poisoned }));
  return bool(true);
}

function beginWrite(cx: PrimitiveContext): readonly Cell[] {
  if (isFree(lockOf(cx))) return startWrite(cx);
  write(cx, objectArgument(cx, 0), queueWriter(lockOf(cx), cx.thread));
  return bool(false);
}

function tryWrite(cx: PrimitiveContext): readonly Cell[] {
  if (isFree(lockOf(cx))) return startWrite(cx);
  report(cx, () => ({ kind: "tryFailed", object: objectArgument(cx, 0), reason: "held" }));
  return bool(false);
}

function unlockWrite(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  const poisons = argument(cx, 1) === 1;
  write(cx, id, stopWriting(lockOf(cx), poisons, panicOf(cx)));
  release(cx.state, cx.thread, `lock ${id}`);
  report(cx, () => ({ kind: "release", object: id, mode: "write", poisons }));
  return NOTHING;
}

function downgradeLock(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  const lock = lockOf(cx);
  write(cx, id, downgrade(lock, cx.thread));
  release(cx.state, cx.thread, `lock ${id}`);
  report(cx, () => ({ kind: "release", object: id, mode: "write", poisons: false }));
  report(cx, () => ({ kind: "acquire", object: id, mode: "read", poisoned: lock.poisoned }));
  return NOTHING;
}

function clearPoison(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  write(cx, id, { ...lockOf(cx), poisoned: false });
  report(cx, () => ({ kind: "clearPoison", object: id }));
  return NOTHING;
}
