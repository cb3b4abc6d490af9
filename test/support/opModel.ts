// Programs as operations alone, explored by themselves: the measure of how many states exploration may need. Nothing here
// is shared with the machine or the explorer.
//
// The reduction: persistent sets of threads (Godefroid, LNCS 1032, 1996, chapter 4). A set begins with one thread and grows
// by every thread that could interfere with the next step of one of its members before that member moves, and for a member that is
// blocked by one that has to move first; what a thread may still do is read from its program. The set with the fewest steps
// is taken; where one of them leads back to a state on the path, all are. No symmetry.

export type Op =
  | {
      readonly kind:
        | "lock"
        | "unlock"
        | "readLock"
        | "readUnlock"
        | "writeLock"
        | "writeUnlock"
        | "woken"
        | "notify"
        | "dropSender"
        | "load"
        | "recv";
      readonly object: string;
    }
  /** Gives the lock back and waits; `woken` and `lock` follow. */
  | { readonly kind: "wait"; readonly object: string; readonly lock: string }
  | { readonly kind: "send"; readonly object: string; readonly value: number }
  /** The old value goes to the thread's list. */
  | { readonly kind: "add"; readonly object: string; readonly by: number }
  /** The last value on the thread's list and this. */
  | { readonly kind: "store"; readonly object: string; readonly by: number }
  | { readonly kind: "spawn" | "join"; readonly thread: number }
  | { readonly kind: "end" | "print" }
  /** No step of its own: changes shared data and the thread's list; gives where to go on, if not behind itself. */
  | {
      readonly kind: "do";
      readonly run: (shared: Record<string, number>, own: number[]) => number | undefined;
    };

export interface OpProgram {
  /** The first one is main; the others wait to be spawned. */
  readonly threads: readonly (readonly Op[])[];
  /** Senders of each channel at the start. */
  readonly senders?: Readonly<Record<string, number>>;
  /** What is printed, from the lists of all threads. */
  readonly output: (own: readonly (readonly number[])[], shared: Record<string, number>) => string;
}

interface OpState {
  readonly at: number[];
  readonly life: ("unborn" | "live" | "ended")[];
  readonly own: number[][];
  /** Variables and what locks protect. */
  readonly shared: Record<string, number>;
  /** Who has a lock; readers of an RwLock. */
  readonly holders: Record<string, number[]>;
  readonly waiting: Record<string, number[]>;
  readonly notified: Record<string, number[]>;
  readonly queues: Record<string, number[]>;
  readonly senders: Record<string, number>;
}

export interface OpResult {
  readonly states: number;
  /** Status and output. */
  readonly outcomes: ReadonlySet<string>;
}

export function exploreOps(program: OpProgram, reduced = true): OpResult {
  const states = new Map<string, "open" | "closed">();
  const outcomes = new Set<string>();
  const later = program.threads.map((ops) => laterOps(ops));
  const visit = (state: OpState): void => {
    const key = JSON.stringify(state);
    states.set(key, "open");
    const ways = program.threads.map((_, thread) => successors(program, state, thread));
    const enabled = ways.flatMap((own, thread) => (own.length > 0 ? [thread] : []));
    const over = state.life[0] === "ended";
    if (over) outcomes.add(`ok ${program.output(state.own, state.shared)}`);
    else if (enabled.every((thread) => isSpurious(program, state, thread)))
      outcomes.add("deadlock");
    if (!over) {
      const chosen = reduced ? persistent(program, state, enabled, later) : enabled;
      const follow = (threads: readonly number[]): boolean =>
        threads
          .flatMap((thread) => ways[thread] ?? [])
          .map((next) => {
            const known = states.get(JSON.stringify(next));
            if (known === undefined) visit(next);
            return known !== "open";
          })
          .every(Boolean);
      if (!follow(chosen) && chosen.length < enabled.length)
        follow(enabled.filter((thread) => !chosen.includes(thread)));
    }
    states.set(key, "closed");
  };
  visit(
    advance(program, {
      at: program.threads.map(() => 0),
      life: program.threads.map((_, thread) => (thread === 0 ? "live" : "unborn")),
      own: program.threads.map(() => []),
      shared: {},
      holders: {},
      waiting: {},
      notified: {},
      queues: {},
      senders: { ...program.senders },
    }),
  );
  return { states: states.size, outcomes };
}

