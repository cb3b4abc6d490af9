// A crate as later rooms see it: definitions and bodies, made at first use, and what went wrong.

import { homeOf, nodeOf } from "./crate.ts";
import type { Crate } from "./crate.ts";
import type { Def, DefId, HirError, Program } from "./defs.ts";
import type { HirBody } from "./hir.ts";
import { lowerBody } from "./lower/body.ts";
import { buildDef } from "./lower/items.ts";
import { pathOf } from "./names/paths.ts";
import { namesOf } from "./names/realNames.ts";
import { traitsInScope } from "./names/traits.ts";

/** A program with the crate it was made of, for programs on top of it. */
export interface ResolvedProgram extends Program {
  readonly crate: Crate;
}

export function defOf(crate: Crate, id: DefId): Def {
  const home = homeOf(crate, id);
  const known = home.defs[id - home.base];
  if (known !== undefined) return known;
  const def = home.stored?.def(id) ?? buildDef(home, nodeOf(crate, id));
  home.defs[id - home.base] = def;
  return def;
}

export function bodyOf(crate: Crate, id: DefId): HirBody | undefined {
  const home = homeOf(crate, id);
  if (home.bodies.has(id)) return home.bodies.get(id);
  // A body asked for while it is being lowered is not there yet.
  home.bodies.set(id, undefined);
  const body =
    home.stored === undefined ? lowerBody(home, nodeOf(crate, id)) : home.stored.body(id);
  home.bodies.set(id, body);
  return body;
}

/**
 * As rustc shows them: items and macros first, then names in the order of the text; later phases stay silent after an
 * earlier one failed.
 */
function errorsOf(crate: Crate): readonly HirError[] {
  if (crate.errors.length === 0) return crate.lateErrors;
  const early = crate.errors.filter(
    (error) => error.owner === undefined || error.code === undefined,
  );
  if (crate.macroFailed) return early;
  const late = crate.errors.filter(
    (error) => error.owner !== undefined && error.code !== undefined,
  );
  return [...early, ...late.sort((a, b) => a.span.start - b.span.start)];
}

function realNamesOf(std: Crate, of: DefId | string): ReadonlySet<string> | undefined {
  const names = std.realNames;
  if (names === undefined) return undefined;
  const entry = typeof of === "string" ? `prim ${of}` : names.entryOf.get(of);
  return entry === undefined ? undefined : namesOf(names, entry);
}

function implTrait(crate: Crate, impl: DefId): DefId | undefined {
  const def = defOf(crate, impl);
  return def.kind === "impl" ? def.trait?.trait : undefined;
}

export function programOf(crate: Crate, stdProgram: Program | undefined): ResolvedProgram {
  const { std } = crate;
  let localDefs: readonly DefId[] = [];
  let impls: readonly DefId[] = [];
  return {
    crate,
    std: stdProgram,
    root: crate.root.id,
    edition: crate.edition,
    get defCount() {
      return crate.base + crate.nodes.length;
    },
    def: (id) => defOf(crate, id),
    // Bodies lowered later may add definitions: both lists grow.
    get localDefs() {
      if (localDefs.length !== crate.nodes.length)
        localDefs = Array.from(crate.nodes, (_, at) => (crate.base + at) as DefId);
      return localDefs;
    },
    get impls() {
      if (std === undefined) return crate.impls;
      if (impls.length !== std.impls.length + crate.impls.length)
        impls = [...std.impls, ...crate.impls];
      return impls;
    },
    traitsInScope: (body, scope) =>
      traitsInScope(crate, body, scope, (impl) => implTrait(crate, impl)),
    lang: (name) => (std ?? crate).langs.get(name),
    langOf: (id) => homeOf(crate, id).langOf.get(id),
    marker: (id, name) => homeOf(crate, id).markers.get(id)?.get(name),
    body: (id) => bodyOf(crate, id),
    get errors() {
      return errorsOf(crate);
    },
    unsupported: crate.unsupported,
    get incomplete() {
      return crate.incomplete;
    },
    uses: crate.uses,
    path: (id) => pathOf(crate, id),
    implIndex: () => crate.stored?.implIndex(),
    realNames: (of) => realNamesOf(std ?? crate, of),
  };
}
