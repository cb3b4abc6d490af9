// Visibility: whether an item can be named from where a body stands.

import type { DefId } from "../hir/defs.ts";
import type { TyContext } from "./queries.ts";

export function isVisible(cx: TyContext, item: DefId, from: DefId): boolean {
  const { visibility } = cx.def(item);
  return visibility.kind === "public" || isInside(cx, from, visibility.in);
}

/** Whether `inner` lies in `outer`, or is it. */
export function isInside(cx: TyContext, inner: DefId, outer: DefId): boolean {
  for (let at: DefId | undefined = inner; at !== undefined; at = cx.def(at).parent)
    if (at === outer) return true;
  return false;
}
