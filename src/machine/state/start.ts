// Beginnings: an empty state, a new thread.

import { EMPTY_MEMORY } from "../clocks/weakMemory.ts";
import { EMPTY_DIGEST } from "./digest.ts";
import type { Machine } from "../machine.ts";
import type { State, Thread } from "./state.ts";
import type { ThreadId } from "./value.ts";

export function newState(machine: Machine): State {
  return {
    owner: machine.stamp(),
    threads: [],
    heaps: [],
    objects: [],
    stdout: "",
    stderr: "",
    stdoutHash: EMPTY_DIGEST,
    now: 0n,
    order: machine.weak === undefined ? undefined : EMPTY_MEMORY,
    step: 0,
    status: undefined,
    running: [],
    hasPanicked: false,
    cellCount: 0,
  };
}

/** A thread without frames, in a state at hand. */
export function newThread(state: State, id: ThreadId, path: readonly number[]): Thread {
  const thread: Thread = {
    owner: state.owner,
    hash: undefined,
    id,
    path,
    name: undefined,
    status: "live",
    frames: [],
    panicked: false,
    panicCount: 0,
    stackBytes: 0,
    spawned: 0,
    calls: 0,
    result: undefined,
    idle: 0,
    pending: undefined,
    data: undefined,
  };
  state.threads[id] = thread;
  return thread;
}
