// One body's region inference from start to end: universal regions, constraints, values, loans in force.

import { project } from "./project.ts";
import { makeShapeCx } from "./shape.ts";
import { loansInScope } from "./inScope.ts";
import type { LoansInScope } from "./inScope.ts";
import { makePoints } from "./points.ts";
import { freshTy } from "./regionTy.ts";
import type { Maker } from "./regionTy.ts";
import type { RegionCx, RequirementsOf } from "./regionCx.ts";
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

export function inferRegions(cx: FlowCx, requirementsOf: RequirementsOf): Inferred | undefined {
  const points = makePoints(cx.body);
  if (points.count > POINT_LIMIT) return undefined;
  let next = 0;
  let depth = 0;
  const m: Maker = {
    shapes: makeShapeCx(cx.mir),
    env: cx.env,
    owner: { def: cx.owner.def, meaning: undefined },
    fresh: () => next++,
    project(def, args, like) {
      depth++;
      const projected = project(m, def, args, like, depth);
      depth--;
      return projected;
    },
  };
  const universal = universalRegions(cx, m);
  m.owner.meaning = universal.meaning;
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
    requirementsOf,
    regionCount: () => next,
  };
  typeCheck(r);
  const values = solveRegions(r);
  return { r, values, scopes: loansInScope(r, values) };
}
