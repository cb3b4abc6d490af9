// What std/thread asks of the machine.
//
// Starting a thread, joining one that has ended, and ending commute with whatever others do meanwhile (`is_finished` aside).
//
// Follows: std::thread. Not modelled: the numbers of threads that threads other than main start are made up.

import { acquire, forget, release, startViews } from "../../machine/clocks/happensBefore.ts";
import { constantText } from "../../machine/state/images.ts";
import { makeObject } from "../../machine/state/objects.ts";
import type { PrimitiveContext, VisibleOp } from "../../machine/primitive.ts";
import { spawnThread } from "../../machine/run/spawn.ts";
import { threadMut, threadOf } from "../../machine/state/state.ts";
import { objectArgument, objectIdOf, read, write } from "../../machine/sync/objects.ts";
import { NEW_SCOPE, addToScope, runningIn, scopeBlocked } from "../../machine/sync/scope.ts";
import type { ScopeObject } from "../../machine/sync/scope.ts";
import { setThreadData, threadData } from "../../machine/sync/threadData.ts";
import { instantOf, isPast, passTime, timer } from "../../machine/sync/time.ts";
import { readText } from "../../machine/run/text.ts";
import type { Cell, ThreadId } from "../../machine/state/value.ts";
import { argument, firstType, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, onObject, report, visible } from "../visible.ts";

const JOIN = "join";
const END = "thread.end";
const SPAWN = "spawn";
const CORES = 8;

export const THREAD: readonly Definition[] = [
  visible("thread.spawn", {
    op: () => ({
      name: "spawn",
      object: undefined,
      target: "thread",
      access: "write",
      mover: SPAWN,
    }),
    run: spawn,
  }),
  visible("thread.end", { op: (cx) => onThread("end", cx.thread, { mover: END }), run: end }),
  visible("thread.join", {
    op: (cx) => onThread("join", threadArgument(cx), { mover: JOIN }),
    blocked: (cx) =>
      hasEnded(cx, threadArgument(cx)) ? undefined : { kind: "join", thread: threadArgument(cx) },
    run: join,
  }),
  visible("thread.is_finished", {
    op: (cx) => ({
      ...onThread("is_finished", threadArgument(cx), { observes: [END] }),
      access: "read",
    }),
    run: (cx) => bool(hasEnded(cx, threadArgument(cx))),
  }),
  plain("thread.current", (cx) => [cx.thread]),
  plain("thread.number", (cx) => [numberOf(threadOf(cx.state, threadArgument(cx)).path)]),
  plain("thread.name", (cx) => [constantText(cx.machine, nameOf(cx) ?? "")]),
  plain("thread.has_name", (cx) => bool(nameOf(cx) !== undefined)),
  visible("thread.unpark", { op: (cx) => onThread("unpark", threadArgument(cx)), run: unpark }),
  visible("thread.park", {
    op: (cx) => onThread("park", cx.thread),
    run: (cx) => bool(takeToken(cx)),
  }),
  visible("thread.parked", {
    op: (cx) => onThread("parked", cx.thread),
    blocked: (cx) => (threadData(cx.state, cx.thread).token ? undefined : { kind: "park" }),
    alternatives: (cx) => parkEnds(cx, undefined),
    run: (cx) => {
      takeToken(cx);
      return NOTHING;
    },
  }),
  visible("thread.parked_until", {
    op: (cx) => onThread("parked", cx.thread),
    blocked: (cx) =>
      threadData(cx.state, cx.thread).token || isLate(cx) ? undefined : { kind: "park" },
    alternatives: (cx) => parkEnds(cx, instantOf(argument(cx, 0))),
    run: endParkUntil,
  }),
  visible("thread.sleep_until", {
    op: (cx) => onThread("sleep", cx.thread),
    blocked: (cx) =>
      isLate(cx) ? undefined : { kind: "sleep", until: instantOf(argument(cx, 0)) },
    alternatives: (cx) =>
      isLate(cx) ? [{ label: "" }] : [timer("wakes up", instantOf(argument(cx, 0)))],
    run: sleep,
  }),
  plain("thread.yield", (cx) => {
    report(cx, () => ({ kind: "yield" }));
    return NOTHING;
  }),
  // A hint to the processor inside a waiting loop; the loop's own loads are its steps.
  plain("thread.spin_hint", () => NOTHING),
  plain("thread.available_parallelism", () => [CORES]),
  plain("scope.new", (cx) => [makeObject(cx.state, cx.thread, NEW_SCOPE)]),
  visible("scope.wait", {
    op: (cx) => onObject("scope_end", objectArgument(cx, 0), "read", { mover: JOIN }),
    blocked: (cx) => scopeBlocked(cx.state, scopeOf(cx)),
    run: (cx) => {
      for (const thread of scopeOf(cx).threads) acquire(cx.state, cx.thread, `end ${thread}`);
      return NOTHING;
    },
  }),
  plain("scope.running", (cx) => [runningIn(cx.state, scopeOf(cx)).length]),
];

