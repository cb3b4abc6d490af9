// E0381: a variable is used that has no value yet, on some way or on all. Follows `report_use_of_uninitialized`.

import { containsPosition } from "../base/span.ts";
import type { Location } from "../mir/dataflow.ts";
import type { MovePath } from "../mir/drops/movePaths.ts";
import { describePlace } from "./describe.ts";
import type { FlowCx } from "./flowCx.ts";
import { spanAt } from "./flowCx.ts";
import type { FlowError, FlowNote } from "./flowError.ts";
import { usedSpans } from "./moveReport.ts";
import type { MovedUse } from "./moveReport.ts";
import { mainSpan } from "./useSpans.ts";

export function uninitializedError(cx: FlowCx, at: Location, use: MovedUse): FlowError {
  const spans = usedSpans(cx, at, use);
  const span = mainSpan(spans);
  const root = (cx.moves.paths[use.path] as MovePath).place.local;
  const name = describePlace(cx, use.moved);
  const path = describePlace(cx, use.used);
  const inits = cx.moves.inits.filter((init) => init.path === use.path && init.at);
  const elsewhere = inits
    .map((init) => spanAt(cx.body, init.at as Location))
    .filter((where) => !containsPosition(where, span.start));
  const assigning = use.action === "assignment" || use.action === "partialAssignment";
  const state = assigning
    ? "isn't fully initialized"
    : elsewhere.length === 0
      ? "isn't initialized"
      : "is possibly-uninitialized";
  const used =
    use.action === "assignment"
      ? "assigned"
      : use.action === "partialAssignment"
        ? "partially assigned"
        : "used";
  const related: FlowNote[] = [];
  if (spans.kind === "closure")
    related.push({
      span: spans.path,
      message: `${use.action === "borrow" ? "borrow" : "use"} occurs due to use in closure`,
    });
  for (const where of elsewhere) {
    if (where.end <= span.start)
      related.push({ span: where, message: "binding initialized here in some conditions" });
  }
  const declared = cx.body.locals[root]?.span;
  if (declared)
    related.push({ span: declared, message: "binding declared here but left uninitialized" });
  return {
    code: "E0381",
    message: `${used} binding ${name === undefined ? "" : `\`${name}\` `}${state}`,
    span,
    label: `${path === undefined ? "value" : `\`${path}\``} ${used} here but it ${state}`,
    related,
    owner: cx.owner,
    tentative: false,
  };
}
