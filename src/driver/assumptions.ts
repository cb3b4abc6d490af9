// Which assumptions of docs/model.md a program met: declared on std's items (`#[lockstep::assumes = "cores"]`;
// `assumes_beside_weak`: only in a program that also uses orderings weaker than SeqCst).

import type { DefId } from "../hir/defs.ts";
import { visitBody } from "../hir/visit.ts";
import type { Ready } from "./program.ts";
import { usesWeakOrders } from "./memoryOrders.ts";
import { lineAt } from "./places.ts";

export function assumptionsOf(
  program: Ready,
): readonly { readonly id: string; readonly line: number }[] {
  const { analysis } = program;
  const found = new Map<string, number>();
  const mixed = program.allSeqCst !== true && usesWeakOrders(analysis);
  const note = (def: DefId, position: number) => {
    if (program.allSeqCst === true && analysis.program.marker(def, "weak") !== undefined) return;
    const beside = mixed ? analysis.program.marker(def, "assumes_beside_weak") : undefined;
    const id = analysis.program.marker(def, "assumes") ?? beside;
    if (id !== undefined && !found.has(id)) found.set(id, lineAt(analysis, position));
  };
  for (const owner of analysis.program.localDefs) {
    const body = analysis.program.body(owner);
    if (body === undefined) continue;
    const results = analysis.cx.typeck(owner);
    visitBody(body, {
      expr(expr) {
        const callee =
          expr.kind === "methodCall"
            ? results.methods.get(expr.id)
            : results.resolutions.get(expr.id);
        if (callee !== undefined) note(callee.def, expr.span.start);
      },
      path(path) {
        if (path.kind === "resolved" && "def" in path.res) note(path.res.def, path.span.start);
      },
    });
  }
  return [...found].map(([id, line]) => ({ id, line }));
}
