// Traits that are their own supertraits (E0391): rustc's query `explicit_super_predicates_of` would have to answer itself.
//
// A cycle is told once, at the bound by which the first of its traits enters it.

import { boundsOfTrait, localPath } from "../../lower/assocPath.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { Span } from "../../../base/span.ts";
import type { TyContext } from "../../queries.ts";
import type { TyError } from "../../typeck.ts";

export function traitCycles(cx: TyContext, out: TyError[]): void {
  const told = new Set<DefId>();
  for (const id of cx.program.localDefs) {
    const cycle = told.has(id) ? undefined : wayBack(cx, id, id, [], new Set());
    const [first, ...others] = cycle ?? [];
    if (!first) continue;
    for (const { trait } of [first, ...others]) told.add(trait);
    out.push({
      code: "E0391",
      message: `cycle detected when computing the super predicates of \`${localPath(cx, id)}\``,
      span: first.span,
      related: others.map(({ trait, span }) => ({
        span,
        message: `...which requires computing the super predicates of \`${localPath(cx, trait)}\`...`,
      })),
    });
  }
}

interface Step {
  readonly trait: DefId;
  /** The bound that leads on. */
  readonly span: Span;
}

/** The way from `at` to `start`, depth first in the order of the bounds. */
function wayBack(
  cx: TyContext,
  start: DefId,
  at: DefId,
  path: readonly Step[],
  seen: Set<DefId>,
): readonly Step[] | undefined {
  const def = cx.def(at);
  if (def.kind !== "trait" || seen.has(at)) return undefined;
  seen.add(at);
  for (const bound of boundsOfTrait(def)) {
    const next = bound.kind === "trait" ? bound.ref.trait : undefined;
    if (next === undefined) continue;
    const steps = [...path, { trait: at, span: bound.span }];
    const found = next === start ? steps : wayBack(cx, start, next, steps, seen);
    if (found) return found;
  }
  return undefined;
}
