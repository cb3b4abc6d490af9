// Names inside signatures and bodies: lexical scopes, paths, and what rustc says when nothing fits
// (`rustc_resolve::late`, `late::diagnostics`).

import type { Span } from "../../base/span.ts";
import type { Ident, Path } from "../../syntax/ast.ts";
import { moduleOfScope, nodeOf, reportError, reportUnsupported } from "../crate.ts";
import type { Crate, ModuleData, NameRes, Namespace, Scope } from "../crate.ts";
import type { DefId } from "../defs.ts";
import type { LocalId, Res } from "../hir.ts";
import { describeRes } from "./describe.ts";
import { reportPrivate } from "./imports.ts";
import { bindingOf, isStdModule, lookupIn, lookupPreludes, mayBeExternCrate, resolvePath } from "./lookup.ts";
import type { Lookup, PathIdent, PathResult } from "./lookup.ts";

/** Where a path stands: decides what it may name and how a failure reads. */
export type PathSource = "type" | "trait" | "expr" | "callee" | "pat" | "struct" | "tupleStruct";

export interface NameContext {
  readonly crate: Crate;
  readonly scope: Scope;
  /** Definition to which errors belong. */
  readonly owner: DefId;
  /** Something in this body that we cannot see may define names. */
  readonly doubt: { uncertain: boolean };
  /** The call or pattern around the path, which rustc underlines when a struct stands where a constructor should. */
  readonly around?: Span;
  /** Whether a name is a local here. */
  readonly isLocal?: (ident: Ident) => boolean;
}

const NAMESPACE_OF: Readonly<Record<PathSource, Namespace>> = {
  type: "types", trait: "types", struct: "types", expr: "values", callee: "values", pat: "values", tupleStruct: "values",
};

export function namespaceOf(source: PathSource): Namespace {
  return NAMESPACE_OF[source];
}

/** A name seen from a scope, outwards. */
export function lookupScope(cx: NameContext, ident: PathIdent, ns: Namespace): Lookup {
  const { crate } = cx;
  let barrier = false;
  let certain = true;
  for (let at: Scope = cx.scope; ; at = at.parent) {
    if (at.kind === "item") barrier = true;
    else if (at.kind === "generics") {
      const def = at.params.get(ident.name);
      if (def !== undefined && (nodeOf(crate, def).kind === "constParam") === (ns === "values")) {
        if (barrier) return outerGeneric(cx, ident, def);
        return { kind: "found", binding: bindingOf({ kind: "def", def }) };
      }
    } else if (at.kind === "self") {
      if (ident.name === "Self" && !barrier) {
        const res = ns === "types" ? at.res : selfCtor(cx, at.res);
        if (res !== undefined) return { kind: "found", binding: bindingOf(res) };
      }
    } else if (at.kind === "block" || at.kind === "module") {
      const here = lookupIn(at.module, ns, ident.name, true);
      if (here.kind === "found") return here;
      certain &&= here.kind !== "none" || here.certain;
      if (at.kind === "module") break;
    }
  }
  const outside = lookupPreludes(crate, ns, ident.name, true);
  if (outside.kind === "none" && !certain) return { kind: "none", certain: false };
  return outside;
}

/** `Self(..)` in an impl. */
function selfCtor(cx: NameContext, res: Res): Res | undefined {
  if (res.kind !== "selfTy" || nodeOf(cx.crate, res.of).kind !== "impl") return undefined;
  return { kind: "selfCtor", impl: res.of };
}

function outerGeneric(cx: NameContext, ident: PathIdent, def: DefId): Lookup {
  reportError(cx.crate, {
    code: "E0401",
    message: "can't use generic parameters from outer item",
    span: { start: ident.start, end: ident.end },
    owner: cx.owner,
    related: [{ span: nodeOf(cx.crate, def).nameSpan, message: "type parameter from outer item" }],
  });
  return { kind: "found", binding: bindingOf({ kind: "error", certain: true }) };
}

export function resolveInScope(
  cx: NameContext,
  idents: readonly Ident[],
  global: boolean,
  ns: Namespace,
  onSegment?: (index: number, res: NameRes) => void,
  quiet = false,
): PathResult {
  const { crate } = cx;
  const module = moduleOfScope(cx.scope);
  const lastIndex = idents.length - 1;
  return resolvePath(crate, {
    segments: idents,
    global,
    ns,
    from: module,
    settled: true,
    first: (ident, space) => lookupScope(cx, ident, space),
    ...(onSegment === undefined ? {} : { onSegment }),
    ...(quiet
      ? {}
      : {
          onPrivate: (ident: PathIdent, binding) =>
            reportPrivate(crate, ident, binding, ident === idents[lastIndex] ? ns : "types"),
        }),
  });
}

