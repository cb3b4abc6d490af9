// Evaluation: whether an obligation holds, might hold or cannot, without keeping what is learned about variables.
// Follows `evaluate_predicate_recursively`; cycles hold for auto traits (coinduction) and are open for the rest.

import {
  argsFlags,
  HAS_CLOSURE,
  HAS_INFER,
  HAS_OPAQUE,
  HAS_PARAM,
  HAS_PROJECTION,
  HAS_UNKNOWN,
} from "../intern.ts";
import { DEPTH_LIMIT, isTraitObligation } from "./solverCx.ts";
import type { Obligation, SolverCx, TraitObligation, Truth } from "./solverCx.ts";
import type { Predicate, TraitRef } from "../ty.ts";

export function evaluate(scx: SolverCx, obligation: Obligation): Truth {
  if (obligation.depth > DEPTH_LIMIT || scx.budget <= 0) return "maybe";
  scx.budget--;
  if (isTraitObligation(obligation)) return scx.infcx.probe(() => evaluateTrait(scx, obligation));
  if (obligation.predicate.kind === "projection")
    return evaluateProjection(scx, obligation, obligation.predicate);
  return "yes";
}

export function evaluateAll(scx: SolverCx, obligations: readonly Obligation[]): Truth {
  let result: Truth = "yes";
  for (const obligation of obligations) {
    const one = scx.evaluate(scx, obligation);
    if (one === "no") return "no";
    if (one === "maybe") result = "maybe";
  }
  return result;
}

const UNCACHED = HAS_INFER | HAS_PARAM | HAS_UNKNOWN | HAS_CLOSURE | HAS_OPAQUE | HAS_PROJECTION;

function evaluateTrait(scx: SolverCx, obligation: TraitObligation): Truth {
  const args = scx.infcx.resolveArgs(obligation.predicate.ref.args);
  const ref: TraitRef = { trait: obligation.predicate.ref.trait, args };
  const flags = argsFlags(args);
  const key =
    flags & UNCACHED || scx.env.traits.has(ref.trait)
      ? undefined
      : `${ref.trait}:${args.map((arg) => arg.id).join(",")}`;
  const cached =
    key === undefined ? undefined : (scx.cx.selectionCache.get(key) as Truth | undefined);
  if (cached) return cached;
  const cycle = cycleAt(scx, ref);
  if (cycle >= 0)
    return scx.stack.slice(cycle).every((entry) => isCoinductive(scx, entry.trait))
      ? "yes"
      : "maybe";
  scx.stack.push(ref);
  const result = decide(
    scx,
    { ...obligation, predicate: { kind: "trait", ref } },
    (flags & HAS_UNKNOWN) !== 0,
  );
  scx.stack.pop();
  if (key !== undefined && scx.stack.length === 0 && result !== "maybe")
    scx.cx.selectionCache.set(key, result);
  return result;
}

function decide(scx: SolverCx, obligation: TraitObligation, unknown: boolean): Truth {
  const selection = scx.select(scx, obligation);
  if (selection.kind === "ambiguous") return "maybe";
  if (selection.kind === "no") return unknown ? "maybe" : "no";
  const nested = scx.evaluateAll(scx, selection.nested);
  return unknown && nested === "no" ? "maybe" : nested;
}

function cycleAt(scx: SolverCx, ref: TraitRef): number {
  return scx.stack.findIndex((entry) => entry.trait === ref.trait && entry.args === ref.args);
}

function isCoinductive(scx: SolverCx, trait: TraitRef["trait"]): boolean {
  const def = scx.cx.def(trait);
  return (def.kind === "trait" && def.auto) || trait === scx.cx.lang("sized");
}

function evaluateProjection(
  scx: SolverCx,
  obligation: Obligation,
  predicate: Predicate & { kind: "projection" },
): Truth {
  const { infcx } = scx;
  const projected = scx.project(
    scx,
    predicate.def,
    predicate.args,
    obligation.cause,
    obligation.depth,
  );
  switch (projected.kind) {
    case "ambiguous":
      return "maybe";
    case "rigid":
      return infcx.eq(
        scx.cx.tcx.projection(predicate.def, infcx.resolveArgs(predicate.args)),
        predicate.ty,
      )
        ? "yes"
        : "no";
    case "ty":
      if (!infcx.eq(projected.ty, predicate.ty)) return "no";
      return scx.evaluateAll(scx, projected.nested);
  }
}
