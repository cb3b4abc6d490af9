// How a definition is written beside a function: by its bare name where that means it, else by its path.
//
// std's names come with the wrapper (`use std::fragment::*`), behind what the user's own items and imports mean by them.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import { isUserDef } from "../facts/typedBody.ts";

export function nameFor(analysis: Analysis, beside: DefId, def: DefId): string {
  const { program } = analysis;
  const { name } = program.def(def);
  if (isUserDef(analysis, def)) {
    const near = moduleOf(analysis, def) === moduleOf(analysis, beside);
    return near || imported(analysis, def) ? name : `crate::${pathBelowRoot(analysis, def)}`;
  }
  const other = program.localDefs.some(
    (id) => program.def(id).name === name && isType(analysis, id),
  );
  const elsewhere = (program.uses ?? []).some(
    (one) => one.def !== def && analysis.text.slice(one.span.start, one.span.end) === name,
  );
  if (other || elsewhere || !isCommon(analysis, def)) return program.path(def);
  return name;
}

export function moduleOf({ program }: Analysis, def: DefId): DefId {
  let at: DefId = def;
  for (;;) {
    const { kind, parent } = program.def(at);
    if (kind === "mod" || parent === undefined) return at;
    at = parent;
  }
}

function isType({ program }: Analysis, id: DefId): boolean {
  return ["struct", "enum", "union", "trait", "tyAlias"].includes(program.def(id).kind);
}

function imported({ program }: Analysis, def: DefId): boolean {
  return (program.uses ?? []).some((one) => one.def === def);
}

/** Among the names that a text without `use` lines may use, or imported here. */
function isCommon(analysis: Analysis, def: DefId): boolean {
  return imported(analysis, def) || COMMON.test(analysis.program.path(def));
}

/** Modules whose types `std::fragment` and the prelude bring in. */
const COMMON = /^std::(sync|rc|cell|vec|string|boxed|option|result|collections|time)::/;

function pathBelowRoot({ program }: Analysis, def: DefId): string {
  const names: string[] = [];
  for (
    let at: DefId | undefined = def;
    at !== undefined && at !== program.root;
    at = program.def(at).parent
  )
    names.unshift(program.def(at).name);
  return names.join("::");
}
