// E0310: a type parameter that may hold short-lived references where `'static` is asked for.
// Follows `type_must_outlive` for the one region that type checking keeps; all others are the borrow checker's.
//
// Not modelled: other regions (E0309), trait objects whose lifetime is `'static` by default.

import { blameOutlives } from "../../errors/blame.ts";
import { isTy } from "../../fold.ts";
import { report } from "../fnCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { GenericArg, Ty } from "../../ty.ts";

export function checkOutlives(fcx: FnCtxt): void {
  if (fcx.errors.length > 0 || fcx.cx.program.incomplete) return;
  for (const { ty, region, obligation } of fcx.fulfill.outlives) {
    if (region.region !== "static") continue;
    const param = shortLived(fcx, fcx.infcx.resolve(ty), 0);
    if (!param) continue;
    report(fcx, {
      code: "E0310",
      message: `the parameter type \`${fcx.cx.showInFull(param)}\` may not live long enough`,
      span: blameOutlives(fcx, obligation),
      label: `the parameter type \`${fcx.cx.showInFull(param)}\` must be valid for the static lifetime...`,
    });
  }
}

/** A parameter inside, without the bound `'static`. */
function shortLived(fcx: FnCtxt, ty: Ty, depth: number): Ty | undefined {
  if (depth > 16) return undefined;
  const among = (args: readonly GenericArg[]): Ty | undefined => {
    for (const arg of args) {
      const found = isTy(arg) ? shortLived(fcx, fcx.infcx.resolve(arg), depth + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  switch (ty.kind) {
    case "param":
      return isStatic(fcx, ty) ? undefined : ty;
    case "adt":
      return among(ty.args);
    case "tuple":
      return among(ty.tys);
    case "array":
    case "slice":
    case "ptr":
      return shortLived(fcx, ty.ty, depth + 1);
    case "closure":
      return ty.owner === fcx.owner
        ? among(fcx.infcx.closures[ty.index]?.captures ?? [])
        : undefined;
    default:
      return undefined;
  }
}

function isStatic(fcx: FnCtxt, param: Ty): boolean {
  return fcx.env.predicates.some(
    (p) => p.kind === "typeOutlives" && p.ty === param && p.region.region === "static",
  );
}
