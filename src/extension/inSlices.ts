// Work in pieces between which the editor gets its turn.

import type { Steps } from "../base/steps.ts";

const SLICE_MS = 8;

/** Undefined when it was no longer wanted. */
export async function inSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const begun = performance.now();
    while (performance.now() - begun < SLICE_MS) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return undefined;
  }
}
