// All warnings that no compiler gives, in order of position. Where several say the same place, each kind once.

import type { Steps } from "../base/steps.ts";
import { isStdSpan } from "../base/span.ts";
import { arcsOfNonSend } from "./arcOfNonSend.ts";
import { doubleLocks } from "./doubleLock.ts";
import { endlessReceivers } from "./endlessReceiver.ts";
import { guardsAcrossWaits } from "./guardAcrossWait.ts";
import { guardsInScrutinees } from "./guardInScrutinee.ts";
import { ignoredPoisons } from "./ignoredPoison.ts";
import { loadsThenStores } from "./loadThenStore.ts";
import { lockOrders } from "./lockOrder.ts";
import { relaxedPublications } from "./relaxedPublication.ts";
import { waitsWithoutLoop } from "./waitWithoutLoop.ts";
import type { Warning, WarningCx } from "./warning.ts";

const KINDS: readonly ((cx: WarningCx) => readonly Warning[])[] = [
  doubleLocks,
  lockOrders,
  guardsAcrossWaits,
  guardsInScrutinees,
  waitsWithoutLoop,
  endlessReceivers,
  ignoredPoisons,
  arcsOfNonSend,
  loadsThenStores,
  relaxedPublications,
];

export function* findWarnings(cx: WarningCx): Steps<Warning[]> {
  const seen = new Map<string, Warning>();
  for (const kind of KINDS) {
    const found = kind(cx);
    yield;
    for (const warning of found) {
      if (isStdSpan(warning.span)) continue;
      const key = `${warning.code} ${warning.span.start} ${warning.span.end}`;
      const known = seen.get(key);
      // What one entry makes certain, another need not.
      if (known === undefined || (known.claim?.sure === false && warning.claim?.sure === true))
        seen.set(key, warning);
    }
  }
  return [...seen.values()].sort((a, b) => a.span.start - b.span.start);
}
