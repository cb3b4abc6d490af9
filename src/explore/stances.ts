// What the machine's threads stand before, for persistent sets: the sync objects they work on and whom they wait for.
//
// Not modelled: what atomics and plain memory are touched; such a thread may work on anything.

import type { VisibleOp } from "../machine/primitive.ts";
import type { Standing } from "../machine/run/pending.ts";
import { STATICS } from "../machine/state/state.ts";
import type { State } from "../machine/state/state.ts";
import type { StdoutObject } from "../machine/sync/stdout.ts";
import type { Stance, Touch } from "./model.ts";
import { namedBy } from "./waiting.ts";

/** Of all threads, or of one. */
export function stancesOf(
  state: State,
  standing: readonly Standing[],
  only: number | undefined,
): Stance[] {
  const printing = stdoutHolder(state);
  const stances: Stance[] = [];
  let at = 0;
  for (const thread of state.threads) {
    if (thread === undefined) continue;
    const { id, path } = thread;
    const own = standing[at]?.thread === id ? standing[at++] : undefined;
    if (only !== undefined && only !== id) continue;
    const touches = own?.op === undefined ? NOTHING : touchesOf(own.op);
    // Whoever holds standard output may print with any step.
    const nothingElse = own?.op !== undefined && id !== printing && isAll(own.op);
    const waitsFor = own?.reason && namedBy(own.reason);
    const ended = thread.status !== "live";
    const parent = path.length === 0 ? undefined : parentOf(state, path);
    stances.push({ thread: id, parent, ended, touches, nothingElse, waitsFor });
  }
  return stances;
}

function parentOf(state: State, path: readonly number[]): number | undefined {
  if (path.length === 1) return MAIN;
  const parent = state.threads.find(
    (one) =>
      one !== undefined &&
      one.path.length === path.length - 1 &&
      one.path.every((step, depth) => step === path[depth]),
  );
  return parent?.id;
}

const MAIN = 0;

function stdoutHolder(state: State): number | undefined {
  const slots = state.objects[STATICS]?.slots ?? [];
  const found = slots.find((slot) => slot?.data.kind === "stdout");
  return (found?.data as StdoutObject | undefined)?.holder;
}

const NOTHING: readonly Touch[] = [];

type Target = Pick<VisibleOp, "target" | "object" | "access">;

function touchesOf(op: VisibleOp): readonly Touch[] {
  const own = touchOf(op);
  if (op.also !== undefined) return [op, ...op.also].flatMap((one) => touchOf(one) ?? []);
  return own === undefined ? NOTHING : [own];
}

function isAll(op: VisibleOp): boolean {
  return isKnown(op) && (op.also === undefined || op.also.every(isKnown));
}

function isKnown({ target, object }: Target): boolean {
  return (target === "object" || target === "thread") && object !== undefined;
}

/** Threads have negative keys. */
function touchOf(one: Target): Touch | undefined {
  const { target, object, access } = one;
  if (!isKnown(one) || object === undefined) return undefined;
  return { key: target === "object" ? object : -1 - object, write: access === "write" };
}
