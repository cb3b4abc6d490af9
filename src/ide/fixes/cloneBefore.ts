// E0382, E0505: what a `move` closure takes is cloned for it first: a handle leads to the same thing, anything else is copied.
//
// In a loop the clone may have the variable's own name, since each turn has its own. Otherwise the variable is used again
// behind the closure, and the clone gets a name of its own that the closure uses.

import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import type { LocalId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { localOf, type ClosureExpr } from "../facts/bodyMap.ts";
import { isHandle } from "../facts/handles.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { bodyAt } from "../locate.ts";
import { nameIn, type Proposal, type TextEdit } from "./fix.ts";
import { lineBefore, statementAround } from "./layout.ts";

export function cloneBefore(analysis: Analysis, diagnostic: Diagnostic): readonly Proposal[] {
  const name = nameIn(diagnostic.message);
  const typed = bodyAt(analysis, diagnostic.span.start);
  if (name === undefined || typed === undefined) return [];
  return typed
    .map()
    .closures.flatMap((closure) => proposalsFor(analysis, typed, closure, name, diagnostic));
}

function proposalsFor(
  analysis: Analysis,
  typed: TypedBody,
  closure: ClosureExpr,
  name: string,
  diagnostic: Diagnostic,
): readonly Proposal[] {
  const places = [diagnostic.span, ...diagnostic.related.map((one) => one.span)];
  const meant = places.some(
    ({ start }) => closure.headSpan.start <= start && start <= closure.headSpan.end,
  );
  const captured = (typed.results.closures[closure.index]?.captures ?? []).find(
    (capture) => capture.name === name && capture.mode === "value",
  );
  const local = typed.body.locals.find((one) => one.name === name)?.id;
  const ty = captured?.ty;
  if (!meant || ty === undefined || local === undefined) return [];
  const statement = statementAround(typed, closure.span);
  if (statement === undefined) return [];
  return clonesOf(analysis, ty, name).flatMap((clone) => {
    const shadow = lineBefore(analysis, statement.span.start, `let ${name} = ${clone};`);
    const other = `${name}_clone`;
    const own = lineBefore(analysis, statement.span.start, `let ${other} = ${clone};`);
    const uses = usesInside(analysis, typed, closure, local, name);
    const title = isHandle(analysis, ty) ? FIXES.cloneBefore(name) : FIXES.copyBefore(name);
    return [
      ...(shadow === undefined ? [] : [{ title, edits: [shadow] }]),
      ...(own === undefined || uses === undefined
        ? []
        : [{ title, edits: [own, ...uses.map((span): TextEdit => ({ span, text: other }))] }]),
    ];
  });
}

/** `Arc::clone(&x)` where the pointer can be named so, or `x.clone()`. */
function clonesOf(analysis: Analysis, ty: Ty, name: string): readonly string[] {
  const pointer =
    ty.kind === "adt" && analysis.program.marker(ty.def, "shared_pointer") !== undefined
      ? [`${analysis.program.def(ty.def).name}::clone(&${name})`]
      : [];
  return [...pointer, `${name}.clone()`];
}

/** Where the closure names the variable; undefined where one cannot be replaced. */
function usesInside(
  analysis: Analysis,
  typed: TypedBody,
  closure: ClosureExpr,
  local: LocalId,
  name: string,
) {
  const spans = (typed.map().uses.get(local) ?? [])
    .filter((use) => localOf(use) === local)
    .map((use) => use.span)
    .filter((span) => closure.span.start <= span.start && span.end <= closure.span.end);
  const plain = spans.every((span) => analysis.text.slice(span.start, span.end) === name);
  return plain && spans.length > 0 ? spans : undefined;
}
