// One body's region inference from start to end: universal regions, constraints, values, loans in force.

import { makeShapeCx } from "./shape.ts";
import { loansInScope } from "./inScope.ts";
import type { LoansInScope } from "./inScope.ts";
import { makePoints } from "./points.ts";
import { freshTy } from "./regionTy.ts";
import type { Maker } from "./regionTy.ts";
import type { RegionCx } from "./regionCx.ts";
import { solveRegions } from "./solve.ts";
import type { RegionValues } from "./solve.ts";
import { typeCheck } from "./typeCheck.ts";
import { universalRegions } from "./universal.ts";
import type { FlowCx } from "../flowCx.ts";

export interface Inferred {
  readonly r: RegionCx;
  readonly values: RegionValues;
  readonly scopes: LoansInScope;
}

/** More points than this, and the borrow checker gives up on the body: it then claims nothing. */
export const POINT_LIMIT = 20_000;

export function inferRegions(cx: FlowCx): Inferred | undefined {
  const points = makePoints(cx.body);
  if (points.count > POINT_LIMIT) return undefined;
  let next = 0;
  const m: Maker = { shapes: makeShapeCx(cx.mir), env: cx.env, fresh: () => next++ };
  const universal = universalRegions(cx, m);
  const locals = cx.body.locals.map((decl) => freshTy(m, decl.ty));
  const r: RegionCx = {
    cx,
    m,
    points,
    universal,
    locals,
    constraints: [],
    typeTests: [],
    loans: [],
    regionCount: () => next,
  };
  typeCheck(r);
  const values = solveRegions(r);
  return { r, values, scopes: loansInScope(r, values) };
}
