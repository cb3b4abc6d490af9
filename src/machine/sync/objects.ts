// What sync objects have in common: a kind, data that programs can tell apart, and a `note` that only people see.
//
// Every mechanism of this folder is a set of functions from one object to the next; none of them changes anything in place.

import { objectOf, setObject } from "../state/objects.ts";
import type { PrimitiveContext } from "../primitive.ts";
import type { SyncObject } from "../state/state.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { Cell, ObjectId, ThreadId } from "../state/value.ts";

/** For `MachineOptions.encodeObject`: an object's data in their one order, without what only people see. */
export function encodeObject(object: SyncObject): unknown {
  const data: unknown[] = [];
  for (const [key, value] of Object.entries(object)) if (key !== "note") data.push(value);
  return data;
}

/** The object that the argument names. */
export function objectArgument(cx: PrimitiveContext, index: number): ObjectId {
  return objectIdOf(cx.args[index]?.[0]);
}

export function objectIdOf(cell: Cell): ObjectId {
  if (typeof cell === "object" && cell.kind === "object") return cell.id;
  return undefinedBehaviour("something that is no synchronisation object was used as one");
}

/** The object's present data; the caller knows the kind, because std's types do. */
export function read<T extends SyncObject>(cx: PrimitiveContext, id: ObjectId): T {
  return objectOf(cx.machine, cx.state, id) as T;
}

export function write<T extends SyncObject>(cx: PrimitiveContext, id: ObjectId, data: T): void {
  setObject(cx.state, id, data);
}

/** A set of threads in its one order. */
export function withThread(threads: readonly ThreadId[], thread: ThreadId): readonly ThreadId[] {
  return [...threads, thread].sort((a, b) => a - b);
}

/** Without one occurrence of the thread. */
export function withoutThread(threads: readonly ThreadId[], thread: ThreadId): readonly ThreadId[] {
  const at = threads.indexOf(thread);
  return at < 0 ? threads : [...threads.slice(0, at), ...threads.slice(at + 1)];
}
