// Long lists of small jobs in the extension host: they give way to others every few milliseconds.

/** The share of a frame that one stretch of work may take. */
const STRETCH_MS = 8;

/** Maps each item, one after the other; gives up with what it has when the result is no longer wanted. */
export async function inStretches<T, R>(
  items: Iterable<T>,
  work: (item: T) => R,
  cancelled: () => boolean,
): Promise<R[]> {
  const results: R[] = [];
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > STRETCH_MS) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
    if (cancelled()) return results;
    results.push(work(item));
  }
  return results;
}
