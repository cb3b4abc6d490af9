// Types that inference could not find: E0282 at the place where an annotation helps.

import { isUnknown, report, taint } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { LocalId } from "../../hir/hir.ts";

export function reportAmbiguities(fcx: FnCtxt): void {
  if (fcx.errors.length > 0 || fcx.taintedAt) return;
  const local = fcx.body.locals.find(({ id }) => hasOpenVariable(fcx, id));
  if (!local) return;
  const ty = fcx.infcx.resolve(fcx.tables.localTys[local.id] ?? fcx.tcx.unknown);
  taint(fcx, local.span);
  if (isUnknown(ty) || local.synthetic) return;
  const bare = ty.kind === "infer";
  report(fcx, {
    code: "E0282",
    message: bare ? "type annotations needed" : `type annotations needed for \`${fcx.cx.showInFull(ty)}\``,
    span: local.span,
  });
}

function hasOpenVariable(fcx: FnCtxt, id: LocalId): boolean {
  const ty = fcx.tables.localTys[id];
  return ty !== undefined && fcx.infcx.resolve(ty).hasInfer;
}
