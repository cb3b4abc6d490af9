import type { FnCtxt } from "../fnCtxt.ts";

export function checkExhaustiveness(_fcx: FnCtxt): void {}
