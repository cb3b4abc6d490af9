// What std/sync/once.rs asks of the machine.
//
// Follows: std::sync::Once. What is done stays done, so looking at it then is no step.

import { acquire, release } from "../../machine/clocks/happensBefore.ts";
import {
  NEW_ONCE,
  beginOnce,
  finishOnce,
  onceBlocked,
  onceWaitBlocked,
} from "../../machine/sync/once.ts";
import type { OnceObject } from "../../machine/sync/once.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import type { PrimitiveContext, VisibleOp } from "../../machine/primitive.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

const FINISH = "once.finish";

export const ONCE: readonly Definition[] = [
  creates("once.new", "once", () => NEW_ONCE),
  visible("once.begin", {
    op: (cx) => unlessDone(cx, onObject("begin", objectArgument(cx, 0), "write")),
    blocked: (cx) => onceBlocked(objectArgument(cx, 0), onceOf(cx)),
    run: begin,
  }),
  visible("once.finish", {
    op: (cx) => onObject("finish", objectArgument(cx, 0), "write", { mover: FINISH }),
    run: (cx) => {
      const id = objectArgument(cx, 0);
      const poison = argument(cx, 1) === 1;
      write(cx, id, finishOnce(poison));
      release(cx.state, cx.thread, `once ${id}`);
      report(cx, () => ({ kind: "once", object: id, phase: poison ? "poisoned" : "done" }));
      return NOTHING;
    },
  }),
  visible("once.is_completed", {
    op: (cx) =>
      unlessDone(
        cx,
        onObject("is_completed", objectArgument(cx, 0), "read", { observes: [FINISH] }),
      ),
    run: isDone,
  }),
  visible("once.wait", {
    op: (cx) => unlessDone(cx, onObject("wait", objectArgument(cx, 0), "read")),
    blocked: (cx) => onceWaitBlocked(objectArgument(cx, 0), onceOf(cx), argument(cx, 1) === 1),
    run: isDone,
  }),
  plain("once.state_owned", (cx) => {
    const { phase } = onceOf(cx);
    return [phase === "done" ? 2 : phase === "poisoned" ? 1 : 0];
  }),
];

function onceOf(cx: PrimitiveContext): OnceObject {
  return read<OnceObject>(cx, objectArgument(cx, 0));
}

function unlessDone(cx: PrimitiveContext, op: VisibleOp): VisibleOp | undefined {
  return onceOf(cx).phase === "done" ? undefined : op;
}

function isDone(cx: PrimitiveContext): readonly Cell[] {
  acquire(cx.state, cx.thread, `once ${objectArgument(cx, 0)}`);
  return bool(onceOf(cx).phase === "done");
}

function begin(cx: PrimitiveContext): readonly Cell[] {
  const id = objectArgument(cx, 0);
  acquire(cx.state, cx.thread, `once ${id}`);
  const { next, found } = beginOnce(onceOf(cx), cx.thread, argument(cx, 1) === 1);
  if (next !== onceOf(cx)) write(cx, id, next);
  report(cx, () => ({
    kind: "once",
    object: id,
    phase: found < 2 ? "start" : found === 2 ? "already" : "poisoned",
  }));
  return [found];
}
