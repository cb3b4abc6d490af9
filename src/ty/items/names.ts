// Names that a program declares: its methods, and the traits that they come from.

import type { DefId, Program } from "../../hir/defs.ts";

/** Traits by the names of their functions. */
export function traitsByMethod(program: Program): ReadonlyMap<string, readonly DefId[]> {
  const out = new Map<string, DefId[]>();
  for (const id of program.localDefs) {
    const def = program.def(id);
    if (def.kind !== "fn" || def.parent === undefined || program.def(def.parent).kind !== "trait")
      continue;
    const list = out.get(def.name);
    if (list) list.push(def.parent);
    else out.set(def.name, [def.parent]);
  }
  return out;
}

/** Methods and associated functions of all types and traits. */
export function methodNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const id of program.localDefs) {
    const def = program.def(id);
    const parent =
      def.kind === "fn" && def.parent !== undefined ? program.def(def.parent).kind : undefined;
    if (parent === "impl" || parent === "trait") names.add(def.name);
  }
  return names;
}
