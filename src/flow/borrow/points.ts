// Points of a body in one numbering: every statement and every terminator.

import type { Location } from "../../mir/dataflow.ts";
import type { BasicBlock, BlockId, Body } from "../../mir/mir.ts";
import { successors } from "../../mir/successors.ts";

export interface Points {
  readonly count: number;
  /** First point of each block. */
  readonly starts: readonly number[];
  /** Block of each point. */
  readonly blocks: readonly BlockId[];
}

export function makePoints(body: Body): Points {
  const starts: number[] = [];
  const blocks: BlockId[] = [];
  body.blocks.forEach((block, index) => {
    starts.push(blocks.length);
    for (let i = 0; i <= block.statements.length; i++) blocks.push(index as BlockId);
  });
  return { count: blocks.length, starts, blocks };
}

export function pointOf(points: Points, at: Location): number {
  return (points.starts[at.block] as number) + at.index;
}

export function locationOf(points: Points, point: number): Location {
  const block = points.blocks[point] as BlockId;
  return { block, index: point - (points.starts[block] as number) };
}

export function pointsAfter(body: Body, points: Points, point: number): number[] {
  const { block, index } = locationOf(points, point);
  const data = body.blocks[block] as BasicBlock;
  if (index < data.statements.length) return [point + 1];
  return successors(data.terminator).map((next) => points.starts[next] as number);
}
