// Types that plainly have a size: the answer to most `Sized` bounds without asking the solver.

import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import type { Ty } from "../ty.ts";

const SIZED_KINDS = new Set<Ty["kind"]>([
  "int",
  "float",
  "bool",
  "char",
  "ref",
  "ptr",
  "never",
  "closure",
  "fnDef",
  "fnPtr",
  "array",
]);

/** False: not known here, which is no denial. */
export function isPlainlySized(cx: TyContext, ty: Ty): boolean {
  if (SIZED_KINDS.has(ty.kind)) return true;
  if (ty.kind === "adt") return cx.isAlwaysSized(ty.def);
  return ty.kind === "tuple" && ty.tys.every((part) => SIZED_KINDS.has(part.kind));
}

/** Whatever its arguments: enums, and structs whose last field has a size of its own. */
export function alwaysSized(cx: TyContext, def: DefId): boolean {
  const adt = cx.adt(def);
  if (adt.kind !== "struct") return true;
  const last = adt.variants[0]?.fields.at(-1);
  if (!last) return true;
  const ty = cx.typeOf(last.def);
  return (
    SIZED_KINDS.has(ty.kind) || (ty.kind === "adt" && ty.def !== def && cx.isAlwaysSized(ty.def))
  );
}
