// What stands under the pointer: a variable, a call, a closure, a type's name.
//
// Only names are targets (and the `*`, the `?` and the head of a closure): a hover on white space or an operator stays silent.
// Nodes that a macro of std made carry std's positions and are never found; arguments of a macro carry the user's.

import type { Span } from "../base/span.ts";
import type { Analysis } from "../driver/contract.ts";
import type { DefId } from "../hir/defs.ts";
import type { HirBound, HirExpr, HirGenerics, HirQPath, HirSegment, LocalId } from "../hir/hir.ts";
import { visitBody, visitPath, visitTy, type HirVisitor } from "../hir/visit.ts";
import type { Callee } from "../ty/typeck.ts";
import type { ClosureExpr } from "./facts/bodyMap.ts";
import { typedBody, type TypedBody } from "./facts/typedBody.ts";

export type Target = { readonly span: Span } & (
  | {
      readonly kind: "local";
      readonly in: TypedBody;
      readonly local: LocalId;
      readonly expr: HirExpr | undefined;
    }
  | {
      readonly kind: "call";
      readonly in: TypedBody;
      readonly call: HirExpr;
      readonly callee: Callee;
    }
  | { readonly kind: "field"; readonly in: TypedBody; readonly expr: HirExpr }
  | { readonly kind: "closure"; readonly in: TypedBody; readonly expr: ClosureExpr }
  | { readonly kind: "deref"; readonly in: TypedBody; readonly expr: HirExpr }
  | { readonly kind: "question"; readonly in: TypedBody; readonly expr: HirExpr }
  /** A field where it is declared. */
  | { readonly kind: "fieldDef"; readonly def: DefId; readonly owner: DefId | undefined }
  /** Any other name; `expr` where it is an expression. */
  | {
      readonly kind: "def";
      readonly def: DefId;
      readonly in: TypedBody | undefined;
      readonly expr?: HirExpr;
    }
);

type Offer = (target: Target) => void;

/** The innermost body around an offset; undefined outside of functions. */
export function bodyAt(analysis: Analysis, offset: number): TypedBody | undefined {
  const { program } = analysis;
  let best: { readonly def: DefId; readonly size: number } | undefined;
  for (const id of program.localDefs) {
    const def = program.def(id);
    if (def.kind !== "fn" && def.kind !== "const" && def.kind !== "static") continue;
    const size = def.span.end - def.span.start;
    if (!def.hasBody || !contains(def.span, offset) || (best !== undefined && best.size <= size))
      continue;
    if (isDerived(analysis, def.parent)) continue;
    best = { def: id, size };
  }
  return best === undefined ? undefined : typedBody(analysis, best.def);
}

/** Made by `#[derive]`: its text is the attribute. */
function isDerived(analysis: Analysis, container: DefId | undefined): boolean {
  const def = container === undefined ? undefined : analysis.program.def(container);
  return def?.kind === "impl" && def.derived !== undefined;
}

