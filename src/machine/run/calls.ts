// Calls: frames pushed and popped, results delivered, panics unwound.
//
// A waiting frame's `pc` names the operation that called; its `Site` says where the result goes and where to go on after a
// return or during a panic. While a frame runs its cleanup it keeps the payload, so that panics that begin and are caught
// inside a destructor nest. A panic that leaves a destructor during cleanup aborts, as rustc's `terminate` blocks do.

import type { Span } from "../../base/span.ts";
import type { Instance } from "../../mir/instance.ts";
import { ENDED, STOPPED, SWITCH } from "../code.ts";
import type { Code, Exec, Site } from "../code.ts";
import { constantText } from "../state/images.ts";
import { frameId } from "../state/memory.ts";
import type { PrimitiveContext, PrimitiveResult } from "../primitive.ts";
import { frameMut } from "../state/state.ts";
import type { Boundary, Frame } from "../state/state.ts";
import { printError, reportOverflow, threadLabel } from "./stderr.ts";
import { limitReached, undefinedBehaviour } from "./trap.ts";
import type { Cell, FnPointer } from "../state/value.ts";

/** The variants of `Result`. */
const OK = 0;
const ERR = 1;
const MAX_DEPTH = (1 << 20) - 1;

/** A frame for `code` on top of the thread's stack. The arguments go to `cells` from `code.argsAt` on. */
export function pushFrame(x: Exec, code: Code, boundary: Boundary): Frame {
  const thread = x.thread;
  const depth = thread.frames.length;
  if (depth >= MAX_DEPTH) limitReached("call depth", MAX_DEPTH);
  thread.stackBytes += code.stackBytes;
  const frame: Frame = {
    owner: x.state.owner,
    hash: undefined,
    id: frameId(thread.id, depth),
    generation: ++thread.calls,
    cells: code.blank.slice(),
    code,
    pc: code.entry,
    boundary,
    unwinding: undefined,
  };
  thread.frames.push(frame);
  return frame;
}

export function enterFrame(x: Exec, frame: Frame): void {
  x.frame = frame;
  x.cells = frame.cells;
}

/** Enters a frame just pushed, unless the stack is full. */
export function enterCall(x: Exec, frame: Frame): number {
  const limit =
    x.thread.path.length === 0 ? x.machine.limits.mainStackBytes : x.machine.limits.stackBytes;
  if (x.thread.stackBytes > limit) return reportOverflow(x);
  enterFrame(x, frame);
  return SWITCH;
}

/** For primitives that call back: the function's result becomes the primitive's own. */
export function callFunction(
  cx: PrimitiveContext,
  target: FnPointer | Instance,
  args: readonly Cell[],
  boundary: Boundary = "none",
): PrimitiveResult {
  const instance = target.kind === "fn" ? target.instance : target;
  const code = cx.machine.codeOf(instance);
  const frame = pushFrame(cx.exec, code, boundary);
  for (let i = 0; i < args.length; i++) frame.cells[code.argsAt + i] = args[i];
  return { kind: "call" };
}

/** The `return` of the frame on top. */
export function returnFrom(x: Exec): number {
  const frame = x.frame;
  const thread = x.thread;
  thread.frames.pop();
  thread.stackBytes -= frame.code.stackBytes;
  const depth = thread.frames.length;
  if (depth === x.floor) {
    x.returned = frame.cells.slice(0, frame.code.returnSize);
    return ENDED;
  }
  const caller = frameMut(x.state, thread, depth - 1);
  enterFrame(x, caller);
  const site = caller.code.sites[caller.pc] as Site;
  if (frame.boundary === "catch")
    deliver(x, site, [OK, ...frame.cells.slice(0, frame.code.returnSize)]);
  else if (site.size > 0) deliver(x, site, frame.cells);
  caller.pc = site.target ?? noReturn();
  return SWITCH;
}

/** Writes the result of the call that the frame on top is waiting for. */
export function deliver(x: Exec, site: Site, cells: readonly Cell[]): void {
  const { destination, size } = site;
  if (destination.kind === "local") {
    const at = destination.offset;
    for (let i = 0; i < size; i++) x.cells[at + i] = cells[i];
  } else if (destination.kind === "place" && size > 0) {
    destination.place(x);
    for (let i = 0; i < size; i++) x.memory.cells[x.offset + i] = cells[i];
    if (x.sink !== undefined && x.frame.code.isUser) {
      x.sink(
        {
          kind: "write",
          alloc: x.memory.id,
          offset: x.offset,
          span: x.frame.code.spans[x.frame.pc] as Span,
        },
        x.thread.id,
        x.state,
      );
    }
  }
}

