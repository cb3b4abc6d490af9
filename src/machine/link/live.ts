// Live locals of a MIR body: backward dataflow to a fixpoint, one bit set per block.
//
// A whole-local assignment kills, everything else that names a local uses it. The return place is live at `return`.

import type {
  BasicBlock,
  Body,
  BlockId,
  Operand,
  Place,
  Rvalue,
  Statement,
  Terminator,
} from "../../mir/mir.ts";
import { borrowedLocals } from "./borrowed.ts";

export interface Liveness {
  /** Locals live just before a statement (or the terminator, at `statements.length`). */
  before(block: BlockId, statement: number): readonly number[];
  /** Locals that matter while the block's terminator, a call, is in progress. */
  during(block: BlockId): readonly number[];
}

type Bits = Set<number>;

export function localLiveness(body: Body): Liveness {
  const borrowed = borrowedLocals(body);
  const entries: Bits[] = body.blocks.map(() => new Set());
  for (let changed = true; changed;) {
    changed = false;
    for (let index = body.blocks.length - 1; index >= 0; index--) {
      const block = body.blocks[index];
      if (block === undefined) continue;
      const live = liveAt(block, 0, entries);
      if (live.size !== entries[index]?.size) {
        entries[index] = live;
        changed = true;
      }
    }
  }
  return {
    before(block, statement) {
      const basic = body.blocks[block];
      const live = basic ? liveAt(basic, statement, entries) : new Set<number>();
      return sorted(live, borrowed);
    },
    during(block) {
      const live: Bits = new Set();
      const terminator = body.blocks[block]?.terminator;
      for (const next of terminator ? targets(terminator) : [])
        for (const local of entries[next] ?? []) live.add(local);
      if (terminator?.kind === "call") assign(terminator.destination, live);
      return sorted(live, borrowed);
    },
  };
}

function sorted(live: Bits, borrowed: ReadonlySet<number>): number[] {
  for (const local of borrowed) live.add(local);
  return [...live].sort((a, b) => a - b);
}

function liveAt(block: BasicBlock, from: number, entries: readonly Bits[]): Bits {
  const live: Bits = new Set();
  for (const next of targets(block.terminator))
    for (const local of entries[next] ?? []) live.add(local);
  useTerminator(block.terminator, live);
  for (let index = block.statements.length - 1; index >= from; index--) {
    const statement = block.statements[index];
    if (statement) useStatement(statement, live);
  }
  return live;
}

export function targets(terminator: Terminator): number[] {
  switch (terminator.kind) {
    case "goto":
    case "falseEdge":
      return [terminator.target];
    case "switch":
      return [...terminator.targets, terminator.otherwise];
    case "drop":
    case "assert":
      return defined(terminator.target, terminator.unwind);
    case "call":
      return defined(terminator.target, terminator.unwind);
    default:
      return [];
  }
}

function defined(...blocks: readonly (number | undefined)[]): number[] {
  return blocks.filter((block) => block !== undefined);
}

function useTerminator(terminator: Terminator, live: Bits): void {
  switch (terminator.kind) {
    case "switch":
      useOperand(terminator.operand, live);
      return;
    case "return":
      live.add(0);
      return;
    case "drop":
      usePlace(terminator.place, live);
      return;
    case "assert":
      useOperand(terminator.condition, live);
      if (terminator.message.kind === "boundsCheck") {
        useOperand(terminator.message.length, live);
        useOperand(terminator.message.index, live);
      }
      return;
    case "call":
      assign(terminator.destination, live);
      useOperand(terminator.func, live);
      for (const arg of terminator.args) useOperand(arg, live);
      return;
    default:
  }
}

function useStatement(statement: Statement, live: Bits): void {
  switch (statement.kind) {
    case "assign":
      assign(statement.place, live);
      useRvalue(statement.value, live);
      return;
    case "setDiscriminant":
      usePlace(statement.place, live);
      return;
    case "storageLive":
    case "storageDead":
      live.delete(statement.local);
      return;
    default:
  }
}

/** Assigning a part of a local, or through it, leaves the rest as it was. */
function assign(place: Place, live: Bits): void {
  if (place.projections.length === 0) live.delete(place.local);
  else usePlace(place, live);
}

function useRvalue(value: Rvalue, live: Bits): void {
  switch (value.kind) {
    case "use":
    case "repeat":
    case "cast":
    case "unary":
      useOperand(value.operand, live);
      return;
    case "ref":
    case "rawPtr":
    case "len":
    case "discriminant":
      usePlace(value.place, live);
      return;
    case "binary":
    case "checkedBinary":
      useOperand(value.left, live);
      useOperand(value.right, live);
      return;
    case "aggregate":
      for (const operand of value.operands) useOperand(operand, live);
  }
}

function useOperand(operand: Operand, live: Bits): void {
  if (operand.kind !== "constant") usePlace(operand.place, live);
}

function usePlace(place: Place, live: Bits): void {
  live.add(place.local);
  for (const projection of place.projections)
    if (projection.kind === "index") live.add(projection.local);
}
