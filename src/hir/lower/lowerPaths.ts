// Paths and their generic arguments: resolved as far as names go, the rest left to be found by type.

import type { Span } from "../../base/span.ts";
import type {
  Expr,
  GenericArg,
  GenericArgs,
  Ident,
  Path,
  PathSegment,
  QSelf,
  Type,
} from "../../syntax/ast.ts";
import { moduleOfDef, nodeOf, reportError, spanOfNode } from "../crate.ts";
import type { NameRes, Namespace } from "../crate.ts";
import type {
  HirConstArg,
  HirConstraint,
  HirGenericArg,
  HirGenericArgs,
  HirQPath,
  HirSegment,
  HirTy,
  Res,
} from "../hir.ts";
import { describeRes } from "../names/describe.ts";
import { lookupIn } from "../names/lookup.ts";
import { isExpected, lookupScope, namespaceOf, resolveInScope } from "../names/names.ts";
import type { PathSource } from "../names/names.ts";
import { reportUnresolved, reportWrongKind } from "../names/unresolved.ts";
import { lowerLifetime } from "./lowerLifetimes.ts";
import type { TypeContext } from "./typeContext.ts";

export function lowerPath(
  cx: TypeContext,
  qself: QSelf | undefined,
  path: Path,
  source: PathSource,
): HirQPath {
  if (qself !== undefined) return lowerQualified(cx, qself, path, source);
  const idents = path.segments.map((segment) => segment.ident);
  const found: NameRes[] = [];
  const result = resolveInScope(cx, idents, path.global, namespaceOf(source), (index, res) => {
    found[index] = res;
  });
  const span = cx.span(path);
  switch (result.kind) {
    case "module":
      return wrongKind(cx, path, source, { kind: "def", def: result.module.id }, span);
    case "undetermined":
      return errorPath(cx, path, false, span);
    case "failed":
      return failedPath(cx, path, source, result, span);
    case "res": {
      if (result.unresolved > 0) return partialPath(cx, path, result.res, result.unresolved, found);
      if (!isExpected(cx.crate, source, result.res))
        return wrongKind(cx, path, source, result.res, span);
      return resolvedPath(cx, path, path.segments, result.res, found, span);
    }
  }
}

function failedPath(
  cx: TypeContext,
  path: Path,
  source: PathSource,
  failure: Parameters<typeof reportUnresolved>[3],
  span: Span,
): HirQPath {
  const [first] = path.segments;
  // `u32::MAX` where a module `u32` is in scope.
  if (path.segments.length > 1 && first !== undefined && failure.index > 0) {
    const prim = lookupScope(cx, first.ident, "types");
    const res = prim.kind === "found" ? prim.binding.res : undefined;
    if (res?.kind === "prim") return partialPath(cx, path, res, path.segments.length - 1, [res]);
  }
  const certain = reportUnresolved(cx, path, source, failure);
  return errorPath(cx, path, certain, span);
}

function wrongKind(
  cx: TypeContext,
  path: Path,
  source: PathSource,
  res: NameRes,
  span: Span,
): HirQPath {
  reportWrongKind(cx, path, source, res);
  return errorPath(cx, path, true, span);
}

/** An unresolved path; generic arguments are still looked at, for their own errors. */
function errorPath(cx: TypeContext, path: Path, certain: boolean, span: Span): HirQPath {
  const segments = path.segments.map((segment) => lowerSegment(cx, segment, undefined));
  return { kind: "resolved", res: { kind: "error", certain }, segments, span };
}

function asRes(res: NameRes | undefined): Res | undefined {
  return res === undefined || res.kind === "macro" ? undefined : res;
}

function resolvedPath(
  cx: TypeContext,
  path: Path,
  segments: readonly PathSegment[],
  res: NameRes,
  found: readonly NameRes[],
  span: Span,
): HirQPath {
  const lowered = segments.map((segment, index) => lowerSegment(cx, segment, asRes(found[index])));
  return {
    kind: "resolved",
    res: asRes(res) ?? { kind: "error", certain: true },
    segments: lowered,
    span,
  };
}

/** `Vec::<T>::new`: the type that is known, then one relative step for each name behind it. */
function partialPath(
  cx: TypeContext,
  path: Path,
  res: NameRes,
  unresolved: number,
  found: readonly NameRes[],
): HirQPath {
  const split = path.segments.length - unresolved;
  const known = path.segments.slice(0, split);
  const end = known[split - 1]?.end ?? path.end;
  const base = resolvedPath(cx, path, known, res, found, cx.span({ start: path.start, end }));
  let ty: HirTy = { kind: "path", path: base, span: base.span };
  let out: HirQPath = base;
  for (const segment of path.segments.slice(split)) {
    const span = cx.span({ start: path.start, end: segment.end });
    out = { kind: "relative", ty, segment: lowerSegment(cx, segment, undefined), span };
    ty = { kind: "path", path: out, span };
  }
  return out;
}

