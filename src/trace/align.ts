// Two runs in step: which events of one stand beside which of the other.
//
// The heaviest common subsequence: events match that are of one thread and of one sort (taking a lock is like borrowing a cell), and
// weigh more on the same line. Needleman–Wunsch without penalties; long runs go in step by number.

import { eventAt, type EventKind, type Trace } from "./trace.ts";

/** Steps of both together: the row on each side. Both only grow, and at each step at least one does. */
export interface Aligned {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Cells of the table; some 10 ms. */
const MAX_CELLS = 1_000_000;

const SORTS: Partial<Record<EventKind, EventKind>> = {
  borrow: "acquire",
  borrowEnd: "release",
  tryFailed: "acquire",
  blocked: "acquire",
  send: "write",
  recv: "load",
};

export function alignTraces(a: Trace, b: Trace): Aligned {
  const rows = [a.events.count, b.events.count] as const;
  if (rows[0] * rows[1] > MAX_CELLS) return byNumber(...rows);
  const keys = [keysOf(a), keysOf(b)] as const;
  return merged(matches(a, b, keys), ...rows);
}

function byNumber(a: number, b: number): Aligned {
  const steps = Array.from({ length: Math.max(a, b) }, (_, at) => at);
  return {
    left: steps.map((at) => Math.min(at, a - 1)),
    right: steps.map((at) => Math.min(at, b - 1)),
  };
}

function keysOf({ events }: Trace): readonly string[] {
  return Array.from({ length: events.count }, (_, row) => {
    const { kind, thread } = eventAt(events, row);
    return `${SORTS[kind] ?? kind} ${thread}`;
  });
}

/** Pairs of rows, in order. */
function matches(
  a: Trace,
  b: Trace,
  [left, right]: readonly [readonly string[], readonly string[]],
): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const weight = (i: number, j: number) =>
    left[i] !== right[j] ? 0 : a.events.line[i] === b.events.line[j] ? 2 : 1;
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const own = weight(i, j);
      const both = own === 0 ? 0 : own + at(i + 1, j + 1);
      best[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const own = weight(i, j);
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Each pair is a step; between two of them first the left side goes on, then the right. */
function merged(pairs: readonly (readonly [number, number])[], a: number, b: number): Aligned {
  const left: number[] = [];
  const right: number[] = [];
  let [i, j] = [0, 0];
  const push = () => {
    left.push(Math.max(0, i - 1));
    right.push(Math.max(0, j - 1));
  };
  for (const [nextI, nextJ] of [...pairs, [a, b] as const]) {
    while (i < nextI) {
      i++;
      push();
    }
    while (j < nextJ) {
      j++;
      push();
    }
    if (nextI === a && nextJ === b) break;
    i++;
    j++;
    push();
  }
  return { left, right };
}
