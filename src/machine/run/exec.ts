// The interpreter's loop: one operation after the other until the thread must stop.

import { enterFrame, pushFrame, userSpan } from "./calls.ts";
import { ENDED, STOPPED, SWITCH, VISIBLE } from "../code.ts";
import type { Code, Exec, Op } from "../code.ts";
import type { Machine } from "../machine.ts";
import { NOWHERE } from "../link/places.ts";
import { frameMut, threadMut, threadOf } from "../state/state.ts";
import type { Frame, State, Thread } from "../state/state.ts";
import type { EventSink } from "./events.ts";
import { traceLine, traceWrite } from "./tracing.ts";
import { Trap } from "./trap.ts";
import type { ThreadId } from "../state/value.ts";

/** Why the loop stopped. */
export type Stop = "visible" | "ended" | "stopped" | "fuel";

/** Registers for running a thread: its stack top becomes the state's own. */
export function createExec(
  machine: Machine,
  state: State,
  id: ThreadId,
  sink: EventSink | undefined,
): Exec {
  const thread = threadMut(state, id);
  thread.pending = undefined;
  const frame = frameMut(state, thread, thread.frames.length - 1);
  return registers(machine, state, thread, frame, sink);
}

/** Registers for a thread of a state at hand that has no frame yet: it begins with `code`. */
export function startExec(machine: Machine, state: State, thread: Thread, code: Code): Exec {
  const x = registers(machine, state, thread, undefined, undefined);
  enterFrame(x, pushFrame(x, code, "none"));
  return x;
}

/** Registers for looking only, at the frame on top or at another: nothing may be written. */
export function viewExec(machine: Machine, state: State, id: ThreadId, depth?: number): Exec {
  const thread = threadOf(state, id);
  return registers(
    machine,
    state,
    thread,
    thread.frames[depth ?? thread.frames.length - 1] as Frame,
    undefined,
  );
}

/** Runs at most `fuel` operations. The first one may be a visible one if `x.alternative` is set. */
export function run(x: Exec, fuel: number): Stop {
  return x.sink === undefined ? loop(x, fuel) : tracedLoop(x, fuel);
}

function registers(
  machine: Machine,
  state: State,
  thread: Thread,
  frame: Frame | undefined,
  sink: EventSink | undefined,
): Exec {
  return {
    machine,
    state,
    thread,
    frame: frame as Frame,
    cells: frame?.cells ?? [],
    memory: NOWHERE,
    offset: 0,
    meta: undefined,
    sink,
    alternative: undefined,
    floor: 0,
    spent: 0,
    returned: undefined,
  };
}

function loop(x: Exec, fuel: number): Stop {
  let left = fuel;
  let ops = x.frame.code.ops;
  let pc = x.frame.pc;
  try {
    for (;;) {
      const next = (ops[pc] as Op)(x);
      if (next >= 0) pc = next;
      else if (next === SWITCH) {
        ops = x.frame.code.ops;
        pc = x.frame.pc;
      } else return stopOf(next);
      if (--left <= 0) {
        x.frame.pc = pc;
        return "fuel";
      }
    }
  } catch (error) {
    x.frame.pc = pc;
    return stopWith(x, error);
  } finally {
    x.spent = fuel - left;
  }
}

/** As `loop`, but tells the sink about lines and writes. */
function tracedLoop(x: Exec, fuel: number): Stop {
  let left = fuel;
  try {
    for (;;) {
      const { frame } = x;
      const pc = frame.pc;
      traceLine(x, pc);
      const next = (frame.code.ops[pc] as Op)(x);
      if (next >= 0) {
        traceWrite(x, pc);
        frame.pc = next;
      } else if (next !== SWITCH) return stopOf(next);
      if (--left <= 0) return "fuel";
    }
  } catch (error) {
    return stopWith(x, error);
  } finally {
    x.spent = fuel - left;
    x.sink?.settled?.(x.state);
  }
}

function stopOf(signal: number): Stop {
  if (signal === VISIBLE) return "visible";
  if (signal === ENDED) return "ended";
  return signal === STOPPED ? "stopped" : "fuel";
}

function stopWith(x: Exec, error: unknown): Stop {
  const at = { thread: x.thread.id, span: userSpan(x) };
  // What calculates with a symbol and did not ask first.
  if (error instanceof TypeError && x.machine.forgetting !== undefined) {
    x.state.status = { kind: "observed", cell: undefined, ...at };
    return "stopped";
  }
  if (!(error instanceof Trap)) throw error;
  const { kind, message, reason, limit } = error;
  if (kind === "limit") x.state.status = { kind, what: message, limit, ...at };
  else if (kind === "observed") x.state.status = { kind, cell: Number(message), ...at };
  else if (kind === "unsupported") x.state.status = { kind, what: message, reason, ...at };
  else x.state.status = { kind, message, ...at };
  return "stopped";
}
