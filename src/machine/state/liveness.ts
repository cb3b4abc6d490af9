// Which cells of a waiting frame can still be read. A backward dataflow over MIR (the classic live-variable analysis), made
// once per code. Locals that were borrowed count as live throughout; their storage statements clear them.
//
// The result is asked for at the operation at which a frame waits: a call in progress (its arguments are gone, its result
// is not there yet) or a visible operation still to come (its arguments count).

import type { Code, LiveCells } from "../code.ts";
import { localLiveness } from "../link/live.ts";

/** Offsets of the cells that matter. `waiting`: a call is in progress there, else the operation is still to come. */
export function liveCells(code: Code, pc: number, waiting: boolean): readonly number[] {
  code.live ??= prepare(code);
  return code.live.at(pc, waiting);
}

function prepare(code: Code): LiveCells {
  const liveness = localLiveness(code.body);
  const known = new Map<number, readonly number[]>();
  return {
    at(pc, waiting) {
      const key = waiting ? -pc - 1 : pc;
      const hit = known.get(key);
      if (hit) return hit;
      const origin = code.origins[pc];
      const locals =
        origin === undefined
          ? []
          : waiting
            ? liveness.during(origin.block)
            : liveness.before(origin.block, origin.statement);
      const cells = locals.flatMap((local) => cellsOfLocal(code, local));
      known.set(key, cells);
      return cells;
    },
  };
}

function cellsOfLocal(code: Code, local: number): number[] {
  const start = code.offsets[local] ?? 0;
  return Array.from({ length: code.sizes[local] ?? 0 }, (_, index) => start + index);
}
