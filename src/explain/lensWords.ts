// The text of a CodeLens: what a run of the function starts and shares.

import { formatCount } from "./segments.ts";

/** One, several; by the value of `#[lockstep::object]`. What is not here is not counted. */
export const COUNT_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  mutex: ["mutex", "mutexes"],
  rwlock: ["RwLock", "RwLocks"],
  condvar: ["condition variable", "condition variables"],
  barrier: ["barrier", "barriers"],
  channel: ["channel", "channels"],
  atomic: ["atomic", "atomics"],
  once: ["once-cell", "once-cells"],
  refcell: ["RefCell", "RefCells"],
};

export const LENS_WORDS = {
  title: "▶ Visualize concurrency",
  threads: ["thread", "threads"],
} as const;

export function isCountedKind(kind: string): boolean {
  return kind in COUNT_WORDS;
}

/** Counts of kinds; undefined where they are not certain. */
export function lensTitle(
  threads: number | undefined,
  objects: ReadonlyMap<string, number | undefined>,
): string {
  return [LENS_WORDS.title, ...countsOf(threads, objects).slice(0, 3)].join(" · ");
}

/** “11 threads”, “1 mutex”, each on its own. */
export function countsOf(
  threads: number | undefined,
  objects: ReadonlyMap<string, number | undefined>,
): readonly string[] {
  const parts =
    threads === 0
      ? []
      : [counted(threads === undefined ? undefined : threads + 1, LENS_WORDS.threads)];
  for (const kind of Object.keys(COUNT_WORDS)) {
    const count = objects.get(kind);
    if (objects.has(kind) && count !== 0)
      parts.push(counted(count, COUNT_WORDS[kind] ?? LENS_WORDS.threads));
  }
  return parts;
}

function counted(count: number | undefined, [one, several]: readonly [string, string]): string {
  if (count === undefined) return several;
  return `${formatCount(count)} ${count === 1 ? one : several}`;
}
