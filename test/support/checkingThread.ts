// The checking thread without a thread: messages in, answers out, work that it puts off done on demand.

import assert from "node:assert/strict";
import type { ToPanel } from "../../src/protocol/messages.ts";
import type { FromWorker, Subject, ToWorker } from "../../src/protocol/work.ts";
import { serve } from "../../src/worker/serve.ts";

export interface CheckingThread {
  readonly send: (message: ToWorker) => void;
  /** Does one piece of what was put off; false: there is none. */
  readonly turn: () => boolean;
  readonly answers: FromWorker[];
}

export function startThread(): CheckingThread {
  const answers: FromWorker[] = [];
  const waiting: (() => void)[] = [];
  const send = serve({
    post: (message) => answers.push(message),
    now: () => 0,
    later: (task) => waiting.push(task),
  });
  const turn = () => {
    const task = waiting.shift();
    task?.();
    return task !== undefined;
  };
  return { send, turn, answers };
}

export function rest({ turn }: CheckingThread): void {
  while (turn());
}

/** What a panel is sent for a subject: its run, what comes behind it, and its verdict. */
export function shownFor(thread: CheckingThread, subject: Subject): readonly ToPanel[] {
  const scheduler = { kind: "roundRobin" } as const;
  thread.send({ kind: "run", id: 1, subject, scheduler, whatIf: false, variants: true });
  const limits = { timeLimitMs: 60_000, maxStates: 20_000 };
  thread.send({ kind: "explore", id: 2, subject, whatIf: false, ...limits });
  rest(thread);
  const failed = thread.answers.find((one) => one.kind === "failed");
  assert.equal(failed, undefined);
  return thread.answers.splice(0).flatMap((one) => (one.kind === "panel" ? [one.message] : []));
}

export function shown<K extends ToPanel["kind"]>(
  messages: readonly ToPanel[],
  kind: K,
): Extract<ToPanel, { readonly kind: K }> | undefined {
  return messages.findLast(
    (one): one is Extract<ToPanel, { readonly kind: K }> => one.kind === kind,
  );
}
