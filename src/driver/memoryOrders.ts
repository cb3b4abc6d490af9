// What of a program makes the machine look closer at memory: orderings weaker than SeqCst, and unsafe code.
//
// The orderings are marked in std (`#[lockstep::weak]`); any mention in the text counts.

import { visitBody } from "../hir/visit.ts";
import type { Analysis } from "./contract.ts";

export function usesWeakOrders(analysis: Analysis): boolean {
  const { program, cx } = analysis;
  return program.localDefs.some((owner) => {
    const body = program.body(owner);
    if (body === undefined) return false;
    let found = false;
    visitBody(body, {
      path(path) {
        if (path.kind === "resolved" && "def" in path.res)
          found ||= program.marker(path.res.def, "weak") !== undefined;
      },
      expr(expr) {
        if (expr.kind !== "path" || expr.path.kind !== "relative") return;
        const resolved = cx.typeck(owner).resolutions.get(expr.id);
        if (resolved !== undefined) found ||= program.marker(resolved.def, "weak") !== undefined;
      },
    });
    return found;
  });
}

/** Only then two threads can reach the same memory without a lock. */
export function usesUnsafe(analysis: Analysis): boolean {
  const { program } = analysis;
  return program.localDefs.some((id) => {
    const def = program.def(id);
    if (def.kind === "impl" && def.unsafe) return true;
    if (def.kind === "static" && def.mutable) return true;
    const body = program.body(id);
    let found = false;
    if (body !== undefined) {
      visitBody(body, {
        expr(expr) {
          found ||= expr.kind === "block" && expr.unsafe;
        },
      });
    }
    return found;
  });
}
