// What a thread is about to do: its visible operation, whether it may, and in which ways.

import { viewExec } from "./exec.ts";
import type { Machine } from "../machine.ts";
import { visibleAccess } from "../memoryModel.ts";
import { primitiveContext } from "./perform.ts";
import type {
  Alternative,
  BlockReason,
  Primitive,
  PrimitiveContext,
  VisibleOp,
} from "../primitive.ts";
import type { State } from "../state/state.ts";
import { Trap } from "./trap.ts";
import type { ThreadId } from "../state/value.ts";

/** A way to go on: a thread performs its visible operation in one of its ways. */
export interface Choice {
  readonly thread: ThreadId;
  readonly alternative: number;
}

export interface Pending {
  readonly primitive: Primitive;
  readonly key: string;
  readonly cx: PrimitiveContext;
}

const ORDINARY: readonly Alternative[] = [{ label: "" }];
const BROKEN: VisibleOp = { name: "trap", object: undefined, target: "process", access: "write" };

/** The primitive call at which a live thread stands. */
export function pendingCall(machine: Machine, state: State, id: ThreadId): Pending | undefined {
  if (!isWaiting(state, id)) return undefined;
  const x = viewExec(machine, state, id);
  const own = x.frame.code.sites[x.frame.pc]?.primitive;
  if (own?.primitive.visible === undefined) return undefined;
  return { primitive: own.primitive, key: own.key, cx: primitiveContext(x, own) };
}

export function pendingOp(machine: Machine, state: State, id: ThreadId): VisibleOp | undefined {
  const pending = pendingCall(machine, state, id);
  return pending
    ? asked(() => pending.primitive.visible?.(pending.cx), BROKEN)
    : pendingAccess(machine, state, id);
}

/** The access through a pointer before which a live thread stands, under a memory model. */
function pendingAccess(machine: Machine, state: State, id: ThreadId): VisibleOp | undefined {
  if (machine.memory === undefined || !isWaiting(state, id)) return undefined;
  const x = viewExec(machine, state, id);
  const accesses = x.frame.code.accesses.get(x.frame.pc);
  return accesses && asked(() => visibleAccess(x, accesses), BROKEN);
}

/** Live, and at its next visible operation. */
function isWaiting(state: State, id: ThreadId): boolean {
  const thread = state.threads[id];
  return (
    thread !== undefined &&
    thread.status === "live" &&
    thread.frames.length > 0 &&
    !state.running.includes(id)
  );
}

/** Undefined when it is not blocked, or has ended. */
export function blockedReason(
  machine: Machine,
  state: State,
  id: ThreadId,
): BlockReason | undefined {
  const pending = pendingCall(machine, state, id);
  return pending && blockedBy(pending);
}

function blockedBy(pending: Pending): BlockReason | undefined {
  return asked(() => pending.primitive.blocked?.(pending.cx), undefined);
}

function waysOf(pending: Pending): readonly Alternative[] {
  return asked(() => pending.primitive.alternatives?.(pending.cx), ORDINARY) ?? ORDINARY;
}

/** What cannot be answered because the operation would trap: it is enabled, and the step will say what is wrong. */
function asked<T>(ask: () => T, trapped: T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Trap) return trapped;
    throw error;
  }
}

/** All ways of the operation, by index: also those of a blocked one that need more than scheduling. */
export function alternativesOf(
  machine: Machine,
  state: State,
  id: ThreadId,
): readonly Alternative[] {
  const pending = pendingCall(machine, state, id);
  if (pending === undefined) return pendingAccess(machine, state, id) ? ORDINARY : [];
  return waysOf(pending);
}

/** What a thread stands before, and how it may go on. */
export interface Standing {
  readonly thread: ThreadId;
  readonly op: VisibleOp | undefined;
  /** Undefined: not blocked. */
  readonly reason: BlockReason | undefined;
  readonly ways: readonly Alternative[];
}

/** All threads that stand before an operation, each asked once. */
export function standingThreads(machine: Machine, state: State): Standing[] {
  if (state.status !== undefined) return [];
  const found: Standing[] = [];
  for (const thread of state.threads) {
    if (thread === undefined || thread.status !== "live") continue;
    const { id } = thread;
    const pending = pendingCall(machine, state, id);
    if (pending !== undefined) {
      const op = asked(() => pending.primitive.visible?.(pending.cx), BROKEN);
      found.push({ thread: id, op, reason: blockedBy(pending), ways: waysOf(pending) });
      continue;
    }
    const op = pendingAccess(machine, state, id);
    if (op !== undefined) found.push({ thread: id, op, reason: undefined, ways: ORDINARY });
  }
  return found;
}

/** Every choice there is. A blocked operation can only go on in ways that need something from outside. */
export function enabledChoices(machine: Machine, state: State): Choice[] {
  if (state.status !== undefined) return [];
  const choices: Choice[] = [];
  state.threads.forEach((thread) => {
    if (thread !== undefined) addChoices(machine, state, thread.id, choices);
  });
  return choices;
}

function addChoices(machine: Machine, state: State, id: ThreadId, choices: Choice[]): void {
  const pending = pendingCall(machine, state, id);
  if (pending === undefined) {
    if (pendingAccess(machine, state, id)) choices.push({ thread: id, alternative: 0 });
    return;
  }
  const blocked = blockedBy(pending) !== undefined;
  const alternatives = waysOf(pending);
  alternatives.forEach((each, alternative) => {
    if (!blocked || each.needs !== undefined) choices.push({ thread: id, alternative });
  });
}
