// The state that the walk carries along a path: what memory holds, and which threads may be running.

import {
  eachPart,
  inside,
  meet,
  mentionsRoot,
  sameValue,
  without,
  type GuardValue,
  type Known,
  type Spot,
  type Value,
} from "./values.ts";

export interface State {
  /** By root: variables of frames (`<frame>:_3`) and allocations. */
  readonly memory: Map<string, Value>;
  /** Threads that this thread has started and that nothing may have waited for. */
  readonly running: Set<string>;
  /** Those that somebody may have waited for, but not certainly. */
  readonly perhaps: Set<string>;
  /** Something other than a lock may have made this thread wait for another, or look at what another did. */
  ordered: boolean;
}

export function newState(): State {
  return { memory: new Map(), running: new Set(), perhaps: new Set(), ordered: false };
}

export function cloneState(state: State): State {
  return {
    memory: new Map(state.memory),
    running: new Set(state.running),
    perhaps: new Set(state.perhaps),
    ordered: state.ordered,
  };
}

/** Two ways meet: known is what both know, running what runs on either. True if `into` changed. */
export function joinState(into: State, from: State): boolean {
  let changed = false;
  for (const [root, value] of into.memory) {
    const both = meet(value, from.memory.get(root));
    if (sameValue(both, value)) continue;
    changed = true;
    if (both === undefined) into.memory.delete(root);
    else into.memory.set(root, both);
  }
  changed = addAll(into.perhaps, from.perhaps) || changed;
  // Started on both ways, or on the one that has started it at all: a loop's body.
  changed = addAll(into.running, from.running) || changed;
  if (from.ordered && !into.ordered) {
    into.ordered = true;
    changed = true;
  }
  return changed;
}

function addAll(into: Set<string>, from: ReadonlySet<string>): boolean {
  const before = into.size;
  for (const one of from) into.add(one);
  return into.size !== before;
}

/** What stands at a place, as far as it is known. */
export function load(state: State, spot: Spot): Known {
  let value = state.memory.get(spot.root);
  for (const step of spot.path) {
    if (value === undefined) return undefined;
    if (value.kind === "aggregate") value = value.fields[Number(step)];
    // An `Option` or `Result` around what is followed is not told apart from it.
  }
  return value;
}

export function store(state: State, spot: Spot, value: Known): void {
  const changed = put(state.memory.get(spot.root), spot.path, value);
  if (changed === undefined) state.memory.delete(spot.root);
  else state.memory.set(spot.root, changed);
}

function put(base: Known, path: readonly string[], value: Known): Known {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (base?.kind !== "aggregate")
    return base === undefined && value === undefined ? base : undefined;
  const at = Number(step);
  if (!(at in base.fields)) return undefined;
  const fields = base.fields.map((field, index) =>
    index === at ? put(field, rest, value) : field,
  );
  return { ...base, fields };
}

/** A new object comes into being at `root`: what was known of an earlier one of that place no longer holds. */
export function forget(state: State, root: string): void {
  state.memory.delete(root);
  for (const [other, value] of state.memory) {
    const kept = without(value, (part) => mentionsRoot(part, root));
    if (kept === value) continue;
    if (kept === undefined) state.memory.delete(other);
    else state.memory.set(other, kept);
  }
}

/** The variables of a frame go. */
export function leaveFrame(state: State, frame: string): void {
  for (const root of state.memory.keys())
    if (root.startsWith(`${frame}:`)) state.memory.delete(root);
}

/** Guards that are certainly held, with the root that keeps each. */
export function heldGuards(state: State): { readonly guard: GuardValue; readonly root: string }[] {
  const held: { guard: GuardValue; root: string }[] = [];
  for (const [root, value] of state.memory) {
    eachPart(value, (part) => {
      if (part.kind === "guard" && part.certain) held.push({ guard: part, root });
    });
  }
  return held;
}

/** What a new thread sees: all but the guards, which stay with their thread. */
export function forThread(state: State): State {
  const out = newState();
  for (const [root, value] of state.memory) {
    const kept = without(value, (part) => part.kind === "guard");
    if (kept !== undefined) out.memory.set(root, kept);
  }
  return out;
}

/** Somebody may have waited for any thread. */
export function anyJoin(state: State): void {
  for (const id of state.running) state.perhaps.add(id);
  state.running.clear();
}

export function dataOf(lock: Spot): Spot {
  return inside(lock, "!");
}