// ---- what a place accepts

export function isExpected(crate: Crate, source: PathSource, res: NameRes): boolean {
  if (res.kind === "error") return true;
  switch (source) {
    case "type":
      return isType(crate, res);
    case "trait":
      return res.kind === "def" && isKind(crate, res.def, "trait", "traitAlias");
    case "expr":
    case "callee":
      return isValue(crate, res);
    case "pat":
      return res.kind === "selfCtor" || (res.kind === "ctor" && ctorShape(crate, res.def) === "unit") ||
        (res.kind === "def" && isKind(crate, res.def, "const", "static", "constParam"));
    case "tupleStruct":
      return res.kind === "selfCtor" || (res.kind === "ctor" && ctorShape(crate, res.def) === "tuple");
    case "struct":
      return res.kind === "selfTy" || res.kind === "selfParam" ||
        (res.kind === "def" && isKind(crate, res.def, "struct", "union", "variant", "tyAlias", "assocTy"));
  }
}

function isKind(crate: Crate, def: DefId, ...kinds: string[]): boolean {
  return kinds.includes(nodeOf(crate, def).kind);
}

function isType(crate: Crate, res: NameRes): boolean {
  if (res.kind === "prim" || res.kind === "selfTy" || res.kind === "selfParam") return true;
  return res.kind === "def" &&
    isKind(crate, res.def, "struct", "union", "enum", "trait", "traitAlias", "tyAlias", "assocTy", "tyParam", "opaque");
}

function isValue(crate: Crate, res: NameRes): boolean {
  if (res.kind === "local" || res.kind === "ctor" || res.kind === "selfCtor") return true;
  return res.kind === "def" && isKind(crate, res.def, "const", "static", "fn", "constParam");
}

export function ctorShape(crate: Crate, def: DefId): "unit" | "tuple" | "named" {
  const { source } = nodeOf(crate, def);
  if (source.kind === "variant") return source.variant.fields.kind;
  return source.kind === "item" && source.item.kind === "struct" ? source.item.fields.kind : "named";
}

// ---- failures

const EXPECTED: Readonly<Record<PathSource, string>> = {
  type: "type", trait: "trait", expr: "value", callee: "function", pat: "unit struct, unit variant or constant",
  struct: "struct, variant or union type", tupleStruct: "tuple struct or tuple variant",
};

const CODES: Readonly<Record<PathSource, readonly [wrong: string, missing: string]>> = {
  type: ["E0573", "E0425"], trait: ["E0404", "E0405"], expr: ["E0423", "E0425"], callee: ["E0423", "E0425"],
  pat: ["E0532", "E0531"], struct: ["E0574", "E0422"], tupleStruct: ["E0532", "E0531"],
};

function expectation(source: PathSource, name: string): string {
  if (source === "callee" && /^\p{Lu}/u.test(name)) return "function, tuple struct or tuple variant";
  return EXPECTED[source];
}

function pathText(path: Path): string {
  return path.segments.map((segment) => segment.ident.name).join("::");
}

function spanOf(node: { readonly start: number; readonly end: number }): Span {
  return { start: node.start, end: node.end };
}

/** The path as far as its last name, without generic arguments behind it. */
function pathSpan(path: Path): Span {
  return { start: path.start, end: path.end };
}

/** A path that names something of the wrong kind. */
export function reportWrongKind(cx: NameContext, path: Path, source: PathSource, res: NameRes): void {
  const last = path.segments[path.segments.length - 1]?.ident.name ?? "";
  const isSelf = last === "self" && path.segments.length === 1;
  const noun = isSelf ? "module" : describeRes(cx.crate, res);
  const wide = (source === "callee" || source === "tupleStruct") && (noun === "struct" || noun === "variant");
  reportError(cx.crate, {
    code: isSelf ? "E0424" : CODES[source][0],
    message: `expected ${expectation(source, last)}, found ${noun} \`${pathText(path)}\``,
    span: wide ? (cx.around ?? pathSpan(path)) : pathSpan(path),
    owner: cx.owner,
  });
}

