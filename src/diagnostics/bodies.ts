// The user's bodies with their types, for the warnings that follow from the text of one function.

import type { DefId } from "../hir/defs.ts";
import type { HirBody, HirExpr } from "../hir/hir.ts";
import { visitBody } from "../hir/visit.ts";
import type { MirContext } from "../mir/context.ts";
import type { Callee, TypeckResults } from "../ty/typeck.ts";

export interface UserBody {
  readonly owner: DefId;
  readonly body: HirBody;
  readonly results: TypeckResults;
  /** Every expression, outermost first. */
  readonly exprs: readonly HirExpr[];
}

/** Bodies whose types are all known. */
export function userBodies(mir: MirContext): readonly UserBody[] {
  const { program } = mir.ty;
  return program.localDefs.flatMap((owner) => {
    const def = program.def(owner);
    if ((def.kind !== "fn" && def.kind !== "const" && def.kind !== "static") || !def.hasBody)
      return [];
    const body = program.body(owner);
    if (body === undefined) return [];
    const exprs: HirExpr[] = [];
    visitBody(body, { expr: (expr) => void exprs.push(expr) });
    return [{ owner, body, results: mir.ty.typeck(owner), exprs }];
  });
}

export function calleeOf({ results }: UserBody, call: HirExpr): Callee | undefined {
  if (call.kind === "methodCall") return results.methods.get(call.id);
  return call.kind === "call" ? results.resolutions.get(call.callee.id) : undefined;
}

export function isUserDef(mir: MirContext, def: DefId): boolean {
  return def >= (mir.ty.program.std?.defCount ?? 0);
}
