// Opaque types that are made of themselves: `fn f() -> impl Sized { (f(), 1) }` has no type that could be found (E0720).
// Follows `try_expand_impl_trait_type`. Not modelled: opaque types whose arguments grow without end.

import { walkTy } from "../fold.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../ty.ts";

export function isInfiniteOpaque(
  opaque: DefId,
  hiddenTypeOf: (opaque: DefId) => Ty | undefined,
): boolean {
  const seen = new Set<DefId>();
  const reaches = (from: DefId): boolean => {
    const hidden = hiddenTypeOf(from);
    if (hidden === undefined) return false;
    const inside: DefId[] = [];
    walkTy(hidden, (part) => {
      if (part.kind === "opaque") inside.push(part.def);
    });
    return inside.some((def) => {
      if (def === opaque) return true;
      if (seen.has(def)) return false;
      seen.add(def);
      return reaches(def);
    });
  };
  return reaches(opaque);
}
