// `lockstep::guard_across_wait`: a guard lives while its thread waits for something else, and another thread wants the lock.
//
// Not told where the wait is what the lock is for: a condition variable gives it back, and a receiver behind the lock can only
// be used through it.

import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { Acquire, Behaviour, Held, Wait } from "../flow/threads/events.ts";
import { isShared, together } from "../flow/threads/parallel.ts";
import { sameSpot } from "../flow/threads/values.ts";
import { callIn, eventOf, receiverText, type Warning, type WarningCx } from "./warning.ts";

export function guardsAcrossWaits(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) =>
    behaviour.events.flatMap((event) =>
      event.kind === "wait"
        ? event.held.flatMap((held) => warningOf(cx, behaviour, event, held) ?? [])
        : [],
    ),
  );
}

function warningOf(
  cx: WarningCx,
  behaviour: Behaviour,
  event: Wait,
  held: Held,
): Warning | undefined {
  if (event.releases.some((lock) => sameSpot(lock, held.lock)) || isBehind(event, held))
    return undefined;
  const rival = behaviour.events.find((other) => isRival(behaviour, event, held, other));
  const first = eventOf(behaviour, held.made);
  if (rival === undefined || first === undefined) return undefined;
  const lock = receiverText(cx, first);
  const joins = event.effect === "join";
  return {
    severity: event.effect === "sleep" ? "info" : "warning",
    code: "lockstep::guard_across_wait",
    message: WARNINGS.acrossWait(event.effect, lock, cx.lineOf(first.span), cx.lineOf(rival.span)),
    span: callIn(event, held.root),
    related: [
      { span: first.span, message: WARNINGS.acquiredHere(lock) },
      { span: rival.span, message: WARNING_WORDS.rivalHere },
    ],
    ...(joins
      ? {
          claim: {
            entry: behaviour.entry,
            sure: event.sure && rival.sure && event.joins !== undefined,
            waits: [event.span],
          },
        }
      : {}),
  };
}

/** What is waited on lies behind the lock. */
function isBehind(event: Wait, held: Held): boolean {
  const { on } = event;
  return (
    on !== undefined &&
    on.root === held.lock.root &&
    held.lock.path.every((step, index) => on.path[index] === step) &&
    on.path[held.lock.path.length] === "!"
  );
}

/** Another thread that wants the lock meanwhile; for a join, the one that is waited for. */
function isRival(
  behaviour: Behaviour,
  event: Wait,
  held: Held,
  other: Behaviour["events"][number],
): other is Acquire {
  if (other.kind !== "acquire" || !sameSpot(other.lock, held.lock)) return false;
  if (other.mode === "read" && held.mode === "read") return false;
  if (!isShared(held.lock, event, other)) return false;
  if (event.effect === "join" && event.joins !== undefined)
    return other.thread === event.joins || other.thread.startsWith(`${event.joins}/`);
  if (event.effect === "join" && !descends(behaviour, other.thread, event.thread)) return false;
  return together(behaviour, event, other) !== "no";
}

function descends(behaviour: Behaviour, thread: string, from: string): boolean {
  for (
    let at = behaviour.threads.get(thread)?.parent;
    at !== undefined;
    at = behaviour.threads.get(at)?.parent
  )
    if (at === from) return true;
  return false;
}