/** Begins a panic of the machine's own: std's panic function is called with the message. */
export function startPanic(x: Exec, message: string, formatted: boolean): number {
  const code = panicCode(x, formatted);
  if (code === undefined) {
    printError(x, `\n${threadLabel(x)} panicked at ${blamedPlace(x)}:\n${message}\n`);
    return startUnwind(x, []);
  }
  const frame = pushFrame(x, code, "none");
  frame.cells[code.argsAt] = constantText(x.machine, message);
  return enterCall(x, frame);
}

/** A panic leaves the operation at hand. */
export function startUnwind(x: Exec, payload: readonly Cell[]): number {
  x.thread.panicCount++;
  if (x.thread.panickedAt === undefined) noteFirstPanic(x);
  return unwind(x, payload);
}

function noteFirstPanic(x: Exec): void {
  const { thread, state } = x;
  thread.panickedAt = userSpan(x);
  const { metPoison } = thread;
  if (metPoison?.step === state.step) thread.metPoison = { ...metPoison, fatal: true };
}

/** Goes on unwinding from the operation that the frame on top stands at. */
export function unwind(x: Exec, payload: readonly Cell[]): number {
  const { thread } = x;
  for (;;) {
    const frame = x.frame;
    const site = frame.code.sites[frame.pc];
    if (site?.unwind !== undefined) {
      frame.unwinding = payload;
      frame.pc = site.unwind;
      return SWITCH;
    }
    if (site !== undefined && frame.unwinding !== undefined) return abortInCleanup(x);
    thread.frames.pop();
    thread.stackBytes -= frame.code.stackBytes;
    if (thread.frames.length === x.floor) return uncaught(x);
    enterFrame(x, frameMut(x.state, thread, thread.frames.length - 1));
    if (frame.boundary === "catch") return caught(x, payload);
  }
}

/** A panic wants to leave a destructor that runs because of another panic. */
export function abortInCleanup(x: Exec): number {
  const code = x.machine.panics.inCleanup(x.machine);
  if (code !== undefined) return enterCall(x, pushFrame(x, code, "none"));
  printError(
    x,
    `\n${threadLabel(x)} panicked at library/core/src/panicking.rs:233:5:\npanic in a destructor during cleanup\n` +
      "thread caused non-unwinding panic. aborting.\n",
  );
  x.state.status = { kind: "abort", message: "panic in a destructor during cleanup" };
  return STOPPED;
}

/**
 * Where rustc says that the frame on top is when it panics: the innermost function that does not track its caller
 * (`find_closest_untracked_caller_location`).
 */
export function blamedPlace(x: Exec): string {
  const { frames } = x.thread;
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const { code, pc } = frames[depth] as Frame;
    if (code.blames === "itself") return x.machine.locate(code.spans[pc] ?? code.body.span);
    if (code.blames !== "caller") return code.blames.place;
  }
  return x.machine.locate(x.frame.code.body.span);
}

/** The nearest place in the user's own code, seen from the frame on top. */
export function userSpan(x: Exec): Span {
  const { frames } = x.thread;
  for (let depth = frames.length - 1; depth >= 0; depth--) {
    const frame = frames[depth] as Frame;
    if (frame.code.isUser) return frame.code.spans[frame.pc] ?? frame.code.body.span;
  }
  return x.frame.code.body.span;
}

function caught(x: Exec, payload: readonly Cell[]): number {
  const site = x.frame.code.sites[x.frame.pc] as Site;
  x.thread.panicCount--;
  deliver(x, site, [ERR, ...payload]);
  x.frame.pc = site.target ?? noReturn();
  return SWITCH;
}

function uncaught(x: Exec): number {
  x.thread.panicked = true;
  return ENDED;
}

function panicCode(x: Exec, formatted: boolean): Code | undefined {
  return formatted ? x.machine.panics.formatted(x.machine) : x.machine.panics.plain(x.machine);
}

function noReturn(): never {
  return undefinedBehaviour("a function that cannot return has returned");
}