/** What each thread stands before; undefined: nothing any more, or not yet. */
function nextOp(program: OpProgram, state: OpState, thread: number): Op | undefined {
  return state.life[thread] === "live"
    ? program.threads[thread]?.[state.at[thread] as number]
    : undefined;
}

/** Runs what is no step. */
function advance(program: OpProgram, state: OpState): OpState {
  for (let thread = 0; thread < state.at.length; thread++) {
    for (let op = nextOp(program, state, thread); op?.kind === "do";) {
      state.at[thread] =
        op.run(state.shared, state.own[thread] as number[]) ?? (state.at[thread] as number) + 1;
      op = nextOp(program, state, thread);
    }
  }
  return state;
}

function without(list: readonly number[] | undefined, one: number): number[] {
  return (list ?? []).filter((each) => each !== one);
}

function isFree(state: OpState, object: string): boolean {
  return (state.holders[object] ?? []).length === 0;
}

/** Only a wake-up without a reason lets the thread go on. */
function isSpurious(program: OpProgram, state: OpState, thread: number): boolean {
  const op = nextOp(program, state, thread);
  return op?.kind === "woken" && state.notified[op.object]?.includes(thread) !== true;
}

function isBlocked(state: OpState, op: Op): boolean {
  switch (op.kind) {
    case "lock":
    case "writeLock":
      return !isFree(state, op.object);
    case "readLock":
      return state.holders[op.object]?.includes(WRITER) === true;
    case "join":
      return state.life[op.thread] !== "ended";
    case "recv":
      return (state.queues[op.object] ?? []).length === 0 && (state.senders[op.object] ?? 0) > 0;
    default:
      return false;
  }
}

/** Stands for whoever writes. */
const WRITER = -1;

function successors(program: OpProgram, state: OpState, thread: number): OpState[] {
  const op = nextOp(program, state, thread);
  if (op === undefined || isBlocked(state, op)) return [];
  const woken = op.kind === "notify" ? (state.waiting[op.object] ?? []) : [];
  const ways: (number | undefined)[] = woken.length > 0 ? woken : [undefined];
  return ways.map((way) => {
    const next = structuredClone(state);
    (next.at[thread] as number)++;
    perform(next, op, thread, way);
    return advance(program, next);
  });
}

function perform(next: OpState, op: Op, thread: number, way: number | undefined): void {
  const own = next.own[thread] as number[];
  switch (op.kind) {
    case "lock":
    case "readLock":
      next.holders[op.object] = [...(next.holders[op.object] ?? []), thread].sort();
      return;
    case "writeLock":
      next.holders[op.object] = [WRITER];
      return;
    case "unlock":
    case "readUnlock":
    case "writeUnlock":
      next.holders[op.object] =
        op.kind === "writeUnlock" ? [] : without(next.holders[op.object], thread);
      return;
    case "wait":
      next.holders[op.lock] = [];
      next.waiting[op.object] = [...(next.waiting[op.object] ?? []), thread].sort();
      return;
    case "woken":
      next.waiting[op.object] = without(next.waiting[op.object], thread);
      next.notified[op.object] = without(next.notified[op.object], thread);
      return;
    case "notify":
      if (way === undefined) return;
      next.waiting[op.object] = without(next.waiting[op.object], way);
      next.notified[op.object] = [...(next.notified[op.object] ?? []), way].sort();
      return;
    case "send":
      next.queues[op.object] = [...(next.queues[op.object] ?? []), op.value];
      return;
    case "recv":
      own.push(next.queues[op.object]?.shift() ?? CLOSED);
      return;
    case "dropSender":
      next.senders[op.object] = (next.senders[op.object] ?? 0) - 1;
      return;
    case "load":
    case "add":
      own.push(next.shared[op.object] ?? 0);
      if (op.kind === "add") next.shared[op.object] = (next.shared[op.object] ?? 0) + op.by;
      return;
    case "store":
      next.shared[op.object] = (own.pop() ?? 0) + op.by;
      return;
    case "spawn":
      next.life[op.thread] = "live";
      return;
    case "end":
      next.life[thread] = "ended";
      return;
    default:
  }
}

