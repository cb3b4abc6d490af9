// Imports: resolved in rounds until nothing changes, as in `rustc_resolve::imports`.
//
// A single import gives its name in every namespace in which the source has it. A glob is a standing connection: what
// its source gets later arrives too. Definitions and single imports shadow globs. When a round brings nothing new, the
// next one is "settled": names that are still missing count as missing.

import type { Span } from "../../base/span.ts";
import type { Ident } from "../../syntax/ast.ts";
import { NAMESPACES, homeOf, moduleOfDef } from "../crate.ts";
import type { Binding, Crate, Import, ModuleData, NameRes, Namespace } from "../crate.ts";
import type { DefVisibility } from "../defs.ts";
import { define, passThroughGlob } from "./define.ts";
import { checkPrivacy, giveUp, isCertain } from "./importErrors.ts";
import type { ImportFailure } from "./importErrors.ts";
import { isPathKeyword, lookupIn, lookupLexical, resolvePath } from "./lookup.ts";
import type { PathResult } from "./lookup.ts";

/** Resolves what is pending; `retryMacros` expands macro calls that waited for imports and tells whether any did. */
export function resolveImports(crate: Crate, retryMacros: (settled: boolean) => boolean): void {
  const failures = new Map<Import, ImportFailure>();
  let settled = false;
  for (let round = 0; round < 1000; round += 1) {
    const pending = crate.imports.filter((one) => !one.done);
    let progress = false;
    for (const one of pending) progress = tryImport(crate, one, settled, failures) || progress;
    progress = retryMacros(settled) || progress;
    if (progress) settled = false;
    else if (settled) break;
    else settled = true;
  }
  settleImports(crate, failures);
  crate.imports.length = 0;
}

/**
 * Reports what nothing could resolve. What may be there after all comes first: an import of a name that another import
 * left unknown is unknown too, and one of a name that another failed to import has been reported with that.
 */
function settleImports(crate: Crate, failures: Map<Import, ImportFailure>): void {
  let failed: Import[] = [];
  for (const one of crate.imports) {
    if (isResolved(one)) checkPrivacy(crate, one);
    else failed.push(one);
  }
  while (failed.length > 0) {
    const next =
      failed.find((one) => !isCertain(crate, one, failures.get(one))) ?? (failed[0] as Import);
    giveUp(crate, next, failures.get(next));
    failed = failed.filter((one) => {
      if (one !== next) tryImport(crate, one, true, failures);
      return one !== next && !isResolved(one);
    });
  }
  for (const one of crate.imports) one.done = true;
}

function isResolved(one: Import): boolean {
  if (one.kind === "single") return one.foundIn.size > 0;
  return one.into !== undefined && one.into !== "unknown";
}

function tryImport(
  crate: Crate,
  one: Import,
  settled: boolean,
  failures: Map<Import, ImportFailure>,
): boolean {
  let progress = false;
  if (one.into === undefined) {
    const result = resolveModulePath(crate, one, settled);
    if (result.kind === "undetermined") return false;
    if (result.kind === "module") {
      one.into = result.module;
      progress = true;
    } else {
      if (settled) fail(one, result, failures);
      return false;
    }
  }
  const { into } = one;
  if (into === undefined || into === "unknown") return progress;
  if (one.kind === "glob") return openGlob(crate, one, into) || progress;
  return importNames(crate, one, into, settled, failures) || progress;
}

function fail(one: Import, result: PathResult, failures: Map<Import, ImportFailure>): void {
  if (result.kind === "failed") {
    failures.set(one, { index: result.index, certain: result.certain, module: result.module });
  } else if (result.kind === "res") {
    const certain = result.res.kind !== "error" || result.res.certain;
    const index = Math.max(0, one.path.length - result.unresolved - 1);
    failures.set(one, {
      index,
      certain: certain && result.res.kind !== "error",
      module: undefined,
    });
  }
}

/** Imports of edition 2015 begin at the root of the crate. */
function isFromRoot(crate: Crate, one: Import): boolean {
  if (one.global || crate.edition !== 2015) return one.global;
  const first = (one.path[0] ?? one.source)?.name;
  return first === undefined || !isPathKeyword(first);
}