/** `<T>::name` and `<T as Trait>::name`. */
function lowerQualified(cx: TypeContext, qself: QSelf, path: Path, source: PathSource): HirQPath {
  const self = cx.lowerType(cx, qself.type);
  let ty = self;
  let out: HirQPath | undefined;
  let index = qself.position;
  if (index > 0 && index < path.segments.length) {
    out = lowerTraitItem(
      cx,
      self,
      qself,
      path,
      index === path.segments.length - 1 ? namespaceOf(source) : "types",
    );
    ty = { kind: "path", path: out, span: out.span };
    index += 1;
  }
  for (const segment of path.segments.slice(index)) {
    const span = cx.span({ start: path.start, end: segment.end });
    out = { kind: "relative", ty, segment: lowerSegment(cx, segment, undefined), span };
    ty = { kind: "path", path: out, span };
  }
  return (
    out ?? {
      kind: "resolved",
      res: { kind: "error", certain: false },
      segments: [],
      span: cx.span(path),
    }
  );
}

function lowerTraitItem(
  cx: TypeContext,
  self: HirTy,
  qself: QSelf,
  path: Path,
  ns: Namespace,
): HirQPath {
  const { crate } = cx;
  const traitSegments = path.segments.slice(0, qself.position);
  const first = traitSegments[0] as PathSegment;
  const last = traitSegments[traitSegments.length - 1] as PathSegment;
  const traitPath: Path = {
    start: first.start,
    end: last.end,
    global: path.global,
    segments: traitSegments,
  };
  const trait = lowerPath(cx, undefined, traitPath, "trait");
  const item = path.segments[qself.position] as PathSegment;
  const span = cx.span({ start: path.start, end: item.end });
  const segment = lowerSegment(cx, item, undefined);
  const before = trait.kind === "resolved" ? trait.segments : [];
  const fail = (certain: boolean): HirQPath => ({
    kind: "resolved",
    res: { kind: "error", certain },
    self,
    segments: [...before, segment],
    span,
  });
  if (trait.kind !== "resolved" || trait.res.kind !== "def")
    return fail(trait.kind === "resolved" && trait.res.kind === "error" && trait.res.certain);
  const module = moduleOfDef(crate, trait.res.def);
  const here = module === undefined ? undefined : lookupIn(module, ns, item.ident.name, true);
  if (here?.kind !== "found") {
    const other =
      module === undefined
        ? undefined
        : lookupIn(module, ns === "types" ? "values" : "types", item.ident.name, true);
    if (other?.kind === "found") reportOtherItem(cx, path, other.binding.res, ns);
    else reportMissingTraitItem(cx, traitPath, item.ident, ns);
    return fail(true);
  }
  const res = asRes(here.binding.res) ?? { kind: "error", certain: true };
  return { kind: "resolved", res, self, segments: [...before, { ...segment, res }], span };
}

function reportOtherItem(cx: TypeContext, path: Path, res: NameRes, ns: Namespace): void {
  const wanted = ns === "types" ? "associated type" : "method or associated constant";
  const name = path.segments.map((segment) => segment.ident.name).join("::");
  const message = `expected ${wanted}, found ${describeRes(cx.crate, res)} \`${name}\``;
  reportError(cx.crate, { code: "E0575", message, span: cx.span(path), owner: cx.owner });
}

function reportMissingTraitItem(cx: TypeContext, trait: Path, item: Ident, ns: Namespace): void {
  const noun = ns === "types" ? "associated type" : "method or associated constant";
  const name = trait.segments.map((segment) => segment.ident.name).join("::");
  reportError(cx.crate, {
    code: "E0576",
    message: `cannot find ${noun} \`${item.name}\` in trait \`${name}\``,
    span: spanOfNode(item),
    owner: cx.owner,
  });
}

export function lowerSegment(
  cx: TypeContext,
  segment: PathSegment,
  res: Res | undefined,
): HirSegment {
  const { name } = segment.ident;
  return {
    name,
    span: cx.span(segment.ident),
    ...(segment.args === undefined ? {} : { args: lowerGenericArgs(cx, segment.args) }),
    ...(res === undefined ? {} : { res }),
  };
}

