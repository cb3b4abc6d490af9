// Lowering types of items: no inference, elided lifetimes by where they stand.

import { missingLifetime } from "../lower/elision.ts";
import { lowerTy } from "../lower/lowerTy.ts";
import type { LowerCx } from "../lower/lowerCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";

export type ElidedMeans = "anonymous" | "static" | "error";

export function itemLowerCx(
  cx: TyContext,
  owner: DefId,
  elided: ElidedMeans = "anonymous",
): LowerCx {
  const lcx: LowerCx = {
    cx,
    owner,
    infer: undefined,
    elided: (span) => {
      if (elided === "static") return cx.tcx.static;
      return elided === "anonymous" ? cx.tcx.erased : missingLifetime(lcx, span);
    },
    objectDefault: undefined,
    depth: 0,
    erase: false,
    report: (error) => cx.report(error),
    ty: lowerTy,
  };
  return lcx;
}
