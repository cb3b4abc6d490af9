// Defaults of generic parameters, in terms of the parameters before them.

import { itemLowerCx } from "./itemCx.ts";
import { lowerConstArg } from "../lower/lowerConst.ts";
import { lowerTy } from "../lower/lowerTy.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirConstArg, HirTy } from "../../hir/hir.ts";
import type { TyContext } from "../queries.ts";
import type { Const, Ty } from "../ty.ts";

/** By parameter index. */
export function paramDefaults(cx: TyContext, owner: DefId): Map<number, Ty | Const> {
  const out = new Map<number, Ty | Const>();
  const lcx = itemLowerCx(cx, owner);
  for (const param of cx.genericsOf(owner).own) {
    if (param.default === undefined) continue;
    out.set(
      param.index,
      param.kind === "const"
        ? lowerConstArg(lcx, param.default as HirConstArg, cx.typeOf(param.def))
        : lowerTy(lcx, param.default as HirTy),
    );
  }
  return out;
}
