import type { TyContext } from "./queries.ts";
import type { TyError } from "./typeck.ts";

export function checkItems(_cx: TyContext): readonly TyError[] {
  return [];
}
