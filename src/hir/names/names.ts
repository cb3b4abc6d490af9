// Names inside signatures and bodies: lexical scopes and paths (`rustc_resolve::late`).

import type { Span } from "../../base/span.ts";
import type { Ident } from "../../syntax/ast.ts";
import { moduleOfScope, nodeOf, reportError } from "../crate.ts";
import type { Crate, NameRes, Namespace, Scope } from "../crate.ts";
import type { DefId } from "../defs.ts";
import { ctorShape } from "./ctorShape.ts";
import type { Res } from "../hir.ts";
import { reportPrivate } from "./importErrors.ts";
import { bindingOf, isDefRes, lookupIn, lookupPreludes, primitive, resolvePath } from "./lookup.ts";
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
  type: "types",
  trait: "types",
  struct: "types",
  expr: "values",
  callee: "values",
  pat: "values",
  tupleStruct: "values",
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
  const result = resolvePath(crate, {
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
  return primitiveBehindModule(crate, idents, ns, result) ?? result;
}

/** After `use std::u8;` the type `u8` and `u8::from_str_radix` still mean the primitive type. */
function primitiveBehindModule(
  crate: Crate,
  idents: readonly Ident[],
  ns: Namespace,
  result: PathResult,
): PathResult | undefined {
  const first = idents[0];
  const prim = first === undefined ? undefined : primitive(first.name);
  if (prim === undefined || (ns !== "types" && idents.length === 1)) return undefined;
  const isModule =
    result.kind === "module" ||
    (result.kind === "failed" && (result.certain || result.module?.real === undefined)) ||
    (result.kind === "res" && isDefRes(result.res) && isKind(crate, result.res.def, "mod"));
  if (!isModule) return undefined;
  const res: NameRes = { kind: "prim", prim };
  return { kind: "res", res, binding: undefined, unresolved: idents.length - 1 };
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
      return (
        res.kind === "selfCtor" ||
        (res.kind === "ctor" && ctorShape(crate, res.def) === "unit") ||
        (res.kind === "def" && isKind(crate, res.def, "const", "static", "constParam"))
      );
    case "tupleStruct":
      return (
        res.kind === "selfCtor" || (res.kind === "ctor" && ctorShape(crate, res.def) === "tuple")
      );
    case "struct":
      return (
        res.kind === "selfTy" ||
        res.kind === "selfParam" ||
        (res.kind === "def" &&
          isKind(crate, res.def, "struct", "union", "variant", "tyAlias", "assocTy"))
      );
  }
}

function isKind(crate: Crate, def: DefId, ...kinds: string[]): boolean {
  return kinds.includes(nodeOf(crate, def).kind);
}

function isType(crate: Crate, res: NameRes): boolean {
  if (res.kind === "prim" || res.kind === "selfTy" || res.kind === "selfParam") return true;
  return (
    res.kind === "def" &&
    isKind(
      crate,
      res.def,
      "struct",
      "union",
      "enum",
      "trait",
      "traitAlias",
      "tyAlias",
      "assocTy",
      "tyParam",
      "opaque",
    )
  );
}

function isValue(crate: Crate, res: NameRes): boolean {
  if (res.kind === "local" || res.kind === "ctor" || res.kind === "selfCtor") return true;
  return res.kind === "def" && isKind(crate, res.def, "const", "static", "fn", "constParam");
}
