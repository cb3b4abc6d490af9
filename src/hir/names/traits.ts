// Traits in scope: what method calls may find (`rustc_resolve::traits_in_scope`).

import type { Crate, ModuleData, Scope } from "../crate.ts";
import { homeOf, nodeOf } from "../crate.ts";
import type { DefId, ScopeId } from "../defs.ts";

/** Traits that are named, imported or glob-imported around a place, and std's prelude. */
export function traitsInScope(
  crate: Crate,
  body: DefId,
  scope: ScopeId | undefined,
  implTrait: (impl: DefId) => DefId | undefined,
): readonly DefId[] {
  const home = homeOf(crate, body);
  const out = new Set<DefId>();
  const own = ownTrait(crate, body, implTrait);
  if (own !== undefined) out.add(own);
  let at: Scope =
    (scope === undefined ? undefined : home.scopes[scope]) ?? nodeOf(crate, body).scope;
  for (;;) {
    if (at.kind === "block" || at.kind === "module")
      for (const trait of traitsOf(crate, at.module)) out.add(trait);
    if (at.kind === "module") break;
    at = at.parent;
  }
  const prelude = home.prelude ?? home.std?.prelude;
  if (prelude !== undefined) for (const trait of traitsOf(crate, prelude)) out.add(trait);
  return [...out];
}

/** Inside a trait, and inside an impl of one, its own methods are in scope. */
function ownTrait(
  crate: Crate,
  body: DefId,
  implTrait: (impl: DefId) => DefId | undefined,
): DefId | undefined {
  const { parent } = nodeOf(crate, body);
  const owner = parent === undefined ? undefined : nodeOf(crate, parent);
  if (owner?.kind === "trait") return owner.id;
  return owner?.kind === "impl" ? implTrait(owner.id) : undefined;
}

/** Traits that a module names. */
export function traitsOf(crate: Crate, module: ModuleData): readonly DefId[] {
  if (module.traits !== undefined) return module.traits;
  const out: DefId[] = [];
  for (const binding of module.names.types.values()) {
    const { res } = binding;
    if (res.kind === "def" && nodeOf(crate, res.def).kind === "trait") out.push(res.def);
  }
  module.traits = out;
  return out;
}