/** The module that the import looks into. `use name;` alone looks outwards from its own module. */
function resolveModulePath(crate: Crate, one: Import, settled: boolean): PathResult {
  const result = resolvePath(crate, {
    segments: one.path,
    global: isFromRoot(crate, one),
    ns: "types",
    from: one.module,
    settled,
    first: (ident, ns) => lookupLexical(crate, one.module, ns, ident.name, settled),
  });
  if (one.path.length === 0)
    return { kind: "module", module: isFromRoot(crate, one) ? crate.root : one.module };
  if (result.kind !== "res" || result.unresolved > 0) return result;
  const module = result.res.kind === "def" ? moduleOfDef(crate, result.res.def) : undefined;
  return module === undefined ? result : { kind: "module", module };
}

function importNames(
  crate: Crate,
  one: Import,
  into: ModuleData,
  settled: boolean,
  failures: Map<Import, ImportFailure>,
): boolean {
  const source = (one.source as Ident).name;
  let progress = false;
  let open = false;
  let certain = true;
  for (const ns of NAMESPACES) {
    if (one.foundIn.has(ns) || (one.typesOnly && ns !== "types")) continue;
    const here = lookupSource(crate, one, into, ns, source, settled);
    if (here.kind === "undetermined") open = true;
    else if (here.kind === "none") certain &&= here.certain;
    else if (here.binding.import !== one) {
      one.foundIn.add(ns);
      defineImport(crate, one, ns, here.binding);
      progress = true;
    }
  }
  if (!open && one.foundIn.size > 0 && (settled || !sourceMayGrow(into))) one.done = true;
  if (settled && one.foundIn.size === 0) {
    failures.set(one, { index: one.path.length, certain, module: into });
  }
  return progress;
}

function sourceMayGrow(module: ModuleData): boolean {
  return module.globs.some((glob) => !glob.done);
}

/** `use name;` and `use ::name;` have no module before the name. */
function lookupSource(
  crate: Crate,
  one: Import,
  into: ModuleData,
  ns: Namespace,
  name: string,
  settled: boolean,
) {
  if (one.path.length > 0) {
    if (name === "self" || name === "crate" || name === "super") return selfLookup(into, ns);
    return lookupIn(into, ns, name, settled);
  }
  const result = resolvePath(crate, {
    segments: [one.source as Ident],
    global: isFromRoot(crate, one),
    ns,
    from: one.module,
    settled,
    first: (ident, space) => lookupLexical(crate, one.module, space, ident.name, settled),
  });
  if (result.kind === "undetermined") return { kind: "undetermined" } as const;
  if (result.kind === "res" && result.binding !== undefined) {
    return { kind: "found", binding: result.binding } as const;
  }
  if (result.kind === "module") return selfLookup(result.module, ns);
  const certain = result.kind !== "failed" || result.certain;
  return { kind: "none", certain } as const;
}

function selfLookup(module: ModuleData, ns: Namespace) {
  if (ns !== "types") return { kind: "none", certain: true } as const;
  const res: NameRes = { kind: "def", def: module.id };
  const visibility: DefVisibility = { kind: "public" };
  const binding: Binding = { res, visibility, span: NOWHERE, import: undefined, glob: false };
  return { kind: "found", binding } as const;
}

const NOWHERE: Span = { start: 0, end: 0 };

function defineImport(crate: Crate, one: Import, ns: Namespace, source: Binding): void {
  const target = one.target as Ident;
  noteUse(crate, one, source.res);
  const isTrait = source.res.kind === "def" && moduleOfDef(crate, source.res.def)?.kind === "trait";
  if (target.name === "_" && !isTrait) return;
  const name = target.name === "_" ? `_#${one.span.start}` : target.name;
  define(crate, one.module, ns, name, {
    res: source.res,
    visibility: one.visibility,
    span: one.span,
    import: one,
    glob: false,
  });
}

/** For tools: what the last name of a `use` line is. */
function noteUse(crate: Crate, one: Import, res: NameRes): void {
  if (crate.std === undefined || one.source === undefined) return;
  const def =
    res.kind === "def" || res.kind === "ctor"
      ? res.def
      : res.kind === "macro"
        ? res.macro.id
        : undefined;
  if (def !== undefined)
    crate.uses.push({ span: { start: one.source.start, end: one.source.end }, def });
}

function openGlob(crate: Crate, one: Import, into: ModuleData): boolean {
  one.done = true;
  if (into === one.module) return true;
  // What is sealed gets no more names: nothing will pass through.
  if (!homeOf(crate, into.id).sealed) into.importers.push(one);
  if (into.incomplete) one.module.incomplete = true;
  if (into.real !== undefined) one.module.globbed.push(into);
  one.module.globbed.push(...into.globbed);
  for (const ns of NAMESPACES) {
    for (const [name, binding] of into.names[ns]) passThroughGlob(crate, one, ns, name, binding);
  }
  return true;
}
