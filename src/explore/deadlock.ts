// Deadlocks in words: for each thread that waits, whom it waits for, and the cycle where there is one.

import type { Span } from "../base/span.ts";
import type { Machine } from "../machine/machine.ts";
import { blockedReason } from "../machine/pending.ts";
import type { BlockReason } from "../machine/primitive.ts";
import type { State, Thread } from "../machine/state.ts";
import type { ThreadId } from "../machine/value.ts";
import type { Finding, FindingLink } from "./findings.ts";

interface Waiting {
  readonly thread: Thread;
  readonly reason: BlockReason;
  readonly span: Span;
}

export function deadlockFindings(machine: Machine, state: State): Finding[] {
  const waiting = new Map<ThreadId, Waiting>();
  for (const thread of state.threads) {
    if (thread?.status !== "live") continue;
    const reason = blockedReason(machine, state, thread.id);
    if (reason !== undefined) waiting.set(thread.id, { thread, reason, span: userSpanOf(thread) });
  }
  const cycle = findCycle(waiting);
  if (cycle !== undefined) return [cycleFinding(cycle)];
  const lost = [...waiting.values()].find(
    (one) => one.reason.kind === "condvar" || one.reason.kind === "park",
  );
  if (lost !== undefined) return [lostWakeup(lost, [...waiting.values()])];
  const first = [...waiting.values()][0];
  if (first === undefined) return [];
  return [
    {
      kind: "deadlock_cycle",
      message: "No thread can go on: each waits for something that nobody is left to do.",
      span: first.span,
      related: [...waiting.values()].map(({ thread, reason, span }) => ({
        span,
        message: waits(thread, reason),
      })),
    },
  ];
}

/** The user's line on which a thread stands. */
export function userSpanOf(thread: Thread): Span {
  const frame = thread.frames.findLast((one) => one.code.isUser);
  return frame?.code.spans[frame.pc] ?? { start: 0, end: 0 };
}

/** `main`, the name it was given, or its number. */
export function threadName(thread: Thread): string {
  if (thread.path.length === 0) return "main";
  return thread.name ?? `thread ${thread.path.map((step) => step + 1).join(".")}`;
}

/** The threads without which `reason` does not end. */
function waitsFor(reason: BlockReason): readonly ThreadId[] {
  switch (reason.kind) {
    case "mutex":
    case "once":
      return reason.holder === undefined ? [] : [reason.holder];
    case "rwlockRead":
    case "rwlockWrite":
      return reason.holders;
    case "join":
      return [reason.thread];
    case "scope":
      return reason.threads;
    case "stdout":
      return [reason.holder];
    default:
      return [];
  }
}

function findCycle(waiting: ReadonlyMap<ThreadId, Waiting>): Waiting[] | undefined {
  for (const start of waiting.keys()) {
    const path: ThreadId[] = [];
    let at: ThreadId | undefined = start;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      const next: Waiting | undefined = waiting.get(at);
      at = next === undefined ? undefined : waitsFor(next.reason).find((one) => waiting.has(one));
    }
    if (at === undefined) continue;
    return path.slice(path.indexOf(at)).flatMap((id) => waiting.get(id) ?? []);
  }
  return undefined;
}

function cycleFinding(cycle: readonly Waiting[]): Finding {
  const names = cycle.map(({ thread }) => threadName(thread));
  const itself = cycle.length === 1;
  const sentences = cycle.map(({ reason, thread }, index) => {
    const next = names[(index + 1) % names.length] ?? "";
    return `${threadName(thread)} ${wantWords(reason)}${itself ? ", which it holds itself" : ` that ${holdWords(reason, next)}`}`;
  });
  const links: FindingLink[] = cycle.map(({ thread, reason, span }, index) => {
    const before = cycle[(index + cycle.length - 1) % cycle.length] as Waiting;
    const holds = "object" in before.reason ? before.reason.object : undefined;
    const wantsThread = reason.kind === "join" ? reason.thread : undefined;
    return {
      thread: thread.id,
      holds,
      holdsSince: { start: 0, end: 0 },
      wants: wantsThread ?? ("object" in reason ? reason.object : -1),
      wantsKind: wantsThread === undefined ? "object" : "thread",
      wantsAt: span,
    };
  });
  return {
    kind: "deadlock_cycle",
    message: `Deadlock: ${sentences.join("; ")}.`,
    span: (cycle[0] as Waiting).span,
    related: cycle.map(({ thread, reason, span }) => ({ span, message: waits(thread, reason) })),
    cycle: links,
  };
}

function lostWakeup(lost: Waiting, all: readonly Waiting[]): Finding {
  return {
    kind: "lost_wakeup",
    message: `${threadName(lost.thread)} waits to be woken, and no thread is left to do it: the wake-up came before the wait, or never.`,
    span: lost.span,
    related: all.map(({ thread, reason, span }) => ({ span, message: waits(thread, reason) })),
  };
}

function wantWords(reason: BlockReason): string {
  switch (reason.kind) {
    case "mutex":
      return "waits for a mutex";
    case "rwlockRead":
    case "rwlockWrite":
      return "waits for a lock";
    case "once":
      return "waits for an initialisation";
    case "stdout":
      return "waits for standard output";
    case "join":
    case "scope":
      return "waits for the end of a thread";
    default:
      return "waits for something";
  }
}

function holdWords(reason: BlockReason, next: string): string {
  if (reason.kind === "join" || reason.kind === "scope") return `waits too (${next})`;
  return `${next} holds`;
}

function waits(thread: Thread, reason: BlockReason): string {
  const name = threadName(thread);
  switch (reason.kind) {
    case "recv":
      return `${name} waits here for a message; a sender is still alive`;
    case "send":
      return `${name} waits here for room in the channel`;
    case "condvar":
      return `${name} waits here for a notification`;
    case "barrier":
      return `${name} waits here at a barrier for ${reason.missing} more`;
    case "park":
      return `${name} is parked here`;
    default:
      return `${name} ${wantWords(reason)} here`;
  }
}
