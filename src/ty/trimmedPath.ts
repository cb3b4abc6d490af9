// Paths in messages: the last segment. rustc writes the whole path where two visible items share a name; Lockstep's headlines are
// always short.

import type { DefId } from "../hir/defs.ts";
import type { TyContext } from "./queries.ts";

export function trimmedPath(cx: TyContext, id: DefId): string {
  return cx.def(id).name;
}
