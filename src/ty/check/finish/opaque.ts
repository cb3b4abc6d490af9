// `impl Trait` in the return type of the function being checked: a variable that must meet the bounds, whose value
// becomes the hidden type. Not modelled: `impl Trait` in trait methods and type aliases.

import { causeAt, newVar } from "../fnCtxt.ts";
import { superFold } from "../../fold.ts";
import { flagsOf, HAS_OPAQUE } from "../../intern.ts";
import { foldPredicate } from "../../fold.ts";
import { normalizePredicate } from "../../traits/select.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Folder } from "../../fold.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { Ty } from "../../ty.ts";

export function openOpaques(fcx: FnCtxt, output: Ty): Ty {
  if (!(flagsOf(output) & HAS_OPAQUE)) return output;
  const opened: (Ty & { kind: "opaque" })[] = [];
  const folder: Folder = {
    ty(ty, depth) {
      if (!(flagsOf(ty) & HAS_OPAQUE)) return ty;
      if (ty.kind !== "opaque" || fcx.cx.def(ty.def).parent !== fcx.owner)
        return superFold(fcx.tcx, folder, ty, depth);
      const known = fcx.infcx.opaques.get(ty.def);
      if (known) return known;
      const hidden = newVar(fcx, fcx.cx.def(ty.def).span);
      fcx.infcx.opaques.set(ty.def, hidden);
      opened.push(ty);
      return hidden;
    },
    region: (region) => region,
    const: (value) => value,
  };
  const out = folder.ty(output, 0);
  for (let i = 0; i < opened.length; i++)
    registerBounds(fcx, opened[i] as Ty & { kind: "opaque" }, folder);
  return out;
}

function registerBounds(fcx: FnCtxt, opaque: Ty & { kind: "opaque" }, folder: Folder): void {
  for (const bound of fcx.cx.itemBounds(opaque.def)) {
    const cause = causeAt(fcx.cx.def(opaque.def).span, { kind: "bound", bound, expr: undefined });
    const nested: Obligation[] = [];
    const predicate = foldPredicate(folder, bound.predicate, 0);
    nested.push({
      predicate: normalizePredicate(fcx.scx, predicate, cause, 0, nested),
      cause,
      depth: 0,
    });
    fcx.fulfill.registerAll(nested);
  }
}
