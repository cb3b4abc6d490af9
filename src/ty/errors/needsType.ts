// E0282 in the middle of a body: a type must be known here and is not.

import { findInferSource } from "./inferSource.ts";
import { report, taint } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { Span } from "../../base/span.ts";
import type { Ty } from "../ty.ts";

/** Something unknown before may be why, and then nothing is certain. */
export function reportNeedsType(fcx: FnCtxt, span: Span, ty: Ty): void {
  if (fcx.taintedAt !== undefined) return taint(fcx, span);
  const source = ty.kind === "infer" ? findInferSource(fcx, ty.var) : undefined;
  report(fcx, {
    code: "E0282",
    message: source?.ty
      ? `type annotations needed for \`${fcx.cx.showInFull(source.ty)}\``
      : "type annotations needed",
    span: source?.span ?? span,
    label: "cannot infer type",
  });
}
