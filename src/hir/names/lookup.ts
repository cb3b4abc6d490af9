// Looking names up in modules: the part of name resolution that imports, macros and bodies share
// (`rustc_resolve::ident`).
//
// While imports are still being resolved an answer may be "undetermined": something not yet resolved could supply
// or shadow the name. Afterwards a missing name is `certain` only if nothing outside our sight could supply it.

import type { Span } from "../../base/span.ts";
import type { DefId, DefVisibility } from "../defs.ts";
import type { PrimTy, Res } from "../hir.ts";
import type { Binding, Crate, ModuleData, NameRes, Namespace } from "../crate.ts";
import { homeOf, isAccessible, moduleOfDef, normalModule } from "../crate.ts";
import { dollarCrateIsStd } from "../hygiene.ts";

export type Lookup =
  | { readonly kind: "found"; readonly binding: Binding }
  | { readonly kind: "undetermined" }
  | { readonly kind: "none"; readonly certain: boolean };

export interface PathIdent {
  readonly name: string;
  readonly context: number;
  readonly start: number;
  readonly end: number;
}

export type PathResult =
  | { readonly kind: "module"; readonly module: ModuleData }
  /** Resolved up to `segments.length - unresolved`; the rest is to be found by type. */
  | {
      readonly kind: "res";
      readonly res: NameRes;
      readonly binding: Binding | undefined;
      readonly unresolved: number;
    }
  | { readonly kind: "undetermined" }
  | {
      readonly kind: "failed";
      /** The segment that was not found. */
      readonly index: number;
      readonly certain: boolean;
      readonly module: ModuleData | undefined;
      /** The segment names something that has no inside. */
      readonly notModule: NameRes | undefined;
      /** `super` above the root, or a path keyword in the wrong place. */
      readonly reason?: string;
    };

export interface PathRequest {
  readonly segments: readonly PathIdent[];
  readonly global: boolean;
  readonly ns: Namespace;
  readonly from: ModuleData;
  /** Finds the first segment of a path that starts with neither `::` nor a keyword. */
  readonly first: (name: PathIdent, ns: Namespace) => Lookup;
  /** Receives every binding the path goes through that is private to where it is used. */
  readonly onPrivate?: (ident: PathIdent, binding: Binding) => void;
  /** Receives what each segment resolved to. */
  readonly onSegment?: (index: number, res: NameRes) => void;
  readonly settled: boolean;
}

const PUBLIC: DefVisibility = { kind: "public" };
const NOWHERE: Span = { start: 0, end: 0 };

const PRIMITIVES: ReadonlySet<string> = new Set<PrimTy>([
  "bool",
  "char",
  "str",
  "i8",
  "i16",
  "i32",
  "i64",
  "i128",
  "isize",
  "u8",
  "u16",
  "u32",
  "u64",
  "u128",
  "usize",
  "f32",
  "f64",
]);

export function primitive(name: string): PrimTy | undefined {
  return PRIMITIVES.has(name) ? (name as PrimTy) : undefined;
}

export function bindingOf(res: NameRes): Binding {
  return { res, visibility: PUBLIC, span: NOWHERE, import: undefined, glob: false };
}

function found(binding: Binding): Lookup {
  return { kind: "found", binding };
}

const NONE: Lookup = { kind: "none", certain: true };
const UNSURE: Lookup = { kind: "none", certain: false };
const UNDETERMINED: Lookup = { kind: "undetermined" };

/** The module that a resolution opens: `mod`, enum, trait, or a crate. */
export function moduleOfRes(crate: Crate, res: NameRes): ModuleData | undefined {
  return res.kind === "def" ? moduleOfDef(crate, res.def) : undefined;
}

/** A name directly in a module. `settled`: imports are done, so that missing means missing. */
export function lookupIn(
  module: ModuleData,
  ns: Namespace,
  name: string,
  settled: boolean,
): Lookup {
  const binding = module.names[ns].get(name);
  if (binding !== undefined && (settled || !binding.glob)) return found(binding);
  if (!settled && mayStillAppear(module, ns, name)) return UNDETERMINED;
  if (binding !== undefined) return found(binding);
  return module.incomplete || mayBeReal(module, name) || isAwaited(module, name) ? UNSURE : NONE;
}

