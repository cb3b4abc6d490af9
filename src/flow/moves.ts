// Use of what has been moved away or was never initialised (E0382, E0381), and second assignments to immutable
// variables (E0384).
//
// Follows the move checks of `rustc_borrowck`: at each use the nearest tracked path, and every path below it, must be
// initialised on all ways there. One error for each set of moves, one for each variable that was never initialised.

import type { Span } from "../base/span.ts";
import { hasBit, visitForward } from "../mir/dataflow.ts";
import type { Location } from "../mir/dataflow.ts";
import type { InitState } from "../mir/drops/initialized.ts";
import { eachSubpath, lookupPath } from "../mir/drops/movePaths.ts";
import type { MovePath, MovePathId } from "../mir/drops/movePaths.ts";
import type { Place, Statement, Terminator } from "../mir/mir.ts";
import { dropImpl } from "../mir/traits.ts";
import { placeTy } from "../mir/placeTys.ts";
import type { FlowCx } from "./flowCx.ts";
import type { FlowError } from "./flowError.ts";
import { isPrefix } from "./describe.ts";
import { movedError } from "./moveReport.ts";
import type { MovedUse, RequiredFor } from "./moveReport.ts";
import { moveSites } from "./moveSites.ts";
import { reassignments } from "./reassign.ts";
import { uninitializedError } from "./uninitReport.ts";
import { eachUse } from "./uses.ts";

interface Checker {
  readonly cx: FlowCx;
  /** By the moves that are to blame. */
  readonly moved: Map<string, { readonly place: Place; readonly error: FlowError }>;
  readonly uninitialized: Map<number, FlowError>;
}

export function checkMoves(cx: FlowCx): FlowError[] {
  const c: Checker = { cx, moved: new Map(), uninitialized: new Map() };
  visitForward(cx.init.analysis, cx.init.flow, (state, at, statement, terminator) => {
    const node = statement ?? terminator;
    if (node) checkNode(c, state, at, node);
  });
  return [
    ...[...c.moved.values()].map((entry) => entry.error),
    ...c.uninitialized.values(),
    ...reassignments(cx),
  ];
}

function checkNode(c: Checker, state: InitState, at: Location, node: Statement | Terminator): void {
  const { span } = node;
  eachUse(node, (use) => {
    switch (use.kind) {
      case "copy":
      case "move":
      case "inspect":
        return requireInit(c, state, at, use.place, span, "use");
      case "borrow":
        return requireInit(
          c,
          state,
          at,
          use.place,
          span,
          use.borrow === "fake" ? "match" : "borrow",
        );
      case "rawBorrow":
        return requireInit(c, state, at, use.place, span, "borrow");
      case "fakeRead":
        // Looking at a place in a pattern is no use of it; what the pattern tests or binds is.
        if (use.cause !== "match") requireInit(c, state, at, use.place, span, "use");
        return;
      case "assign":
        return checkAssigned(c, state, at, use.place, span);
      case "storageDead":
      case "drop":
        return;
    }
  });
}

function requireInit(
  c: Checker,
  state: InitState,
  at: Location,
  place: Place,
  span: Span,
  action: RequiredFor,
): void {
  if (requireWhole(c, state, at, place, place, span, action)) return;
  if (checkElements(c, state, at, place, span, action)) return;
  const { path, exact } = lookupPath(c.cx.moves, place);
  if (!exact) return;
  let below: MovePathId | undefined;
  eachSubpath(c.cx.moves, path, (sub) => {
    if (below === undefined && sub !== path && hasBit(state.maybeUninit, sub)) below = sub;
  });
  if (below !== undefined) report(c, at, { moved: place, used: place, span, action, path: below });
}

/** A part of an array taken by a pattern `rest @ ..`: elements of it may have been moved one by one. */
function checkElements(
  c: Checker,
  state: InitState,
  at: Location,
  place: Place,
  span: Span,
  action: RequiredFor,
): boolean {
  const last = place.projections[place.projections.length - 1];
  if (last?.kind !== "subslice" || last.fromEnd) return false;
  const base: Place = { local: place.local, projections: place.projections.slice(0, -1) };
  const { path, exact } = lookupPath(c.cx.moves, base);
  if (!exact) return false;
  const gone = (c.cx.moves.paths[path] as MovePath).children.find((child) => {
    const { projections } = (c.cx.moves.paths[child] as MovePath).place;
    const step = projections[projections.length - 1];
    const inside =
      step?.kind === "constantIndex" &&
      !step.fromEnd &&
      last.from <= step.offset &&
      step.offset < last.to;
    return inside && hasBit(state.maybeUninit, child);
  });
  if (gone !== undefined) report(c, at, { moved: base, used: base, span, action, path: gone });
  return gone !== undefined;
}

/** The nearest tracked prefix; true if that was an error. */
function requireWhole(
  c: Checker,
  state: InitState,
  at: Location,
  place: Place,
  used: Place,
  span: Span,
  action: RequiredFor,
): boolean {
  const { path } = lookupPath(c.cx.moves, place);
  if (!hasBit(state.maybeUninit, path)) return false;
  const prefix = (c.cx.moves.paths[path] as MovePath).place;
  report(c, at, { moved: prefix, used, span, action, path });
  return true;
}

/** Assigning to a part needs the whole: `*p = v` a valid `p`, `s.f = v` an initialised `s`. */
function checkAssigned(c: Checker, state: InitState, at: Location, place: Place, span: Span): void {
  for (let length = place.projections.length - 1; length >= 0; length--) {
    const base: Place = { local: place.local, projections: place.projections.slice(0, length) };
    const step = place.projections[length];
    if (step?.kind === "deref") {
      requireWhole(c, state, at, base, base, span, "use");
      return;
    }
    if (step?.kind !== "field") continue;
    const ty = placeTy(c.cx.mir, c.cx.body, base);
    if (ty.kind === "adt" && dropImpl(c.cx.mir, ty.def) !== undefined) {
      requireInit(c, state, at, base, span, "assignment");
      return;
    }
    if ((ty.kind === "adt" || ty.kind === "tuple") && checkParent(c, state, at, base, span)) return;
  }
}

function checkParent(c: Checker, state: InitState, at: Location, base: Place, span: Span): boolean {
  let found: { place: Place; path: MovePathId } | undefined;
  for (let length = base.projections.length; length >= 0; length--) {
    const place = { local: base.local, projections: base.projections.slice(0, length) };
    const { path, exact } = lookupPath(c.cx.moves, place);
    if (exact && hasBit(state.maybeUninit, path)) found = { place, path };
    if (place.projections[length - 1]?.kind === "deref") break;
  }
  if (!found) return false;
  report(c, at, {
    moved: found.place,
    used: base,
    span,
    action: "partialAssignment",
    path: found.path,
  });
  return true;
}

function report(c: Checker, at: Location, use: MovedUse): void {
  const sites = moveSites(c.cx, at, use.path);
  if (sites.length === 0) {
    const root = use.used.local;
    if (!c.uninitialized.has(root)) c.uninitialized.set(root, uninitializedError(c.cx, at, use));
    return;
  }
  const key = sites.map((site) => c.cx.moves.moves.indexOf(site.move)).join(",");
  const known = c.moved.get(key);
  if (known && isPrefix(use.used, known.place)) return;
  c.moved.set(key, { place: use.used, error: movedError(c.cx, at, use, sites) });
}
