// The primitives of the concurrent part of std, all in one table.

import type { PrimitiveTable } from "../machine/primitive.ts";
import { ARC } from "./arc.ts";
import { ATOMIC } from "./atomic.ts";
import { BARRIER } from "./barrier.ts";
import { CHANNEL } from "./channel.ts";
import { CONDVAR } from "./condvar.ts";
import { MUTEX } from "./mutex.ts";
import { ONCE } from "./once.ts";
import { PROCESS } from "./process.ts";
import { RWLOCK } from "./rwlock.ts";
import { STDOUT } from "./stdout.ts";
import { THREAD } from "./thread.ts";
import { THREAD_LOCAL } from "./threadLocal.ts";
import { TIME } from "./time.ts";

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
