// A hand-made run of any length, for what must stay fast.

import { createWorld, OK } from "../sampleWorld.ts";
import type { Sample } from "../sampleWorld.ts";
import { COUNTER_SOURCE } from "./counter.ts";

/** As many events as asked for: threads that lock, write and unlock in turn, round after round. */
export function longSample(events: number, threads = 6): Sample {
  const w = createWorld("long.rs", COUNTER_SOURCE, [5, 24]);
  w.world.keepPictures = false;
  const locks = [0, 1, 2].map((at) => w.object("mutex", `shard${at}`, "Mutex<u64>", 6));
  w.event("start", 0, 5);
  for (let child = 1; child < threads; child++) {
    w.addThread(`worker ${child}`, 0);
    w.event("spawn", 0, 11, { a: child, text: "shards" });
  }
  w.event("blocked", 0, 20, { a: 1, text: "join" });
  for (let child = 1; child < threads; child++) w.event("start", child, 11);
  const owner: (number | undefined)[] = locks.map(() => undefined);
  const from: number[] = locks.map(() => 0);
  const blockedOn = new Map<number, number>();
  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  while (w.row() < events - 1) {
    const thread = 1 + random(threads - 1);
    const wanted = blockedOn.get(thread);
    if (wanted !== undefined && owner[wanted] !== undefined) continue;
    blockedOn.delete(thread);
    const at = wanted ?? random(locks.length);
    if (owner[at] === undefined) {
      if (owner.includes(thread)) continue;
      owner[at] = thread;
      from[at] = w.event("acquire", thread, 12, { object: locks[at] ?? 0, text: "num" });
    } else if (owner[at] === thread) {
      w.event("write", thread, 14, {
        object: locks[at] ?? 0,
        text: `*num\n${w.row()}\n${w.row() + 1}\n+=`,
      });
      w.event("release", thread, 15, {
        object: locks[at] ?? 0,
        b: from[at] ?? 0,
        text: "num\nscopeEnd",
      });
      owner[at] = undefined;
    } else if (!owner.includes(thread)) {
      w.event("blocked", thread, 12, {
        object: locks[at] ?? 0,
        a: owner[at] ?? -1,
        b: 12,
        text: "mutex",
      });
      blockedOn.set(thread, at);
    } else {
      w.event("line", thread, 13);
    }
  }
  w.event("exit", 0, 24, { a: 0 });
  return w.finish({ ...OK, stdout: "" });
}
