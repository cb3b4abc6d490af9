// Casts that do not exist: E0604 to E0607, E0605, E0054, E0620.

import { isUnknown, report, taint } from "../check/fnCtxt.ts";
import type { DeferredCast, FnCtxt } from "../check/fnCtxt.ts";
import type { Ty } from "../ty.ts";

export function reportBadCast(fcx: FnCtxt, cast: DeferredCast, from: Ty, to: Ty): void {
  if (
    isUnknown(from, to) ||
    (from.kind === "infer" && from.class === "general") ||
    to.kind === "infer"
  ) {
    return taint(fcx, cast.expr.span);
  }
  const [code, message] = explain(fcx, cast.shown, from, to);
  report(fcx, { code, message, span: cast.expr.span });
}

function explain(fcx: FnCtxt, source: string, from: Ty, to: Ty): readonly [string, string] {
  const target = fcx.cx.showInFull(to);
  const numeric = from.kind === "int" || from.kind === "float" || from.kind === "infer";
  if (to.kind === "bool" && numeric) return ["E0054", `cannot cast \`${source}\` as \`bool\``];
  if (to.kind === "char" && numeric) {
    return ["E0604", `only \`u8\` can be cast as \`char\`, not \`${source}\``];
  }
  if (from.kind === "ref" && (to.kind === "int" || to.kind === "float")) {
    const scalar = ["int", "float", "bool", "char"].includes(from.ty.kind);
    if (scalar || to.kind === "int")
      return ["E0606", `casting \`${source}\` as \`${target}\` is invalid`];
  }
  if (to.kind === "slice" || to.kind === "str" || to.kind === "dyn") {
    return ["E0620", `cast to unsized type: \`${source}\` as \`${target}\``];
  }
  const primitive = ["int", "float", "bool", "char", "ptr", "fnPtr", "fnDef", "infer"];
  if (primitive.includes(from.kind) && primitive.includes(to.kind)) {
    return ["E0606", `casting \`${source}\` as \`${target}\` is invalid`];
  }
  return ["E0605", `non-primitive cast: \`${source}\` as \`${target}\``];
}