/** An import that is not through yet, or never will be, has this name. */
function isAwaited(module: ModuleData, name: string): boolean {
  return module.singles.get(name)?.some((one) => !one.done && one.foundIn.size === 0) === true;
}

/** The real std has such a name, though ours does not declare it. */
function mayBeReal(module: ModuleData, name: string): boolean {
  if (module.real?.()?.has(name) === true) return true;
  return module.globbed.some((source) => source.real?.()?.has(name) === true);
}

function mayStillAppear(module: ModuleData, ns: Namespace, name: string): boolean {
  const singles = module.singles.get(name);
  if (singles?.some((one) => !one.done && !one.foundIn.has(ns)) === true) return true;
  return module.globs.some((glob) => !glob.done);
}

/** A name from inside `module`, outwards: enclosing blocks, the module, then what every module sees. */
export function lookupLexical(
  crate: Crate,
  module: ModuleData,
  ns: Namespace,
  name: string,
  settled: boolean,
): Lookup {
  let certain = true;
  let at: ModuleData | undefined = module;
  while (at !== undefined) {
    const here = lookupIn(at, ns, name, settled);
    if (here.kind !== "none") return here;
    certain &&= here.certain;
    if (at.kind === "normal") break;
    at = at.parent;
  }
  const outside = lookupPreludes(crate, ns, name, settled);
  if (outside.kind === "none" && !certain) return UNSURE;
  return outside;
}

/** Macros of std, crate names, the prelude, primitive types. */
export function lookupPreludes(
  crate: Crate,
  ns: Namespace,
  name: string,
  settled: boolean,
): Lookup {
  const std = crate.std ?? crate;
  if (ns === "macros") {
    const macro = std.exported.get(name) ?? crate.exported.get(name);
    if (macro !== undefined) return found(bindingOf({ kind: "macro", macro }));
  }
  if (ns === "types") {
    const root = externCrate(crate, name);
    if (root !== undefined) return found(bindingOf({ kind: "def", def: root.id }));
  }
  const prelude = crate.prelude ?? std.prelude;
  if (prelude !== undefined) {
    const here = lookupIn(prelude, ns, name, crate.std !== undefined || settled);
    if (here.kind === "found") return here;
    if (here.kind === "undetermined" && primitive(name) === undefined) return here;
  }
  const prim = ns === "types" ? primitive(name) : undefined;
  if (prim !== undefined) return found(bindingOf({ kind: "prim", prim }));
  return ns === "macros" && mayBeReal(std.root, name) ? UNSURE : NONE;
}

export function externCrate(crate: Crate, name: string): ModuleData | undefined {
  if (name === "std" || name === "core" || name === "alloc") return (crate.std ?? crate).root;
  return undefined;
}

/** A crate that is not std but may exist. */
export function mayBeExternCrate(crate: Crate, name: string): boolean {
  if (crate.std === undefined) return false;
  const known = crate.options.externCrates ?? "unknown";
  if (known === "unknown") return /^[a-z_][a-z0-9_]*$/.test(name);
  return known.includes(name);
}

export function isPathKeyword(name: string): boolean {
  return name === "self" || name === "super" || name === "crate" || name === "$crate";
}

/** Resolves a path segment by segment (`resolve_path_with_ribs`). */
export function resolvePath(crate: Crate, request: PathRequest): PathResult {
  const { segments, ns } = request;
  let module: ModuleData | undefined;
  let index = 0;
  const lead = leadingKeywords(crate, request);
  if (lead.kind === "failed") return lead;
  module = lead.module;
  index = lead.index;
  const leadRes: NameRes | undefined =
    module === undefined ? undefined : { kind: "def", def: module.id };
  for (let i = 0; i < index; i += 1) if (leadRes !== undefined) request.onSegment?.(i, leadRes);
  if (index === segments.length && module !== undefined) return { kind: "module", module };
  for (; index < segments.length; index += 1) {
    const ident = segments[index] as PathIdent;
    const last = index === segments.length - 1;
    const space = last ? ns : "types";
    const step: Lookup = lookupStep(crate, request, module, ident, space);
    if (step.kind === "undetermined") return { kind: "undetermined" };
    if (step.kind === "none") {
      if (module !== undefined && module.kind !== "normal")
        return relative(module, segments.length - index);
      return { kind: "failed", index, certain: step.certain, module, notModule: undefined };
    }
    const { binding } = step;
    if (!isAccessible(binding.visibility, request.from)) request.onPrivate?.(ident, binding);
    request.onSegment?.(index, binding.res);
    if (last) {
      return { kind: "res", res: binding.res, binding, unresolved: 0 };
    }
    const next = moduleOfRes(crate, binding.res);
    if (next !== undefined) module = next;
    else return stopAt(binding, index, segments.length, module);
  }
  return { kind: "failed", index: 0, certain: true, module: undefined, notModule: undefined };
}

