// Which move paths may be initialised, and which may not be, at every point. Both are unions over all ways to get there.
// Follows `MaybeInitializedPlaces` and `MaybeUninitializedPlaces`, solved together.
//
// Behind a test of an enum's variant nothing of its other variants is initialised. That they are *un*initialised there
// matters to drops alone (rustc's `mark_inactive_variants_as_uninit`): for borrow checking a use of them is no error.
// For drops alone it matters, too, that to drop nothing does not unwind (`skipping_unreachable_unwind`).

import type { Analysis, BitSet, Flow, Location } from "../dataflow.ts";
import { bitSet, clearBit, hasBit, setBit, solveForward, unionBits } from "../dataflow.ts";
import type { BlockId, Place, Terminator } from "../mir.ts";
import type { MirContext } from "../context.ts";
import { inactiveVariants } from "./inactiveVariants.ts";
import { eachSubpath, locationKey, lookupPath } from "./movePaths.ts";
import type { MoveData, MovePathId } from "./movePaths.ts";

export interface InitState {
  readonly maybeInit: BitSet;
  readonly maybeUninit: BitSet;
}

export type InitPurpose = "borrowCheck" | "drops";

export function initAnalysis(
  cx: MirContext,
  data: MoveData,
  purpose: InitPurpose,
): Analysis<InitState> {
  const visitInactive = inactiveVariants(cx, data);
  const size = data.paths.length;
  const set = (state: InitState, path: MovePathId, initialised: boolean): void =>
    eachSubpath(data, path, (sub) => {
      (initialised ? setBit : clearBit)(state.maybeInit, sub);
      (initialised ? clearBit : setBit)(state.maybeUninit, sub);
    });
  const leave = (state: InitState, at: Location): void => {
    for (const move of data.movesAt.get(locationKey(at)) ?? []) set(state, move.path, false);
  };
  const fill = (state: InitState, at: Location, onReturn: boolean): void => {
    for (const init of data.initsAt.get(locationKey(at)) ?? [])
      if (init.onReturn === onReturn) set(state, init.path, true);
  };
  return {
    body: data.body,
    bottom: () => ({ maybeInit: bitSet(size), maybeUninit: bitSet(size) }),
    start() {
      const state = { maybeInit: bitSet(size), maybeUninit: bitSet(size) };
      data.paths.forEach((path) => setBit(state.maybeUninit, path.id));
      for (const init of data.inits) if (!init.at) set(state, init.path, true);
      return state;
    },
    clone: (state) => ({
      maybeInit: state.maybeInit.slice(),
      maybeUninit: state.maybeUninit.slice(),
    }),
    join(into, from) {
      const a = unionBits(into.maybeInit, from.maybeInit);
      const b = unionBits(into.maybeUninit, from.maybeUninit);
      return a || b;
    },
    statement(state, _statement, at) {
      leave(state, at);
      fill(state, at, false);
    },
    terminator(state, terminator, at) {
      if (terminator.kind !== "drop") leave(state, at);
    },
    isDead: (state, terminator, target) =>
      purpose === "drops" &&
      terminator.kind === "drop" &&
      target === terminator.unwind &&
      target !== terminator.target &&
      isUninit(data, state, terminator.place),
    edge(state: InitState, terminator: Terminator, target: BlockId, at: Location) {
      // Not before: whether the drop can unwind hangs on what it finds.
      if (terminator.kind === "drop") leave(state, at);
      if (terminator.kind === "call" && target === terminator.target) fill(state, at, true);
      visitInactive(at.block, target, (path) => {
        clearBit(state.maybeInit, path);
        if (purpose === "drops") setBit(state.maybeUninit, path);
      });
    },
  };
}

/** Nothing of the place is initialised: to drop it is to do nothing, which does not panic. */
function isUninit(data: MoveData, { maybeInit }: InitState, place: Place): boolean {
  const found = lookupPath(data, place);
  if (!found.exact) return false;
  let live = false;
  eachSubpath(data, found.path, (sub) => (live ||= hasBit(maybeInit, sub)));
  return !live;
}

export function solveInit(
  cx: MirContext,
  data: MoveData,
  purpose: InitPurpose,
): {
  analysis: Analysis<InitState>;
  flow: Flow<InitState>;
} {
  const analysis = initAnalysis(cx, data, purpose);
  return { analysis, flow: solveForward(analysis) };
}
