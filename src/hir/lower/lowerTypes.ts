// Types, paths, bounds and generics: from syntax to HIR with every name resolved (`rustc_ast_lowering`).

import type { Span } from "../../base/span.ts";
import type { Bound, Expr, GenericArg, GenericArgs, GenericParam, Ident, Lifetime, Path, PathSegment, QSelf, Type } from "../../syntax/ast.ts";
import type { MacroFrame, NameRes, Namespace, Scope, TextScope } from "../crate.ts";
import { moduleOfDef, nodeOf, reportError, reportUnsupported, spanOfNode } from "../crate.ts";
import { describeRes } from "../names/describe.ts";
import { collectMacroPlace } from "./lateMacros.ts";
import type { HirBody, HirBound, HirConstArg, HirConstraint, HirGenericArg, HirGenericArgs, HirLifetime, HirQPath, HirSegment, HirTraitBound, HirTraitRef, HirTy, HirTyKind, Res } from "../hir.ts";
import { lookupIn } from "../names/lookup.ts";
import { spanIn } from "../spans.ts";
import { isExpected, lookupScope, namespaceOf, reportUnresolved, reportWrongKind, resolveInScope } from "../names/names.ts";
import type { NameContext, PathSource } from "../names/names.ts";

export interface TypeContext extends NameContext {
  readonly text: TextScope | undefined;
  readonly frame: MacroFrame | undefined;
  /** Lowers a constant expression in a type (`[T; N]`, `Foo<{ N }>`). */
  readonly anonConst: (cx: TypeContext, expr: Expr) => HirBody;
  /** Where a span inside a macro expansion stands for people. */
  readonly span: (node: { readonly start: number; readonly end: number }) => Span;
  /** Binders around an `impl Trait` are not seen from its own definition. */
  readonly anyLifetime?: boolean;
}

export function lowerType(cx: TypeContext, type: Type): HirTy {
  const span = cx.span(type);
  return { ...lowerTypeKind(cx, type, span), span };
}

const UNIT: HirTyKind = { kind: "tuple", tys: [] };

export function unitType(span: Span): HirTy {
  return { ...UNIT, span };
}

function lowerTypeKind(cx: TypeContext, type: Type, span: Span): HirTyKind {
  switch (type.kind) {
    case "path":
      return lowerPathType(cx, type.qself, type.path);
    case "paren":
      return lowerType(cx, type.type);
    case "ref":
      return { kind: "ref", lifetime: lowerRefLifetime(cx, type.lifetime, span), mutable: type.mutable, ty: lowerType(cx, type.type) };
    case "ptr":
      return { kind: "ptr", mutable: type.mutable, ty: lowerType(cx, type.type) };
    case "slice":
      return { kind: "slice", ty: lowerType(cx, type.type) };
    case "array":
      return { kind: "array", ty: lowerType(cx, type.type), length: lowerConstArg(cx, type.length) };
    case "tuple":
      return { kind: "tuple", tys: type.types.map((inner) => lowerType(cx, inner)) };
    case "never":
    case "infer":
    case "error":
      return { kind: type.kind };
    case "fnPtr":
      return lowerFnPtr(cx, type);
    case "dyn":
      return lowerDyn(cx, type.bounds);
    case "impl":
      return lowerImplTrait(cx, type);
    case "macro":
      return lowerTypeMacro(cx, type, span);
    case "typeof":
      return { kind: "unsupported", what: "typeof" };
  }
}

/** A path in type position; a bare trait there is a trait object, as up to edition 2018. */
function lowerPathType(cx: TypeContext, qself: QSelf | undefined, path: Path): HirTyKind {
  const lowered = lowerPath(cx, qself, path, "type");
  if (lowered.kind === "resolved" && lowered.res.kind === "error") {
    return lowered.res.certain ? { kind: "error" } : { kind: "path", path: lowered };
  }
  if (lowered.kind === "resolved" && lowered.res.kind === "def" && nodeOf(cx.crate, lowered.res.def).kind === "trait") {
    return bareTraitObject(cx, path, lowered);
  }
  return { kind: "path", path: lowered };
}

