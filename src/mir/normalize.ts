// Normalisation of types on MIR: projections resolved by the bounds in scope, opaque types revealed for running.

import { NO_SPAN } from "../base/span.ts";
import { substitute, superFold } from "../ty/fold.ts";
import type { Folder } from "../ty/fold.ts";
import { HAS_OPAQUE, HAS_PROJECTION, flagsOf } from "../ty/intern.ts";
import type { ParamEnv } from "../ty/queries.ts";
import { makeParamEnv } from "../ty/traits/elaborate.ts";
import { Fulfillment } from "../ty/traits/fulfill.ts";
import { createSolver } from "../ty/traits/solver.ts";
import type { Cause, Obligation, SolverCx } from "../ty/traits/solverCx.ts";
import type { Ty } from "../ty/ty.ts";
import type { MirContext } from "./context.ts";

export const CAUSE: Cause = { span: NO_SPAN, code: { kind: "misc" } };

/** Bounds in scope where everything is concrete. */
export const NO_BOUNDS: ParamEnv = makeParamEnv(undefined, []);

export function solverFor(cx: MirContext, env: ParamEnv): SolverCx {
  return createSolver(cx.ty, env);
}

/** Replaces projections by what they stand for, as far as the bounds in scope tell. Opaque types stay. */
export function normalizeTy(cx: MirContext, ty: Ty, env: ParamEnv = NO_BOUNDS): Ty {
  if (!(flagsOf(ty) & HAS_PROJECTION)) return ty;
  const scx = solverFor(cx, env);
  const nested: Obligation[] = [];
  const result = scx.normalize(scx, ty, CAUSE, 0, nested);
  const holds = solve(scx, nested);
  const resolved = scx.infcx.resolve(result);
  // A parameter's projection without its bounds at hand (a blanket impl may only seem to apply): an instance will say.
  return ty.hasParam && (!holds || (resolved.hasUnknown && !ty.hasUnknown)) ? ty : resolved;
}

/** Also looks behind `impl Trait`. */
export function revealTy(cx: MirContext, ty: Ty, env: ParamEnv = NO_BOUNDS): Ty {
  if (!(flagsOf(ty) & (HAS_PROJECTION | HAS_OPAQUE))) return ty;
  let at = ty;
  for (let round = 0; round < 16 && flagsOf(at) & (HAS_PROJECTION | HAS_OPAQUE); round++) {
    const next = normalizeTy(cx, flagsOf(at) & HAS_OPAQUE ? revealOpaques(cx, at) : at, env);
    if (next === at) return at;
    at = next;
  }
  return at;
}

function revealOpaques(cx: MirContext, ty: Ty): Ty {
  const interner = cx.ty.tcx;
  const folder: Folder = {
    ty(part, depth) {
      if (!(flagsOf(part) & HAS_OPAQUE)) return part;
      if (part.kind !== "opaque") return superFold(interner, folder, part, depth);
      const hidden = cx.ty.hiddenType(part.def);
      return hidden ? substitute(interner, hidden, part.args) : part;
    },
    region: (region) => region,
    const: (value) => value,
  };
  return folder.ty(ty, 0);
}

export function solve(scx: SolverCx, nested: readonly Obligation[]): boolean {
  if (nested.length === 0) return true;
  let failed = false;
  const fulfillment = new Fulfillment(scx, () => (failed = true));
  fulfillment.registerAll(nested);
  fulfillment.selectWherePossible();
  return !failed;
}
