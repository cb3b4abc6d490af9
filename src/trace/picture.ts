// The memory picture: what exists after an event, as nested boxes. Made by the driver from the machine's state; drawn by the panel.

import type { ObjectIndex, ObjectKind, ThreadIndex } from "./trace.ts";

export interface Picture {
  /** Row of the event after which this holds. */
  readonly row: number;
  readonly threads: readonly PictureThread[];
  /** Shared and synchronising values, outermost first, in order of creation. */
  readonly nodes: readonly PictureNode[];
  readonly stdout: string;
}

export type ThreadState =
  | "running"
  | "ready"
  | "blocked"
  | "waiting"
  | "parked"
  | "sleeping"
  | "panicked"
  | "done"
  | "unborn";

export interface PictureThread {
  readonly thread: ThreadIndex;
  readonly state: ThreadState;
  /** Line it stands on; 0 before its start and after its end. */
  readonly line: number;
  /** Innermost user function. */
  readonly fn: string;
  readonly locals: readonly PictureLocal[];
  /** Why it cannot run now, in the words of `explain`; undefined when it can. */
  readonly waitsFor?: {
    readonly object?: ObjectIndex;
    readonly thread?: ThreadIndex;
    readonly reason: string;
  };
  /** True where choosing it is possible in “you choose”. */
  readonly enabled: boolean;
}

export interface PictureLocal {
  readonly name: string;
  readonly type: string;
  /** As `{:?}` would print it, shortened. */
  readonly value: string;
  /** Node this variable owns or points into. */
  readonly node?: string;
  /** It is a guard: the node it holds. */
  readonly guards?: string;
  readonly moved: boolean;
  /** It belongs to the thread, not to a frame: `thread_local!`. */
  readonly perThread?: boolean;
}

export interface PictureNode {
  /** Stable from step to step. */
  readonly id: string;
  readonly kind: ObjectKind | "box" | "value";
  readonly object?: ObjectIndex;
  /** `counter`, or the type where nothing names it. */
  readonly name: string;
  readonly type: string;
  /** Arc, Rc. */
  readonly strong?: number;
  readonly weak?: number;
  /** Variables that own it (counted boxes) or refer to it. */
  readonly owners: readonly { readonly thread: ThreadIndex; readonly name: string }[];
  /** Lock: who holds it and how. RefCell: `borrowed`, `mutably borrowed`. */
  readonly holders: readonly {
    readonly thread: ThreadIndex;
    readonly mode: "lock" | "read" | "write" | "shared" | "mut";
    readonly since: number;
  }[];
  readonly waiting: readonly ThreadIndex[];
  readonly poisoned: boolean;
  /** Channel: messages in order; ends alive. */
  readonly queue?: readonly string[];
  readonly senders?: number;
  readonly receiverAlive?: boolean;
  /** Barrier: how many of how many have arrived. */
  readonly arrived?: readonly [number, number];
  /** Atomic: older values that some thread may still load, the oldest first. */
  readonly history?: readonly string[];
  /** Leaf text. */
  readonly value?: string;
  readonly children: readonly PictureNode[];
  /** Changed by this event. */
  readonly changed: boolean;
}
