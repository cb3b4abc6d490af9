// The trait solver put together: one `SolverCx` per inference context and set of bounds in scope.

import { evaluate, evaluateAll } from "./evaluate.ts";
import { normalize, project } from "./project.ts";
import { select } from "./select.ts";
import { InferCtxt } from "../infer/inferCtxt.ts";
import type { SolverCx } from "./solverCx.ts";
import type { ParamEnv, TyContext } from "../queries.ts";
import type { DefId } from "../../hir/defs.ts";

/** Evaluations allowed for one question from outside. */
const BUDGET = 20_000;

export function createSolver(
  cx: TyContext,
  env: ParamEnv,
  owner?: DefId,
  infcx = new InferCtxt(cx, owner),
): SolverCx {
  return {
    cx,
    infcx,
    env,
    stack: [],
    budget: BUDGET,
    select,
    project,
    normalize,
    evaluate,
    evaluateAll,
  };
}
