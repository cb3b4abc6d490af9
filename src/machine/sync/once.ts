// One-time initialisation: not begun, running, done, or poisoned by a panic.
//
// Follows: std::sync::Once: a re-entrant call waits for itself, for ever. `OnceLock` and `LazyLock` are built on it in Rust.

import type { BlockReason } from "../primitive.ts";
import type { ObjectId, ThreadId } from "../state/value.ts";

export interface OnceObject {
  readonly kind: "once";
  readonly phase: "new" | "running" | "poisoned" | "done";
  readonly runner: ThreadId | undefined;
}

export const NEW_ONCE: OnceObject = { kind: "once", phase: "new", runner: undefined };

/** What a call finds, as std/sync/once.rs reads it. */
const RUN_NOW = 0;
const RUN_AFTER_PANIC = 1;
const DONE = 2;
const POISONED = 3;

export function onceBlocked(id: ObjectId, once: OnceObject): BlockReason | undefined {
  return once.phase === "running" ? { kind: "once", object: id, holder: once.runner } : undefined;
}

/** For `wait`: until somebody has run it. */
export function onceWaitBlocked(
  id: ObjectId,
  once: OnceObject,
  force: boolean,
): BlockReason | undefined {
  if (once.phase === "done" || (once.phase === "poisoned" && !force)) return undefined;
  return { kind: "once", object: id, holder: once.runner };
}

export function beginOnce(
  once: OnceObject,
  thread: ThreadId,
  force: boolean,
): { readonly next: OnceObject; readonly found: number } {
  if (once.phase === "done") return { next: once, found: DONE };
  if (once.phase === "poisoned" && !force) return { next: once, found: POISONED };
  const found = once.phase === "poisoned" ? RUN_AFTER_PANIC : RUN_NOW;
  return { next: { kind: "once", phase: "running", runner: thread }, found };
}

export function finishOnce(poison: boolean): OnceObject {
  return { kind: "once", phase: poison ? "poisoned" : "done", runner: undefined };
}
