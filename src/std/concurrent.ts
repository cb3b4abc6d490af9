// The primitives of the concurrent part of std, all in one table.

import type { PrimitiveTable } from "../machine/primitive.ts";
import { ARC } from "./sync/arc.ts";
import { ATOMIC } from "./sync/atomic.ts";
import { BARRIER } from "./sync/barrier.ts";
import { CHANNEL } from "./sync/channel.ts";
import { CONDVAR } from "./sync/condvar.ts";
import { MUTEX } from "./sync/mutex.ts";
import { ONCE } from "./sync/once.ts";
import { PROCESS } from "./process.ts";
import { RWLOCK } from "./sync/rwlock.ts";
import { STDOUT } from "./stdout.ts";
import { THREAD } from "./thread/thread.ts";
import { THREAD_LOCAL } from "./thread/threadLocal.ts";
import { TIME } from "./time/time.ts";

export function concurrentPrimitives(): PrimitiveTable {
  return new Map([
    ...ARC,
    ...ATOMIC,
    ...BARRIER,
    ...CHANNEL,
    ...CONDVAR,
    ...MUTEX,
    ...ONCE,
    ...PROCESS,
    ...RWLOCK,
    ...STDOUT,
    ...THREAD,
    ...THREAD_LOCAL,
    ...TIME,
  ]);
}
