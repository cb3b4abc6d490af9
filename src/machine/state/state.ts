// The state of a running program as a value.
//
// Threads with their frames, the heap cut up by allocating thread, sync objects, output, virtual time. `forkState` costs one
// array copy per table; everything below is shared until it is written to (copy on write by owner stamp: a part may be
// changed in place only when it carries the stamp of the state at hand). A state that `step` has returned is never
// written again, so any number of successors may share it.
//
// Not modelled: memory beyond cells; see value.ts.

import type { Span } from "../../base/span.ts";
import type { WeakMemory } from "../clocks/weakMemory.ts";
import type { Code } from "../code.ts";
import type { AllocId, Cell, ObjectId, ThreadId } from "./value.ts";

/** A mutable part of a state; `owner` is the stamp of the state that may change it. */
export interface Owned {
  owner: number;
  /** Cached by hash.ts; only ever set on parts that are frozen. */
  hash: Digest | undefined;
}

/** 128 bits in four lanes. */
export interface Digest {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface State {
  /** Stamp; unique in its machine. */
  owner: number;
  /** By ThreadId; ids that do not exist in this state are undefined. */
  readonly threads: (Thread | undefined)[];
  /** By allocating thread; `STATICS` for statics. */
  readonly heaps: (Heap | undefined)[];
  /** By creating thread. */
  readonly objects: (ObjectTable | undefined)[];
  stdout: string;
  stderr: string;
  /** Running hash of stdout, so that hashing a state does not read the text again. */
  stdoutHash: Digest;
  /** Virtual nanoseconds since the start. Not hashed. */
  now: bigint;
  /** Steps so far. Not hashed. */
  step: number;
  /** Histories of atomics and what each thread knows of them; undefined: every load gives the last store. */
  order: WeakMemory | undefined;
  /** How the process ended; undefined while it runs. */
  status: RunStatus | undefined;
  /** Threads that have not yet come to their next visible operation. Empty in every finished step. */
  running: readonly ThreadId[];
  /** Some thread has panicked: later panics print less. Not hashed, like all that only stderr shows. */
  hasPanicked: boolean;
  /** Cells in use, for the memory limit. */
  cellCount: number;
}

export type RunStatus =
  | { readonly kind: "exit"; readonly code: number }
  /** Killed by a signal: abort, double panic, stack overflow. */
  | { readonly kind: "abort"; readonly message: string }
  | ({ readonly kind: "undefinedBehaviour"; readonly message: string } & StoppedAt)
  | ({ readonly kind: "unsupported"; readonly what: string; readonly reason: string } & StoppedAt)
  /** A forgotten number mattered: `cell` says which (forgetting.ts); undefined: some. */
  | ({ readonly kind: "observed"; readonly cell: number | undefined } & StoppedAt)
  | ({ readonly kind: "limit"; readonly what: string; readonly limit: number } & StoppedAt);

export interface StoppedAt {
  readonly thread: ThreadId;
  /** In the user's code. */
  readonly span: Span;
}

/** A poisoned lock, where its poisoner panicked, the step in which it was taken, and whether the thread panicked in that step. */
export interface MetPoison {
  readonly object: ObjectId;
  readonly from: Span | undefined;
  readonly step: number;
  readonly fatal: boolean;
}

export interface Thread extends Owned {
  readonly id: ThreadId;
  /** Spawn numbers from main: `[]` is main, `[1, 0]` the first child of main's second. */
  readonly path: readonly number[];
  name: string | undefined;
  /** Ended when its last frame has returned. */
  status: "live" | "ended";
  readonly frames: Frame[];
  /** It ended by a panic that nobody caught. */
  panicked: boolean;
  /** Panics in flight; `thread::panicking()`. */
  panicCount: number;
  /** Estimated bytes of stack in use. */
  stackBytes: number;
  /** Threads spawned so far: the next child's number. */
  spawned: number;
  /** Frames pushed so far: generations of stack pointers. Not hashed. */
  calls: number;
  /** What the root function returned. */
  result: readonly Cell[] | undefined;
  /** Operations since its last visible one, when the running was cut up. Not hashed. */
  idle: number;
  /** Where its first panic began. For people: not hashed. */
  panickedAt?: Span | undefined;
  /** The last poisoned lock it took before that. For people: not hashed. */
  metPoison?: MetPoison | undefined;
  /** Arguments of the visible call it stands before, once asked for and where they cannot change meanwhile. A cache. */
  pending: readonly (readonly Cell[])[] | undefined;
  /** Immutable plain data of machine/sync: park token, what it waits for. */
  data: PlainData;
}

/** A block of cells: an allocation of the heap, a static, or a frame's locals. */
export interface Memory extends Owned {
  readonly id: AllocId;
  readonly generation: number;
  cells: Cell[];
  /** On the heap: where the program asked for it. Not hashed. */
  readonly site?: Span | undefined;
}

export interface Frame extends Memory {
  readonly code: Code;
  /** Index into `code.ops` of the operation to come, or of the call in progress. */
  pc: number;
  /** What happens where a panic or a return leaves this frame: see calls.ts. */
  readonly boundary: Boundary;
  /** The payload while this frame's cleanup runs. */
  unwinding: readonly Cell[] | undefined;
}

/** `catch`: a panic stops here; the call then gives a `Result`, `Ok(value)` or `Err(payload)`. */
export type Boundary = "none" | "catch";

export interface Heap extends Owned {
  readonly slots: (Memory | undefined)[];
  /** No slot below is free. */
  lowest: number;
  /** Allocations made so far: generations. Not hashed. */
  made: number;
}

export interface ObjectTable extends Owned {
  readonly slots: (ObjectSlot | undefined)[];
  lowest: number;
}

export interface ObjectSlot {
  readonly id: ObjectId;
  readonly data: SyncObject;
  hash: Digest | undefined;
}

/** Plain immutable data; the kinds are those of machine/sync. */
export interface SyncObject {
  readonly kind: string;
}

/** Numbers, strings, booleans, bigints, undefined, cells, and arrays and plain objects of them. */
export type PlainData = unknown;

/** Ids leave ten bits for the thread. The last ones are nobody's: statics, constants, and what evaluates them. */
export const MAX_THREADS = 1021;
export const SCRATCH = 1021 as ThreadId;
export const STATICS = 1022 as ThreadId;
export const CONSTANTS = 1023 as ThreadId;

/** A state that shares everything with the old one, and may be written to. */
export function forkState(state: State, owner: number): State {
  return {
    owner,
    threads: state.threads.slice(),
    heaps: state.heaps.slice(),
    objects: state.objects.slice(),
    stdout: state.stdout,
    stderr: state.stderr,
    stdoutHash: state.stdoutHash,
    now: state.now,
    order: state.order,
    step: state.step,
    status: state.status,
    running: state.running,
    hasPanicked: state.hasPanicked,
    cellCount: state.cellCount,
  };
}

export function threadOf(state: State, id: ThreadId): Thread {
  const thread = state.threads[id];
  if (!thread) throw new Error(`bug: no thread t${id}`);
  return thread;
}

/** The thread, ready to be changed. */
export function threadMut(state: State, id: ThreadId): Thread {
  const thread = threadOf(state, id);
  if (thread.owner === state.owner) return thread;
  const copy: Thread = {
    owner: state.owner,
    hash: undefined,
    id: thread.id,
    path: thread.path,
    name: thread.name,
    status: thread.status,
    frames: thread.frames.slice(),
    panicked: thread.panicked,
    panicCount: thread.panicCount,
    stackBytes: thread.stackBytes,
    spawned: thread.spawned,
    calls: thread.calls,
    result: thread.result,
    idle: thread.idle,
    data: thread.data,
    panickedAt: thread.panickedAt,
    metPoison: thread.metPoison,
    pending: undefined,
  };
  state.threads[id] = copy;
  return copy;
}

/** Makes the frame at `depth` of an own thread ready to be changed. */
export function frameMut(state: State, thread: Thread, depth: number): Frame {
  const frame = thread.frames[depth] as Frame;
  if (frame.owner === state.owner) return frame;
  const copy: Frame = {
    owner: state.owner,
    hash: undefined,
    id: frame.id,
    generation: frame.generation,
    cells: frame.cells.slice(),
    code: frame.code,
    pc: frame.pc,
    boundary: frame.boundary,
    unwinding: frame.unwinding,
  };
  thread.frames[depth] = copy;
  return copy;
}
