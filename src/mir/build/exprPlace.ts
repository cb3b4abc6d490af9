// Places: expressions that name memory. Follows `rustc_mir_build::builder::expr::as_place`.
//
// Inside a closure a captured variable is not a local: `PlaceBuilder` keeps it as variable + projections, until enough
// projections are known to say which capture of the environment it goes through.

import type { Span } from "../../base/span.ts";
import type { LocalId } from "../../hir/hir.ts";
import type { CaptureProjection } from "../../ty/typeck.ts";
import type { Local, Place, Projection } from "../mir.ts";
import type { ThirExpr } from "../thir/thir.ts";
import { captureTys } from "../placeTys.ts";
import {
  assign,
  newBlock,
  newTemp,
  placeOf,
  push,
  terminate,
  tyOfPlace,
  unsupportedHere,
} from "./builder.ts";
import type { Builder } from "./builder.ts";
import { asTemp } from "./exprOperand.ts";
import { inScope, localScope, unwindTarget } from "./scopes.ts";

export type PlaceBase =
  | { readonly kind: "local"; readonly local: Local }
  | { readonly kind: "upvar"; readonly local: LocalId };

export interface PlaceBuilder {
  readonly base: PlaceBase;
  readonly projections: readonly Projection[];
}

export function localBuilder(local: Local): PlaceBuilder {
  return { base: { kind: "local", local }, projections: [] };
}

export function fromPlace(place: Place): PlaceBuilder {
  return { base: { kind: "local", local: place.local }, projections: place.projections };
}

export function projectBuilder(builder: PlaceBuilder, projection: Projection): PlaceBuilder {
  return { base: builder.base, projections: [...builder.projections, projection] };
}

/** Undefined: the closure captures nothing that leads there (the place is never really used). */
export function tryToPlace(b: Builder, builder: PlaceBuilder): Place | undefined {
  if (builder.base.kind === "local")
    return { local: builder.base.local, projections: builder.projections };
  return upvarPlace(b, builder.base.local, builder.projections);
}

export function toPlace(b: Builder, builder: PlaceBuilder, span: Span): Place {
  const place = tryToPlace(b, builder);
  if (place) return place;
  unsupportedHere(b, "a captured variable", "its capture is not known", span);
  return placeOf(newTemp(b, b.cx.ty.tcx.unknown, span));
}

/** The capture whose path is a prefix of `projections`, followed by the rest. */
function upvarPlace(
  b: Builder,
  variable: LocalId,
  projections: readonly Projection[],
): Place | undefined {
  const { closure } = b.thir.owner;
  const info = closure === undefined ? undefined : b.results.closures[closure];
  const environment = b.locals[1];
  if (!info || !environment) return undefined;
  const closureTy = environment.ty.kind === "ref" ? environment.ty.ty : environment.ty;
  if (closureTy.kind !== "closure") return undefined;
  for (const [index, capture] of info.captures.entries()) {
    if (capture.place.local !== variable) continue;
    const rest = afterPrefix(capture.place.projections, projections);
    if (!rest) continue;
    const env: Projection[] = environment.ty.kind === "ref" ? [{ kind: "deref" }] : [];
    env.push({
      kind: "field",
      index,
      ty: captureTys(b.cx, closureTy)[index] ?? b.cx.ty.tcx.unknown,
    });
    if (capture.mode !== "value") env.push({ kind: "deref" });
    return { local: 1 as Local, projections: [...env, ...rest] };
  }
  return undefined;
}

function afterPrefix(
  captured: readonly CaptureProjection[],
  projections: readonly Projection[],
): readonly Projection[] | undefined {
  let at = 0;
  for (const step of captured) {
    while (projections[at]?.kind === "downcast") at++;
    const projection = projections[at++];
    if (projection?.kind !== step.kind) return undefined;
    if (projection.kind === "field" && step.kind === "field" && projection.index !== step.index)
      return undefined;
  }
  return projections.slice(at);
}

