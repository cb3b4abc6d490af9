// std as the build leaves it: analysed by our own front end and written as a pack (storeStd.ts).
//
// In the package `stdKept.ts` stands in this file's place.

import { stdSnapshot } from "lockstep:std-snapshot";
import type { Program } from "../hir/defs.ts";
import { openSnapshot } from "./openSnapshot.ts";
import type { Std } from "./std.ts";

/** Undefined: the snapshot is at hand, nothing need be kept. */
export const SNAPSHOT_NAME: string | undefined = undefined;

export function openStd(_kept?: () => string | undefined): Std {
  return openSnapshot(stdSnapshot());
}

export function loadStd(): Program {
  return openStd().program;
}

export function makeSnapshot(): string {
  return stdSnapshot();
}