function bareTraitObject(cx: TypeContext, path: Path, lowered: HirQPath): HirTyKind {
  const span = cx.span(path);
  if (cx.crate.edition >= 2021) {
    const message = "expected a type, found a trait";
    reportError(cx.crate, { code: "E0782", message, span, owner: cx.owner });
  }
  const trait = lowered.kind === "resolved" && lowered.res.kind === "def" ? lowered.res.def : undefined;
  const bound: HirTraitBound = { kind: "trait", modifier: "", lifetimes: [], ref: { trait, path: lowered, span }, span };
  return { kind: "dyn", bounds: [bound] };
}

function lowerFnPtr(cx: TypeContext, type: Type & { kind: "fnPtr" }): HirTyKind {
  const lifetimes = type.forLifetimes.flatMap(lifetimeName);
  const inner = withBinder(cx, lifetimes);
  return {
    kind: "fnPtr",
    unsafe: type.unsafe,
    ...(type.abi === undefined ? {} : { abi: type.abi }),
    inputs: type.params.map((param) => lowerType(inner, param.type)),
    output: type.output === undefined ? unitType(cx.span({ start: type.end, end: type.end })) : lowerType(inner, type.output),
    variadic: type.variadic,
    lifetimes,
  };
}

function lifetimeName(param: GenericParam): string[] {
  return param.kind === "lifetime" ? [param.lifetime.name] : [];
}

/** The context inside `for<'a>`. A binder counts for depth even when it names nothing. */
export function withBinder<C extends TypeContext>(cx: C, names: readonly string[]): C {
  return { ...cx, scope: { kind: "binder", names, parent: cx.scope } };
}

function lowerDyn(cx: TypeContext, bounds: readonly Bound[]): HirTyKind {
  const lowered = lowerBounds(cx, bounds);
  const traits = lowered.filter((bound) => bound.kind === "trait");
  const outlives = lowered.find((bound) => bound.kind === "outlives");
  return { kind: "dyn", bounds: traits, ...(outlives === undefined ? {} : { lifetime: outlives.lifetime }) };
}

function lowerImplTrait(cx: TypeContext, type: Type): HirTyKind {
  const def = cx.crate.implTypes.get(type) ?? cx.crate.std?.implTypes.get(type);
  if (def === undefined) return { kind: "unsupported", what: "impl Trait here" };
  if (nodeOf(cx.crate, def).kind === "opaque") return { kind: "opaque", def };
  const span = cx.span(type);
  const res: Res = { kind: "def", def };
  return { kind: "path", path: { kind: "resolved", res, segments: [{ name: "impl Trait", span, res }], span } };
}

function lowerTypeMacro(cx: TypeContext, type: Type & { kind: "macro" }, span: Span): HirTyKind {
  const result = collectMacroPlace(cx, type.call, "type");
  if (result?.kind !== "type" || result.type === undefined) {
    reportUnsupported(cx.crate, span, "macro", "this macro gives no type that Lockstep knows");
    return { kind: "error" };
  }
  const { frame } = result;
  return lowerType({ ...cx, frame, span: (node) => spanIn(cx.crate, frame, node) }, result.type);
}

// ---- lifetimes

export function lowerRefLifetime(cx: TypeContext, lifetime: Lifetime | undefined, span: Span): HirLifetime {
  return lifetime === undefined ? { kind: "elided", span } : lowerLifetime(cx, lifetime);
}

