// Which expressions denote places.

import type { HirExpr } from "../../hir/hir.ts";

export function isPlaceExpr(expr: HirExpr): boolean {
  switch (expr.kind) {
    case "path":
      return (
        expr.path.kind === "resolved" &&
        (expr.path.res.kind === "local" || expr.path.res.kind === "def")
      );
    case "unary":
      return expr.op === "*";
    case "field":
    case "index":
      return true;
    default:
      return false;
  }
}
