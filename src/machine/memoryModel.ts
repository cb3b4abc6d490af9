// The seam for what memory means between threads: data races, accesses that other threads can notice.
//
// Without a model, accesses are plain and cost nothing more. With one, every operation of the user's code that goes through
// a pointer asks it: first whether it is visible (then the thread stops before it, as before a visible primitive), and when
// it happens, so that clocks can be kept in the state.

import type { Span } from "../base/span.ts";
import type { LinkedAccess } from "./link/accesses.ts";
import { userSpan } from "./run/calls.ts";
import { VISIBLE } from "./code.ts";
import type { Exec, Op } from "./code.ts";
import type { Machine } from "./machine.ts";
import type { Instance } from "../mir/instance.ts";
import type { VisibleOp } from "./primitive.ts";
import { memoryById } from "./state/memory.ts";
import { SCRATCH } from "./state/state.ts";
import type { State } from "./state/state.ts";
import type { AllocId, ThreadId } from "./state/value.ts";

export interface MemoryModel {
  /**
   * Also std's own accesses, where its text says that they are without synchronisation (`#[lockstep::unsynchronised]`): for
   * programs that run with the checks of the compiler off.
   */
  readonly unchecked?: boolean;
  /** A race was seen there. */
  raced?(alloc: AllocId): boolean;
  /** Must not change the state. Undefined: part of the step that reaches it. */
  visible(machine: Machine, state: State, access: MemoryAccess): VisibleOp | undefined;
  /** It happens now; `state` may be changed. */
  perform(machine: Machine, state: State, access: MemoryAccess): void;
}

export interface MemoryAccess {
  readonly thread: ThreadId;
  readonly alloc: AllocId;
  readonly offset: number;
  readonly size: number;
  readonly write: boolean;
  readonly raw: boolean;
  readonly span: Span;
}

/** What watches the accesses of a body, and what they are accesses of. */
export interface Observation {
  readonly model: MemoryModel;
  readonly what: string;
}

/** std's own code whose accesses are steps while the compiler's checks are off; undefined: nobody watches them. */
export function watchedWord(machine: Machine, instance: Instance | undefined): string | undefined {
  if (machine.memory?.unchecked !== true || instance?.kind !== "item") return undefined;
  return machine.cx.ty.program.marker(instance.def, "unsynchronised");
}

/** What `op` does, with its accesses told to the model. */
export function observed(
  op: Op,
  { model, what }: Observation,
  accesses: readonly LinkedAccess[],
  pc: number,
): Op {
  return (x) => {
    if (x.thread.id === SCRATCH) return op(x);
    x.frame.pc = pc;
    const all = resolveAccesses(x, accesses);
    if (x.alternative === undefined) {
      if (all.some((access) => model.visible(x.machine, x.state, access) !== undefined))
        return VISIBLE;
    } else x.alternative = undefined;
    for (const access of all) model.perform(x.machine, x.state, access);
    return x.sink === undefined ? op(x) : told(x, op, model, all, what);
  };
}

/** The same, with what was read and written told to who watches. */
function told(
  x: Exec,
  op: Op,
  model: MemoryModel,
  accesses: readonly MemoryAccess[],
  what: string,
): ReturnType<Op> {
  const steps = accesses.filter((one) => model.visible(x.machine, x.state, one) !== undefined);
  const values = () => steps.map((one) => cellText(x, one));
  const before = values();
  const result = op(x);
  const after = values();
  steps.forEach(({ alloc, offset, write, span, thread }, at) => {
    const [old = "", now = ""] = [before[at], after[at]];
    x.sink?.(
      { kind: "access", alloc, offset, write, what, before: old, after: now, span },
      thread,
      x.state,
    );
  });
  return result;
}

/** What lies in the first cell of a place, if it is a number. */
function cellText(x: Exec, { alloc, offset }: MemoryAccess): string {
  const cell = memoryById(x.state, alloc)?.cells[offset];
  return typeof cell === "number" || typeof cell === "bigint" ? String(cell) : "";
}

/** The first visible access of an operation that a thread has stopped before. */
export function visibleAccess(x: Exec, accesses: readonly LinkedAccess[]): VisibleOp | undefined {
  const model = x.machine.memory;
  for (const access of model ? resolveAccesses(x, accesses) : []) {
    const op = model?.visible(x.machine, x.state, access);
    if (op) return op;
  }
  return undefined;
}

function resolveAccesses(x: Exec, accesses: readonly LinkedAccess[]): MemoryAccess[] {
  const span = userSpan(x);
  return accesses.map(({ place, size, write, raw }) => {
    place(x);
    return { thread: x.thread.id, alloc: x.memory.id, offset: x.offset, size, write, raw, span };
  });
}
