// Patterns taken apart: what must be tested on which place, and what is bound from where.
// Follows `MatchPairTree` and `FlatPat` of rustc's match lowering.

import type { Span } from "../../../base/span.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { LocalId } from "../../../hir/hir.ts";
import type { BindingMode } from "../../../ty/typeck.ts";
import type { BlockId, Operand, Projection } from "../../mir.ts";
import type { ThirPat } from "../../thir/thir.ts";
import { projectBuilder } from "../exprPlace.ts";
import type { PlaceBuilder } from "../exprPlace.ts";

export interface MatchPair {
  readonly place: PlaceBuilder;
  /** Equal for equal places. */
  readonly key: string;
  readonly test: TestCase;
  readonly pat: ThirPat;
}

export type TestCase =
  | {
      readonly kind: "variant";
      readonly def: DefId;
      readonly variant: number;
      readonly inner: readonly MatchPair[];
    }
  | { readonly kind: "constant"; readonly value: Operand }
  | {
      readonly kind: "range";
      readonly from: Operand | undefined;
      readonly to: Operand | undefined;
      readonly inclusive: boolean;
    }
  | {
      readonly kind: "length";
      readonly length: number;
      readonly exact: boolean;
      readonly inner: readonly MatchPair[];
    }
  | { readonly kind: "or"; readonly alternatives: readonly FlatPat[]; readonly binds: boolean }
  | { readonly kind: "error" };

export interface PatBinding {
  readonly local: LocalId;
  readonly source: PlaceBuilder;
  readonly mode: BindingMode;
  readonly span: Span;
}

export interface FlatPat {
  readonly pairs: readonly MatchPair[];
  readonly bindings: readonly PatBinding[];
}

/** One way of matching an arm. Or-patterns that bind make several candidates of one arm. */
export interface Candidate {
  readonly arm: number;
  readonly pairs: readonly MatchPair[];
  readonly bindings: readonly PatBinding[];
  readonly hasGuard: boolean;
  readonly leaves: Leaf[];
}

/** A complete match: the block where it is known, and where to go on if its guard fails. */
export interface Leaf {
  readonly block: BlockId;
  readonly bindings: readonly PatBinding[];
  readonly otherwise: BlockId | undefined;
}

export function flatten(place: PlaceBuilder, pat: ThirPat): FlatPat {
  const pairs: MatchPair[] = [];
  const bindings: PatBinding[] = [];
  addPattern(place, pat, pairs, bindings);
  return { pairs, bindings };
}

function addPattern(
  place: PlaceBuilder,
  pat: ThirPat,
  pairs: MatchPair[],
  bindings: PatBinding[],
): void {
  const test = (kind: TestCase) => pairs.push({ place, key: placeKey(place), test: kind, pat });
  switch (pat.kind) {
    case "wild":
      return;
    case "binding":
      // What is inside binds first: `x @ Some(ref y)` must borrow before `x` takes the whole.
      if (pat.sub) addPattern(place, pat.sub, pairs, bindings);
      bindings.push({ local: pat.local, source: place, mode: pat.mode, span: pat.span });
      return;
    case "deref":
      return addPattern(projectBuilder(place, { kind: "deref" }), pat.pat, pairs, bindings);
    case "leaf": {
      const base =
        pat.variant === undefined
          ? place
          : projectBuilder(place, { kind: "downcast", variant: pat.variant });
      for (const field of pat.pats) addPattern(fieldOf(base, field), field.pat, pairs, bindings);
      return;
    }
    case "variant": {
      const base = projectBuilder(place, { kind: "downcast", variant: pat.variant });
      const inner: MatchPair[] = [];
      for (const field of pat.pats) addPattern(fieldOf(base, field), field.pat, inner, bindings);
      test({ kind: "variant", def: pat.def, variant: pat.variant, inner });
      return;
    }
    case "constant":
      test({ kind: "constant", value: pat.value });
      return;
    case "range":
      test({ kind: "range", from: pat.from, to: pat.to, inclusive: pat.inclusive });
      return;
    case "slice":
      return addSlice(place, pat, pairs, bindings);
    case "or": {
      const alternatives = pat.pats.map((alternative) => flatten(place, alternative));
      test({ kind: "or", alternatives, binds: alternatives.some(bindsSomething) });
      return;
    }
    case "error":
      test({ kind: "error" });
      return;
  }
}

function bindsSomething(flat: FlatPat): boolean {
  return flat.bindings.length > 0 || flat.pairs.some((pair) => pairBinds(pair));
}

function pairBinds(pair: MatchPair): boolean {
  return pair.test.kind === "or" && pair.test.binds;
}

function fieldOf(
  base: PlaceBuilder,
  field: { readonly index: number; readonly ty: ThirPat["ty"] },
): PlaceBuilder {
  return projectBuilder(base, { kind: "field", index: field.index, ty: field.ty });
}

function addSlice(
  place: PlaceBuilder,
  pat: ThirPat & { kind: "slice" },
  pairs: MatchPair[],
  bindings: PatBinding[],
): void {
  const length = pat.before.length + pat.after.length;
  const inner: MatchPair[] = [];
  const element = (projection: Projection, sub: ThirPat) =>
    addPattern(projectBuilder(place, projection), sub, inner, bindings);
  const arrayLength =
    pat.ty.kind === "array" && pat.ty.length.const === "value"
      ? Number(pat.ty.length.value)
      : undefined;
  for (const [i, sub] of pat.before.entries()) {
    element({ kind: "constantIndex", offset: i, fromEnd: false, minLength: length }, sub);
  }
  const to = pat.after.length;
  if (pat.middle) {
    const end =
      arrayLength === undefined ? { to, fromEnd: true } : { to: arrayLength - to, fromEnd: false };
    element({ kind: "subslice", from: pat.before.length, ...end }, pat.middle);
  }
  for (const [i, sub] of pat.after.entries()) {
    // Counted from the end, 1 is the last element; of an array the place is known.
    const fromEnd = to - i;
    const at =
      arrayLength === undefined
        ? { offset: fromEnd, fromEnd: true }
        : { offset: arrayLength - fromEnd, fromEnd: false };
    element({ kind: "constantIndex", ...at, minLength: length }, sub);
  }
  if (pat.ty.kind === "array" || (pat.hasRest && length === 0)) pairs.push(...inner);
  else
    pairs.push({
      place,
      key: placeKey(place),
      test: { kind: "length", length, exact: !pat.hasRest, inner },
      pat,
    });
}

export function placeKey(place: PlaceBuilder): string {
  let key = `${place.base.kind === "local" ? "_" : "^"}${place.base.local}`;
  for (const projection of place.projections) key += projectionKey(projection);
  return key;
}

function projectionKey(projection: Projection): string {
  switch (projection.kind) {
    case "deref":
      return "*";
    case "field":
      return `.${projection.index}`;
    case "index":
      return `[_${projection.local}]`;
    case "constantIndex":
      return `[${projection.fromEnd ? "-" : ""}${projection.offset}]`;
    case "subslice":
      return `[${projection.from}:${projection.fromEnd ? "-" : ""}${projection.to}]`;
    case "downcast":
      return `@${projection.variant}`;
  }
}
