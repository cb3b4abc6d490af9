// Which events may happen at the same time.
//
// Two threads run together when one was started while the other ran and was not waited for; a thread that one call starts
// several times runs together with itself. `surely`: nothing on the way may have waited for either.

import type { Behaviour, Held, ThreadEvent, ThreadInfo } from "./events.ts";
import { spotKey, type Spot } from "./values.ts";

export type Together = "no" | "perhaps" | "surely";

export function together(behaviour: Behaviour, a: ThreadEvent, b: ThreadEvent): Together {
  const { threads } = behaviour;
  const chainA = chainOf(threads, a.thread);
  const chainB = chainOf(threads, b.thread);
  let common = 0;
  while (chainA[common] !== undefined && chainA[common] === chainB[common]) common++;
  const childA = chainA[common];
  const childB = chainB[common];
  if (childA === undefined && childB === undefined) return several(threads, chainA);
  if (childA === undefined) return among(a, childB as string);
  if (childB === undefined) return among(b, childA);
  const infoA = threads.get(childA) as ThreadInfo;
  const infoB = threads.get(childB) as ThreadInfo;
  return most(among(infoA, childB), among(infoB, childA));
}

/** Both come from one call: it may have started several threads. */
function several(threads: ReadonlyMap<string, ThreadInfo>, chain: readonly string[]): Together {
  let found: Together = "no";
  for (const id of chain) found = most(found, among(threads.get(id) as ThreadInfo, id));
  return found;
}

function among(
  at: { readonly running: ReadonlySet<string>; readonly perhaps: ReadonlySet<string> },
  id: string,
): Together {
  if (at.running.has(id)) return "surely";
  return at.perhaps.has(id) ? "perhaps" : "no";
}

function most(a: Together, b: Together): Together {
  if (a === "surely" || b === "surely") return "surely";
  return a === "perhaps" || b === "perhaps" ? "perhaps" : "no";
}

/** The first thread, then the one that it started, down to this one. */
function chainOf(threads: ReadonlyMap<string, ThreadInfo>, id: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = threads.get(at)?.parent)
    chain.unshift(at);
  return chain;
}

/** An object that every instance of a thread makes for itself is not shared among them. */
export function isShared(spot: Spot, a: ThreadEvent, b: ThreadEvent): boolean {
  if (spot.root.startsWith("static ")) return true;
  const madeIn = (event: ThreadEvent) =>
    event.thread !== "t" &&
    (spot.root.startsWith(`${event.thread}:`) || spot.root.startsWith(`${event.thread}/`));
  return !(madeIn(a) && madeIn(b)) || a.thread !== b.thread;
}

/** A lock that both hold keeps them apart. */
export function keptApart(a: readonly Held[], b: readonly Held[]): boolean {
  return a.some((one) =>
    b.some(
      (other) =>
        spotKey(one.lock) === spotKey(other.lock) &&
        (one.mode === "write" || other.mode === "write"),
    ),
  );
}