function onThread(
  name: string,
  thread: ThreadId,
  more: Pick<VisibleOp, "mover" | "observes"> = {},
): VisibleOp {
  return { name, object: thread, target: "thread", access: "write", ...more };
}

function threadArgument(cx: PrimitiveContext): ThreadId {
  return Number(argument(cx, 0)) as ThreadId;
}

function scopeOf(cx: PrimitiveContext): ScopeObject {
  return read<ScopeObject>(cx, objectArgument(cx, 0));
}

function hasEnded(cx: PrimitiveContext, thread: ThreadId): boolean {
  return threadOf(cx.state, thread).status === "ended";
}

function nameOf(cx: PrimitiveContext): string | undefined {
  const thread = threadOf(cx.state, threadArgument(cx));
  return thread.path.length === 0 ? "main" : thread.name;
}

/** Main is 1 and its threads follow, as on a real system; threads of threads get numbers out of the way. */
function numberOf(path: readonly number[]): number {
  return path.reduce((number, step, depth) => (depth === 0 ? step + 2 : number * 1000 + step), 1);
}

function spawn(cx: PrimitiveContext): readonly Cell[] {
  const { machine, state } = cx;
  const body = machine.program.callOnce(firstType(cx), machine.cx.ty.tcx.unit);
  const name = argument(cx, 2) === 1 ? readText(machine, state, argument(cx, 1)) : undefined;
  const child = spawnThread(machine, state, cx.thread, body, cx.args[0] ?? [], name);
  startViews(state, cx.thread, child);
  const scope = argument(cx, 3);
  if (typeof scope === "object") {
    const id = objectIdOf(scope);
    write(cx, id, addToScope(read<ScopeObject>(cx, id), child));
  }
  report(cx, () => ({ kind: "spawn", child, name }));
  return [child];
}

function end(cx: PrimitiveContext): readonly Cell[] {
  const panicked = argument(cx, 0) === 1;
  threadMut(cx.state, cx.thread).panicked = panicked;
  release(cx.state, cx.thread, `end ${cx.thread}`);
  report(cx, () => ({ kind: "threadEnd", panicked }));
  return NOTHING;
}

function join(cx: PrimitiveContext): readonly Cell[] {
  const child = threadArgument(cx);
  acquire(cx.state, cx.thread, `end ${child}`);
  forget(cx.state, `end ${child}`);
  report(cx, () => ({ kind: "join", child, panicked: threadOf(cx.state, child).panicked }));
  return NOTHING;
}

function unpark(cx: PrimitiveContext): readonly Cell[] {
  const target = threadArgument(cx);
  if (!hasEnded(cx, target)) {
    setThreadData(cx.state, target, { token: true });
    release(cx.state, cx.thread, `token ${target}`);
  }
  report(cx, () => ({ kind: "unpark", target }));
  return NOTHING;
}

function takeToken(cx: PrimitiveContext): boolean {
  const { token } = threadData(cx.state, cx.thread);
  if (token) {
    setThreadData(cx.state, cx.thread, { token: false });
    acquire(cx.state, cx.thread, `token ${cx.thread}`);
  }
  report(cx, () => (token ? { kind: "unblocked" } : { kind: "park" }));
  return token;
}

function parkEnds(
  cx: PrimitiveContext,
  deadline: bigint | undefined,
): ReturnType<typeof alternativesOf> {
  return alternativesOf(
    threadData(cx.state, cx.thread).token,
    deadline,
    deadline !== undefined && isLate(cx),
  );
}

function alternativesOf(
  token: boolean,
  deadline: bigint | undefined,
  late: boolean,
): readonly (ReturnType<typeof timer> & { readonly timed: boolean })[] {
  if (token) return [{ label: "takes the token", timed: false }];
  const spurious = { label: "wakes for no reason", needs: "spurious wake" as const, timed: false };
  if (deadline === undefined) return [spurious];
  if (late) return [{ label: "times out", timed: true }];
  return [{ ...timer("times out", deadline), timed: true }, spurious];
}

function endParkUntil(cx: PrimitiveContext, alternative: number): readonly Cell[] {
  const deadline = instantOf(argument(cx, 0));
  if (parkEnds(cx, deadline)[alternative]?.timed === true) passTime(cx.state, deadline);
  takeToken(cx);
  return NOTHING;
}

function isLate(cx: PrimitiveContext): boolean {
  return isPast(cx.state, instantOf(argument(cx, 0)));
}

function sleep(cx: PrimitiveContext): readonly Cell[] {
  const deadline = instantOf(argument(cx, 0));
  report(cx, () => ({
    kind: "sleep",
    nanos: Number(deadline > cx.state.now ? deadline - cx.state.now : 0n),
  }));
  passTime(cx.state, deadline);
  return NOTHING;
}
