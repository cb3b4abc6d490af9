// The bounds that hold inside a definition, elaborated, with their projections normalised against each other.
// Follows `normalize_param_env_or_error`.

import { elaborate, makeParamEnv } from "../traits/elaborate.ts";
import { eraseArgs, eraseRegions, isTy } from "../fold.ts";
import { argsFlags, HAS_PROJECTION } from "../intern.ts";
import { createSolver } from "../traits/solver.ts";
import { normalizePredicate } from "../traits/select.ts";
import type { SolverCx } from "../traits/solverCx.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ParamEnv, TyContext } from "../queries.ts";
import type { Predicate } from "../ty.ts";

export function normalizedParamEnv(cx: TyContext, owner: DefId): ParamEnv {
  const stated = cx.predicatesOf(owner).map((bound) => eraseIn(cx, bound.predicate));
  const elaborated = elaborate(cx, stated).map((predicate) => eraseIn(cx, predicate));
  const env = makeParamEnv(owner, elaborated);
  if (!elaborated.some(needsNormalizing)) return env;
  const cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } } as const;
  return cx.tcx.withInferenceScope(() => {
    const scx = createSolver(cx, env);
    const out = elaborated.map((predicate): Predicate => {
      if (!needsNormalizing(predicate)) return predicate;
      const normal = resolved(scx, normalizePredicate(scx, predicate, cause, 0, []));
      return mentionsInference(normal) ? predicate : normal;
    });
    return makeParamEnv(owner, [
      ...out,
      ...elaborated.filter((p, i) => out[i] !== p && p.kind === "trait"),
    ]);
  });
}

/** With what the impls' own parameters were found to be. */
function resolved({ infcx }: SolverCx, predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case "trait": {
      const { trait, args } = predicate.ref;
      return { kind: "trait", ref: { trait, args: infcx.resolveArgs(args) } };
    }
    case "projection": {
      const args = infcx.resolveArgs(predicate.args);
      return { ...predicate, args, ty: infcx.resolve(predicate.ty) };
    }
    default:
      return predicate;
  }
}

function eraseIn(cx: TyContext, predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case "trait":
      return {
        kind: "trait",
        ref: { trait: predicate.ref.trait, args: eraseArgs(cx.tcx, predicate.ref.args) },
      };
    case "projection":
      return {
        ...predicate,
        args: eraseArgs(cx.tcx, predicate.args),
        ty: eraseRegions(cx.tcx, predicate.ty),
      };
    default:
      return predicate;
  }
}

function needsNormalizing(predicate: Predicate): boolean {
  if (predicate.kind === "trait") return (argsFlags(predicate.ref.args) & HAS_PROJECTION) !== 0;
  return (
    predicate.kind === "projection" &&
    (predicate.ty.hasAlias || (argsFlags(predicate.args) & HAS_PROJECTION) !== 0)
  );
}

function mentionsInference(predicate: Predicate): boolean {
  const args =
    predicate.kind === "trait"
      ? predicate.ref.args
      : predicate.kind === "projection"
        ? [...predicate.args, predicate.ty]
        : [];
  return args.some((arg) => isTy(arg) && arg.hasInfer);
}