// ---- generic arguments

export function lowerGenericArgs(cx: TypeContext, args: GenericArgs): HirGenericArgs {
  const span = cx.span(args);
  if (args.kind === "paren") return lowerParenthesized(cx, args, span);
  if (args.kind === "returnType") return { args: [], constraints: [], parenthesized: false, span };
  const out: HirGenericArg[] = [];
  const constraints: HirConstraint[] = [];
  for (const arg of args.args) {
    if (arg.kind === "assocType" || arg.kind === "assocBound" || arg.kind === "assocConst") {
      constraints.push(lowerConstraint(cx, arg));
    } else out.push(lowerGenericArg(cx, arg));
  }
  return { args: out, constraints, parenthesized: false, span };
}

/** `Fn(A, B) -> C` is `Fn<(A, B), Output = C>`. */
function lowerParenthesized(
  cx: TypeContext,
  args: GenericArgs & { kind: "paren" },
  span: Span,
): HirGenericArgs {
  const tuple: HirTy = {
    kind: "tuple",
    tys: args.inputs.map((input) => cx.lowerType(cx, input)),
    span,
  };
  const output = args.output === undefined ? unitType(span) : cx.lowerType(cx, args.output);
  return {
    args: [{ kind: "type", ty: tuple }],
    constraints: [{ name: "Output", span: output.span, ty: output }],
    parenthesized: true,
    span,
  };
}

function lowerGenericArg(
  cx: TypeContext,
  arg: GenericArg & { kind: "lifetime" | "type" | "const" },
): HirGenericArg {
  if (arg.kind === "lifetime")
    return { kind: "lifetime", lifetime: lowerLifetime(cx, arg.lifetime) };
  if (arg.kind === "const") return { kind: "const", value: lowerConstArg(cx, arg.value) };
  const { type } = arg;
  if (type.kind === "infer") return { kind: "infer", span: cx.span(type) };
  const value = constPath(cx, type);
  if (value !== undefined) return { kind: "const", value: lowerConstArg(cx, value) };
  return { kind: "type", ty: cx.lowerType(cx, type) };
}

/** A name among generic arguments that is no type but a constant: `Foo<N>`. */
function constPath(cx: TypeContext, type: Type): Expr | undefined {
  if (type.kind !== "path" || type.qself !== undefined || type.path.global) return undefined;
  const [only] = type.path.segments;
  if (only === undefined || type.path.segments.length > 1 || only.args !== undefined)
    return undefined;
  if (lookupScope(cx, only.ident, "types").kind === "found") return undefined;
  if (lookupScope(cx, only.ident, "values").kind !== "found") return undefined;
  return { kind: "path", path: type.path, start: type.start, end: type.end };
}

export function lowerConstArg(cx: TypeContext, expr: Expr): HirConstArg {
  const span = cx.span(expr);
  if (expr.kind === "underscore") return { kind: "infer", span };
  const inner = unwrapBlock(expr);
  if (inner.kind === "path" && inner.qself === undefined && inner.path.segments.length === 1) {
    const ident = inner.path.segments[0]?.ident as Ident;
    const found = lookupScope(cx, ident, "values");
    const res = found.kind === "found" ? found.binding.res : undefined;
    if (res?.kind === "def" && nodeOf(cx.crate, res.def).kind === "constParam")
      return { kind: "param", def: res.def, span };
  }
  return { kind: "body", body: cx.anonConst(cx, expr), span };
}

/** `{ N }` is `N`. */
function unwrapBlock(expr: Expr): Expr {
  if (expr.kind === "paren" || expr.kind === "group") return unwrapBlock(expr.expr);
  if (
    expr.kind === "block" &&
    expr.block.statements.length === 0 &&
    expr.block.tail !== undefined
  ) {
    return unwrapBlock(expr.block.tail);
  }
  return expr;
}

function lowerConstraint(
  cx: TypeContext,
  arg: GenericArg & { kind: "assocType" | "assocBound" | "assocConst" },
): HirConstraint {
  return {
    name: arg.name.name,
    span: cx.span(arg.name),
    ...(arg.args === undefined ? {} : { args: lowerGenericArgs(cx, arg.args) }),
    ...(arg.kind === "assocType" ? { ty: cx.lowerType(cx, arg.type) } : {}),
    ...(arg.kind === "assocBound" ? { bounds: cx.lowerBounds(cx, arg.bounds) } : {}),
  };
}

function unitType(span: Span): HirTy {
  return { kind: "tuple", tys: [], span };
}
