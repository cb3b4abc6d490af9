// Method lookup: the steps by autoderef, at each step by value, then `&`, then `&mut`; inherent candidates before
// those of traits in scope. Follows `rustc_hir_typeck::method::probe`.
//
// Not modelled: unstable candidates, `*mut` to `*const` adjustment of receivers.

import { assembleCandidates } from "./candidates.ts";
import { autoderef } from "../coerce/autoderef.ts";
import { structurally } from "../fnCtxt.ts";
import { candidateMatches } from "./consider.ts";
import type { MethodCandidate } from "./candidates.ts";
import type { DerefStep } from "../coerce/autoderef.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { DefId, ScopeId } from "../../../hir/defs.ts";
import type { Ty } from "../../ty.ts";

export interface Pick {
  readonly candidate: MethodCandidate;
  readonly steps: readonly DerefStep[];
  readonly derefs: number;
  readonly autoref: "none" | "shared" | "mut";
  readonly unsize: boolean;
}

export type ProbeResult =
  | { readonly kind: "pick"; readonly pick: Pick }
  | { readonly kind: "ambiguous"; readonly candidates: readonly MethodCandidate[] }
  /** The receiver's type is not known. */
  | { readonly kind: "badType"; readonly ty: Ty }
  | { readonly kind: "private"; readonly def: DefId }
  | {
      readonly kind: "none";
      readonly steps: readonly DerefStep[];
      readonly unsatisfied: readonly MethodCandidate[];
    };

export interface ProbeCx {
  readonly fcx: FnCtxt;
  readonly name: string;
  readonly span: Span;
  /** `path`: `Type::name`, where the self type is given and constants count too. */
  readonly mode: "method" | "path";
  readonly private: DefId[];
  readonly unsatisfied: MethodCandidate[];
}

interface Step {
  readonly ty: Ty;
  readonly derefs: number;
  readonly unsize: boolean;
}

export function probeMethod(
  fcx: FnCtxt,
  name: string,
  receiver: Ty,
  scope: ScopeId | undefined,
  span: Span,
): ProbeResult {
  const derefs = autoderef(fcx, receiver, span, true);
  const steps = methodSteps(fcx, derefs);
  const last = derefs[derefs.length - 1];
  const pcx: ProbeCx = { fcx, name, span, mode: "method", private: [], unsatisfied: [] };
  if (last && last.ty.kind === "unknown" && derefs.length === 1)
    return { kind: "badType", ty: last.ty };
  if (derefs.length === 1 && last && isGeneralVar(last.ty)) return { kind: "badType", ty: last.ty };
  const found = pick(pcx, steps, derefs, scope);
  if (found) return found;
  if (last && (isGeneralVar(last.ty) || last.ty.kind === "unknown"))
    return { kind: "badType", ty: last.ty };
  return failure(pcx, derefs);
}

/** `Type::name`. */
export function probePath(
  fcx: FnCtxt,
  name: string,
  self: Ty,
  scope: ScopeId | undefined,
  span: Span,
): ProbeResult {
  const ty = structurally(fcx, self);
  const derefs: DerefStep[] = [{ ty, by: undefined, raw: false }];
  const pcx: ProbeCx = { fcx, name, span, mode: "path", private: [], unsatisfied: [] };
  if (isGeneralVar(ty) || ty.kind === "unknown") {
    const candidates = assembleCandidates(pcx, [ty], scope);
    const only = candidates.extension.length === 1 ? candidates.extension[0] : undefined;
    if (!only || ty.kind === "unknown") return { kind: "badType", ty };
  }
  return pick(pcx, [{ ty, derefs: 0, unsize: false }], derefs, scope) ?? failure(pcx, derefs);
}

function failure(pcx: ProbeCx, steps: readonly DerefStep[]): ProbeResult {
  const hidden = pcx.private[0];
  return hidden === undefined
    ? { kind: "none", steps, unsatisfied: pcx.unsatisfied }
    : { kind: "private", def: hidden };
}

function isGeneralVar(ty: Ty): boolean {
  return ty.kind === "infer" && ty.class === "general";
}

