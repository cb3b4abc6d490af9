// Types and bounds: from syntax to HIR with every name resolved (`rustc_ast_lowering`).

import type { Span } from "../../base/span.ts";
import type { Bound, GenericParam, Path, QSelf, Type } from "../../syntax/ast.ts";
import { nodeOf, reportError, reportUnsupported } from "../crate.ts";
import type {
  HirBound,
  HirQPath,
  HirTraitBound,
  HirTraitRef,
  HirTy,
  HirTyKind,
  Res,
} from "../hir.ts";
import { spanIn } from "../spans.ts";
import { collectMacroPlace } from "./lateMacros.ts";
import { lowerLifetime, lowerRefLifetime } from "./lowerLifetimes.ts";
import { lowerConstArg, lowerPath } from "./lowerPaths.ts";
import type { TypeContext } from "./typeContext.ts";

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
      return {
        kind: "ref",
        lifetime: lowerRefLifetime(cx, type.lifetime, span),
        mutable: type.mutable,
        ty: lowerType(cx, type.type),
      };
    case "ptr":
      return { kind: "ptr", mutable: type.mutable, ty: lowerType(cx, type.type) };
    case "slice":
      return { kind: "slice", ty: lowerType(cx, type.type) };
    case "array":
      return {
        kind: "array",
        ty: lowerType(cx, type.type),
        length: lowerConstArg(cx, type.length),
      };
    case "tuple":
      return { kind: "tuple", tys: type.types.map((inner) => lowerType(cx, inner)) };
    case "never":
    case "infer":
    case "error":
      return { kind: type.kind };
    case "fnPtr":
      return lowerFnPtr(cx, type);
    case "dyn":
      return type.bare ? bareBounds(cx, type.bounds, span) : lowerDyn(cx, type.bounds);
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
  if (
    lowered.kind === "resolved" &&
    lowered.res.kind === "def" &&
    nodeOf(cx.crate, lowered.res.def).kind === "trait"
  ) {
    return bareTraitObject(cx, path, lowered);
  }
  return { kind: "path", path: lowered };
}

/** `Trait + Send` without `dyn`, as up to edition 2018. */
function bareBounds(cx: TypeContext, bounds: readonly Bound[], span: Span): HirTyKind {
  const lowered = lowerDyn(cx, bounds);
  const known = lowered.kind === "dyn" && lowered.bounds[0]?.ref.trait !== undefined;
  if (known && cx.crate.edition >= 2021) {
    const message = "expected a type, found a trait";
    reportError(cx.crate, { code: "E0782", message, span, owner: cx.owner });
  }
  return lowered;
}

function bareTraitObject(cx: TypeContext, path: Path, lowered: HirQPath): HirTyKind {
  const span = cx.span(path);
  if (cx.crate.edition >= 2021) {
    const message = "expected a type, found a trait";
    reportError(cx.crate, { code: "E0782", message, span, owner: cx.owner });
  }
  const trait =
    lowered.kind === "resolved" && lowered.res.kind === "def" ? lowered.res.def : undefined;
  const bound: HirTraitBound = {
    kind: "trait",
    modifier: "",
    lifetimes: [],
    ref: { trait, path: lowered, span },
    span,
  };
  return { kind: "dyn", bounds: [bound] };
}

function lowerFnPtr(cx: TypeContext, type: Type & { kind: "fnPtr" }): HirTyKind {
  const lifetimes = type.forLifetimes.flatMap(lifetimeName);
  const inner = withBinder(cx, lifetimes);
  return {
    kind: "fnPtr",
    unsafe: type.unsafe,
    ...(type.abi === undefined ? {} : { abi: type.abi }),
    inputs: type.params.map((param) =>
      lowerType({ ...inner, refusesImpl: "`fn` pointer parameters" }, param.type),
    ),
    output:
      type.output === undefined
        ? unitType(cx.span({ start: type.end, end: type.end }))
        : lowerType({ ...inner, refusesImpl: "`fn` pointer return types" }, type.output),
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
  return {
    kind: "dyn",
    bounds: traits,
    ...(outlives === undefined ? {} : { lifetime: outlives.lifetime }),
  };
}

function lowerImplTrait(cx: TypeContext, type: Type): HirTyKind {
  const def = cx.crate.implTypes.get(type) ?? cx.crate.std?.implTypes.get(type);
  if (def === undefined) return refusedImpl(cx, type);
  if (nodeOf(cx.crate, def).kind === "opaque") return { kind: "opaque", def };
  const span = cx.span(type);
  const res: Res = { kind: "def", def };
  return {
    kind: "path",
    path: { kind: "resolved", res, segments: [{ name: "impl Trait", span, res }], span },
  };
}

function refusedImpl(cx: TypeContext, type: Type): HirTyKind {
  if (cx.refusesImpl === undefined) return { kind: "unsupported", what: "impl Trait here" };
  const message = `\`impl Trait\` is not allowed in ${cx.refusesImpl}`;
  reportError(cx.crate, { code: "E0562", message, span: cx.span(type), owner: cx.owner });
  return { kind: "error" };
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

// ---- bounds

export function lowerBounds(cx: TypeContext, bounds: readonly Bound[]): HirBound[] {
  const out: HirBound[] = [];
  for (const bound of bounds) {
    if (bound.kind === "lifetime") {
      out.push({
        kind: "outlives",
        lifetime: lowerLifetime(cx, bound.lifetime),
        span: cx.span(bound),
      });
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
    lowered.kind === "resolved" &&
    lowered.res.kind === "def" &&
    nodeOf(cx.crate, lowered.res.def).kind === "trait"
      ? lowered.res.def
      : undefined;
  return { trait, path: lowered, span: cx.span(path) };
}
