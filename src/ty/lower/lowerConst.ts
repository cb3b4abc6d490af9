// Constants in types: array lengths and const generic arguments.

import type { LowerCx } from "./lowerCx.ts";
import type { HirConstArg } from "../../hir/hir.ts";
import { evaluateConst } from "../constEval.ts";
import type { Const, Ty } from "../ty.ts";

export function lowerConstArg(lcx: LowerCx, arg: HirConstArg, ty: Ty): Const {
  const { cx } = lcx;
  if (arg.kind === "param") {
    const def = cx.def(arg.def);
    return def.kind === "constParam"
      ? cx.tcx.constParam(def.index, def.name, def.id)
      : cx.tcx.unknownConst;
  }
  if (arg.kind === "infer") return lcx.infer?.const(arg.span) ?? cx.tcx.unknownConst;
  return evaluateConst(cx, arg.body.value, ty);
}
