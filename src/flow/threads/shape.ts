// The shape of a body: which blocks every run through it passes, and which may be passed more than once.

import type { BlockId, Body, Terminator } from "../../mir/mir.ts";

export interface Shape {
  /** Every way through the body that ends comes here. */
  readonly inevitable: ReadonlySet<number>;
  readonly repeated: ReadonlySet<number>;
}

/** Where control goes on when nothing panics. */
export function ordinarySuccessors(terminator: Terminator): readonly BlockId[] {
  switch (terminator.kind) {
    case "goto":
    case "drop":
    case "assert":
    case "falseEdge":
      return [terminator.target];
    case "switch":
      return [...terminator.targets, terminator.otherwise];
    case "call":
    case "unsupported":
      return terminator.target === undefined ? [] : [terminator.target];
    default:
      return [];
  }
}

export function shapeOf(body: Body): Shape {
  const next = body.blocks.map((block) => ordinarySuccessors(block.terminator));
  const inevitable = new Set<number>();
  const repeated = new Set<number>();
  body.blocks.forEach((block, index) => {
    if (block.cleanup) return;
    if (!endsWithout(body, next, index)) inevitable.add(index);
    if (reaches(next, index)) repeated.add(index);
  });
  return { inevitable, repeated };
}

function endsWithout(body: Body, next: readonly (readonly BlockId[])[], avoided: number): boolean {
  if (avoided === 0) return false;
  const seen = new Set<number>([0]);
  for (const block of seen) {
    const { terminator } = body.blocks[block] as Body["blocks"][number];
    const ends = (next[block] ?? []).length === 0 && terminator.kind !== "unreachable";
    if (ends) return true;
    for (const one of next[block] ?? []) if (one !== avoided) seen.add(one);
  }
  return false;
}

function reaches(next: readonly (readonly BlockId[])[], block: number): boolean {
  const seen = new Set<number>(next[block]);
  for (const one of seen) {
    if (one === block) return true;
    for (const further of next[one] ?? []) seen.add(further);
  }
  return false;
}
