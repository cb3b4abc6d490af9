// Places of expressions after adjustments. Follows `rustc_hir_typeck::expr_use_visitor` (formerly mem_categorization).

import { builtinDeref } from "../coerce/autoderef.ts";
import { structurally } from "../fnCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { ExprId, HirExpr, HirPat, LocalId } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";
import type { Adjustment } from "../../typeck.ts";

export type PlaceProjection =
  | { readonly kind: "deref"; readonly ty: Ty }
  | { readonly kind: "field"; readonly variant: number; readonly index: number; readonly ty: Ty }
  | { readonly kind: "index"; readonly ty: Ty };

export interface UsePlace {
  /** Undefined for temporaries, statics and the like. */
  readonly local: LocalId | undefined;
  readonly baseTy: Ty;
  readonly projections: readonly PlaceProjection[];
}

export function placeTy(place: UsePlace): Ty {
  return place.projections.at(-1)?.ty ?? place.baseTy;
}

/** Type before projection `index`. */
export function tyBefore(place: UsePlace, index: number): Ty {
  return index === 0 ? place.baseTy : (place.projections[index - 1] as PlaceProjection).ty;
}

export function rvalue(ty: Ty): UsePlace {
  return { local: undefined, baseTy: ty, projections: [] };
}

function project(place: UsePlace, projection: PlaceProjection): UsePlace {
  return { ...place, projections: [...place.projections, projection] };
}

export function tyOf(fcx: FnCtxt, id: ExprId): Ty {
  return structurally(fcx, fcx.tables.exprTys[id] ?? fcx.tcx.unknown);
}

export function deref(fcx: FnCtxt, place: UsePlace): UsePlace {
  const ty = builtinDeref(fcx.cx, structurally(fcx, placeTy(place)), true) ?? fcx.tcx.unknown;
  return project(place, { kind: "deref", ty: structurally(fcx, ty) });
}

export function field(place: UsePlace, variant: number, index: number, ty: Ty): UsePlace {
  return project(place, { kind: "field", variant, index, ty });
}

/** The place an expression denotes, after all its adjustments. */
export function placeOf(fcx: FnCtxt, expr: HirExpr): UsePlace {
  const adjustments = fcx.tables.adjustments.get(expr.id) ?? [];
  let place = unadjustedPlace(fcx, expr);
  for (const adjustment of adjustments) place = adjustedPlace(fcx, place, adjustment);
  return place;
}

export function adjustedPlace(fcx: FnCtxt, place: UsePlace, adjustment: Adjustment): UsePlace {
  if (adjustment.kind !== "deref") return rvalue(structurally(fcx, adjustment.target));
  if (!adjustment.overloaded) return deref(fcx, place);
  const { tcx } = fcx;
  return deref(fcx, rvalue(tcx.ref(tcx.erased, adjustment.target, adjustment.overloaded.mutable)));
}

export function unadjustedPlace(fcx: FnCtxt, expr: HirExpr): UsePlace {
  const ty = tyOf(fcx, expr.id);
  switch (expr.kind) {
    case "path":
      if (expr.path.kind === "resolved" && expr.path.res.kind === "local") {
        return { local: expr.path.res.local, baseTy: ty, projections: [] };
      }
      return rvalue(ty);
    case "field": {
      const base = placeOf(fcx, expr.expr);
      const index = fcx.tables.fields.get(expr.id);
      // A field that is not there, as while its name is typed, says only that the base is used.
      return index === undefined ? base : field(base, 0, index, ty);
    }
    case "unary":
      if (expr.op !== "*") return rvalue(ty);
      return fcx.tables.methods.has(expr.id)
        ? overloadedPlace(fcx, ty)
        : deref(fcx, placeOf(fcx, expr.expr));
    case "index":
      if (fcx.tables.methods.has(expr.id)) return overloadedPlace(fcx, ty);
      return project(placeOf(fcx, expr.expr), { kind: "index", ty });
    default:
      return rvalue(ty);
  }
}

function overloadedPlace(fcx: FnCtxt, ty: Ty): UsePlace {
  return deref(fcx, rvalue(fcx.tcx.ref(fcx.tcx.erased, ty, false)));
}

/** Calls `visit` with every pattern inside `pat` and the place that it is matched against. */
export function walkPatPlaces(
  fcx: FnCtxt,
  outer: UsePlace,
  pat: HirPat,
  visit: (place: UsePlace, pat: HirPat) => void,
): void {
  let place = outer;
  for (const _ of fcx.tables.patAdjustments.get(pat.id) ?? []) place = deref(fcx, place);
  visit(place, pat);
  const into = (part: HirPat, at: UsePlace) => walkPatPlaces(fcx, at, part, visit);
  const partTy = (part: HirPat) => structurally(fcx, fcx.tables.patTys[part.id] ?? fcx.tcx.unknown);
  switch (pat.kind) {
    case "binding":
      if (pat.sub) into(pat.sub, place);
      return;
    case "tuple": {
      const ty = placeTy(place);
      const gap = ty.kind === "tuple" ? ty.tys.length - pat.pats.length : 0;
      pat.pats.forEach((part, i) =>
        into(part, field(place, 0, withGap(pat.rest, i, gap), partTy(part))),
      );
      return;
    }
    case "tupleStruct": {
      const variant = variantAt(fcx, pat);
      const gap = (variant?.fields.length ?? pat.pats.length) - pat.pats.length;
      pat.pats.forEach((part, i) =>
        into(part, field(place, variant?.index ?? 0, withGap(pat.rest, i, gap), partTy(part))),
      );
      return;
    }
    case "struct": {
      const variant = variantAt(fcx, pat);
      for (const part of pat.fields) {
        const index = variant?.fields.findIndex((f) => f.name === part.name) ?? -1;
        into(part.pat, field(place, variant?.index ?? 0, Math.max(index, 0), partTy(part.pat)));
      }
      return;
    }
    case "slice":
      for (const part of [...pat.before, ...(pat.middle ? [pat.middle] : []), ...pat.after]) {
        into(part, project(place, { kind: "index", ty: partTy(part) }));
      }
      return;
    case "ref":
      return into(pat.pat, deref(fcx, place));
    case "or":
      for (const part of pat.pats) into(part, place);
      return;
    default:
  }
}

function withGap(rest: number | undefined, index: number, gap: number): number {
  return rest !== undefined && index >= rest ? index + gap : index;
}

export function variantAt(fcx: FnCtxt, pat: HirPat) {
  const callee = fcx.tables.patResolutions.get(pat.id);
  if (!callee) return undefined;
  const def = fcx.cx.def(callee.def);
  const adt = def.kind === "variant" ? def.parent : callee.def;
  return adt === undefined ? undefined : fcx.cx.adt(adt).variants.find((v) => v.def === callee.def);
}
