// `lockstep::load_then_store`: an atomic gets a value computed from what it held before, in two steps.
//
// Another thread that writes between the load and the store has its update undone: the lost update that one
// read-modify-write operation (`fetch_add`, `fetch_update`) rules out.

import type { Span } from "../base/span.ts";
import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { Access, Behaviour } from "../flow/threads/events.ts";
import { isShared, keptApart, together } from "../flow/threads/parallel.ts";
import { sameSpot } from "../flow/threads/values.ts";
import { receiverText, type Warning, type WarningCx } from "./warning.ts";

export function loadsThenStores(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) =>
    behaviour.events.flatMap((event): Warning[] => {
      if (event.kind !== "access" || event.from === undefined) return [];
      const rival = behaviour.events.find((other) => isRival(behaviour, event, other));
      if (rival === undefined) return [];
      const name = receiverText(cx, event);
      const related: { span: Span; message: string }[] = [
        { span: event.from.span, message: WARNING_WORDS.loadedHere },
      ];
      if (rival !== event)
        related.push({ span: rival.span, message: WARNING_WORDS.otherWriteHere });
      return [
        {
          severity: "warning",
          code: "lockstep::load_then_store",
          message: WARNINGS.loadThenStore(name),
          span: event.span,
          related,
        },
      ];
    }),
  );
}

function isRival(
  behaviour: Behaviour,
  event: Access,
  other: Behaviour["events"][number],
): other is Access {
  return (
    other.kind === "access" &&
    other.access !== "load" &&
    sameSpot(other.spot, event.spot) &&
    isShared(event.spot, event, other) &&
    together(behaviour, event, other) === "surely" &&
    !keptApart(event.held, other.held)
  );
}
