// What std/time.rs asks of the machine.
//
// Follows: std::time::Instant on Linux.

import { canonical } from "../../machine/num/ints.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import {
  instantOf,
  isRepresentable,
  makeInstant,
  nanosOf,
  splitNanos,
} from "../../machine/sync/time.ts";
import type { Cell } from "../../machine/state/value.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";

export const TIME: readonly Definition[] = [
  plain("instant.now", (cx) => [makeInstant(cx.state.now)]),
  plain("instant.start", () => [makeInstant(0n)]),
  plain("instant.between", between),
  plain("instant.add", (cx) =>
    shifted(instantOf(argument(cx, 0)) + nanosOf(argument(cx, 1), argument(cx, 2))),
  ),
  plain("instant.sub", (cx) =>
    shifted(instantOf(argument(cx, 0)) - nanosOf(argument(cx, 1), argument(cx, 2))),
  ),
  plain("instant.compare", (cx) => {
    const a = instantOf(argument(cx, 0));
    const b = instantOf(argument(cx, 1));
    return [a < b ? -1 : a > b ? 1 : 0];
  }),
  plain("instant.deadline", (cx) => [
    makeInstant(cx.state.now + nanosOf(argument(cx, 0), argument(cx, 1))),
  ]),
];

function between(cx: PrimitiveContext): readonly Cell[] {
  const difference = instantOf(argument(cx, 1)) - instantOf(argument(cx, 0));
  if (difference < 0n) return [0, 0, 0];
  const [secs, nanos] = splitNanos(difference);
  return [1, canonical(secs), nanos];
}

function shifted(nanos: bigint): readonly Cell[] {
  return isRepresentable(nanos) ? [1, makeInstant(nanos)] : [0, makeInstant(0n)];
}
