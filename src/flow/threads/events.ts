// What the walk sees threads do, as plain data for the warnings.

import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { BlockId, Body } from "../../mir/mir.ts";
import type { Spot } from "./values.ts";

export interface Held {
  readonly lock: Spot;
  readonly mode: "read" | "write";
  /** Key of the event that acquired it. */
  readonly made: string;
  /** The frame that keeps the guard. */
  readonly root: string;
}

interface Common {
  readonly key: string;
  readonly thread: string;
  /** The call in the user's text. */
  readonly span: Span;
  /** Name of the called function there. */
  readonly nameSpan: Span;
  /** Calls of the user's that lead here, outermost first. */
  readonly path: readonly Span[];
  readonly held: readonly Held[];
  /** Threads that run meanwhile, as far as nothing may have waited for them; and those that something may have waited for. */
  readonly running: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
  /** Every run that starts the thread comes here, without having waited for anything but locks. */
  readonly sure: boolean;
  /** In a loop of its function, or of one that led here. */
  readonly repeated: boolean;
  readonly body: Body;
  readonly block: BlockId;
}

export type ThreadEvent = Common &
  (
    | { readonly kind: "acquire"; readonly lock: Spot; readonly mode: "read" | "write" }
    /** Waits for something else than a lock. */
    | {
        readonly kind: "wait";
        readonly effect: string;
        readonly callee: DefId;
        /** The thread that is joined, where it is known. */
        readonly joins: string | undefined;
        /** The object that is waited on, where it is known. */
        readonly on: Spot | undefined;
        /** Locks that the call gives back while it waits. */
        readonly releases: readonly Spot[];
        readonly channel: string | undefined;
        /** Variables of this thread that hold a sender of the channel. */
        readonly senders: readonly { readonly root: string }[];
      }
    | {
        readonly kind: "access";
        readonly access: string;
        readonly spot: Spot;
        readonly orders: readonly (string | undefined)[];
        /** What is stored was computed from this load of the same atomic. */
        readonly from: { readonly span: Span; readonly key: string } | undefined;
      }
  );

export type Acquire = ThreadEvent & { readonly kind: "acquire" };
export type Wait = ThreadEvent & { readonly kind: "wait" };
export type Access = ThreadEvent & { readonly kind: "access" };

export interface ThreadInfo {
  readonly id: string;
  readonly parent: string | undefined;
  /** The call that starts it; undefined for the first. */
  readonly span: Span | undefined;
  /** Threads that ran when it was started; itself among them when one call starts several. */
  readonly running: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
}

/** All that one program does, from one entry. */
export interface Behaviour {
  readonly entry: DefId;
  readonly events: readonly ThreadEvent[];
  readonly threads: ReadonlyMap<string, ThreadInfo>;
  /** False: too large to be followed to the end; nothing is claimed. */
  readonly followed: boolean;
}
