// `format_args!`: every placeholder needs its formatting trait. The macro takes its arguments by reference.

import { causeAt, NO_EXPECTATION, requireSized, requireTrait, structurally } from "./fnCtxt.ts";
import { reportMismatch } from "../errors/mismatch.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import type { FormatCount, FormatPlaceholder, HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

export function checkFormatArgs(fcx: FnCtxt, expr: HirExpr & { kind: "formatArgs" }): Ty {
  const { cx, tcx } = fcx;
  const tys = expr.args.map((arg) => fcx.check.expr(fcx, arg, NO_EXPECTATION));
  for (const piece of expr.pieces) {
    if (piece.kind !== "placeholder") continue;
    const arg = expr.args[piece.arg];
    const ty = tys[piece.arg];
    if (arg && ty) requireSized(fcx, ty, argSpan(arg, piece), "argument");
    if (arg && ty)
      requireTrait(
        fcx,
        cx.lang(`format_${snakeCase(piece.trait)}`),
        [ty],
        causeAt(argSpan(arg, piece), { kind: "format", expr: arg.id }),
      );
    countIsUsize(fcx, expr.args, tys, piece.width);
    countIsUsize(fcx, expr.args, tys, piece.precision);
  }
  const result = cx.lang("format_arguments");
  return result === undefined
    ? tcx.unknown
    : tcx.adt(
        result,
        cx.genericsOf(result).count === 0 ? [] : cx.identityArgs(result).map(() => tcx.erased),
      );
}

/** An argument captured by name stands inside its placeholder, which is then blamed whole. */
function argSpan(arg: HirExpr, piece: FormatPlaceholder): HirExpr["span"] {
  const inside = piece.span.start <= arg.span.start && arg.span.end <= piece.span.end;
  return inside ? piece.span : arg.span;
}

function countIsUsize(
  fcx: FnCtxt,
  args: readonly HirExpr[],
  tys: readonly Ty[],
  count: FormatCount | undefined,
): void {
  if (count?.kind !== "arg") return;
  const arg = args[count.arg];
  const ty = tys[count.arg];
  if (!arg || !ty) return;
  const found = structurally(fcx, ty);
  const inner = found.kind === "ref" ? found.ty : found;
  if (!fcx.infcx.eq(inner, fcx.tcx.usize))
    reportMismatch(
      fcx,
      arg,
      fcx.tcx.ref(fcx.tcx.erased, fcx.tcx.usize, false),
      fcx.tcx.ref(fcx.tcx.erased, found, false),
    );
}

function snakeCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
