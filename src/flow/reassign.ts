// E0384: a second assignment to a variable that is not `mut`. Follows `EverInitializedPlaces` and `report_illegal_reassignment`.

import type { Analysis, BitSet, Location } from "../mir/dataflow.ts";
import {
  bitSet,
  clearBit,
  hasBit,
  setBit,
  solveForward,
  unionBits,
  visitForward,
} from "../mir/dataflow.ts";
import { locationKey } from "../mir/drops/movePaths.ts";
import type { Init, MovePath } from "../mir/drops/movePaths.ts";
import type { Local } from "../mir/mir.ts";
import type { FlowCx } from "./flowCx.ts";
import { spanAt } from "./flowCx.ts";
import type { FlowError } from "./flowError.ts";
import { eachUse } from "./uses.ts";

export function reassignments(cx: FlowCx): FlowError[] {
  const analysis = everInitialized(cx);
  const errors = new Map<Local, FlowError>();
  visitForward(analysis, solveForward(analysis), (state, at, statement, terminator) => {
    const node = statement ?? terminator;
    if (!node) return;
    eachUse(node, (use) => {
      if (use.kind !== "assign" || use.place.projections.length > 0) return;
      const { local } = use.place;
      const decl = cx.body.locals[local];
      if (!decl || decl.mutable || decl.name === undefined || errors.has(local)) return;
      const first = cx.moves.inits.find(
        (init, index) => init.path === (local as number) && hasBit(state, index),
      );
      if (first) errors.set(local, reassigned(cx, local, at, first));
    });
  });
  return [...errors.values()];
}

/** Which initialisations can have happened, of variables whose storage still stands. */
function everInitialized(cx: FlowCx): Analysis<BitSet> {
  const { inits, initsAt, paths } = cx.moves;
  const size = inits.length;
  const indexes = new Map<Init, number>(inits.map((init, index) => [init, index]));
  const ofLocal = new Map<Local, number[]>();
  inits.forEach((init, index) => {
    const { local } = (paths[init.path] as MovePath).place;
    const known = ofLocal.get(local);
    if (known) known.push(index);
    else ofLocal.set(local, [index]);
  });
  const gen = (state: BitSet, at: Location, onReturn: boolean): void => {
    for (const init of initsAt.get(locationKey(at)) ?? [])
      if (init.onReturn === onReturn) setBit(state, indexes.get(init) as number);
  };
  return {
    body: cx.body,
    bottom: () => bitSet(size),
    start() {
      const state = bitSet(size);
      inits.forEach((init, index) => {
        if (!init.at) setBit(state, index);
      });
      return state;
    },
    clone: (state) => state.slice(),
    join: unionBits,
    statement(state, statement, at) {
      gen(state, at, false);
      if (statement.kind !== "storageDead") return;
      for (const index of ofLocal.get(statement.local) ?? []) clearBit(state, index);
    },
    terminator() {},
    edge(state, terminator, target, at) {
      if (terminator.kind === "call" && target === terminator.target) gen(state, at, true);
    },
  };
}

function reassigned(cx: FlowCx, local: Local, at: Location, first: Init): FlowError {
  const decl = cx.body.locals[local];
  const span = spanAt(cx.body, at);
  const argument = decl?.kind === "arg" && !first.at;
  const what = argument
    ? "cannot assign to immutable argument"
    : "cannot assign twice to immutable variable";
  const firstSpan = decl?.lateInit && first.at ? spanAt(cx.body, first.at) : decl?.span;
  const earlier =
    !argument && firstSpan && (firstSpan.start !== span.start || firstSpan.end !== span.end);
  return {
    code: "E0384",
    message: `${what} \`${decl?.name}\``,
    span,
    label: what,
    related: earlier ? [{ span: firstSpan, message: `first assignment to \`${decl?.name}\`` }] : [],
    owner: cx.owner,
    tentative: false,
  };
}
