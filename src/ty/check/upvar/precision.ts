// How precisely a place may be captured: the rules that cut a captured place short. Follows `rustc_hir_typeck::upvar`
// (RFC 2229): no places behind raw pointers or into unions, arrays as a whole, references to shared data by reference,
// `move` up to the first dereference, moved values not out of types that implement `Drop`.
//
// Not modelled: packed structs.

import { placeTy, tyBefore } from "./places.ts";
import type { UsePlace } from "./places.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { Ty } from "../../ty.ts";

export type CaptureMode = "value" | "ref" | "uniqueRef" | "mutRef";

export interface CaptureUse {
  readonly place: UsePlace;
  readonly mode: CaptureMode;
  readonly span: Span;
  /** Not a use in the source: before edition 2021 every variable mentioned is captured as a whole. */
  readonly seed?: boolean;
}

export function truncate(use: CaptureUse, length: number): CaptureUse {
  if (use.place.projections.length <= length) return use;
  let { mode } = use;
  if (mode === "mutRef") {
    for (let i = length; i < use.place.projections.length; i++) {
      const before = tyBefore(use.place, i);
      if (use.place.projections[i]?.kind === "deref" && before.kind === "ref" && before.mutable)
        mode = "uniqueRef";
    }
  }
  return {
    ...use,
    mode,
    place: { ...use.place, projections: use.place.projections.slice(0, length) },
  };
}

/** What holds for every closure. */
export function restrict(fcx: FnCtxt, given: CaptureUse): CaptureUse {
  let use = given;
  if (use.place.baseTy.kind === "ptr") use = truncate(use, 0);
  const { projections } = use.place;
  for (let i = 0; i < projections.length; i++) {
    const before = tyBefore(use.place, i);
    if (before.kind === "ptr" || isUnion(fcx, before) || projections[i]?.kind === "index") {
      use = truncate(use, i);
      break;
    }
  }
  return behindSharedReference(use);
}

function isUnion(fcx: FnCtxt, ty: Ty): boolean {
  return ty.kind === "adt" && fcx.cx.adt(ty.def).kind === "union";
}

/** Data behind a shared reference: the reference is enough. */
function behindSharedReference(use: CaptureUse): CaptureUse {
  const at = use.place.projections.findLastIndex((p) => p.kind === "deref");
  if (at < 0) return use;
  const before = tyBefore(use.place, at);
  return before.kind === "ref" && !before.mutable ? truncate(use, at + 1) : use;
}

export function adjustForMove(use: CaptureUse): CaptureUse {
  const at = use.place.projections.findIndex((p) => p.kind === "deref");
  const cut = at < 0 ? use : truncate(use, at);
  return { ...cut, mode: "value" };
}

export function adjustForNonMove(use: CaptureUse): CaptureUse {
  const at = use.place.projections.findIndex((p) => p.kind === "deref");
  return use.mode === "value" && at >= 0 ? truncate(use, at) : use;
}

export function restrictForDrop(
  fcx: FnCtxt,
  use: CaptureUse,
  isCopy: (ty: Ty) => boolean,
): CaptureUse {
  if (use.mode !== "value" || isCopy(placeTy(use.place))) return use;
  for (let i = 0; i < use.place.projections.length; i++) {
    if (hasDestructor(fcx, tyBefore(use.place, i))) return truncate(use, i);
  }
  return use;
}

function hasDestructor(fcx: FnCtxt, ty: Ty): boolean {
  const drop = fcx.cx.lang("drop");
  return ty.kind === "adt" && drop !== undefined && fcx.cx.traitImpls(drop).bySelf.has(ty.def);
}

const RANK: Readonly<Record<CaptureMode, number>> = { ref: 0, uniqueRef: 1, mutRef: 2, value: 3 };

/** The stronger of two uses of one place; the earlier one where they are equal. */
export function strongerUse(a: CaptureUse, b: CaptureUse): CaptureUse {
  if (RANK[b.mode] === RANK[a.mode]) return a.seed ? b : a;
  return RANK[b.mode] > RANK[a.mode] ? b : a;
}
