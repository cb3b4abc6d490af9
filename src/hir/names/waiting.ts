// What waits for imports: macro calls in item position and derives whose macro is not known yet.

import type { Crate } from "../crate.ts";

/** Tries again what waited for imports; tells whether anything came of it. */
export function retryWaiting(crate: Crate, settled: boolean): boolean {
  const waiting = crate.waiting.splice(0);
  let progress = false;
  for (const one of waiting) {
    if (one.retry(settled)) progress = true;
    else crate.waiting.push(one);
  }
  return progress;
}
