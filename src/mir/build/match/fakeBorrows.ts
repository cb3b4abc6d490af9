// Fake borrows: while a guard runs nothing may change what the match has tested, or arms already ruled out could match.
//
// Follows `collect_fake_borrows` of rustc's match lowering: every tested place is borrowed for the borrow checker alone
// (shallowly: what is behind a pointer in it may change), and so is each pointer that leads there. E0510 comes from these.

import type { Span } from "../../../base/span.ts";
import type { Local, Place } from "../../mir.ts";
import { assign, newTemp, placeOf } from "../builder.ts";
import type { Builder } from "../builder.ts";
import { fakeRead, tryToPlace } from "../exprPlace.ts";
import type { PlaceBuilder } from "../exprPlace.ts";
import type { Candidate, FlatPat, MatchPair } from "./candidates.ts";
import { placeKey } from "./candidates.ts";
import { placeTyOf } from "../../placeTys.ts";

/** The places that the candidates test; none where no arm has a guard. */
export function fakeBorrowedPlaces(b: Builder, candidates: readonly Candidate[]): Place[] {
  if (!candidates.some(({ hasGuard }) => hasGuard)) return [];
  const found = new Map<string, PlaceBuilder>();
  for (const candidate of candidates) addPairs(found, candidate);
  return [...found.values()].flatMap((builder) => tryToPlace(b, builder) ?? []);
}

function addPairs(found: Map<string, PlaceBuilder>, { pairs }: Pick<FlatPat, "pairs">): void {
  for (const pair of pairs) addPair(found, pair);
}

function addPair(found: Map<string, PlaceBuilder>, { place, key, test }: MatchPair): void {
  if (test.kind === "or") {
    for (const alternative of test.alternatives) addPairs(found, alternative);
    return;
  }
  if (test.kind === "error") return;
  found.set(key, place);
  for (const [index, projection] of place.projections.entries()) {
    if (projection.kind !== "deref") continue;
    const pointer = { ...place, projections: place.projections.slice(0, index) };
    found.set(placeKey(pointer), pointer);
  }
  if (test.kind === "variant" || test.kind === "length") addPairs(found, { pairs: test.inner });
}

/** Borrows them at the start of a guard; the references are looked at where the guard has held. */
export function fakeBorrow(b: Builder, places: readonly Place[], span: Span): Local[] {
  const interner = b.cx.ty.tcx;
  return places.map((place) => {
    const ty = placeTyOf(b.cx, b.locals, place);
    const temp = newTemp(b, interner.ref(interner.erased, ty, false), span);
    assign(b, placeOf(temp), { kind: "ref", borrow: "fake", place }, span);
    return temp;
  });
}

export function readFakeBorrows(b: Builder, temps: readonly Local[], span: Span): void {
  for (const temp of temps) fakeRead(b, placeOf(temp), "guard", span);
}
