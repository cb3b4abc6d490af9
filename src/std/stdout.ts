// What std/stdio.rs asks of the machine.
//
// Giving stdout back is no step of its own when nothing visible happened since it was taken: `print!` is then one step.
//
// Follows: std::io::Stdout.

import { acquire, release } from "../machine/clocks/happensBefore.ts";
import { appendStderr, appendStdout } from "../machine/run/output.ts";
import type { PrimitiveContext, VisibleOp } from "../machine/primitive.ts";
import { objectArgument, read, write } from "../machine/sync/objects.ts";
import {
  NEW_STDOUT,
  buffered,
  lockStdout,
  stdoutBlocked,
  unlockStdout,
} from "../machine/sync/stdout.ts";
import type { StdoutObject } from "../machine/sync/stdout.ts";
import { readText } from "../machine/run/text.ts";
import type { Cell } from "../machine/state/value.ts";
import { makeObject } from "../machine/state/objects.ts";
import { argument, plain } from "./define.ts";
import type { Definition } from "./define.ts";
import { NOTHING, onObject, report, visible } from "./visible.ts";

export const STDOUT: readonly Definition[] = [
  plain("stdout.new", (cx) => [makeObject(cx.state, cx.thread, NEW_STDOUT)]),
  visible("stdout.lock", {
    op: lockOp,
    blocked: (cx) => stdoutBlocked(stdoutOf(cx), cx.thread),
    run: (cx) => {
      acquire(cx.state, cx.thread, "stdout");
      return change(cx, lockStdout(stdoutOf(cx), cx.thread, cx.state.step));
    },
  }),
  visible("stdout.unlock", {
    op: unlockOp,
    run: (cx) => {
      release(cx.state, cx.thread, "stdout");
      return change(cx, unlockStdout(stdoutOf(cx)));
    },
  }),
  plain("stdout.write", print),
  plain("stdout.flush", (cx) => change(cx, { ...stdoutOf(cx), unflushed: 0 })),
  plain("stderr.write", (cx) => {
    const text = readText(cx.machine, cx.state, argument(cx, 0));
    appendStderr(cx.state, text);
    report(cx, () => ({ kind: "print", text, stream: "stderr" }));
    return NOTHING;
  }),
];

function stdoutOf(cx: PrimitiveContext): StdoutObject {
  return read<StdoutObject>(cx, objectArgument(cx, 0));
}

function change(cx: PrimitiveContext, next: StdoutObject): readonly Cell[] {
  write(cx, objectArgument(cx, 0), next);
  return NOTHING;
}

/** The end of the process decides which lines are out, so printing is at odds with it. */
function lockOp(cx: PrimitiveContext): VisibleOp | undefined {
  if (stdoutOf(cx).holder === cx.thread) return undefined;
  return onObject("print", objectArgument(cx, 0), "write", {
    also: [{ object: undefined, target: "process", access: "write" }],
  });
}

function unlockOp(cx: PrimitiveContext): VisibleOp | undefined {
  const { depth, note } = stdoutOf(cx);
  if (depth > 1 || note === cx.state.step) return undefined;
  return onObject("print_end", objectArgument(cx, 0), "write");
}

function print(cx: PrimitiveContext): readonly Cell[] {
  const text = readText(cx.machine, cx.state, argument(cx, 1));
  const stdout = stdoutOf(cx);
  const next = buffered(stdout, text);
  if (next !== stdout) write(cx, objectArgument(cx, 0), next);
  appendStdout(cx.state, text);
  report(cx, () => ({ kind: "print", text, stream: "stdout" }));
  return NOTHING;
}
