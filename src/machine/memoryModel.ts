// The seam for what memory means between threads: data races, accesses that other threads can notice.
//
// Without a model, accesses are plain and cost nothing more. With one, every operation of the user's code that goes through
// a pointer asks it: first whether it is visible (then the thread stops before it, as before a visible primitive), and when
// it happens, so that clocks can be kept in the state.

import type { Span } from "../base/span.ts";
import type { LinkedAccess } from "./link/accesses.ts";
import { VISIBLE } from "./code.ts";
import type { Exec, Op } from "./code.ts";
import type { Machine } from "./machine.ts";
import type { VisibleOp } from "./primitive.ts";
import { SCRATCH } from "./state.ts";
import type { State } from "./state.ts";
import type { AllocId, ThreadId } from "./value.ts";

export interface MemoryModel {
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

/** What `op` does, with its accesses told to the model. */
export function observed(
  op: Op,
  model: MemoryModel,
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
    return op(x);
  };
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
  const span = x.frame.code.spans[x.frame.pc] ?? x.frame.code.body.span;
  return accesses.map(({ place, size, write, raw }) => {
    place(x);
    return { thread: x.thread.id, alloc: x.memory.id, offset: x.offset, size, write, raw, span };
  });
}
