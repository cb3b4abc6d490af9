// `lockstep::wait_without_loop`: `Condvar::wait` whose condition nobody looks at again.
//
// A wait may wake without a notify, and another thread may take what the notify was for before this one has the lock again.

import { WARNINGS } from "../explain/warningWords.ts";
import { receiverText, type Warning, type WarningCx } from "./warning.ts";

export function waitsWithoutLoop(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) =>
    behaviour.events.flatMap((event): Warning[] => {
      if (event.kind !== "wait" || event.effect !== "wait" || event.repeated) return [];
      return [
        {
          severity: "warning",
          code: "lockstep::wait_without_loop",
          message: WARNINGS.waitWithoutLoop(receiverText(cx, event)),
          span: event.span,
          related: [],
        },
      ];
    }),
  );
}
