// Casts that do not exist: E0054, E0604 to E0607, E0620. Follows `CastCheck::report_cast_error`.

import { isUnknown, report, resolveSoFar, taint } from "../check/fnCtxt.ts";
import type { DeferredCast, FnCtxt } from "../check/fnCtxt.ts";
import type { Ty } from "../ty.ts";

export type CastError = "nonScalar" | "illegal" | "toBool" | "toChar" | "intToWide" | "thinToWide";

export function reportBadCast(
  fcx: FnCtxt,
  cast: DeferredCast,
  from: Ty,
  to: Ty,
  error: CastError,
): void {
  if (
    isUnknown(from, to) ||
    (from.kind === "infer" && from.class === "general") ||
    to.kind === "infer"
  ) {
    return taint(fcx, cast.expr.span);
  }
  const [code, message] = explain(cast.shown, fcx.cx.showInFull(to), error);
  const span = error === "intToWide" ? cast.expr.ty.span : cast.expr.span;
  report(fcx, { code, message, span });
}

export function reportUnsizedCast(fcx: FnCtxt, cast: DeferredCast, to: Ty): void {
  const from = resolveSoFar(fcx, cast.from);
  if (isUnknown(from, to) || to.hasInfer) return;
  report(fcx, {
    code: "E0620",
    message: `cast to unsized type: \`${cast.shown}\` as \`${fcx.cx.showInFull(to)}\``,
    span: cast.expr.span,
  });
}

function explain(source: string, target: string, error: CastError): readonly [string, string] {
  switch (error) {
    case "toBool":
      return ["E0054", `cannot cast \`${source}\` as \`bool\``];
    case "toChar":
      return ["E0604", `only \`u8\` can be cast as \`char\`, not \`${source}\``];
    case "nonScalar":
      return ["E0605", `non-primitive cast: \`${source}\` as \`${target}\``];
    case "intToWide":
      return ["E0606", `cannot cast \`${source}\` to a pointer that is wide`];
    case "thinToWide":
      return ["E0607", `cannot cast thin pointer \`${source}\` to wide pointer \`${target}\``];
    case "illegal":
      return ["E0606", `casting \`${source}\` as \`${target}\` is invalid`];
  }
}
