// Primitives performed: their context built, the visible ones stopped at, their results turned into control flow.

import type { Span } from "../../base/span.ts";
import { deliver, enterCall, startPanic, startUnwind, userSpan } from "./calls.ts";
import { STOPPED, VISIBLE } from "../code.ts";
import type { Exec, PrimitiveSite, Site } from "../code.ts";
import type { MachineEvent } from "./events.ts";
import type { Machine } from "../machine.ts";
import type { PrimitiveContext, PrimitiveResult } from "../primitive.ts";
import type { Frame, State } from "../state/state.ts";
import { seen } from "../state/forgetting.ts";
import { limitReached, undefinedBehaviour, unsupported } from "./trap.ts";
import type { Cell, ThreadId } from "../state/value.ts";
import type { GenericArgs, Ty } from "../../ty/ty.ts";

/** One call of a primitive. A class so that arguments and the place in the user's code are only read when somebody asks. */
class CallContext implements PrimitiveContext {
  readonly machine: Machine;
  readonly state: State;
  readonly thread: ThreadId;
  readonly generics: GenericArgs;
  readonly returnTy: Ty;

  private cells: readonly (readonly Cell[])[] | undefined;

  constructor(
    readonly exec: Exec,
    private readonly site: PrimitiveSite,
    known: readonly (readonly Cell[])[] | undefined,
  ) {
    this.machine = exec.machine;
    this.state = exec.state;
    this.thread = exec.thread.id;
    this.cells = known;
    this.generics = site.generics;
    this.returnTy = site.returnTy;
  }

  get args(): readonly (readonly Cell[])[] {
    return (this.cells ??= argumentCells(this.exec, this.site));
  }

  get userSpan(): Span {
    return userSpan(this.exec);
  }

  emit(event: MachineEvent): void {
    this.exec.sink?.(event, this.thread, this.exec.state);
  }
}

/** For a thread that waits before the call. */
export function primitiveContext(x: Exec, site: PrimitiveSite): PrimitiveContext {
  const { thread } = x;
  if (site.stable) thread.pending ??= argumentCells(x, site);
  return new CallContext(x, site, thread.pending);
}

/** The call at which the frame on top stands. */
export function performPrimitive(x: Exec, site: Site, own: PrimitiveSite): number {
  const cx = new CallContext(x, own, argumentCells(x, own));
  const { primitive } = own;
  if (x.machine.forgetting !== undefined && primitive.forgotten !== "moves")
    for (const cells of cx.args) cells.forEach(seen);
  const chosen = x.alternative;
  if (primitive.visible !== undefined) {
    if (chosen === undefined && primitive.visible(cx) !== undefined) return VISIBLE;
    x.alternative = undefined;
  }
  const depth = x.thread.frames.length;
  own.clear?.(x);
  return finish(x, site, primitive.run(cx, chosen ?? 0), depth);
}

function finish(x: Exec, site: Site, result: PrimitiveResult, depth: number): number {
  switch (result.kind) {
    case "value":
      deliver(x, site, result.cells);
      return site.target ?? undefinedBehaviour("a primitive that cannot return has returned");
    case "call":
      return callInto(x, depth);
    case "panic":
      return startPanic(x, result.message, false);
    case "unwind":
      return startUnwind(x, result.payload);
    case "exit":
      return endProcess(x, result.code, result.message ?? "aborted");
    case "undefinedBehaviour":
      return undefinedBehaviour(result.message);
    case "unsupported":
      return unsupported(result.what, result.reason);
    case "limit":
      return limitReached(result.what, result.limit);
  }
}

function callInto(x: Exec, depth: number): number {
  const { frames } = x.thread;
  if (frames.length <= depth)
    return undefinedBehaviour("a primitive promised a call and made none");
  return enterCall(x, frames[frames.length - 1] as Frame);
}

function endProcess(x: Exec, code: number | undefined, message: string): number {
  x.state.status = code === undefined ? { kind: "abort", message } : { kind: "exit", code };
  x.sink?.({ kind: "exit", code: code ?? 134, span: userSpan(x) }, x.thread.id, x.state);
  return STOPPED;
}

function argumentCells(x: Exec, site: PrimitiveSite): Cell[][] {
  const all: Cell[][] = [];
  for (let i = 0; i < site.args.length; i++) {
    const cells: Cell[] = new Array<Cell>(site.argSizes[i] ?? 0).fill(undefined);
    site.args[i]?.(x, cells, 0);
    all.push(cells);
  }
  return all;
}
