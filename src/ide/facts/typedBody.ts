// A body with its types, and the questions that most hovers begin with.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirBody, HirExpr } from "../../hir/hir.ts";
import type { Callee, TypeckResults } from "../../ty/typeck.ts";
import { bodyMapOf, type BodyMap } from "./bodyMap.ts";
import { remembered } from "../../driver/memo.ts";

export interface TypedBody {
  readonly owner: DefId;
  readonly body: HirBody;
  readonly results: TypeckResults;
  /** Made at first use. */
  map(): BodyMap;
}

export function typedBody(analysis: Analysis, owner: DefId): TypedBody | undefined {
  return remembered(analysis, `body ${owner}`, () => makeTypedBody(analysis, owner));
}

function makeTypedBody(analysis: Analysis, owner: DefId): TypedBody | undefined {
  const body = analysis.program.body(owner);
  if (body === undefined) return undefined;
  let map: BodyMap | undefined;
  return { owner, body, results: analysis.cx.typeck(owner), map: () => (map ??= bodyMapOf(body)) };
}

/** Every body of the user's crate. */
export function typedBodies(analysis: Analysis): readonly TypedBody[] {
  return remembered(analysis, "bodies", () =>
    bodyOwners(analysis).flatMap((id) => typedBody(analysis, id) ?? []),
  );
}

/** What has a body of its own in the user's crate. */
export function bodyOwners({ program }: Analysis): readonly DefId[] {
  return program.localDefs.filter((id) => {
    const def = program.def(id);
    return (def.kind === "fn" || def.kind === "const" || def.kind === "static") && def.hasBody;
  });
}

/** What a call calls. */
export function calleeOf(typed: TypedBody, call: HirExpr): Callee | undefined {
  if (call.kind === "methodCall") return typed.results.methods.get(call.id);
  return call.kind === "call" ? typed.results.resolutions.get(call.callee.id) : undefined;
}

/** Receiver and arguments, in the order of the function's parameters. */
export function inputsOf(call: HirExpr): readonly HirExpr[] {
  if (call.kind === "methodCall") return [call.receiver, ...call.args];
  return call.kind === "call" ? call.args : [];
}

export function isUserDef(analysis: Analysis, def: DefId): boolean {
  return def >= (analysis.program.std?.defCount ?? 0);
}
