// std where a bundle is to be small: from its text, until the machine it runs on keeps a snapshot.
//
// Stands in the place of `stdSnapshot.ts` in the package (scripts/stdPlugin.mjs). The host makes the snapshot once per
// version, in a thread of its own, keeps it under SNAPSHOT_NAME and hands it on at later starts.

import { STD_KEY } from "lockstep:std";
import { openSnapshot } from "./openSnapshot.ts";
import type { Std } from "./std.ts";
import { storeStd } from "./storeStd.ts";
import { openStdText, readStdText } from "./stdText.ts";

/** What the snapshot is kept under; another std or another front end has another name. */
export const SNAPSHOT_NAME: string | undefined = `std-${STD_KEY}.pack`;

export function openStd(kept: () => string | undefined): Std {
  const pack = kept();
  return pack === undefined ? openStdText() : openSnapshot(pack);
}

export function makeSnapshot(): string {
  return storeStd(readStdText(), { bodies: true });
}