/** A path that names nothing. Returns whether that is certain. */
export function reportUnresolved(
  cx: NameContext,
  path: Path,
  source: PathSource,
  failure: PathResult & { readonly kind: "failed" },
): boolean {
  const { crate } = cx;
  const { segments } = path;
  const at = segments[failure.index]?.ident;
  if (at === undefined) return false;
  const certain = failure.certain && !cx.doubt.uncertain;
  const last = failure.index === segments.length - 1;
  if (failure.reason !== undefined) {
    reportError(crate, { code: "E0433", message: failure.reason, span: spanOf(at), owner: cx.owner });
    return true;
  }
  if (last && isAnotherKind(cx, path, source)) return true;
  if (!last && failure.index === 0 && failure.notModule === undefined && mayBeExternCrate(crate, at.name)) {
    const reason = `the crate \`${at.name}\` is not part of Lockstep's model`;
    reportUnsupported(crate, pathSpan(path), `crate ${at.name}`, reason);
    return false;
  }
  if (!certain) {
    if (isStdModule(crate, failure.module)) {
      const what = pathText(path);
      reportUnsupported(crate, pathSpan(path), what, `\`${what}\` is not part of Lockstep's model`);
    }
    return false;
  }
  if (last) reportMissing(cx, path, source, at, failure.module);
  else reportMissingPrefix(cx, path, failure.index, at, failure.module, failure.notModule);
  return true;
}

/** The name exists in another namespace: the message says what it is. */
function isAnotherKind(cx: NameContext, path: Path, source: PathSource): boolean {
  const idents = path.segments.map((segment) => segment.ident);
  const own = namespaceOf(source);
  const [only] = idents;
  if (own === "types" && idents.length === 1 && only !== undefined && cx.isLocal?.(only) === true) {
    reportWrongKind(cx, path, source, { kind: "local", local: 0 as LocalId });
    return true;
  }
  for (const ns of ["types", "values", "macros"] as const) {
    if (ns === own || (ns === "macros" && idents.length > 1)) continue;
    const other = resolveInScope(cx, idents, path.global, ns, undefined, true);
    const res: NameRes | undefined =
      other.kind === "res" && other.unresolved === 0 ? other.res
      : other.kind === "module" ? { kind: "def", def: other.module.id }
      : undefined;
    if (res === undefined || isExpected(cx.crate, source, res)) continue;
    if (res.kind === "error") return true;
    reportWrongKind(cx, path, source, res);
    return true;
  }
  return false;
}

function reportMissing(
  cx: NameContext,
  path: Path,
  source: PathSource,
  ident: Ident,
  module: ModuleData | undefined,
): void {
  if (ident.name === "Self" && module === undefined) {
    reportError(cx.crate, {
      code: "E0411",
      message: `cannot find type \`Self\` in this scope`,
      span: spanOf(ident),
      owner: cx.owner,
    });
    return;
  }
  const place = module === undefined ? "this scope" : placeNoun(cx, path, module);
  reportError(cx.crate, {
    code: CODES[source][1],
    message: `cannot find ${expectation(source, ident.name)} \`${ident.name}\` in ${place}`,
    span: spanOf(ident),
    owner: cx.owner,
  });
}

function placeNoun(cx: NameContext, path: Path, module: ModuleData): string {
  const { segments } = path;
  const first = segments[0]?.ident.name;
  if (segments.length === 2 && (first === "crate" || first === "$crate")) return "the crate root";
  const prefix = segments.slice(0, -1).map((segment) => segment.ident.name).join("::");
  const noun = describeRes(cx.crate, { kind: "def", def: module.id });
  return `${noun} \`${prefix}\``;
}

function reportMissingPrefix(
  cx: NameContext,
  path: Path,
  index: number,
  ident: Ident,
  module: ModuleData | undefined,
  notModule: NameRes | undefined,
): void {
  const before = path.segments[index - 1]?.ident.name;
  let message: string;
  if (notModule !== undefined) {
    message = `cannot find module or crate \`${ident.name}\` in this scope`;
  } else if (module === undefined || before === undefined) {
    const noun = ident.name === "Self" ? "" : /^\p{Lu}/u.test(ident.name) ? "type " : "module or crate ";
    message = `cannot find ${noun}\`${ident.name}\` in this scope`;
  } else {
    const place = before === "crate" || before === "$crate" ? "the crate root" : `\`${before}\``;
    message = `cannot find \`${ident.name}\` in ${place}`;
  }
  reportError(cx.crate, { code: "E0433", message, span: spanOf(ident), owner: cx.owner });
}