/** What a receiver gets when nobody is left to send. */
export const CLOSED = -1;

/** For each place of a thread, every operation it may still come to. Jumps go back to a `do` or on from one. */
function laterOps(ops: readonly Op[]): readonly (readonly Op[])[] {
  const loops = ops.some((op) => op.kind === "do");
  return ops.map((_, at) => (loops ? ops : ops.slice(at)));
}

function persistent(
  program: OpProgram,
  state: OpState,
  enabled: readonly number[],
  later: readonly (readonly (readonly Op[])[])[],
): readonly number[] {
  let best = enabled;
  for (const start of enabled) {
    const set = closure(program, state, start, later);
    const steps = enabled.filter((thread) => set.has(thread));
    if (steps.length < best.length) best = steps;
  }
  return best;
}

function closure(
  program: OpProgram,
  state: OpState,
  start: number,
  later: readonly (readonly (readonly Op[])[])[],
): Set<number> {
  const set = new Set([start]);
  for (const thread of set) {
    const op = nextOp(program, state, thread);
    if (op === undefined || isBlocked(state, op)) {
      for (const one of enablers(program, state, thread, op, later)) set.add(one);
      continue;
    }
    program.threads.forEach((_, other) => {
      if (set.has(other) || state.life[other] === "ended") return;
      const future = later[other]?.[state.at[other] as number] ?? [];
      const woken = isSpurious(program, state, thread);
      if (future.some((one) => interferes(op, one, woken))) set.add(other);
    });
  }
  return set;
}

/** Threads one of which has to move before this one can. */
function enablers(
  program: OpProgram,
  state: OpState,
  thread: number,
  op: Op | undefined,
  later: readonly (readonly (readonly Op[])[])[],
): readonly number[] {
  if (op === undefined) {
    if (state.life[thread] === "ended") return [];
    return program.threads.flatMap((ops, other) =>
      ops.some((one) => one.kind === "spawn" && one.thread === thread) ? [other] : [],
    );
  }
  if (op.kind === "join") return [op.thread];
  if (op.kind === "recv")
    return program.threads.flatMap((_, other) =>
      later[other]?.[state.at[other] as number]?.some((one) => feeds(one, op.object)) === true
        ? [other]
        : [],
    );
  const object = "object" in op ? op.object : "";
  const holder = state.holders[object]?.[0] ?? WRITER;
  if (holder !== WRITER) return [holder];
  // Whoever writes will give it back.
  return program.threads.flatMap((ops, other) => {
    const now = ops[state.at[other] as number];
    return now?.kind === "writeUnlock" && now.object === object ? [other] : [];
  });
}

function feeds(op: Op, channel: string): boolean {
  return (op.kind === "send" || op.kind === "dropSender") && op.object === channel;
}

/** What another thread may do before `kind`, so that the order of both matters. Giving back, ending, joining, spawning: nothing. */
const RIVALS: Readonly<Record<string, readonly Op["kind"][]>> = {
  lock: ["lock"],
  readLock: ["writeLock"],
  writeLock: ["readLock", "writeLock"],
  wait: ["notify"],
  notify: ["wait", "woken", "notify"],
  send: ["send"],
  recv: ["recv"],
  load: ["add", "store"],
  add: ["add", "load", "store"],
  store: ["add", "load", "store"],
};

function interferes(op: Op, other: Op, spurious: boolean): boolean {
  if (op.kind === "print") return other.kind === "print";
  const rivals = op.kind === "woken" && spurious ? ["notify"] : (RIVALS[op.kind] ?? []);
  return (
    rivals.includes(other.kind) && "object" in op && "object" in other && op.object === other.object
  );
}
