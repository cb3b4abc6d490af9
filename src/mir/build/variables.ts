// The source variables of a body, for people: where each one's value stands.

import type { VariableInfo } from "../mir.ts";
import { placeOf } from "./builder.ts";
import type { Builder } from "./builder.ts";
import { tryToPlace } from "./exprPlace.ts";

export function variableInfos(b: Builder): VariableInfo[] {
  const out: VariableInfo[] = [];
  for (const [variable, { local }] of b.vars) {
    const decl = b.results.body.locals[variable];
    if (!decl || decl.synthetic) continue;
    const scope = b.thir.varScopes.get(variable)?.span ?? b.thir.span;
    out.push({ name: decl.name, place: placeOf(local), span: decl.span, scope, captured: false });
  }
  const { closure } = b.thir.owner;
  const captures =
    closure === undefined || b.thir.constant ? [] : (b.results.closures[closure]?.captures ?? []);
  for (const capture of captures) {
    const decl = b.results.body.locals[capture.place.local];
    const projections = capture.place.projections.map((step) =>
      step.kind === "deref"
        ? ({ kind: "deref" } as const)
        : ({ kind: "field", index: step.index, ty: step.ty } as const),
    );
    const place = tryToPlace(b, {
      base: { kind: "upvar", local: capture.place.local },
      projections,
    });
    if (place && decl)
      out.push({ name: capture.name, place, span: decl.span, scope: b.thir.span, captured: true });
  }
  return out;
}
