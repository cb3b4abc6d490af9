// Imports: resolved in rounds until nothing changes, as in `rustc_resolve::imports`.
//
// A single import gives its name in every namespace in which the source has it. A glob is a standing connection: what
// its source gets later arrives too. Definitions and single imports shadow globs. When a round brings nothing new, the
// next one is "settled": names that are still missing count as missing.

import type { Span } from "../../base/span.ts";
import type { Ident } from "../../syntax/ast.ts";
import type { DefVisibility } from "../defs.ts";
import { NAMESPACES, isAccessible, moduleOfDef, reportError, reportUnsupported } from "../crate.ts";
import type { Binding, Crate, Import, ModuleData, NameRes, Namespace } from "../crate.ts";
import { describeBinding, describeRes } from "./describe.ts";
import { isPathKeyword, isStdModule, lookupIn, lookupLexical, mayBeExternCrate, resolvePath } from "./lookup.ts";
import type { PathResult } from "./lookup.ts";

interface Failure {
  readonly index: number;
  readonly certain: boolean;
  readonly module: ModuleData | undefined;
}

/** Resolves what is pending; `retryMacros` expands macro calls that waited for imports and tells whether any did. */
export function resolveImports(crate: Crate, retryMacros: (settled: boolean) => boolean): void {
  const failures = new Map<Import, Failure>();
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
  for (const one of crate.imports) {
    if (one.kind === "single" ? one.foundIn.size > 0 : one.into !== undefined && one.into !== "unknown") {
      checkPrivacy(crate, one);
    } else giveUp(crate, one, failures.get(one));
    one.done = true;
  }
  crate.imports.length = 0;
}

