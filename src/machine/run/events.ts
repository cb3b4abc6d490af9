// What happened in a step, in the machine's own terms. `driver/record.ts` turns it into the trace that people see.

import type { Span } from "../../base/span.ts";
import type { BlockReason } from "../primitive.ts";
import type { State } from "../state/state.ts";
import type { AllocId, ObjectId, ThreadId } from "../state/value.ts";

/** Receives what happens while a trace is recorded. */
export interface EventSink {
  /** `state` is the one being changed: look, but keep nothing of it. */
  (event: MachineEvent, thread: ThreadId, state: State): void;
  /** The user's code stands between two of its own operations: what was told so far has happened whole. */
  settled?: (state: State) => void;
}

/** `span` is where in the user's code; std's own lines never show. */
export type MachineEvent = MachineEventKind & { readonly span: Span };

/** For cells and counted boxes that are plain memory (`object` is then -1): where their flag or count lies. */
export interface EventPlace {
  readonly alloc: AllocId;
  readonly offset: number;
}

export type MachineEventKind =
  | { readonly kind: "spawn"; readonly child: ThreadId; readonly name: string | undefined }
  | { readonly kind: "threadEnd"; readonly panicked: boolean }
  | { readonly kind: "join"; readonly child: ThreadId; readonly panicked: boolean }
  | { readonly kind: "blocked"; readonly reason: BlockReason }
  | { readonly kind: "unblocked" }
  /** A sync object or counted box came to be; `objectKind` as declared in std by `#[lockstep::object = "mutex"]`. */
  | { readonly kind: "create"; readonly object: ObjectId; readonly objectKind: string }
  | { readonly kind: "destroy"; readonly object: ObjectId }
  | {
      readonly kind: "acquire";
      readonly object: ObjectId;
      readonly mode: "lock" | "read" | "write";
      readonly poisoned: boolean;
    }
  | {
      readonly kind: "release";
      readonly object: ObjectId;
      readonly mode: "lock" | "read" | "write";
      readonly poisons: boolean;
    }
  | { readonly kind: "tryFailed"; readonly object: ObjectId; readonly reason: string }
  | { readonly kind: "clearPoison"; readonly object: ObjectId }
  /** Rc, Arc and Weak: counts after the change. */
  | {
      readonly kind: "count";
      readonly object: ObjectId;
      readonly at?: EventPlace;
      readonly change: "clone" | "drop" | "downgrade" | "upgrade" | "upgradeFailed" | "dropWeak";
      readonly strong: number;
      readonly weak: number;
    }
  /** RefCell. */
  | {
      readonly kind: "borrow";
      readonly object: ObjectId;
      readonly at?: EventPlace;
      readonly mutable: boolean;
      readonly failed: boolean;
    }
  | {
      readonly kind: "borrowEnd";
      readonly object: ObjectId;
      readonly at?: EventPlace;
      readonly mutable: boolean;
    }
  | {
      readonly kind: "send";
      readonly object: ObjectId;
      readonly queued: number;
      readonly failed: boolean;
    }
  | {
      readonly kind: "recv";
      readonly object: ObjectId;
      readonly queued: number;
      readonly failed: "empty" | "disconnected" | "timeout" | undefined;
      readonly from: ThreadId | undefined;
    }
  | {
      readonly kind: "endDropped";
      readonly object: ObjectId;
      readonly end: "sender" | "receiver";
      readonly left: number;
    }
  | { readonly kind: "wait"; readonly object: ObjectId }
  | {
      readonly kind: "notify";
      readonly object: ObjectId;
      readonly all: boolean;
      readonly woken: readonly ThreadId[];
    }
  | {
      readonly kind: "woken";
      readonly object: ObjectId;
      readonly how: "notified" | "spurious" | "timeout";
    }
  | {
      readonly kind: "barrier";
      readonly object: ObjectId;
      readonly arrived: number;
      readonly size: number;
      readonly leader: boolean;
    }
  | {
      readonly kind: "once";
      readonly object: ObjectId;
      readonly phase: "start" | "done" | "poisoned" | "already";
    }
  | { readonly kind: "park" }
  | { readonly kind: "unpark"; readonly target: ThreadId }
  | { readonly kind: "sleep"; readonly nanos: number }
  | { readonly kind: "yield" }
  | {
      readonly kind: "atomic";
      readonly alloc: AllocId;
      readonly offset: number;
      readonly op: string;
      readonly order: string;
      readonly before: string;
      readonly after: string;
      readonly stale: boolean;
    }
  /** An access without synchronisation that is a step of its own. `what` says of what, where std's text does. */
  | {
      readonly kind: "access";
      readonly alloc: AllocId;
      readonly offset: number;
      readonly write: boolean;
      readonly what: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "fence"; readonly order: string }
  | { readonly kind: "print"; readonly text: string; readonly stream: "stdout" | "stderr" }
  | { readonly kind: "panic"; readonly message: string; readonly location: Span }
  | { readonly kind: "catch" }
  /** A store to memory that belongs to user data; the recorder keeps those that matter. */
  | { readonly kind: "write"; readonly alloc: AllocId; readonly offset: number }
  /** The thread reaches a new line of the user's code. */
  | { readonly kind: "line" }
  | { readonly kind: "alloc"; readonly alloc: AllocId }
  | { readonly kind: "free"; readonly alloc: AllocId }
  | { readonly kind: "exit"; readonly code: number };
