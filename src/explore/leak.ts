// Leaks by a cycle: memory that nothing reaches any more when the process ends, and that keeps itself alive.
//
// A value that was forgotten or leaked on purpose hangs in no cycle of pointers; owners that count each other do.
// With the checks of the compiler off, a value whose owners were miscounted leaks too: memory on which threads raced, and which
// is still there when all of them have ended.
//
// Not modelled: leaks in programs whose other threads still run.

import type { Span } from "../base/span.ts";
import type { Machine } from "../machine/machine.ts";
import type { Memory, State } from "../machine/state/state.ts";
import type { AllocId, Cell } from "../machine/state/value.ts";
import type { Finding } from "./finding.ts";

export function leakFindings(machine: Machine, state: State): Finding[] {
  if (
    state.threads.some(
      (thread) => thread !== undefined && thread.path.length > 0 && thread.status === "live",
    )
  )
    return [];
  const heap = new Map<number, Memory>();
  for (const table of state.heaps)
    for (const slot of table?.slots ?? []) if (slot !== undefined) heap.set(slot.id, slot);
  if ([...heap.values()].some((memory) => isMiscounted(machine, memory))) return [MISCOUNTED];
  const cyclic = [...heap.values()].filter((memory) => reachesItself(memory, heap));
  if (cyclic.length === 0) return [];
  const sites = sitesOf(cyclic);
  return [{ kind: "leak", span: sites[0] ?? NOWHERE, count: cyclic.length, sites }];
}

/** Where they were asked for, each place once, in the order of the source. */
function sitesOf(memories: readonly Memory[]): Span[] {
  const sites = new Map<number, Span>();
  for (const { site } of memories) if (site !== undefined) sites.set(site.start, site);
  return [...sites.values()].sort((a, b) => a.start - b.start);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** No circle: an owner was counted too often. */
const MISCOUNTED: Finding = { kind: "leak", span: NOWHERE, count: 0, sites: [] };

function isMiscounted(machine: Machine, { id }: Memory): boolean {
  const { memory } = machine;
  return memory?.unchecked === true && memory.raced?.(id as AllocId) === true;
}

function reachesItself(start: Memory, heap: ReadonlyMap<number, Memory>): boolean {
  const seen = new Set<number>();
  const open = pointees(start.cells);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start.id) return true;
    const memory = heap.get(id);
    if (memory === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...pointees(memory.cells));
  }
  return false;
}

function pointees(cells: readonly Cell[]): number[] {
  return cells.flatMap((cell) =>
    typeof cell === "object" && cell.kind === "pointer" ? [cell.alloc as number] : [],
  );
}
