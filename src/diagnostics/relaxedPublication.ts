// `lockstep::relaxed_publication`: a `Relaxed` flag tells another thread that data is ready, and orders nothing.
//
// Writer: stores data, then the flag. Reader, running meanwhile: loads the flag in a loop, then the data. The data's write
// happens before its read only if the flag's store releases and its load acquires.
// Not modelled: data that is no atomic (a race, which needs `unsafe`); fences (nothing is said where there is one).

import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { Access, Behaviour } from "../flow/threads/events.ts";
import { isShared, together } from "../flow/threads/parallel.ts";
import { sameSpot } from "../flow/threads/values.ts";
import { receiverText, type Warning, type WarningCx } from "./warning.ts";

const RELAXED = "relaxed";

export function relaxedPublications(cx: WarningCx): Warning[] {
  return cx.behaviours.flatMap((behaviour) => {
    const accesses = behaviour.events.filter((event) => event.kind === "access");
    if (accesses.some((event) => event.access === "fence")) return [];
    return accesses.flatMap((store) => {
      const found = publication(behaviour, accesses, store);
      return found === undefined ? [] : [warningOf(cx, store, found)];
    });
  });
}

interface Publication {
  readonly written: Access;
  readonly waited: Access;
  readonly read: Access;
}

function publication(
  behaviour: Behaviour,
  accesses: readonly Access[],
  store: Access,
): Publication | undefined {
  if (store.access !== "store") return undefined;
  for (const waited of accesses) {
    if (waited.access !== "load" || !sameSpot(waited.spot, store.spot) || !waited.repeated)
      continue;
    if (store.orders[2] !== RELAXED && waited.orders[1] !== RELAXED) continue;
    if (together(behaviour, store, waited) !== "surely" || !isShared(store.spot, store, waited))
      continue;
    for (const written of accesses) {
      if (
        written.access !== "store" ||
        !isBefore(written, store) ||
        sameSpot(written.spot, store.spot)
      )
        continue;
      const read = accesses.find(
        (one) =>
          one.access === "load" &&
          sameSpot(one.spot, written.spot) &&
          isBefore(waited, one) &&
          !one.repeated,
      );
      if (read !== undefined && read.held.length === 0) return { written, waited, read };
    }
  }
  return undefined;
}

/** Earlier in the same run of the same function. */
function isBefore(a: Access, b: Access): boolean {
  const frame = (event: Access) => event.key.slice(0, event.key.lastIndexOf("/"));
  return (
    a !== b &&
    frame(a) === frame(b) &&
    a.thread === b.thread &&
    a.span.end <= b.span.start &&
    a.body === b.body
  );
}

function warningOf(cx: WarningCx, store: Access, { written, waited, read }: Publication): Warning {
  return {
    severity: "warning",
    code: "lockstep::relaxed_publication",
    message: WARNINGS.relaxedPublication(
      receiverText(cx, store),
      receiverText(cx, written),
      cx.lineOf(waited.span),
      cx.lineOf(read.span),
    ),
    span: store.span,
    related: [
      { span: written.span, message: WARNING_WORDS.dataWrittenHere },
      { span: waited.span, message: WARNING_WORDS.flagReadHere },
      { span: read.span, message: WARNING_WORDS.dataReadHere },
    ],
  };
}
