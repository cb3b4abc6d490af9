// Which poisoned lock a thread took last, for the sentence about a panic that spreads.

import type { Span } from "../../base/span.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { threadMut, threadOf } from "../../machine/state/state.ts";
import type { ObjectId } from "../../machine/state/value.ts";

/** `from`: where the panic was that poisoned it, if that is still known. */
export function meetPoison(cx: PrimitiveContext, object: ObjectId, from: Span | undefined): void {
  if (threadOf(cx.state, cx.thread).panickedAt !== undefined) return;
  threadMut(cx.state, cx.thread).metPoison = { object, from, step: cx.state.step, fatal: false };
}

/** Where the thread at hand panicked. */
export function panicOf(cx: PrimitiveContext): Span | undefined {
  return threadOf(cx.state, cx.thread).panickedAt;
}
