// What every analysis of one body needs: the body, its types, its move paths and where values may be initialised.

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { ParamEnv } from "../ty/queries.ts";
import type { TypeckResults } from "../ty/typeck.ts";
import { buildMir } from "../mir/build.ts";
import type { MirContext } from "../mir/context.ts";
import type { Analysis, Flow, Location } from "../mir/dataflow.ts";
import { findDominators } from "../mir/dominators.ts";
import type { Dominators } from "../mir/dominators.ts";
import { solveInit } from "../mir/drops/initialized.ts";
import type { InitState } from "../mir/drops/initialized.ts";
import { gatherMoves } from "../mir/drops/movePaths.ts";
import type { MoveData } from "../mir/drops/movePaths.ts";
import type { BasicBlock, Body, BodyOwner, Local, Statement, Terminator } from "../mir/mir.ts";
import { predecessors } from "../mir/successors.ts";
import type { BlockId } from "../mir/mir.ts";

export interface FlowCx {
  readonly mir: MirContext;
  readonly body: Body;
  readonly owner: BodyOwner;
  readonly env: ParamEnv;
  readonly results: TypeckResults;
  readonly moves: MoveData;
  readonly init: { readonly analysis: Analysis<InitState>; readonly flow: Flow<InitState> };
  readonly dominators: Dominators;
  readonly predecessors: readonly (readonly BlockId[])[];
  /** Temporaries that hold a reference to a static. */
  readonly statics: ReadonlyMap<Local, DefId>;
}

/** Undefined when the owner has no body. */
export function makeFlowCx(mir: MirContext, owner: BodyOwner): FlowCx | undefined {
  const body = buildMir(mir, owner);
  if (!body) return undefined;
  const moves = gatherMoves(mir, body);
  return {
    mir,
    body,
    owner,
    env: mir.ty.paramEnv(owner.def),
    results: mir.ty.typeck(owner.def),
    moves,
    init: solveInit(mir, moves, "borrowCheck"),
    dominators: findDominators(body),
    predecessors: predecessors(body.blocks),
    statics: staticRefs(body),
  };
}

function staticRefs(body: Body): Map<Local, DefId> {
  const out = new Map<Local, DefId>();
  for (const block of body.blocks) {
    for (const statement of block.statements) {
      if (
        statement.kind !== "assign" ||
        statement.place.projections.length > 0 ||
        statement.value.kind !== "use"
      )
        continue;
      const { operand } = statement.value;
      if (operand.kind === "constant" && operand.constant.kind === "static")
        out.set(statement.place.local, operand.constant.def);
    }
  }
  return out;
}

export function nodeAt(body: Body, at: Location): Statement | Terminator {
  const block = body.blocks[at.block] as BasicBlock;
  return block.statements[at.index] ?? block.terminator;
}

export function spanAt(body: Body, at: Location): Span {
  return nodeAt(body, at).span;
}

/** Locations from which control comes here. */
export function locationsBefore(cx: FlowCx, at: Location): Location[] {
  if (at.index > 0) return [{ block: at.block, index: at.index - 1 }];
  return (cx.predecessors[at.block] ?? []).map((block) => ({
    block,
    index: (cx.body.blocks[block] as BasicBlock).statements.length,
  }));
}
