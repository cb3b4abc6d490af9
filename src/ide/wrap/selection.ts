// The statements that a selection means, and the variables that they use from around.
//
// An expression that is selected exactly stands for itself; else every statement that the selection touches, in the innermost block
// around it.

import type { Span } from "../../base/span.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { blocksOf, partsOf } from "../fixes/layout.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import type { FreeVariable } from "./fields.ts";

export interface Selected {
  readonly span: Span;
  /** A single expression inside a statement. */
  readonly expression: boolean;
  /** Parameters of the function that it uses, by position. */
  readonly params: readonly number[];
  readonly variables: readonly FreeVariable[];
}

/** Undefined where the selection holds no statement, or one that leaves the function. */
export function selectedIn(typed: TypedBody, text: string, range: Span): Selected | undefined {
  const selection = trimmed(text, range);
  if (selection.end <= selection.start) return undefined;
  const exact = typed.map().exprs.find((expr) => isSame(expr.span, selection));
  const whole = statementsIn(typed, text, selection);
  const single = exact !== undefined && (whole === undefined || !isSame(whole, selection));
  const span = single ? exact.span : whole;
  if (span === undefined || leaves(typed, span)) return undefined;
  return { span, expression: single, ...usedFrom(typed, span) };
}

function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  return {
    start: start + inner.length - inner.trimStart().length,
    end: end - (inner.length - inner.trimEnd().length),
  };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function statementsIn(typed: TypedBody, text: string, range: Span): Span | undefined {
  const block = blocksOf(typed).findLast(
    (one) => one.span.start <= range.start && range.end <= one.span.end,
  );
  const touched = (block === undefined ? [] : partsOf(block)).filter(
    ({ span }) => span.start < range.end && range.start < span.end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { end } = last.span;
  return { start: first.span.start, end: text[end] === ";" ? end + 1 : end };
}

/** `return`, `?`, and `break` out of it cannot be taken out of the function. */
function leaves(typed: TypedBody, span: Span): boolean {
  return typed.map().exprs.some((expr) => {
    if (expr.span.start < span.start || span.end < expr.span.end) return false;
    if (expr.kind !== "return" && expr.kind !== "break" && expr.kind !== "continue") return false;
    return !around(typed, expr).some(
      (outer) =>
        span.start <= outer.span.start &&
        outer.span.end <= span.end &&
        (outer.kind === "closure" || (outer.kind === "loop" && expr.kind !== "return")),
    );
  });
}

function around(typed: TypedBody, expr: HirExpr): readonly HirExpr[] {
  const outer: HirExpr[] = [];
  for (let at = typed.map().parents.get(expr); at !== undefined; at = typed.map().parents.get(at))
    outer.push(at);
  return outer;
}

function usedFrom(typed: TypedBody, span: Span): Pick<Selected, "params" | "variables"> {
  const { uses } = typed.map();
  const inside = (place: Span) => span.start <= place.start && place.end <= span.end;
  const params = new Set<number>();
  const variables: FreeVariable[] = [];
  for (const local of typed.body.locals) {
    const used = (uses.get(local.id) ?? []).some((use) => inside(use.span));
    if (!used || local.synthetic || inside(local.span)) continue;
    const at = paramOf(typed, local.id);
    const ty = typed.results.localTys[local.id];
    if (at >= 0) params.add(at);
    else if (ty !== undefined)
      variables.push({ local: local.id, name: local.name, mutable: local.mutable, ty });
  }
  return { params: [...params].sort((a, b) => a - b), variables };
}

function paramOf({ body }: TypedBody, id: LocalId): number {
  const { span } = body.locals.find((one) => one.id === id) ?? { span: { start: -1, end: -1 } };
  return body.params.findIndex(
    (param) => param.span.start <= span.start && span.end <= param.span.end,
  );
}
