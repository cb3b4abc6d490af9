// What std/sync/barrier.rs asks of the machine.
//
// Follows: std::sync::Barrier.

import { acquire, release } from "../../machine/clocks/happensBefore.ts";
import { arrive, barrierBlocked, completes, newBarrier } from "../../machine/sync/barrier.ts";
import type { BarrierObject } from "../../machine/sync/barrier.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import { argument } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

export const BARRIER: readonly Definition[] = [
  creates("barrier.new", "barrier", (cx) => newBarrier(Number(argument(cx, 0)))),
  visible("barrier.arrive", {
    op: (cx) => onObject("arrive", objectArgument(cx, 0), "write"),
    run: (cx) => {
      const id = objectArgument(cx, 0);
      const barrier = barrierOf(cx);
      const leader = completes(barrier);
      write(cx, id, arrive(barrier, cx.thread));
      release(cx.state, cx.thread, `round ${id}`);
      if (leader) acquire(cx.state, cx.thread, `round ${id}`);
      report(cx, () => ({
        kind: "barrier",
        object: id,
        arrived: barrier.arrived.length + 1,
        size: barrier.size,
        leader,
      }));
      return bool(leader);
    },
  }),
  // Going on after the round is over changes nothing.
  visible("barrier.wait", {
    op: (cx) => onObject("pass", objectArgument(cx, 0), "read", { mover: "barrier.pass" }),
    blocked: (cx) => barrierBlocked(objectArgument(cx, 0), barrierOf(cx), cx.thread),
    run: (cx) => {
      acquire(cx.state, cx.thread, `round ${objectArgument(cx, 0)}`);
      return NOTHING;
    },
  }),
];

function barrierOf(cx: PrimitiveContext): BarrierObject {
  return read<BarrierObject>(cx, objectArgument(cx, 0));
}
