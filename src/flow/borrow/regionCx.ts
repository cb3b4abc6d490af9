// The state of region inference for one body: region variables, what each must outlive and why, and the loans.

import type { Span } from "../../base/span.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { BorrowKind, Place } from "../../mir/mir.ts";
import type { DefId } from "../../hir/defs.ts";
import type { Ty } from "../../ty/ty.ts";
import type { FlowCx } from "../flowCx.ts";
import type { Points } from "./points.ts";
import type { Maker, RegionTy, RegionVid } from "./regionTy.ts";
import type { Origin, UniversalRegions } from "./universal.ts";

export type Category =
  | { readonly kind: "return" }
  /** The value behind a returned `impl Trait`. */
  | { readonly kind: "opaque" }
  | { readonly kind: "annotation" }
  | { readonly kind: "assignment" }
  | { readonly kind: "argument"; readonly callee: DefId | undefined }
  | { readonly kind: "predicate"; readonly span: Span; readonly callee: DefId }
  | { readonly kind: "unsize" }
  | { readonly kind: "closureUpvar" }
  | { readonly kind: "constant" }
  | { readonly kind: "reborrow" }
  | { readonly kind: "boring" };

/** `sup: sub`. */
export interface Constraint {
  readonly sup: RegionVid;
  readonly sub: RegionVid;
  readonly category: Category;
  readonly span: Span;
  readonly at: Location;
}

/** `T: region` that a call demands of a type with parameters. */
export interface TypeTest {
  readonly ty: Ty;
  readonly region: RegionVid;
  readonly span: Span;
  readonly at: Location;
}

export interface Loan {
  readonly index: number;
  readonly place: Place;
  readonly borrow: BorrowKind;
  readonly region: RegionVid;
  /** Where it is made. */
  readonly at: Location;
  readonly span: Span;
  /** The local that holds the reference first. */
  readonly assigned: Place;
}

/** What a closure's body demands of the lifetimes in its type: `longer: shorter`. */
export interface ClosureRequirement {
  readonly longer: Origin;
  readonly shorter: Origin;
  readonly category: Category;
  readonly span: Span;
}

/** Of each closure that the body makes, by index. */
export type RequirementsOf = (closure: number) => readonly ClosureRequirement[];

export interface RegionCx {
  readonly cx: FlowCx;
  readonly m: Maker;
  readonly points: Points;
  readonly universal: UniversalRegions;
  readonly locals: readonly RegionTy[];
  readonly constraints: Constraint[];
  readonly typeTests: TypeTest[];
  readonly loans: Loan[];
  readonly requirementsOf: RequirementsOf;
  regionCount(): number;
}

export function outlives(
  r: RegionCx,
  sup: RegionVid,
  sub: RegionVid,
  category: Category,
  span: Span,
  at: Location,
): void {
  if (sup !== sub) r.constraints.push({ sup, sub, category, span, at });
}
