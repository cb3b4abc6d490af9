// `lockstep::double_lock`: a thread locks what it holds already, here or in a function that it calls, and waits for itself.
//
// From the walk's must facts: on every way to the second call the first guard lives, and both name one lock.
// Not modelled: a lock that is reached through a collection, a trait object or recursion.

import { WARNINGS } from "../explain/warningWords.ts";
import type { Acquire, Behaviour, Held } from "../flow/threads/events.ts";
import { sameSpot } from "../flow/threads/values.ts";
import {
  callIn,
  eventOf,
  receiverText,
  sameSpan,
  type Warning,
  type WarningCx,
} from "./warning.ts";

export function doubleLocks(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) =>
    behaviour.events.flatMap((event) => {
      if (event.kind !== "acquire") return [];
      const held = event.held.find(
        (one) => sameSpot(one.lock, event.lock) && (one.mode === "write" || event.mode === "write"),
      );
      return held === undefined ? [] : [warningOf(cx, behaviour, event, held)];
    }),
  );
}

function warningOf(cx: WarningCx, behaviour: Behaviour, event: Acquire, held: Held): Warning {
  const first = eventOf(behaviour, held.made);
  const span = callIn(event, held.root);
  const lock = receiverText(cx, first ?? event) ?? receiverText(cx, event);
  const here = sameSpan(span, event.span);
  const related = [];
  if (first !== undefined) related.push({ span: first.span, message: WARNINGS.acquiredHere(lock) });
  if (!here)
    related.push({ span: event.span, message: WARNINGS.lockedAgainHere(receiverText(cx, event)) });
  const line = first && cx.lineOf(first.span);
  return {
    severity: "warning",
    code: "lockstep::double_lock",
    message: here
      ? WARNINGS.doubleLock(lock, line)
      : WARNINGS.doubleLockInCall(lock, line, cx.lineOf(event.span)),
    span,
    related,
    claim: { entry: behaviour.entry, sure: event.sure, waits: [event.span] },
  };
}
