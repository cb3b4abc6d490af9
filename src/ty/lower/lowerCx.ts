// What lowering HIR types needs from where they stand: whose parameters and bounds are in scope, what `_` and a
// missing lifetime mean, and where errors go. Follows `HirTyLowerer`.
//
// Not modelled: return type notation, `async` bounds.

import type { Span } from "../../base/span.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirLifetime, HirTraitBound, HirTy } from "../../hir/hir.ts";
import type { TyContext } from "../queries.ts";
import type { Const, Region, Ty } from "../ty.ts";
import type { TyError } from "../typeck.ts";

export interface LowerCx {
  readonly cx: TyContext;
  /** Its generics and bounds are in scope. */
  readonly owner: DefId;
  /** Present in bodies: what `_` and left-out arguments become. */
  readonly infer: InferHooks | undefined;
  /** The region of a lifetime that was left out or is `'_`; `depth` binders are around it. */
  elided(span: Span, depth: number): Region;
  /** Lifetime of `dyn Trait` without one. */
  readonly objectDefault: Region | undefined;
  /** The same where nothing around the object decides: `'static` unless given. */
  readonly elidedObject?: Region;
  readonly depth: number;
  /** In whose bounds a name is being looked for: a bound that asks for the same again is a cycle. */
  readonly seeking?: readonly Sought[];
  /** Bodies erase all regions. */
  readonly erase: boolean;
  report(error: TyError): void;
  ty(lcx: LowerCx, hir: HirTy): Ty;
}

export interface Sought {
  /** The trait, or the bound on a parameter. */
  readonly in: DefId | HirTraitBound;
  readonly name: string;
}

export interface InferHooks {
  ty(span: Span): Ty;
  const(span: Span): Const;
}

export function lowerLifetime(lcx: LowerCx, lifetime: HirLifetime): Region {
  const { tcx } = lcx.cx;
  switch (lifetime.kind) {
    case "static":
      return lcx.erase ? tcx.erased : tcx.static;
    case "param": {
      if (lcx.erase) return tcx.erased;
      const def = lcx.cx.def(lifetime.def);
      return def.kind === "lifetimeParam"
        ? tcx.paramRegion(def.index, def.name, def.id)
        : tcx.erased;
    }
    case "bound":
      return tcx.boundRegion(lifetime.depth, lifetime.index, lifetime.name);
    case "elided":
      return lcx.elided(lifetime.span, lcx.depth);
    case "error":
      return tcx.erased;
  }
}