export function lowerLifetime(cx: TypeContext, lifetime: Lifetime): HirLifetime {
  const span = cx.span(lifetime);
  const { name } = lifetime;
  if (name === "'static") return { kind: "static", span };
  if (name === "'_") return { kind: "elided", span };
  let depth = 0;
  let barrier = false;
  for (let at: Scope | undefined = cx.scope; at !== undefined; at = at.parent) {
    if (at.kind === "binder") {
      const index = at.names.indexOf(name);
      if (index >= 0) return { kind: "bound", depth, index, name, span };
      depth += 1;
    } else if (at.kind === "generics") {
      const def = at.lifetimes.get(name);
      if (def !== undefined && barrier) return outerLifetime(cx, span);
      if (def !== undefined) return { kind: "param", def, span };
    } else if (at.kind === "item") barrier = true;
  }
  if (cx.anyLifetime === true) return { kind: "error", span };
  reportError(cx.crate, { code: "E0261", message: `use of undeclared lifetime name \`${name}\``, span, owner: cx.owner });
  return { kind: "error", span };
}

function outerLifetime(cx: TypeContext, span: Span): HirLifetime {
  const message = "can't use generic parameters from outer item";
  reportError(cx.crate, { code: "E0401", message, span, owner: cx.owner });
  return { kind: "error", span };
}

// ---- bounds

export function lowerBounds(cx: TypeContext, bounds: readonly Bound[]): HirBound[] {
  const out: HirBound[] = [];
  for (const bound of bounds) {
    if (bound.kind === "lifetime") {
      out.push({ kind: "outlives", lifetime: lowerLifetime(cx, bound.lifetime), span: cx.span(bound) });
    } else if (bound.kind === "trait") {
      const lifetimes = bound.forLifetimes.flatMap(lifetimeName);
      const ref = lowerTraitRef(withBinder(cx, lifetimes), bound.path);
      out.push({ kind: "trait", modifier: bound.modifier, lifetimes, ref, span: cx.span(bound) });
    }
  }
  return out;
}

export function lowerTraitRef(cx: TypeContext, path: Path): HirTraitRef {
  const lowered = lowerPath(cx, undefined, path, "trait");
  const trait =
    lowered.kind === "resolved" && lowered.res.kind === "def" && nodeOf(cx.crate, lowered.res.def).kind === "trait"
      ? lowered.res.def
      : undefined;
  return { trait, path: lowered, span: cx.span(path) };
}

// ---- paths