export function locate(analysis: Analysis, offset: number): Target | undefined {
  const inside = bodyAt(analysis, offset);
  const found = inside === undefined ? undefined : locateInBody(analysis, inside, offset);
  return found ?? locateInItems(analysis, offset);
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function collector(offset: number): { readonly found: Target[]; readonly offer: Offer } {
  const found: Target[] = [];
  return { found, offer: (target) => void (contains(target.span, offset) && found.push(target)) };
}

function locateInBody(analysis: Analysis, inside: TypedBody, offset: number): Target | undefined {
  const calls = new Map<HirExpr, HirExpr>();
  const { found, offer } = collector(offset);
  visitBody(inside.body, {
    constBodies: false,
    expr(expr) {
      if (expr.kind === "call") calls.set(expr.callee, expr);
      offerExpr(inside, expr, calls, offer);
    },
    pat(pat) {
      if (pat.kind !== "binding") return;
      const local = inside.body.locals[pat.local];
      if (local !== undefined && !local.synthetic)
        offer({ kind: "local", in: inside, local: pat.local, expr: undefined, span: local.span });
    },
    path: (path) => offerPath(analysis, inside, path, offer),
  });
  return smallest(found);
}

function offerExpr(
  inside: TypedBody,
  expr: HirExpr,
  calls: ReadonlyMap<HirExpr, HirExpr>,
  offer: Offer,
): void {
  switch (expr.kind) {
    case "path":
      return offerPathExpr(inside, expr, calls.get(expr), offer);
    case "methodCall": {
      const callee = inside.results.methods.get(expr.id);
      if (callee !== undefined)
        offer({ kind: "call", in: inside, call: expr, callee, span: expr.segment.span });
      return;
    }
    case "field":
      return offer({ kind: "field", in: inside, expr, span: expr.nameSpan });
    case "closure":
      return offer({ kind: "closure", in: inside, expr, span: expr.headSpan });
    case "unary":
      if (expr.op !== "*") return;
      return offer({
        kind: "deref",
        in: inside,
        expr,
        span: { start: expr.span.start, end: expr.span.start + 1 },
      });
    case "match":
      if (expr.source !== "question") return;
      return offer({
        kind: "question",
        in: inside,
        expr,
        span: { start: expr.span.end - 1, end: expr.span.end },
      });
    default:
  }
}

function offerPathExpr(
  inside: TypedBody,
  expr: HirExpr & { kind: "path" },
  call: HirExpr | undefined,
  offer: Offer,
): void {
  const { path } = expr;
  if (path.kind === "resolved" && path.res.kind === "local") {
    if (inside.body.locals[path.res.local]?.synthetic === true) return;
    return offer({ kind: "local", in: inside, local: path.res.local, expr, span: expr.span });
  }
  const callee = inside.results.resolutions.get(expr.id);
  const name = path.kind === "relative" ? path.segment : path.segments.at(-1);
  if (callee === undefined || name === undefined) return;
  if (call === undefined)
    offer({ kind: "def", def: callee.def, in: inside, expr, span: name.span });
  else offer({ kind: "call", in: inside, call, callee, span: name.span });
}

function offerPath(
  analysis: Analysis,
  inside: TypedBody | undefined,
  path: HirQPath,
  offer: Offer,
): void {
  if (path.kind === "relative") return;
  for (const segment of path.segments) offerSegment(analysis, inside, segment, offer);
}

function offerSegment(
  analysis: Analysis,
  inside: TypedBody | undefined,
  segment: HirSegment,
  offer: Offer,
): void {
  const res = segment.res;
  if (res?.kind !== "def" && res?.kind !== "ctor") return;
  offer({ kind: "def", def: res.def, in: inside, span: segment.span });
}

/** Names in signatures, fields, impl heads, bounds and `use` lines. */
function locateInItems(analysis: Analysis, offset: number): Target | undefined {
  const { program } = analysis;
  const { found, offer } = collector(offset);
  const visitor: HirVisitor = { path: (path) => offerPath(analysis, undefined, path, offer) };
  for (const id of program.localDefs) {
    const def = program.def(id);
    const named = def.kind === "static" && contains(def.nameSpan, offset);
    if (
      (!contains(def.span, offset) && !named) ||
      isDerived(analysis, id) ||
      isDerived(analysis, def.parent)
    )
      continue;
    switch (def.kind) {
      case "fn":
        [...def.sig.inputs, def.sig.output].forEach((ty) => visitTy(ty, visitor));
        break;
      case "field":
        offer({ kind: "fieldDef", def: id, owner: def.parent, span: def.nameSpan });
        visitTy(def.ty, visitor);
        break;
      case "static":
        offer({ kind: "def", def: id, in: undefined, span: def.nameSpan });
        visitTy(def.ty, visitor);
        break;
      case "const":
      case "tyAlias":
        visitTy(def.ty, visitor);
        break;
      case "assocTy":
        if (def.ty !== undefined) visitTy(def.ty, visitor);
        break;
      case "impl":
        visitTy(def.self, visitor);
        if (def.trait !== undefined) visitPath(def.trait.path, visitor);
        break;
      case "trait":
        visitBounds(def.supertraits, visitor);
        break;
      default:
    }
    if ("generics" in def) visitGenerics(def.generics, visitor);
  }
  for (const use of program.uses ?? [])
    offer({ kind: "def", def: use.def, in: undefined, span: use.span });
  return smallest(found);
}

function visitGenerics(generics: HirGenerics, visitor: HirVisitor): void {
  for (const predicate of generics.predicates) {
    if (predicate.kind !== "type") continue;
    visitTy(predicate.ty, visitor);
    visitBounds(predicate.bounds, visitor);
  }
}

function visitBounds(bounds: readonly HirBound[], visitor: HirVisitor): void {
  for (const bound of bounds) if (bound.kind === "trait") visitPath(bound.ref.path, visitor);
}

/** Calls that sugar stands for have the span of what they are given: there the variable is meant. */
function smallest(found: readonly Target[]): Target | undefined {
  let best: Target | undefined;
  for (const target of found) {
    const closer = best === undefined || size(target) < size(best);
    if (closer || (best !== undefined && size(target) === size(best) && target.kind === "local"))
      best = target;
  }
  return best;
}

function size(target: Target): number {
  return target.span.end - target.span.start;
}
