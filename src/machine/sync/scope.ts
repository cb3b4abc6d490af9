// Scopes: the threads that must have ended before a scope does.
//
// Not modelled: a thread's own values are destroyed before the scope ends; std does not promise that.

import type { BlockReason } from "../primitive.ts";
import type { State } from "../state/state.ts";
import type { ThreadId } from "../state/value.ts";

export interface ScopeObject {
  readonly kind: "scope";
  readonly threads: readonly ThreadId[];
}

export const NEW_SCOPE: ScopeObject = { kind: "scope", threads: [] };

export function addToScope(scope: ScopeObject, thread: ThreadId): ScopeObject {
  return { kind: "scope", threads: [...scope.threads, thread] };
}

export function runningIn(state: State, scope: ScopeObject): readonly ThreadId[] {
  return scope.threads.filter((thread) => state.threads[thread]?.status !== "ended");
}

export function scopeBlocked(state: State, scope: ScopeObject): BlockReason | undefined {
  const threads = runningIn(state, scope);
  return threads.length === 0 ? undefined : { kind: "scope", threads };
}
