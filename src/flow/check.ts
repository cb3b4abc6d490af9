// All errors of ownership and borrowing in a definition: its body and its closures.

import type { DefId } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import { checkBorrows } from "./borrow/check.ts";
import { makeFlowCx } from "./flowCx.ts";
import type { FlowError } from "./flowError.ts";
import { illegalMoves } from "./illegalMoves.ts";
import { checkMoves } from "./moves.ts";

/** Sorted by place. Errors are `tentative` where types are not fully known. */
export function borrowErrors(mir: MirContext, def: DefId): FlowError[] {
  const results = mir.ty.typeck(def);
  const errors: FlowError[] = [];
  for (let closure = -1; closure < results.closures.length; closure++) {
    const cx = makeFlowCx(mir, closure < 0 ? { def } : { def, closure });
    if (!cx) continue;
    const found = [...checkMoves(cx), ...illegalMoves(cx), ...checkBorrows(cx)];
    errors.push(
      ...(cx.body.tainted ? found.map((error) => ({ ...error, tentative: true })) : found),
    );
  }
  return errors.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
