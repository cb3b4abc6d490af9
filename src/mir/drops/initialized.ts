// Which move paths may be initialised, and which may not be, at every point. Both are unions over all ways to get there.
// Follows `MaybeInitializedPlaces` and `MaybeUninitializedPlaces`, solved together.

import type { Analysis, BitSet, Flow, Location } from "../dataflow.ts";
import { bitSet, clearBit, setBit, solveForward, unionBits } from "../dataflow.ts";
import type { BlockId, Terminator } from "../mir.ts";
import { eachSubpath, locationKey } from "./movePaths.ts";
import type { MoveData, MovePathId } from "./movePaths.ts";

export interface InitState {
  readonly maybeInit: BitSet;
  readonly maybeUninit: BitSet;
}

export function initAnalysis(data: MoveData): Analysis<InitState> {
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
    terminator: (state, _terminator, at) => leave(state, at),
    edge(state: InitState, terminator: Terminator, target: BlockId, at: Location) {
      if (terminator.kind === "call" && target === terminator.target) fill(state, at, true);
    },
  };
}

export function solveInit(data: MoveData): {
  analysis: Analysis<InitState>;
  flow: Flow<InitState>;
} {
  const analysis = initAnalysis(data);
  return { analysis, flow: solveForward(analysis) };
}