/** The autoderef steps and, behind an array, its slice. */
function methodSteps(fcx: FnCtxt, derefs: readonly DerefStep[]): Step[] {
  const steps: Step[] = derefs.map((step, i) => ({ ty: step.ty, derefs: i, unsize: false }));
  const last = derefs[derefs.length - 1];
  if (last?.ty.kind === "array")
    steps.push({ ty: fcx.tcx.slice(last.ty.ty), derefs: derefs.length - 1, unsize: true });
  const raw = derefs.findIndex((step) => step.raw);
  // What lies behind a raw pointer needs an explicit `*`.
  const end = raw < 0 ? derefs.length : raw;
  return steps.filter(
    (step) => step.derefs < end && !isGeneralVar(step.ty) && step.ty.kind !== "unknown",
  );
}

function pick(
  pcx: ProbeCx,
  steps: readonly Step[],
  derefs: readonly DerefStep[],
  scope: ScopeId | undefined,
): ProbeResult | undefined {
  const { fcx } = pcx;
  const candidates = assembleCandidates(
    pcx,
    steps.map((step) => step.ty),
    scope,
  );
  if (candidates.inherent.length === 0 && candidates.extension.length === 0) return undefined;
  const result = (
    candidate: MethodCandidate,
    step: Step,
    extra: number,
    autoref: Pick["autoref"],
  ): ProbeResult => ({
    kind: "pick",
    pick: { candidate, steps: derefs, derefs: step.derefs + extra, autoref, unsize: step.unsize },
  });
  for (const step of steps) {
    if (!step.unsize) {
      const byValue = pickAt(pcx, candidates, step.ty);
      if (byValue?.kind === "many") return { kind: "ambiguous", candidates: byValue.all };
      if (byValue && step.ty.kind === "ref" && pcx.mode === "method") {
        return result(byValue.one, step, 1, step.ty.mutable ? "mut" : "shared");
      }
      if (byValue) return result(byValue.one, step, 0, "none");
    }
    if (pcx.mode === "path") continue;
    for (const mutable of [false, true]) {
      const self = fcx.tcx.ref(fcx.tcx.erased, step.ty, mutable);
      const found = pickAt(pcx, candidates, self);
      if (found?.kind === "many") return { kind: "ambiguous", candidates: found.all };
      if (found) return result(found.one, step, 0, mutable ? "mut" : "shared");
    }
  }
  return undefined;
}

type PickAt =
  | { readonly kind: "one"; readonly one: MethodCandidate }
  | { readonly kind: "many"; readonly all: readonly MethodCandidate[] };

function pickAt(
  pcx: ProbeCx,
  candidates: {
    readonly inherent: readonly MethodCandidate[];
    readonly extension: readonly MethodCandidate[];
  },
  self: Ty,
): PickAt | undefined {
  return consider(pcx, candidates.inherent, self) ?? consider(pcx, candidates.extension, self);
}

function consider(
  pcx: ProbeCx,
  candidates: readonly MethodCandidate[],
  self: Ty,
): PickAt | undefined {
  const matching = candidates.filter((candidate) => candidateMatches(pcx, candidate, self));
  const [first] = matching;
  if (!first) return undefined;
  if (matching.length === 1) return { kind: "one", one: first };
  const distinct = matching.filter((c, i) => matching.findIndex((d) => sameItem(c, d)) === i);
  if (distinct.length === 1) return { kind: "one", one: collapse(matching) };
  return { kind: "many", all: distinct };
}

function sameItem(a: MethodCandidate, b: MethodCandidate): boolean {
  return a.item === b.item;
}

/** Several bounds give the same method of one trait: the trait alone decides, inference the rest. */
function collapse(candidates: readonly MethodCandidate[]): MethodCandidate {
  const [first] = candidates as [MethodCandidate];
  if (first.kind === "impl") return first;
  const same = candidates.every(
    (c) =>
      c.kind !== "impl" &&
      c.kind !== "trait" &&
      first.kind !== "trait" &&
      c.ref.args === first.ref.args,
  );
  return same || first.kind === "trait"
    ? first
    : { kind: "trait", trait: first.ref.trait, item: first.item };
}