/** A name missing in an enum or trait may be an associated item. */
function relative(module: ModuleData, unresolved: number): PathResult {
  return { kind: "res", res: { kind: "def", def: module.id }, binding: undefined, unresolved };
}

/** Something without names of its own stands in the middle of the path: a type, or an error. */
function stopAt(
  binding: Binding,
  index: number,
  length: number,
  module: ModuleData | undefined,
): PathResult {
  const { res } = binding;
  if (res.kind === "error" || isTypeRes(res))
    return { kind: "res", res, binding, unresolved: length - index - 1 };
  return { kind: "failed", index, certain: true, module, notModule: res };
}

function isTypeRes(res: NameRes): boolean {
  return (
    res.kind === "def" || res.kind === "prim" || res.kind === "selfTy" || res.kind === "selfParam"
  );
}

function lookupStep(
  crate: Crate,
  request: PathRequest,
  module: ModuleData | undefined,
  ident: PathIdent,
  ns: Namespace,
): Lookup {
  if (module !== undefined) return lookupIn(module, ns, ident.name, request.settled);
  if (request.global) return lookupGlobal(crate, ident.name, ns, request.settled);
  return request.first(ident, ns);
}

function lookupGlobal(crate: Crate, name: string, ns: Namespace, settled: boolean): Lookup {
  const own = crate.edition === 2015 ? lookupIn(crate.root, ns, name, settled) : NONE;
  if (own.kind === "found") return own;
  if (ns === "types") {
    const root = externCrate(crate, name);
    if (root !== undefined) return found(bindingOf({ kind: "def", def: root.id }));
    if (mayBeExternCrate(crate, name)) return UNSURE;
  }
  return own;
}

type Lead =
  | { readonly kind: "at"; readonly module: ModuleData | undefined; readonly index: number }
  | (PathResult & { readonly kind: "failed" });

/** `self`, `super`…, `crate` and `$crate` at the start. */
function leadingKeywords(crate: Crate, request: PathRequest): Lead {
  const { segments, from } = request;
  const first = segments[0];
  if (first === undefined) return { kind: "at", module: crate.root, index: 0 };
  if (request.global || !isPathKeyword(first.name))
    return { kind: "at", module: undefined, index: 0 };
  if (first.name === "crate") return { kind: "at", module: crate.root, index: 1 };
  if (first.name === "$crate") {
    const inStd = dollarCrateIsStd(crate.hygiene, first.context);
    return { kind: "at", module: inStd ? (crate.std ?? crate).root : crate.root, index: 1 };
  }
  let module = normalModule(from);
  let index = first.name === "self" ? 1 : 0;
  while (segments[index]?.name === "super") {
    const up = module.parent === undefined ? undefined : normalModule(module.parent);
    if (up === undefined) {
      const reason = "too many leading `super` keywords";
      return {
        kind: "failed",
        index,
        certain: true,
        module: undefined,
        notModule: undefined,
        reason,
      };
    }
    module = up;
    index += 1;
  }
  return { kind: "at", module, index };
}

export function isDefRes(res: NameRes): res is Res & { kind: "def"; def: DefId } {
  return res.kind === "def";
}

/** The crate that owns the thing a path goes into is std. */
export function isStdModule(crate: Crate, module: ModuleData | undefined): boolean {
  return module !== undefined && crate.std !== undefined && homeOf(crate, module.id) === crate.std;
}
