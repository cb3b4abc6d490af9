// Binary searches over sorted columns.

interface Sorted {
  readonly length: number;
  readonly [index: number]: number;
}

/** First index whose value is at least `value`; the length when there is none. */
export function lowerBound(sorted: Sorted, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Last index whose value is at most `value`; -1 when there is none. */
export function floorIndex(sorted: Sorted, value: number): number {
  return lowerBound(sorted, value + 1) - 1;
}

/** How many values lie in [from, to). */
export function countBetween(sorted: Sorted, from: number, to: number): number {
  return lowerBound(sorted, to) - lowerBound(sorted, from);
}
