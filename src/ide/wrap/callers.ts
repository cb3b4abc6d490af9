// Which entry leads to a function: the nearest one that calls it, perhaps through others, or hands it to somebody who does.
//
// Breadth first against the direction of calls. A call through a trait counts for every implementation of the user's.

import type { Analysis, Entry } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import { remembered } from "../../driver/memo.ts";
import { isUserDef, typedBodies } from "../facts/typedBody.ts";

/** The function itself where it is an entry; of entries equally near, `main` comes first, then tests. */
export function entryReaching(analysis: Analysis, def: DefId): Entry | undefined {
  const callers = callersIn(analysis);
  const seen = new Set<DefId>([def]);
  let found: Entry | undefined;
  for (let near: readonly DefId[] = [def]; near.length > 0 && !isProgram(found);) {
    const here = analysis.entries.filter((entry) => near.includes(entry.def));
    found = here.find(isProgram) ?? found ?? here[0];
    near = near.flatMap((one) => [...(callers.get(one) ?? [])]).filter((one) => !seen.has(one));
    for (const one of near) seen.add(one);
  }
  return found;
}

/** What is meant to be run; any other function without parameters only may be. */
function isProgram(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.kind !== "function";
}

function callersIn(analysis: Analysis): ReadonlyMap<DefId, ReadonlySet<DefId>> {
  return remembered(analysis, "callers", () => {
    const callers = new Map<DefId, Set<DefId>>();
    for (const typed of typedBodies(analysis)) {
      const named = [...typed.results.resolutions.values(), ...typed.results.methods.values()];
      for (const { def } of named) {
        for (const target of targetsOf(analysis, def)) {
          const known = callers.get(target) ?? new Set();
          callers.set(target, known.add(typed.owner));
        }
      }
    }
    return callers;
  });
}

function targetsOf(analysis: Analysis, def: DefId): readonly DefId[] {
  const { program, cx } = analysis;
  const { parent, kind } = program.def(def);
  if (kind !== "fn") return [];
  if (parent === undefined || program.def(parent).kind !== "trait")
    return isUserDef(analysis, def) ? [def] : [];
  const impls = cx.traitImpls(parent).all.flatMap((one) => cx.implItem(one.def, def) ?? []);
  return [def, ...impls].filter((one) => isUserDef(analysis, one));
}
