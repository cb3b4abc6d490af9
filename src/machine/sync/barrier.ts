// Barriers: who has arrived in this round.
//
// The last to arrive leads and opens the next round at once; the others go on when they are no longer among those who wait.
//
// Follows: std::sync::Barrier.

import type { BlockReason } from "../primitive.ts";
import type { ObjectId, ThreadId } from "../state/value.ts";
import { withThread } from "./objects.ts";

export interface BarrierObject {
  readonly kind: "barrier";
  readonly size: number;
  readonly arrived: readonly ThreadId[];
}

export function newBarrier(size: number): BarrierObject {
  return { kind: "barrier", size, arrived: [] };
}

/** Whether the thread that arrives now completes the round. */
export function completes(barrier: BarrierObject): boolean {
  return barrier.arrived.length + 1 >= barrier.size;
}

export function arrive(barrier: BarrierObject, thread: ThreadId): BarrierObject {
  const arrived = completes(barrier) ? [] : withThread(barrier.arrived, thread);
  return { ...barrier, arrived };
}

export function barrierBlocked(
  id: ObjectId,
  barrier: BarrierObject,
  thread: ThreadId,
): BlockReason | undefined {
  if (!barrier.arrived.includes(thread)) return undefined;
  return { kind: "barrier", object: id, missing: barrier.size - barrier.arrived.length };
}
