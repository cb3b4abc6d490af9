// What stands under the pointer: a variable, a call, a closure, a type's name.
//
// Only names are targets (and the `*` and the head of a closure): a hover on white space or an operator stays silent.
// Nodes that a macro of std made carry std's positions and are never found; arguments of a macro carry the user's.

import type { Span } from "../base/span.ts";
import type { Analysis } from "../driver/contract.ts";
import type { DefId } from "../hir/defs.ts";
import type { HirBody, HirClosure, HirExpr, HirQPath, HirSegment, LocalId } from "../hir/hir.ts";
import { visitBody, visitTy } from "../hir/visit.ts";
import type { Callee, TypeckResults } from "../ty/typeck.ts";

/** A body with its types. */
export interface TypedBody {
  readonly owner: DefId;
  readonly body: HirBody;
  readonly results: TypeckResults;
}

export type Target = { readonly span: Span } & (
  | { readonly kind: "local"; readonly in: TypedBody; readonly local: LocalId; readonly expr: HirExpr | undefined }
  | { readonly kind: "call"; readonly in: TypedBody; readonly call: HirExpr; readonly callee: Callee }
  | { readonly kind: "field"; readonly in: TypedBody; readonly expr: HirExpr }
  | { readonly kind: "closure"; readonly in: TypedBody; readonly expr: HirExpr & HirClosure }
  | { readonly kind: "deref"; readonly in: TypedBody; readonly expr: HirExpr }
  | { readonly kind: "def"; readonly def: DefId; readonly in: TypedBody | undefined }
);

/** The innermost body around an offset; undefined outside of functions. */
export function bodyAt(analysis: Analysis, offset: number): TypedBody | undefined {
  const { program, cx } = analysis;
  let best: { def: DefId; size: number } | undefined;
  for (const id of program.localDefs) {
    const def = program.def(id);
    if (def.kind !== "fn" && def.kind !== "const" && def.kind !== "static") continue;
    const size = def.span.end - def.span.start;
    if (!def.hasBody || !contains(def.span, offset) || (best !== undefined && best.size <= size)) continue;
    best = { def: id, size };
  }
  const body = best === undefined ? undefined : program.body(best.def);
  if (best === undefined || body === undefined) return undefined;
  return { owner: best.def, body, results: cx.typeck(best.def) };
}

export function locate(analysis: Analysis, offset: number): Target | undefined {
  const inside = bodyAt(analysis, offset);
  const found = inside === undefined ? undefined : locateInBody(analysis, inside, offset);
  return found ?? locateInItems(analysis, offset);
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function locateInBody(analysis: Analysis, inside: TypedBody, offset: number): Target | undefined {
  const calls = new Map<HirExpr, HirExpr>();
  const found: Target[] = [];
  const offer = (target: Target) => {
    if (contains(target.span, offset)) found.push(target);
  };
  visitBody(inside.body, {
    expr(expr) {
      if (expr.kind === "call") calls.set(expr.callee, expr);
      offerExpr(inside, expr, calls, offer);
    },
    pat(pat) {
      if (pat.kind === "binding") {
        const local = inside.body.locals[pat.local];
        if (local !== undefined) offer({ kind: "local", in: inside, local: pat.local, expr: undefined, span: local.span });
      }
    },
    ty(ty) {
      if (ty.kind === "path") offerPath(analysis, inside, ty.path, offer);
    },
    path: (path) => offerPath(analysis, inside, path, offer),
  });
  return smallest(found);
}

function offerExpr(
  inside: TypedBody,
  expr: HirExpr,
  calls: ReadonlyMap<HirExpr, HirExpr>,
  offer: (target: Target) => void,
): void {
  switch (expr.kind) {
    case "path": {
      const path = expr.path;
      if (path.kind === "resolved" && path.res.kind === "local") {
        offer({ kind: "local", in: inside, local: path.res.local, expr, span: expr.span });
        return;
      }
      const callee = inside.results.resolutions.get(expr.id);
      const call = calls.get(expr);
      const name = path.kind === "relative" ? path.segment : path.segments.at(-1);
      if (callee === undefined || name === undefined) return;
      if (call === undefined) offer({ kind: "def", def: callee.def, in: inside, span: name.span });
      else offer({ kind: "call", in: inside, call, callee, span: name.span });
      return;
    }
    case "methodCall": {
      const callee = inside.results.methods.get(expr.id);
      if (callee !== undefined) offer({ kind: "call", in: inside, call: expr, callee, span: expr.segment.span });
      return;
    }
    case "field":
      return offer({ kind: "field", in: inside, expr, span: expr.nameSpan });
    case "closure":
      return offer({ kind: "closure", in: inside, expr, span: expr.headSpan });
    case "unary":
      if (expr.op !== "*") return;
      return offer({ kind: "deref", in: inside, expr, span: { start: expr.span.start, end: expr.span.start + 1 } });
    default:
  }
}

function offerPath(
  analysis: Analysis,
  inside: TypedBody | undefined,
  path: HirQPath,
  offer: (target: Target) => void,
): void {
  if (path.kind === "relative") return;
  for (const segment of path.segments) offerSegment(analysis, inside, segment, offer);
}

function offerSegment(
  analysis: Analysis,
  inside: TypedBody | undefined,
  segment: HirSegment,
  offer: (target: Target) => void,
): void {
  const res = segment.res;
  if (res?.kind !== "def" && res?.kind !== "ctor") return;
  if (analysis.program.def(res.def).kind === "mod") return;
  offer({ kind: "def", def: res.def, in: inside, span: segment.span });
}

/** Names in signatures, fields, impl heads, bounds and `use` lines. */
function locateInItems(analysis: Analysis, offset: number): Target | undefined {
  const { program } = analysis;
  const found: Target[] = [];
  const offer = (target: Target) => {
    if (contains(target.span, offset)) found.push(target);
  };
  const visitor = { path: (path: HirQPath) => offerPath(analysis, undefined, path, offer) };
  for (const id of program.localDefs) {
    const def = program.def(id);
    if (!contains(def.span, offset)) continue;
    if (def.kind === "fn") [...def.sig.inputs, def.sig.output].forEach((ty) => visitTy(ty, visitor));
    if (def.kind === "static" || def.kind === "const" || def.kind === "field") visitTy(def.ty, visitor);
    if (def.kind === "impl") {
      visitTy(def.self, visitor);
      if (def.trait !== undefined) offerPath(analysis, undefined, def.trait.path, offer);
    }
    if ("generics" in def) {
      for (const predicate of def.generics.predicates) {
        if (predicate.kind !== "type") continue;
        for (const bound of predicate.bounds) {
          if (bound.kind === "trait") offerPath(analysis, undefined, bound.ref.path, offer);
        }
      }
    }
  }
  for (const use of program.uses ?? []) offer({ kind: "def", def: use.def, in: undefined, span: use.span });
  return smallest(found);
}

function smallest(found: readonly Target[]): Target | undefined {
  let best: Target | undefined;
  for (const target of found) {
    if (best === undefined || size(target) < size(best)) best = target;
  }
  return best;
}

function size(target: Target): number {
  return target.span.end - target.span.start;
}
