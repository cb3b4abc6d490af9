// Primitives: what the machine does where std's own text ends.
//
// A function in src/std/*.rs with `#[lockstep::primitive = "mutex.lock"]` and no body is performed by the entry of that key in
// the table that the driver hands to the machine. Each std module has its table in src/std/<module>.ts; the mechanisms behind
// concurrency primitives live in machine/sync, one per file. The machine itself knows no key.

import type { Span } from "../base/span.ts";
import type { Instance } from "../mir/instance.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { Exec } from "./code.ts";
import type { MachineEvent } from "./run/events.ts";
import type { Machine } from "./machine.ts";
import type { State } from "./state/state.ts";
import type { AllocId, Cell, ObjectId, Pointer, ThreadId } from "./state/value.ts";

export type PrimitiveTable = ReadonlyMap<string, Primitive>;

export interface Primitive {
  /**
   * Set where other threads can notice the call: the thread stops before it, and a scheduling choice is made.
   * Undefined as a result: not visible this time. Without it the call is part of the step that reaches it.
   */
  readonly visible?: (cx: PrimitiveContext) => VisibleOp | undefined;
  /** Why the thread cannot do it now; undefined when it can. Only asked of visible calls. Must not change the state. */
  readonly blocked?: (cx: PrimitiveContext) => BlockReason | undefined;
  /** Different ways in which it can go (which waiter wakes, a weak failure, a timeout). Default: one, an ordinary one. */
  readonly alternatives?: (cx: PrimitiveContext) => readonly Alternative[];
  readonly run: (cx: PrimitiveContext, alternative: number) => PrimitiveResult;
  /**
   * A quick form for calls that are never visible, whose arguments take at most one cell each (three at most) and whose
   * result takes at most one. Asked once per call site, with the concrete generic arguments; undefined: use `run`.
   */
  readonly inline?: (site: InlineSite) => InlineFunction | undefined;
  /**
   * What it does with forgotten numbers (forgetting.ts): `moves` them like any cell, or `calculates`, so that its result is
   * one. Default: it looks at them.
   */
  readonly forgotten?: "moves" | "calculates";
  /** Functions that `run` may call, for facts about the program. */
  readonly calls?: (machine: Machine, generics: GenericArgs) => readonly Instance[];
}

export interface InlineSite {
  readonly machine: Machine;
  readonly generics: GenericArgs;
  readonly returnTy: Ty;
}

export type InlineFunction = (x: Exec, a: Cell, b: Cell, c: Cell) => Cell;

export interface PrimitiveContext {
  readonly machine: Machine;
  /** Already the fresh fork in `run`. */
  readonly state: State;
  /** The registers; `callFunction` needs them. */
  readonly exec: Exec;
  readonly thread: ThreadId;
  /** One entry per argument: its cells in order. */
  readonly args: readonly (readonly Cell[])[];
  /** Generic arguments of the declaration, concrete. */
  readonly generics: GenericArgs;
  readonly returnTy: Ty;
  /** Call site in the user's code nearest to this call (std frames skipped). */
  readonly userSpan: Span;
  /** Only while a trace is recorded; costs nothing otherwise. */
  emit(event: MachineEvent): void;
}

export type PrimitiveResult =
  | { readonly kind: "value"; readonly cells: readonly Cell[] }
  | { readonly kind: "panic"; readonly message: string }
  /** Call a function, with its result as the primitive's own: returned by `callFunction` in machine/run/calls.ts. */
  | { readonly kind: "call" }
  /** Unwind with this payload, a `Box<dyn Any + Send>`. */
  | { readonly kind: "unwind"; readonly payload: readonly Cell[] }
  /** The process ends; `code` undefined: it is killed, for the reason `message`. */
  | { readonly kind: "exit"; readonly code: number | undefined; readonly message?: string }
  | { readonly kind: "undefinedBehaviour"; readonly message: string }
  | { readonly kind: "unsupported"; readonly what: string; readonly reason: string }
  | { readonly kind: "limit"; readonly what: string; readonly limit: number };

/** An operation other threads can notice. `object` undefined: thread-level (spawn, exit, yield). */
export interface VisibleOp {
  /** e.g. `lock`, `unlock`, `send`; for people and for the dependence relation. */
  readonly name: string;
  readonly object: ObjectId | ThreadId | undefined;
  readonly target: "object" | "thread" | "memory" | "process";
  /** For memory (atomics, unsafe): the cell. */
  readonly address?: { readonly alloc: AllocId; readonly offset: number };
  /** Two operations on one target are independent only if both are reads, or the object's own `dependent` says so. */
  readonly access: "read" | "write";
  /**
   * Set for an operation that, once enabled, commutes with whatever other threads can do before it, except operations that
   * `observe` this class: giving back a lock (`mutex.release`, seen by `try_lock` and `Debug`), starting a thread, a join
   * that can go on, the end of a thread (seen by `is_finished`). The explorer then takes it alone.
   */
  readonly mover?: string;
  /** Classes of movers whose effect this operation can tell without waiting for them. */
  readonly observes?: readonly string[];
  /** Further targets it touches (a condvar wait also releases a mutex). */
  readonly also?: readonly Pick<VisibleOp, "object" | "target" | "address" | "access">[];
}

export interface Alternative {
  readonly label: string;
  /** Which kind of choice, for `needs`; undefined for a scheduling choice. */
  readonly needs?: "spurious wake" | "weak failure" | "timer" | "stale load";
  /** For `timer`: when, in virtual nanoseconds. */
  readonly deadline?: bigint;
}

/** Why a thread waits. Every variant has a sentence for people in `explain`. */
export type BlockReason =
  | { readonly kind: "mutex"; readonly object: ObjectId; readonly holder: ThreadId | undefined }
  | {
      readonly kind: "rwlockRead";
      readonly object: ObjectId;
      readonly holders: readonly ThreadId[];
    }
  | {
      readonly kind: "rwlockWrite";
      readonly object: ObjectId;
      readonly holders: readonly ThreadId[];
    }
  | { readonly kind: "join"; readonly thread: ThreadId }
  | { readonly kind: "recv"; readonly object: ObjectId }
  | { readonly kind: "send"; readonly object: ObjectId }
  | { readonly kind: "condvar"; readonly object: ObjectId }
  | { readonly kind: "barrier"; readonly object: ObjectId; readonly missing: number }
  | { readonly kind: "once"; readonly object: ObjectId; readonly holder: ThreadId | undefined }
  | { readonly kind: "park" }
  | { readonly kind: "scope"; readonly threads: readonly ThreadId[] }
  | { readonly kind: "sleep"; readonly until: bigint }
  | { readonly kind: "stdout"; readonly holder: ThreadId };

export type { Pointer };