export function asPlace(b: Builder, expr: ThirExpr): Place {
  return toPlace(b, asPlaceBuilder(b, expr), expr.span);
}

export function asPlaceBuilder(b: Builder, expr: ThirExpr): PlaceBuilder {
  switch (expr.kind) {
    case "scope":
      return inScope(b, expr.scope, () => asPlaceBuilder(b, expr.value));
    case "field":
      return projectBuilder(asPlaceBuilder(b, expr.base), {
        kind: "field",
        index: expr.index,
        ty: expr.ty,
      });
    case "deref":
      return projectBuilder(asPlaceBuilder(b, expr.arg), { kind: "deref" });
    case "index":
      return indexPlace(b, expr);
    case "var":
      return variablePlace(b, expr.local);
    case "upvar":
      return { base: { kind: "upvar", local: expr.local }, projections: [] };
    default:
      return localBuilder(asTemp(b, expr, isStatic(expr) ? undefined : expr.tempScope));
  }
}

/** The address of a static needs no end, and a promoted value has no scope that it could end with. */
function isStatic(expr: ThirExpr): boolean {
  return expr.kind === "constant" && expr.constant.kind === "static";
}

/** Inside a match guard the variables of its arm are reached through references. */
function variablePlace(b: Builder, variable: LocalId): PlaceBuilder {
  const entry = b.vars.get(variable);
  if (!entry) return { base: { kind: "upvar", local: variable }, projections: [] };
  if (entry.guard !== undefined && b.guards.some((frame) => frame.has(variable))) {
    return { base: { kind: "local", local: entry.guard }, projections: [{ kind: "deref" }] };
  }
  return localBuilder(entry.local);
}

/** `base[index]` with its bounds check. The index is evaluated into a local of its own. */
function indexPlace(b: Builder, expr: ThirExpr & { kind: "index" }): PlaceBuilder {
  return indexInto(b, toPlace(b, asPlaceBuilder(b, expr.base), expr.span), expr);
}

/** As above, with the base at hand. */
export function indexInto(
  b: Builder,
  base: Place,
  expr: ThirExpr & { kind: "index" },
): PlaceBuilder {
  const index = asTemp(b, expr.index, localScope(b));
  checkBounds(b, base, index, expr.span);
  return projectBuilder(fromPlace(base), { kind: "index", local: index });
}

function checkBounds(b: Builder, base: Place, index: Local, span: Span): void {
  const interner = b.cx.ty.tcx;
  const length = newTemp(b, interner.usize, span);
  const inBounds = newTemp(b, interner.bool, span);
  const indexOperand = { kind: "copy", place: placeOf(index) } as const;
  const ty = tyOfPlace(b, base);
  if (ty.kind === "array" && ty.length.const === "value" && typeof ty.length.value === "bigint") {
    const constant = {
      kind: "constant",
      constant: { kind: "int", value: ty.length.value },
      ty: interner.usize,
      span,
    } as const;
    assign(b, placeOf(length), { kind: "use", operand: constant }, span);
  } else {
    assign(b, placeOf(length), { kind: "len", place: base }, span);
  }
  const lengthOperand = { kind: "copy", place: placeOf(length) } as const;
  assign(
    b,
    placeOf(inBounds),
    { kind: "binary", op: "<", left: indexOperand, right: lengthOperand, ty: interner.bool },
    span,
  );
  const next = newBlock(b);
  terminate(
    b,
    {
      kind: "assert",
      condition: { kind: "move", place: placeOf(inBounds) },
      expected: true,
      message: { kind: "boundsCheck", length: lengthOperand, index: indexOperand },
      target: next,
      unwind: unwindTarget(b),
    },
    span,
    next,
  );
}

/** A place on which the borrow checker sees a read, as `match` and `let` make one. */
export function fakeRead(
  b: Builder,
  place: Place,
  cause: "match" | "let" | "guard",
  span: Span,
): void {
  push(b, { kind: "fakeRead", place, cause }, span);
}
