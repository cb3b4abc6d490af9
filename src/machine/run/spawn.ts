// Threads: main's first frame, and those that are spawned.

import type { Instance } from "../../mir/instance.ts";
import { startExec } from "./exec.ts";
import type { Machine } from "../machine.ts";
import { newThread } from "../state/start.ts";
import { MAX_THREADS, threadMut } from "../state/state.ts";
import type { State } from "../state/state.ts";
import { limitReached } from "./trap.ts";
import type { Cell, FnPointer, ThreadId } from "../state/value.ts";

/** Main: std's start function with the entry as argument, or the entry itself when std has none. */
export function startMain(machine: Machine, state: State): void {
  const id = threadIdOf(machine, []);
  const thread = newThread(state, id, []);
  const { ty } = machine.cx;
  const entry = machine.program.resolve(machine.entry.def, []);
  const start = ty.lang("start");
  if (start === undefined) startExec(machine, state, thread, machine.codeOf(entry));
  else {
    const output = ty.fnSig(machine.entry.def).output;
    const x = startExec(
      machine,
      state,
      thread,
      machine.codeOf(machine.program.resolve(start, [output])),
    );
    x.cells[x.frame.code.argsAt] = { kind: "fn", instance: entry };
  }
  state.running = [id];
}

/** A child of `parent` that begins with a call of `target`. It runs to its first visible operation in the step at hand. */
export function spawnThread(
  machine: Machine,
  state: State,
  parent: ThreadId,
  target: FnPointer | Instance,
  args: readonly Cell[],
  name: string | undefined,
): ThreadId {
  const from = threadMut(state, parent);
  const path = [...from.path, from.spawned++];
  const id = threadIdOf(machine, path);
  const thread = newThread(state, id, path);
  thread.name = name;
  const code = machine.codeOf(target.kind === "fn" ? target.instance : target);
  const x = startExec(machine, state, thread, code);
  args.forEach((cell, index) => (x.cells[code.argsAt + index] = cell));
  state.running = [...state.running, id];
  return id;
}

/** The same path has the same id in all states of a machine. */
export function threadIdOf(machine: Machine, path: readonly number[]): ThreadId {
  const key = path.join(".");
  const known = machine.threadIds.get(key);
  if (known !== undefined) return known;
  const id = machine.threadIds.size as ThreadId;
  if (id >= Math.min(MAX_THREADS, machine.limits.threads))
    limitReached("threads", machine.limits.threads);
  machine.threadIds.set(key, id);
  return id;
}
