// Panics and the end of the process.
//
// Follows: std::panicking, std::process.

import { blamedPlace, callFunction } from "../machine/run/calls.ts";
import { constantText } from "../machine/state/images.ts";
import { printError } from "../machine/run/stderr.ts";
import type { PrimitiveContext, PrimitiveResult } from "../machine/primitive.ts";
import { readText } from "../machine/run/text.ts";
import { argument, controlling, firstType, plain, quick } from "./define.ts";
import type { Definition } from "./define.ts";

export const PANIC: readonly Definition[] = [
  plain("panic.note", (cx) => {
    const message = readText(cx.machine, cx.state, argument(cx, 0));
    cx.emit({ kind: "panic", message, location: cx.userSpan, span: cx.userSpan });
    return [];
  }),
  plain("panic.print", (cx) => {
    printError(cx.exec, readText(cx.machine, cx.state, argument(cx, 0)));
    return [];
  }),
  quick("panic.location", () => (x) => constantText(x.machine, blamedPlace(x))),
  quick("panic.count", () => (x) => x.thread.panicCount),
  quick("panic.first", () => (x) => {
    const first = !x.state.hasPanicked;
    x.state.hasPanicked = true;
    return first ? 1 : 0;
  }),
  quick("panic.thread_number", () => (x) => x.thread.id + 1),
  controlling("panic.start_unwind", (cx) => ({ kind: "unwind", payload: cx.args[0] ?? [] })),
  [
    "panic.try_call",
    {
      run: tryCall,
      forgotten: "moves",
      calls: (machine, generics) => [
        machine.program.callOnce(firstType({ generics }), machine.cx.ty.tcx.unit),
      ],
    },
  ],
  controlling("unsupported", (cx) => ({
    kind: "unsupported",
    what: readText(cx.machine, cx.state, argument(cx, 0)),
    reason: "not modelled",
  })),
  controlling("hint.unreachable_unchecked", () => ({
    kind: "undefinedBehaviour",
    message: "unreachable_unchecked was reached",
  })),
];

/** A panic in `f` stops here. */
function tryCall(cx: PrimitiveContext): PrimitiveResult {
  const { machine } = cx;
  const callee = machine.program.callOnce(firstType(cx), machine.cx.ty.tcx.unit);
  return callFunction(cx, callee, cx.args[0] ?? [], "catch");
}
