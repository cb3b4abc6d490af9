// The vocabulary of trait solving: obligations, where they come from, and the functions that answer each other.
//
// `SolverCx` carries the functions so that selection, projection and evaluation, which call one another, live in
// files of their own.

import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ExprId } from "../../hir/hir.ts";
import type { InferCtxt } from "../infer/inferCtxt.ts";
import type { Bound, ImplHeader, ParamEnv, TyContext } from "../queries.ts";
import type { GenericArgs, Predicate, TraitRef, Ty } from "../ty.ts";

export interface Obligation {
  readonly predicate: Predicate;
  readonly cause: Cause;
  readonly depth: number;
}

export interface Cause {
  readonly span: Span;
  readonly code: CauseCode;
}

export type CauseCode =
  | { readonly kind: "misc" }
  /** A bound of the item named or called; `expr` is the call, path or method call. */
  | { readonly kind: "bound"; readonly bound: Bound; readonly expr: ExprId | undefined }
  /** A bound of an impl, needed for `parent`. */
  | {
      readonly kind: "impl";
      readonly impl: DefId;
      readonly bound: Bound;
      readonly parent: Obligation;
    }
  /** A part of a type whose trait is derived structurally. */
  | { readonly kind: "builtin"; readonly parent: Obligation }
  | { readonly kind: "sized"; readonly what: SizedReason }
  | { readonly kind: "operator"; readonly expr: ExprId }
  | { readonly kind: "format"; readonly expr: ExprId }
  | { readonly kind: "unsize"; readonly source: Ty; readonly target: Ty }
  | { readonly kind: "question" }
  | { readonly kind: "forLoop" }
  | { readonly kind: "static" }
  | { readonly kind: "mainReturn" };

export type SizedReason =
  | "variable"
  | "argument"
  | "return"
  | "field"
  | "element"
  | "expression"
  | "struct";

/** How a trait reference was proved. */
export type ImplSource =
  | { readonly kind: "param"; readonly ref: TraitRef }
  | { readonly kind: "impl"; readonly header: ImplHeader; readonly args: GenericArgs }
  | { readonly kind: "alias"; readonly ref: TraitRef }
  | { readonly kind: "object"; readonly ref: TraitRef }
  | { readonly kind: "callable"; readonly output: Ty }
  | { readonly kind: "builtin"; readonly auto: boolean };

export type Selection =
  | { readonly kind: "ok"; readonly source: ImplSource; readonly nested: readonly Obligation[] }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "no"; readonly negative?: ImplHeader };

export type Projected =
  | { readonly kind: "ty"; readonly ty: Ty; readonly nested: readonly Obligation[] }
  | { readonly kind: "rigid" }
  | { readonly kind: "ambiguous" };

export type Truth = "yes" | "maybe" | "no";

export interface SolverCx {
  readonly cx: TyContext;
  readonly infcx: InferCtxt;
  readonly env: ParamEnv;
  /** Trait references being evaluated, outermost first. */
  readonly stack: StackEntry[];
  /** Evaluations left before everything becomes "maybe". */
  budget: number;
  select(scx: SolverCx, obligation: TraitObligation): Selection;
  project(scx: SolverCx, def: DefId, args: GenericArgs, cause: Cause, depth: number): Projected;
  normalize(scx: SolverCx, ty: Ty, cause: Cause, depth: number, nested: Obligation[]): Ty;
  evaluate(scx: SolverCx, obligation: Obligation): Truth;
  /** Whether all hold, one after the other, in the current snapshot. */
  evaluateAll(scx: SolverCx, obligations: readonly Obligation[]): Truth;
}

export interface StackEntry {
  readonly trait: DefId;
  readonly args: GenericArgs;
}

export type TraitObligation = Obligation & {
  readonly predicate: { readonly kind: "trait"; readonly ref: TraitRef };
};

export const DEPTH_LIMIT = 64;

export function traitObligation(ref: TraitRef, cause: Cause, depth: number): TraitObligation {
  return { predicate: { kind: "trait", ref }, cause, depth };
}

export function isTraitObligation(obligation: Obligation): obligation is TraitObligation {
  return obligation.predicate.kind === "trait";
}
