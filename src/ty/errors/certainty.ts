// When the absence of a method is certain. std is declared here only in part: a method that the real std may have must
// not be called missing.
//
// Certain: a name that std's declarations know (they then say on which types it exists), or a receiver whose types are
// all the program's own.

import type { DerefStep } from "../check/autoderef.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import type { Ty } from "../ty.ts";

/** Traits with more items than this are taken to be declared in part. */
const SMALL_TRAIT = 12;

export function isSurelyMissing(fcx: FnCtxt, name: string, steps: readonly DerefStep[]): boolean {
  const { cx } = fcx;
  if (cx.program.incomplete) return false;
  if (cx.stdMethodNames().has(name)) return true;
  return steps.every((step) => isOwnType(cx, step.ty)) && !implementsLargeTrait(cx, steps);
}

function isOwnType(cx: TyContext, ty: Ty): boolean {
  switch (ty.kind) {
    case "adt":
      return cx.home(ty.def) === cx || cx.program.marker(ty.def, "complete") !== undefined;
    case "ref":
      return true;
    case "param":
    case "closure":
    case "fnDef":
    case "fnPtr":
    case "tuple":
      return true;
    default:
      return false;
  }
}

function implementsLargeTrait(cx: TyContext, steps: readonly DerefStep[]): boolean {
  return steps.some(({ ty }) => {
    if (ty.kind === "param") return true;
    if (ty.kind !== "adt") return false;
    return cx.program.impls.some((id) => {
      const impl = cx.def(id);
      if (impl.kind !== "impl" || impl.trait?.trait === undefined || cx.home(id) !== cx) return false;
      const self = cx.typeOf(id);
      return self.kind === "adt" && self.def === ty.def && isLarge(cx, impl.trait.trait);
    });
  });
}

function isLarge(cx: TyContext, trait: DefId): boolean {
  const def = cx.def(trait);
  return def.kind === "trait" && cx.home(trait) !== cx && def.items.length > SMALL_TRAIT;
}
