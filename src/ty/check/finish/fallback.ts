// Defaults for what inference left open: `i32`, `f64`, and `()` or `!` for code that never returns.
// Follows `type_inference_fallback`. Not modelled: the lint about code that relies on the old never fallback.

import type { FnCtxt } from "../fnCtxt.ts";

export function applyFallback(fcx: FnCtxt): void {
  fcx.fulfill.selectWherePossible();
  const { infcx, tcx } = fcx;
  const { table } = infcx;
  const diverging = new Set<number>();
  for (let v = 0; v < table.count; v++) if (table.diverging[v]) diverging.add(table.root(v));
  const count = table.count;
  for (let v = 0; v < count; v++) {
    if (table.root(v) !== v || table.probe(v) !== undefined) continue;
    const kind = table.classOf(v);
    if (kind === "int") infcx.unify(tcx.infer(v, "int"), tcx.i32);
    else if (kind === "float") infcx.unify(tcx.infer(v, "float"), tcx.f64);
    else if (diverging.has(v))
      infcx.unify(tcx.infer(v, "general"), fcx.cx.edition >= 2024 ? tcx.never : tcx.unit);
  }
  fcx.fulfill.selectWherePossible();
}
