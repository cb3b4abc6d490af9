// What can be wrong with the state in which a run ends, as data.

import type { Span } from "../base/span.ts";
import type { BlockReason } from "../machine/primitive.ts";

/** A thread that stands somewhere for ever. */
export interface Waiter {
  readonly thread: number;
  readonly name: string;
  readonly span: Span;
  /** Undefined: it runs. */
  readonly reason: BlockReason | undefined;
}

/** One thread of a circle: what it holds that the one before wants, and what it waits for. Numbers are the machine's. */
export interface FindingLink extends Waiter {
  readonly holds: number | undefined;
  readonly holdsSince: Span | undefined;
  readonly wants: number;
  readonly wantsKind: "object" | "thread";
}

export type Finding =
  | {
      readonly kind: "deadlock_cycle" | "partial_deadlock";
      readonly span: Span;
      /** Empty: nobody is left to do what they wait for. */
      readonly cycle: readonly FindingLink[];
      readonly waiting: readonly Waiter[];
    }
  | { readonly kind: "lost_wakeup"; readonly span: Span; readonly waiting: readonly Waiter[] }
  | {
      readonly kind: "livelock";
      readonly span: Span;
      readonly waiting: readonly Waiter[];
      /** The threads only can keep each other from getting on. */
      readonly possible: boolean;
    }
  /** `waiting` may never get on because of `others`, although all get their turns. */
  | {
      readonly kind: "starvation";
      readonly span: Span;
      readonly waiting: readonly Waiter[];
      readonly others: readonly Waiter[];
    }
  /** A panic spread: somebody unwrapped a lock that another one had poisoned. `from`: where that one panicked. */
  | {
      readonly kind: "poison_cascade";
      readonly span: Span;
      readonly thread: string;
      readonly object: number;
      readonly from: Span | undefined;
    }
  /** So many values keep each other alive; 0: an owner was counted too often. `sites`: where they were made, each once. */
  | {
      readonly kind: "leak";
      readonly span: Span;
      readonly count: number;
      readonly sites: readonly Span[];
    }
  | {
      readonly kind: "data_race";
      readonly span: Span;
      readonly first: { readonly name: string; readonly span: Span };
      readonly second: { readonly name: string };
      /** Whether the second access is a write; if not, the first is. */
      readonly write: boolean;
    }
  | { readonly kind: "undefined_behaviour"; readonly span: Span; readonly message: string };