function tryImport(
  crate: Crate,
  one: Import,
  settled: boolean,
  failures: Map<Import, Failure>,
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

function fail(one: Import, result: PathResult, failures: Map<Import, Failure>): void {
  if (result.kind === "failed") {
    failures.set(one, { index: result.index, certain: result.certain, module: result.module });
  } else if (result.kind === "res") {
    const certain = result.res.kind !== "error" || result.res.certain;
    const index = Math.max(0, one.path.length - result.unresolved - 1);
    failures.set(one, { index, certain: certain && result.res.kind !== "error", module: undefined });
  }
}

/** The module that the import looks into. `use name;` alone looks outwards from its own module. */
function resolveModulePath(crate: Crate, one: Import, settled: boolean): PathResult {
  const result = resolvePath(crate, {
    segments: one.path,
    global: one.global,
    ns: "types",
    from: one.module,
    settled,
    first: (ident, ns) => lookupLexical(crate, one.module, ns, ident.name, settled),
  });
  if (one.path.length === 0) return { kind: "module", module: one.global ? crate.root : one.module };
  if (result.kind !== "res" || result.unresolved > 0) return result;
  const module = result.res.kind === "def" ? moduleOfDef(crate, result.res.def) : undefined;
  return module === undefined ? result : { kind: "module", module };
}

function importNames(
  crate: Crate,
  one: Import,
  into: ModuleData,
  settled: boolean,
  failures: Map<Import, Failure>,
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
    global: one.global,
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
  const def = res.kind === "def" || res.kind === "ctor" ? res.def : res.kind === "macro" ? res.macro.id : undefined;
  if (def !== undefined) crate.uses.push({ span: { start: one.source.start, end: one.source.end }, def });
}

function openGlob(crate: Crate, one: Import, into: ModuleData): boolean {
  one.done = true;
  if (into === one.module) return true;
  into.importers.push(one);
  if (into.incomplete) one.module.incomplete = true;
  if (into.real !== undefined) one.module.globbed.push(into);
  one.module.globbed.push(...into.globbed);
  for (const ns of NAMESPACES) {
    for (const [name, binding] of into.names[ns]) passThroughGlob(crate, one, ns, name, binding);
  }
  return true;
}

function passThroughGlob(crate: Crate, one: Import, ns: Namespace, name: string, binding: Binding): void {
  if (!isAccessible(binding.visibility, one.module)) return;
  define(crate, one.module, ns, name, {
    res: binding.res,
    visibility: one.visibility,
    span: one.span,
    import: one,
    glob: true,
  });
}

/** Puts a binding into a module and on through the globs that look into it. Reports a clash of definitions. */
export function define(crate: Crate, module: ModuleData, ns: Namespace, name: string, binding: Binding): void {
  const names = module.names[ns];
  const old = names.get(name);
  if (old !== undefined) {
    if (binding.glob) {
      if (old.glob && !sameRes(old.res, binding.res) && old.ambiguous === undefined) {
        names.set(name, { ...old, ambiguous: binding });
      }
      return;
    }
    if (!old.glob) {
      reportClash(crate, ns, name, old, binding);
      return;
    }
  }
  names.set(name, binding);
  module.traits = undefined;
  for (const importer of module.importers) passThroughGlob(crate, importer, ns, name, binding);
}

export function sameRes(a: NameRes, b: NameRes): boolean {
  if (a.kind !== b.kind) return false;
  if ((a.kind === "def" || a.kind === "ctor") && (b.kind === "def" || b.kind === "ctor")) return a.def === b.def;
  if (a.kind === "macro" && b.kind === "macro") return a.macro === b.macro;
  if (a.kind === "prim" && b.kind === "prim") return a.prim === b.prim;
  return a.kind === "error";
}

function reportClash(crate: Crate, ns: Namespace, name: string, old: Binding, binding: Binding): void {
  // Textual scope lets one macro_rules shadow another of the same name.
  if (ns === "macros" && binding.import === undefined && old.import === undefined) return;
  if (old.res.kind === "error" || binding.res.kind === "error") return;
  const imports = (old.import === undefined ? 0 : 1) + (binding.import === undefined ? 0 : 1);
  const code = clashCode(imports, [old, binding].filter((one) => one.externCrate === true).length);
  // The error stands at the later of the two in the text.
  const [first, second] = old.span.start > binding.span.start ? [binding, old] : [old, binding];
  reportError(crate, {
    code,
    message: `the name \`${name}\` is defined multiple times`,
    span: second.span,
    related: [{ span: first.span, message: `previous ${imports === 2 ? "import" : "definition"} of ${spaceNoun(crate, first, ns)} \`${name}\` here` }],
  });
}

function clashCode(imports: number, externCrates: number): string {
  if (externCrates === 2) return "E0259";
  if (externCrates === 1) return imports === 0 ? "E0260" : "E0254";
  return imports === 0 ? "E0428" : imports === 1 ? "E0255" : "E0252";
}

function spaceNoun(crate: Crate, binding: Binding, ns: Namespace): string {
  if (binding.import !== undefined || binding.res.kind !== "def") {
    return ns === "macros" ? "the macro" : ns === "values" ? "the value" : "the type";
  }
  const noun = describeRes(crate, binding.res);
  return noun === "module" || noun === "trait" ? `the ${noun}` : ns === "values" ? "the value" : ns === "macros" ? "the macro" : "the type";
}

/** An import that found nothing: an error if that is certain, else its names are unknown. */
function giveUp(crate: Crate, one: Import, failure: Failure | undefined): void {
  const all = one.source === undefined || one.path.length > 0 && failure !== undefined && failure.index < one.path.length
    ? one.path
    : [...one.path, one.source];
  const index = Math.min(failure?.index ?? 0, all.length - 1);
  const at = all[index];
  const first = all[0];
  const certain = failure?.certain ?? false;
  const unknownCrate = index === 0 && first !== undefined && failure?.module === undefined && mayBeExternCrate(crate, first.name);
  const shown = all.slice(0, index + 1).map((ident) => ident.name).join("::");
  const sure = certain && !unknownCrate;
  if (sure && at !== undefined) {
    const whole = all.length > one.path.length && index === all.length - 1;
    const span = whole ? one.span : { start: at.start, end: at.end };
    // Only the last segment of the module path makes an "unresolved import".
    const before = all[index - 1]?.name;
    const place = before === undefined ? "this scope" : isPathKeyword(before) ? "the crate root" : `\`${before}\``;
    const noun = before === undefined ? "module or crate " : "";
    if (index >= one.path.length - 1) reportError(crate, { code: "E0432", message: `unresolved import \`${shown}\``, span });
    else reportError(crate, { code: "E0433", message: `cannot find ${noun}\`${at.name}\` in ${place}`, span });
  } else if (unknownCrate) {
    reportUnsupported(crate, one.span, `crate ${first.name}`, `the crate \`${first.name}\` is not part of Lockstep's model`);
  } else if (isStdModule(crate, failure?.module)) {
    reportUnsupported(crate, one.span, shown, `\`${shown}\` is not part of Lockstep's model`);
  }
  if (!sure) crate.incomplete = true;
  one.into = "unknown";
  if (one.kind === "glob") {
    one.module.incomplete = true;
    return;
  }
  const target = one.target as Ident;
  if (target.name === "_") return;
  for (const ns of NAMESPACES) {
    if (one.module.names[ns].has(target.name) || (one.typesOnly && ns !== "types")) continue;
    define(crate, one.module, ns, target.name, {
      res: { kind: "error", certain: sure },
      visibility: one.visibility,
      span: { start: target.start, end: target.end },
      import: one,
      glob: false,
    });
  }
}

/** E0603 for private things named by an import. */
function checkPrivacy(crate: Crate, one: Import): void {
  const report = (ident: { start: number; end: number; name: string }, binding: Binding, ns: Namespace): void =>
    reportPrivate(crate, ident, binding, ns);
  resolvePath(crate, {
    segments: one.path,
    global: one.global,
    ns: "types",
    from: one.module,
    settled: true,
    first: (ident, ns) => lookupLexical(crate, one.module, ns, ident.name, true),
    onPrivate: (ident, binding) => report(ident, binding, "types"),
  });
  const { into, source } = one;
  if (source === undefined || into === undefined || into === "unknown" || one.path.length === 0) return;
  const hidden: [Binding, Namespace][] = [];
  for (const ns of one.foundIn) {
    const binding = into.names[ns].get(source.name);
    if (binding === undefined) continue;
    if (isAccessible(binding.visibility, one.module)) return;
    hidden.push([binding, ns]);
  }
  const [first] = hidden;
  if (first !== undefined) report(source, first[0], first[1]);
}

export function reportPrivate(
  crate: Crate,
  ident: { readonly start: number; readonly end: number; readonly name: string },
  binding: Binding,
  ns: Namespace,
): void {
  if (binding.res.kind === "error") return;
  const noun = describeBinding(crate, binding, ns);
  reportError(crate, {
    code: "E0603",
    message: `${noun} \`${ident.name}\` is private`,
    span: { start: ident.start, end: ident.end },
    related: binding.import === undefined ? [{ span: binding.span, message: `the ${noun} \`${ident.name}\` is defined here` }] : [],
  });
}
