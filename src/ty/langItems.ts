// Items of lang traits: each of those used by the compiler has one method or one associated type that matters.

import type { DefId } from "../hir/defs.ts";
import type { AssocKind, TyContext } from "./queries.ts";

/** The first item of that kind in a trait. */
export function firstItem(
  cx: TyContext,
  trait: DefId | undefined,
  kind: AssocKind,
): DefId | undefined {
  const def = trait === undefined ? undefined : cx.def(trait);
  if (def?.kind !== "trait") return undefined;
  return def.items.find((id) => cx.def(id).kind === kind);
}

/** The method of the lang trait `name`. */
export function langMethod(cx: TyContext, name: string): DefId | undefined {
  return firstItem(cx, cx.lang(name), "fn");
}
