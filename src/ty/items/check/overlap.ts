// Whether two impls can apply to one type, as far as that is certain. Follows `overlapping_impls`.
//
// Not modelled: negative reasoning; types told apart by lifetimes alone; projections that wait to be normalised.

import { createSolver } from "../../traits/solver.ts";
import { freshArgs, instantiate } from "../../traits/select.ts";
import { isTy, substituteArgs, walkTy } from "../../fold.ts";
import { makeParamEnv } from "../../traits/elaborate.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { TyContext } from "../../queries.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { GenericArg, GenericArgs, Ty } from "../../ty.ts";

export function implsOverlap(cx: TyContext, a: DefId, b: DefId): boolean {
  const [first, second] = [headOf(cx, a), headOf(cx, b)];
  if ([...first, ...second].some((arg) => isTy(arg) && isBeyond(arg))) return false;
  return cx.tcx.withInferenceScope(() => {
    const scx = createSolver(cx, makeParamEnv(undefined, []));
    const cause = { span: { start: 0, end: 0 }, code: { kind: "misc" } } as const;
    const [p, q] = [freshArgs(scx, a, cause), freshArgs(scx, b, cause)];
    const fresh = (head: GenericArgs, args: readonly GenericArg[]) =>
      substituteArgs(cx.tcx, head, args).map((arg) =>
        isTy(arg) ? scx.normalize(scx, arg, cause, 0, []) : cx.tcx.erased,
      );
    if (!scx.infcx.unifyArgs(fresh(first, p), fresh(second, q))) return false;
    const nested: Obligation[] = [];
    const sized: Obligation[] = [];
    for (const [impl, args] of [
      [a, p],
      [b, q],
    ] as const) {
      for (const bound of cx.predicatesOf(impl)) {
        const predicate = instantiate(scx, bound, args, cause, 0, nested);
        (bound.implied ? sized : nested).push({ predicate, cause, depth: 0 });
      }
    }
    // That a parameter's argument has a size is open as long as it is a parameter; `[T]` has none.
    return scx.evaluateAll(scx, sized) !== "no" && scx.evaluateAll(scx, nested) === "yes";
  });
}

/** The arguments of the trait with the self type first; of an inherent impl the self type alone. */
function headOf(cx: TyContext, impl: DefId): GenericArgs {
  return cx.implTraitRef(impl)?.args ?? [cx.typeOf(impl)];
}

function isBeyond(ty: Ty): boolean {
  let binds = false;
  walkTy(ty, (part) => {
    binds ||= part.kind === "fnPtr" && part.sig.boundRegions > 0;
  });
  return ty.hasUnknown || ty.hasAlias || binds;
}
