// All errors of ownership and borrowing in a definition: its body and its closures.

import type { DefId } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import { checkBorrows } from "./borrow/check.ts";
import { closureRequirements } from "./borrow/closureRequirements.ts";
import { inferRegions } from "./borrow/infer.ts";
import type { Inferred } from "./borrow/infer.ts";
import { makeFlowCx } from "./flowCx.ts";
import type { FlowCx } from "./flowCx.ts";
import type { FlowError } from "./flowError.ts";
import { illegalMoves } from "./illegalMoves.ts";
import { checkMoves } from "./moves.ts";

interface Checked {
  readonly cx: FlowCx;
  readonly inferred: Inferred | undefined;
}

/** Sorted by place. Errors are `tentative` where types are not fully known. */
export function borrowErrors(mir: MirContext, def: DefId): FlowError[] {
  const known = new Map<number, Checked | undefined>();
  // A body asks for the closures that it makes.
  const bodyOf = (closure: number): Checked | undefined => {
    if (known.has(closure)) return known.get(closure);
    const cx = makeFlowCx(mir, closure < 0 ? { def } : { def, closure });
    const body = cx && { cx, inferred: inferRegions(cx, requirementsOf) };
    known.set(closure, body);
    return body;
  };
  const requirementsOf = (closure: number) => {
    const inferred = bodyOf(closure)?.inferred;
    return inferred ? closureRequirements(inferred) : [];
  };
  const errors: FlowError[] = [];
  for (let closure = -1; closure < mir.ty.typeck(def).closures.length; closure++) {
    const body = bodyOf(closure);
    if (!body) continue;
    const { cx, inferred } = body;
    const found = [...checkMoves(cx), ...illegalMoves(cx), ...checkBorrows(cx, inferred)];
    errors.push(
      ...(cx.body.tainted ? found.map((error) => ({ ...error, tentative: true })) : found),
    );
  }
  return errors.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