export function lowerPath(cx: TypeContext, qself: QSelf | undefined, path: Path, source: PathSource): HirQPath {
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
      if (!isExpected(cx.crate, source, result.res)) return wrongKind(cx, path, source, result.res, span);
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

function wrongKind(cx: TypeContext, path: Path, source: PathSource, res: NameRes, span: Span): HirQPath {
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
  return { kind: "resolved", res: asRes(res) ?? { kind: "error", certain: true }, segments: lowered, span };
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
  const self = lowerType(cx, qself.type);
  let ty = self;
  let out: HirQPath | undefined;
  let index = qself.position;
  if (index > 0) {
    out = lowerTraitItem(cx, self, qself, path, index === path.segments.length - 1 ? namespaceOf(source) : "types");
    ty = { kind: "path", path: out, span: out.span };
    index += 1;
  }
  for (const segment of path.segments.slice(index)) {
    const span = cx.span({ start: path.start, end: segment.end });
    out = { kind: "relative", ty, segment: lowerSegment(cx, segment, undefined), span };
    ty = { kind: "path", path: out, span };
  }
  return out ?? { kind: "resolved", res: { kind: "error", certain: false }, segments: [], span: cx.span(path) };
}

function lowerTraitItem(cx: TypeContext, self: HirTy, qself: QSelf, path: Path, ns: Namespace): HirQPath {
  const { crate } = cx;
  const traitSegments = path.segments.slice(0, qself.position);
  const first = traitSegments[0] as PathSegment;
  const last = traitSegments[traitSegments.length - 1] as PathSegment;
  const traitPath: Path = { start: first.start, end: last.end, global: path.global, segments: traitSegments };
  const trait = lowerPath(cx, undefined, traitPath, "trait");
  const item = path.segments[qself.position] as PathSegment;
  const span = cx.span({ start: path.start, end: item.end });
  const segment = lowerSegment(cx, item, undefined);
  const before = trait.kind === "resolved" ? trait.segments : [];
  const fail = (certain: boolean): HirQPath => ({
    kind: "resolved", res: { kind: "error", certain }, self, segments: [...before, segment], span,
  });
  if (trait.kind !== "resolved" || trait.res.kind !== "def") return fail(trait.kind === "resolved" && trait.res.kind === "error" && trait.res.certain);
  const module = moduleOfDef(crate, trait.res.def);
  const here = module === undefined ? undefined : lookupIn(module, ns, item.ident.name, true);
  if (here?.kind !== "found") {
    const other = module === undefined ? undefined : lookupIn(module, ns === "types" ? "values" : "types", item.ident.name, true);
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

export function lowerSegment(cx: TypeContext, segment: PathSegment, res: Res | undefined): HirSegment {
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
function lowerParenthesized(cx: TypeContext, args: GenericArgs & { kind: "paren" }, span: Span): HirGenericArgs {
  const tuple: HirTy = { kind: "tuple", tys: args.inputs.map((input) => lowerType(cx, input)), span };
  const output = args.output === undefined ? unitType(span) : lowerType(cx, args.output);
  return {
    args: [{ kind: "type", ty: tuple }],
    constraints: [{ name: "Output", span: output.span, ty: output }],
    parenthesized: true,
    span,
  };
}

function lowerGenericArg(cx: TypeContext, arg: GenericArg & { kind: "lifetime" | "type" | "const" }): HirGenericArg {
  if (arg.kind === "lifetime") return { kind: "lifetime", lifetime: lowerLifetime(cx, arg.lifetime) };
  if (arg.kind === "const") return { kind: "const", value: lowerConstArg(cx, arg.value) };
  const { type } = arg;
  if (type.kind === "infer") return { kind: "infer", span: cx.span(type) };
  const value = constPath(cx, type);
  if (value !== undefined) return { kind: "const", value: lowerConstArg(cx, value) };
  return { kind: "type", ty: lowerType(cx, type) };
}

/** A name among generic arguments that is no type but a constant: `Foo<N>`. */
function constPath(cx: TypeContext, type: Type): Expr | undefined {
  if (type.kind !== "path" || type.qself !== undefined || type.path.global) return undefined;
  const [only] = type.path.segments;
  if (only === undefined || type.path.segments.length > 1 || only.args !== undefined) return undefined;
  if (lookupScope(cx, only.ident, "types").kind === "found") return undefined;
  if (lookupScope(cx, only.ident, "values").kind !== "found") return undefined;
  return { kind: "path", path: type.path, start: type.start, end: type.end };
}

export function lowerConstArg(cx: TypeContext, expr: Expr): HirConstArg {
  const span = cx.span(expr);
  const inner = unwrapBlock(expr);
  if (inner.kind === "path" && inner.qself === undefined && inner.path.segments.length === 1) {
    const ident = inner.path.segments[0]?.ident as Ident;
    const found = lookupScope(cx, ident, "values");
    const res = found.kind === "found" ? found.binding.res : undefined;
    if (res?.kind === "def" && nodeOf(cx.crate, res.def).kind === "constParam") return { kind: "param", def: res.def, span };
  }
  return { kind: "body", body: cx.anonConst(cx, expr), span };
}

/** `{ N }` is `N`. */
function unwrapBlock(expr: Expr): Expr {
  if (expr.kind === "paren" || expr.kind === "group") return unwrapBlock(expr.expr);
  if (expr.kind === "block" && expr.block.statements.length === 0 && expr.block.tail !== undefined) {
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
    ...(arg.kind === "assocType" ? { ty: lowerType(cx, arg.type) } : {}),
    ...(arg.kind === "assocBound" ? { bounds: lowerBounds(cx, arg.bounds) } : {}),
  };
}

