// Executable form of a function: one closure per statement or terminator, chosen when the instance is linked.
//
// An operation does its work and returns the index of the next one, or a negative signal when the frame changes or the
// thread must stop. Operands are resolved to cell offsets of the frame, so that a step looks nothing up and allocates
// nothing. Closures belong to `Code`, which the machine shares between all states; a state holds only `code` and `pc`.

import type { Span } from "../base/span.ts";
import type { BlockId, Body, Constant } from "../mir/mir.ts";
import type { Instance } from "../mir/instance.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { EventSink } from "./run/events.ts";
import type { LinkedAccess } from "./link/accesses.ts";
import type { Machine } from "./machine.ts";
import type { Primitive } from "./primitive.ts";
import type { Frame, Memory, State, Thread } from "./state/state.ts";
import type { Cell, Pointer } from "./state/value.ts";

export type DefId = Extract<Constant, { readonly kind: "static" }>["def"];

/** Does one step; the result is the next index in `code.ops`, or a signal. */
export type Op = (x: Exec) => number;

/** The frame on top is another one: go on with `x.frame`. */
export const SWITCH = -1;
/** Just before a visible operation: nothing has been done. */
export const VISIBLE = -2;
/** The thread has no frame left. */
export const ENDED = -3;
/** `state.status` is set. */
export const STOPPED = -4;

export interface Code {
  /** Dense in its machine; for hashing. */
  readonly id: number;
  readonly instance: Instance | undefined;
  readonly body: Body;
  /** Name for people. */
  readonly name: string;
  readonly ops: readonly Op[];
  /** By index of `ops`. */
  readonly spans: readonly Span[];
  /** Calls, drops and asserts by index: what happens after them. */
  readonly sites: readonly (Site | undefined)[];
  /** By index: what goes through pointers, when the machine has a memory model. */
  readonly accesses: ReadonlyMap<number, readonly LinkedAccess[]>;
  /** Where a call begins. */
  readonly entry: number;
  /** Entry of each block. */
  readonly blocks: readonly number[];
  /** First cell of each local. */
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  readonly cellCount: number;
  /** As many uninitialised cells, to be copied for a new frame. */
  readonly blank: readonly Cell[];
  /** First cell of the first argument: arguments lie one behind the other. */
  readonly argsAt: number;
  readonly argsSize: number;
  readonly returnSize: number;
  /** Estimated size of a real frame. */
  readonly stackBytes: number;
  /** Written in the user's files (closures of std are std's). */
  readonly isUser: boolean;
  /** What a panic in it, or in what it calls that is no code of the user's, names as its place. */
  readonly blames: Blame;
  /** Where each op came from, for analyses made later. */
  readonly origins: readonly OpOrigin[];
  /** Filled by liveness.ts at first use. */
  live: LiveCells | undefined;
}

/** The operation itself, the caller (`#[track_caller]`, and std if nothing else is said), or a place in rustc's own std. */
export type Blame = "itself" | "caller" | { readonly place: string };

export interface OpOrigin {
  readonly block: BlockId;
  /** Index of the statement; `statements.length` for the terminator. */
  readonly statement: number;
}

/** By op index: the cells that matter when a frame waits there. */
export interface LiveCells {
  at(pc: number, waiting: boolean): readonly number[];
}

/** What a call, drop or assert does when the callee returns or unwinds. */
export interface Site {
  /** Next op after a return; undefined when the call never returns. */
  readonly target: number | undefined;
  readonly unwind: number | undefined;
  /** Where the result goes. */
  readonly destination: Destination;
  readonly size: number;
  /** Only for direct calls of primitives. */
  readonly primitive: PrimitiveSite | undefined;
}

export type Destination =
  | { readonly kind: "none" }
  | { readonly kind: "local"; readonly offset: number }
  | { readonly kind: "place"; readonly place: PlaceEval };

export interface PrimitiveSite {
  readonly primitive: Primitive;
  readonly key: string;
  readonly generics: GenericArgs;
  readonly returnTy: Ty;
  readonly args: readonly Emit[];
  readonly argSizes: readonly number[];
  /** The arguments lie in the frame: nobody else can change them while the thread waits. */
  readonly stable: boolean;
  /** Clears what the call moves out of; run once the primitive has been performed. */
  readonly clear: ((x: Exec) => void) | undefined;
}

export type EvaluatedConstant = Extract<
  Constant,
  { readonly kind: "const" | "nested" | "promoted" }
>;

/** The values of constants and the places of statics; see consts.ts. */
export interface Constants {
  value(constant: EvaluatedConstant): ConstantValue;
  /** Evaluates it once more, in the state at hand. */
  run(x: Exec, constant: EvaluatedConstant): readonly Cell[];
  /** A place that holds the value for ever. */
  promoted(constant: EvaluatedConstant): Pointer;
  /** A static is evaluated when code that mentions it is linked: its initialiser is a constant expression. */
  staticPointer(def: DefId): Pointer;
}

export interface ConstantValue {
  readonly cells: readonly Cell[];
  /** To be evaluated anew at each use. */
  readonly fresh: boolean;
}

/** Writes cells into `out` from `at` on. */
export type Emit = (x: Exec, out: Cell[], at: number) => void;
/** Gives the value of one cell. */
export type Scalar = (x: Exec) => Cell;
/** Leaves a place in `x.memory`, `x.offset` and `x.meta`. */
export type PlaceEval = (x: Exec) => void;

/** The registers of the interpreter while a thread runs. Never part of a state. */
export interface Exec {
  readonly machine: Machine;
  state: State;
  /** Own copies, ready to be changed. */
  thread: Thread;
  frame: Frame;
  /** `frame.cells`. */
  cells: Cell[];
  /** Result of the last place evaluation. */
  memory: Memory;
  offset: number;
  meta: Pointer["meta"];
  sink: EventSink | undefined;
  /** The alternative with which to perform the visible operation at hand; undefined: stop before it. */
  alternative: number | undefined;
  /** A return or panic out of the frame at this depth ends the run: 0, or above it for a nested run of a constant. */
  floor: number;
  /** Operations of the last run. */
  spent: number;
  /** What the frame at the floor returned. */
  returned: readonly Cell[] | undefined;
}
