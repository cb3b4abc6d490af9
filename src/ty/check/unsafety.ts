import type { FnCtxt } from "./fnCtxt.ts";

export function checkUnsafety(_fcx: FnCtxt): void {}
