// What a thread carries for std besides its stack: the park token, and the values that belong to it alone.

import type { State } from "../state/state.ts";
import { threadMut, threadOf } from "../state/state.ts";
import type { FnPointer, Pointer, ThreadId } from "../state/value.ts";

interface ThreadData {
  /** Left by `unpark`, taken by `park`. */
  readonly token: boolean;
  /** In the order in which they were made. */
  readonly locals: readonly ThreadLocal[];
  /** The value that is being destroyed. */
  readonly leaving: ThreadLocal | undefined;
}

interface ThreadLocal {
  /** Key of the function that makes the value. */
  readonly key: string;
  readonly place: Pointer;
  readonly destroy: FnPointer;
  /** Its type needs no destructor: it stays usable to the very end. */
  readonly plain: boolean;
  readonly destroyed: boolean;
}

const NO_DATA: ThreadData = { token: false, locals: [], leaving: undefined };

export function threadData(state: State, thread: ThreadId): ThreadData {
  return (threadOf(state, thread).data as ThreadData | undefined) ?? NO_DATA;
}

export function setThreadData(state: State, thread: ThreadId, change: Partial<ThreadData>): void {
  const own = threadMut(state, thread);
  own.data = { ...NO_DATA, ...(own.data as ThreadData | undefined), ...change };
}

export function findLocal(data: ThreadData, key: string): ThreadLocal | undefined {
  return data.locals.find((local) => local.key === key);
}

/** The youngest value that still has to be destroyed. */
export function nextToDestroy(data: ThreadData): ThreadLocal | undefined {
  return data.locals.findLast((local) => !local.plain && !local.destroyed);
}
