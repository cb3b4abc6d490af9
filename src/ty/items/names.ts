// Names that a program declares: the methods there are anywhere.

import type { Program } from "../../hir/defs.ts";

/** Methods and associated functions of all types and traits. */
export function methodNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const id of program.localDefs) {
    const def = program.def(id);
    const parent = def.kind === "fn" && def.parent !== undefined ? program.def(def.parent).kind : undefined;
    if (parent === "impl" || parent === "trait") names.add(def.name);
  }
  return names;
}
