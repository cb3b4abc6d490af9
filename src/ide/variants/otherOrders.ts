// Another memory order: the weakest instead of one that orders something, the strongest instead of the weakest.

import { lineColumnAt } from "../../base/lineIndex.ts";
import { VARIANTS } from "../../explain/variantWords.ts";
import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { typedBodies, type TypedBody } from "../facts/typedBody.ts";
import type { TextEdit } from "../fixes/fix.ts";
import type { Variant } from "./variant.ts";

const WEAKEST = "Relaxed";
const STRONGEST = "SeqCst";

export function otherOrders(analysis: Analysis): readonly Variant[] {
  const places = typedBodies(analysis).flatMap((typed) =>
    typed.map().exprs.flatMap((expr) => orderAt(analysis, typed, expr)),
  );
  const single = places.map(({ order, edit, line }) => ({
    title: VARIANTS.order(order, edit.text, line),
    line,
    edits: [edit],
  }));
  return [...everywhere(places, WEAKEST), ...everywhere(places, STRONGEST), ...single];
}

/** Where two or more accesses have another order. */
function everywhere(places: readonly OrderPlace[], order: string): readonly Variant[] {
  const others = places.filter((place) => place.order !== order);
  if (others.length < 2) return [];
  const edits = others.map(({ edit }) => ({ ...edit, text: order }));
  return [{ title: VARIANTS.everyOrder(order), line: others[0]?.line ?? 1, edits }];
}

interface OrderPlace {
  readonly order: string;
  readonly line: number;
  readonly edit: TextEdit;
}

/** A path to a variant of std's type of orders (`#[lockstep::memory_order]`). */
function orderAt(analysis: Analysis, typed: TypedBody, expr: HirExpr): readonly OrderPlace[] {
  const { program } = analysis;
  const ty = typed.results.exprTys[expr.id];
  if (expr.kind !== "path" || ty?.kind !== "adt") return [];
  if (program.marker(ty.def, "memory_order") === undefined) return [];
  const order = /\w+$/.exec(analysis.text.slice(expr.span.start, expr.span.end))?.[0];
  const variants = analysis.cx.adt(ty.def).variants.map((one) => analysis.cx.def(one.def).name);
  // A constant or a variable that holds an order is written elsewhere.
  if (order === undefined || !variants.includes(order)) return [];
  const { end } = expr.span;
  return [
    {
      order,
      line: lineColumnAt(analysis.lines, expr.span.start).line,
      edit: {
        span: { start: end - order.length, end },
        text: order === WEAKEST ? STRONGEST : WEAKEST,
      },
    },
  ];
}
