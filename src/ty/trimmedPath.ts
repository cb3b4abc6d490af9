// Paths in messages: the last segment where only one visible item has that name, else the whole path.
// Follows `trimmed_def_paths`. What shares its name with an item of the real std that is not declared here carries
// `#[lockstep::qualified]`.

import type { DefId, Program } from "../hir/defs.ts";
import type { TyContext } from "./queries.ts";

export function trimmedPath(cx: TyContext, id: DefId): string {
  const def = cx.def(id);
  return isUnique(cx, def.name, id) ? def.name : cx.program.path(id);
}

function isUnique(cx: TyContext, name: string, id: DefId): boolean {
  const std = cx.program.std ?? cx.program;
  if (id >= std.defCount) return true;
  return (namesOf(std).get(name) ?? 0) <= 1 && cx.program.marker(id, "qualified") === undefined;
}

const CACHE = new WeakMap<Program, ReadonlyMap<string, number>>();

function namesOf(program: Program): ReadonlyMap<string, number> {
  const known = CACHE.get(program);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const id of program.localDefs) {
    const def = program.def(id);
    const named = ["struct", "enum", "union", "trait"].includes(def.kind);
    if (named && def.visibility.kind === "public") counts.set(def.name, (counts.get(def.name) ?? 0) + 1);
  }
  CACHE.set(program, counts);
  return counts;
}
