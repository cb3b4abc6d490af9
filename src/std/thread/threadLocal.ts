// What std/thread/local.rs asks of the machine: which values belong to this thread alone.
//
// Follows: std::thread::LocalKey on Linux: the youngest value is destroyed first; values without a destructor stay.

import { asPointer } from "../../machine/run/text.ts";
import { danglingPointer } from "../../machine/state/memory.ts";
import type { PrimitiveContext } from "../../machine/primitive.ts";
import {
  findLocal,
  nextToDestroy,
  setThreadData,
  threadData,
} from "../../machine/sync/threadData.ts";
import { undefinedBehaviour } from "../../machine/run/trap.ts";
import type { Cell, FnPointer } from "../../machine/state/value.ts";
import { argument, firstType, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool } from "../visible.ts";

export const THREAD_LOCAL: readonly Definition[] = [
  plain("local.find", (cx) => [
    findLocal(threadData(cx.state, cx.thread), keyOf(cx))?.place ?? danglingPointer(0),
  ]),
  plain("local.is_destroyed", (cx) =>
    bool(findLocal(threadData(cx.state, cx.thread), keyOf(cx))?.destroyed === true),
  ),
  plain("local.insert", insert),
  plain("local.next", next),
  plain("local.place", (cx) => [leaving(cx).place]),
  plain("local.destructor", (cx) => [leaving(cx).destroy]),
];

/** The function that makes the value tells keys apart. */
function keyOf(cx: PrimitiveContext): string {
  return functionOf(argument(cx, 0)).instance.key;
}

function functionOf(cell: Cell): FnPointer {
  if (typeof cell === "object" && cell.kind === "fn") return cell;
  return undefinedBehaviour("something that is no function was used as one");
}

function insert(cx: PrimitiveContext): typeof NOTHING {
  const local = {
    key: keyOf(cx),
    place: asPointer(argument(cx, 1)),
    destroy: functionOf(argument(cx, 2)),
    plain: cx.machine.program.dropGlue(firstType(cx)) === undefined,
    destroyed: false,
  };
  const { locals } = threadData(cx.state, cx.thread);
  setThreadData(cx.state, cx.thread, { locals: [...locals, local] });
  return NOTHING;
}

function next(cx: PrimitiveContext): readonly Cell[] {
  const data = threadData(cx.state, cx.thread);
  const found = nextToDestroy(data);
  if (found === undefined && data.leaving === undefined) return bool(false);
  const locals = data.locals.map((local) =>
    local === found ? { ...local, destroyed: true } : local,
  );
  setThreadData(cx.state, cx.thread, { locals, leaving: found });
  return bool(found !== undefined);
}

function leaving(cx: PrimitiveContext): NonNullable<ReturnType<typeof nextToDestroy>> {
  return (
    threadData(cx.state, cx.thread).leaving ??
    undefinedBehaviour("no thread-local value is being destroyed")
  );
}
