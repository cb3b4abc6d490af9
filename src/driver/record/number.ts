// Threads and objects as a trace numbers them: threads in order of birth, objects in order of their first event.

import type { Row } from "./rows.ts";

export interface Numbering {
  /** Machine's thread ids in the trace's order; main first. */
  readonly threads: readonly number[];
  readonly threadIndex: ReadonlyMap<number, number>;
  readonly objects: readonly string[];
  readonly objectIndex: ReadonlyMap<string, number>;
}

export function numberRows(rows: readonly Row[], extra: Iterable<string>): Numbering {
  const threads = [0];
  const objects: string[] = [];
  const objectIndex = new Map<string, number>();
  const add = (key: string) => {
    if (objectIndex.has(key)) return;
    objectIndex.set(key, objects.length);
    objects.push(key);
  };
  for (const row of rows) {
    if (row.kind === "spawn" && !threads.includes(row.a)) threads.push(row.a);
    if (row.key !== undefined) add(row.key);
  }
  for (const key of extra) add(key);
  return {
    threads,
    threadIndex: new Map(threads.map((id, index) => [id, index])),
    objects,
    objectIndex,
  };
}
