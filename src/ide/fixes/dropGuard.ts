// `double_lock`, `guard_across_wait`, and E0505 where a guard keeps the lock from moving: the guard is dropped behind its last use, before the place where it does harm.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { LocalId } from "../../hir/hir.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { markerOf } from "../hover/subject.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";
import { blocksOf, lineAfter, partsOf, type Placed } from "./layout.ts";

export function dropGuard(analysis: Analysis, { span, related }: Diagnostic): readonly Proposal[] {
  const typed = bodyAt(analysis, span.start);
  if (typed === undefined) return [];
  const kept = related.map((place) => keptGuard(analysis, typed, place.span)).find(Boolean);
  if (kept === undefined) return [];
  const { local, name, at } = kept;
  const uses = (typed.map().uses.get(local) ?? []).map((use) => use.span);
  if (uses.some((use) => use.start > span.start)) return [];
  const last = partsOf(at.block)
    .filter((part) => part.index >= at.index && part.span.end <= span.start)
    .findLast(
      (part) =>
        part === at || part.index === at.index || uses.some((use) => contains(part.span, use)),
    );
  const edit = last && lineAfter(analysis, last.span, `drop(${name});`);
  return edit === undefined ? [] : [{ title: FIXES.dropGuard(name), edits: [edit] }];
}

/** The variable that keeps a guard, and the `let` that declares it. */
function keptGuard(
  analysis: Analysis,
  typed: TypedBody,
  acquired: Span,
): { readonly local: LocalId; readonly name: string; readonly at: Placed } | undefined {
  for (const block of blocksOf(typed).toReversed()) {
    for (const at of partsOf(block)) {
      const { statement } = at;
      if (statement?.kind !== "let" || statement.pat.kind !== "binding") continue;
      if (statement.init === undefined || !contains(statement.init.span, acquired)) continue;
      const { local } = statement.pat;
      const ty = typed.results.localTys[local];
      if (ty === undefined || markerOf(analysis, ty, "guard") === undefined) continue;
      const name = typed.body.locals.find((one) => one.id === local)?.name;
      if (name !== undefined) return { local, name, at };
    }
  }
  return undefined;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
