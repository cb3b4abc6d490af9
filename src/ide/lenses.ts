// CodeLens: one above each entry that starts threads or uses what std declares as concurrent.

import type { Analysis } from "../driver/contract.ts";
import type { DefId } from "../hir/defs.ts";
import { visitBody } from "../hir/visit.ts";
import type { Lens } from "./contract.ts";
import { marked } from "./hover/subject.ts";

export function lensesOf(analysis: Analysis): readonly Lens[] {
  return analysis.entries.flatMap((entry) => {
    const kinds = concurrentKinds(analysis, entry.def);
    if (kinds.size === 0) return [];
    const what = [...kinds].slice(0, 3).join(", ");
    return [{ span: entry.nameSpan, entry: entry.path, title: `▶ Visualize concurrency · ${what}` }];
  });
}

/** Kinds of object that variables of the function hold, and whether it calls something that starts a thread. */
function concurrentKinds(analysis: Analysis, def: DefId): ReadonlySet<string> {
  const kinds = new Set<string>();
  const body = analysis.program.body(def);
  if (body === undefined) return kinds;
  const results = analysis.cx.typeck(def);
  visitBody(body, {
    expr(expr) {
      const callee =
        expr.kind === "path" ? results.resolutions.get(expr.id) : expr.kind === "methodCall" ? results.methods.get(expr.id) : undefined;
      if (callee !== undefined && analysis.program.marker(callee.def, "spawns") !== undefined) kinds.add("threads");
    },
  });
  for (const ty of results.localTys) {
    if (ty === undefined) continue;
    for (const { value } of marked(analysis, ty, "object")) kinds.add(value);
  }
  return kinds;
}
