// Autoderef: the types reached from a value by `*`, built in first, then through `Deref`.
// Follows `rustc_hir_analysis::autoderef`.

import { causeAt, normalizeTy, structurally } from "../fnCtxt.ts";
import { firstItem, langMethod } from "../../langItems.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { TyContext } from "../../queries.ts";
import type { Ty } from "../../ty.ts";
import type { Adjustment } from "../../typeck.ts";

export interface DerefStep {
  readonly ty: Ty;
  /** How the step before was dereferenced to get here; undefined for the first. */
  readonly by: "builtin" | "overloaded" | undefined;
  /** Behind a raw pointer. */
  readonly raw: boolean;
}

const LIMIT = 128;

/** Kinds of types that can implement `Deref`. */
const OVERLOADED: ReadonlySet<Ty["kind"]> = new Set([
  "adt",
  "param",
  "projection",
  "opaque",
  "dyn",
]);

/** All steps, the type itself first. `includeRaw`: go through raw pointers too, as method lookup does. */
export function autoderef(fcx: FnCtxt, start: Ty, span: Span, includeRaw = false): DerefStep[] {
  const steps: DerefStep[] = [{ ty: structurally(fcx, start), by: undefined, raw: false }];
  for (let at = steps[0] as DerefStep; steps.length < LIMIT;) {
    const next = derefOnce(fcx, at.ty, span, includeRaw);
    if (!next || steps.some((step) => step.ty === next.ty)) break;
    at = { ...next, raw: at.raw || at.ty.kind === "ptr" };
    steps.push(at);
  }
  return steps;
}

export function builtinDeref(cx: TyContext, ty: Ty, explicit: boolean): Ty | undefined {
  if (ty.kind === "ref") return ty.ty;
  if (ty.kind === "ptr") return explicit ? ty.ty : undefined;
  if (ty.kind !== "adt" || ty.def !== cx.lang("owned_box")) return undefined;
  const inner = ty.args[0];
  return inner && inner.kind !== "region" && inner.kind !== "constant" ? inner : undefined;
}

function derefOnce(
  fcx: FnCtxt,
  ty: Ty,
  span: Span,
  raw: boolean,
): Omit<DerefStep, "raw"> | undefined {
  const builtin = builtinDeref(fcx.cx, ty, raw);
  if (builtin) return { ty: structurally(fcx, builtin), by: "builtin" };
  const overloaded = overloadedDeref(fcx, ty, span);
  return overloaded && { ty: structurally(fcx, overloaded), by: "overloaded" };
}

/** `<ty as Deref>::Target` where `ty: Deref` may hold. */
export function overloadedDeref(fcx: FnCtxt, ty: Ty, span: Span): Ty | undefined {
  const { cx, scx, tcx } = fcx;
  if (!OVERLOADED.has(ty.kind)) return undefined;
  const trait = cx.lang("deref");
  const target = firstItem(cx, trait, "assocTy");
  if (trait === undefined || target === undefined) return undefined;
  if (
    ty.kind === "adt" &&
    !cx.traitImpls(trait).bySelf.has(ty.def) &&
    cx.traitImpls(trait).blanket.length === 0
  )
    return undefined;
  if (fcx.derefTargets.has(ty)) return fcx.derefTargets.get(ty);
  const args = tcx.args([ty]);
  const holds = scx.evaluate(scx, traitObligation({ trait, args }, causeAt(span), 0));
  const found =
    holds === "no" ? undefined : normalizeTy(fcx, tcx.projection(target, args), causeAt(span));
  if (!ty.hasInfer && !found?.hasInfer) fcx.derefTargets.set(ty, found);
  return found;
}

/** The adjustments that lead from the first step to step `count`. */
export function derefAdjustments(
  fcx: FnCtxt,
  steps: readonly DerefStep[],
  count: number,
): Adjustment[] {
  const out: Adjustment[] = [];
  for (let i = 1; i <= count; i++) {
    const step = steps[i] as DerefStep;
    const before = (steps[i - 1] as DerefStep).ty;
    out.push(
      step.by === "overloaded"
        ? overloadedAdjustment(fcx, before, step.ty, false)
        : { kind: "deref", target: step.ty },
    );
  }
  return out;
}

export function overloadedAdjustment(
  fcx: FnCtxt,
  from: Ty,
  target: Ty,
  mutable: boolean,
): Adjustment {
  const { cx, tcx } = fcx;
  const method = langMethod(cx, mutable ? "deref_mut" : "deref");
  if (method === undefined) return { kind: "deref", target };
  return {
    kind: "deref",
    target,
    overloaded: { mutable, callee: { def: method, args: tcx.args([from]) } },
  };
}
