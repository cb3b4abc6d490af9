// Paths as values: locals, functions, constants, constructors, and `Type::item` found by type.
// Follows `check_expr_path`, `resolve_fully_qualified_call`, `instantiate_value_path`.

import { constTy, normalizeArgs, ownArgs } from "./method/confirm.ts";
import {
  addBounds,
  causeAt,
  lowerInBody,
  localTy,
  normalizeTy,
  report,
  taint,
  isUnknown,
  structurally,
} from "./fnCtxt.ts";
import { givenArgs } from "../lower/pathArgs.ts";
import { lowerArgsFor } from "../lower/lowerArgs.ts";
import { lowerPathTy } from "../lower/lowerTy.ts";
import { probePath } from "./method/probe.ts";
import { receiverArgs } from "./method/consider.ts";
import { eraseRegions, isTy, substitute } from "../fold.ts";
import { pathText } from "../errors/describe.ts";
import { reportBadPath } from "../errors/methods.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import type { Span } from "../../base/span.ts";
import type { Def, DefId, ScopeId } from "../../hir/defs.ts";
import type { ExprId, HirExpr, HirGenericArgs, HirQPath, HirTy } from "../../hir/hir.ts";
import type { VariantInfo } from "../queries.ts";
import type { GenericArgs, Ty } from "../ty.ts";
import type { Callee } from "../typeck.ts";

export interface ResolvedPath {
  readonly ty: Ty;
  /** Undefined for locals and what could not be resolved. */
  readonly callee: Callee | undefined;
}

export function checkPathExpr(fcx: FnCtxt, expr: HirExpr & { kind: "path" }): Ty {
  const found = resolveValuePath(fcx, expr.path, expr.scope, expr.id);
  if (found.callee) fcx.tables.resolutions.set(expr.id, found.callee);
  return found.ty;
}

export function resolveValuePath(
  fcx: FnCtxt,
  path: HirQPath,
  scope: ScopeId | undefined,
  expr: ExprId | undefined,
): ResolvedPath {
  return path.kind === "resolved" ? resolved(fcx, path, expr) : relative(fcx, path, scope, expr);
}

function unresolved(fcx: FnCtxt, span: Span): ResolvedPath {
  taint(fcx, span);
  return { ty: fcx.tcx.unknown, callee: undefined };
}

function resolved(
  fcx: FnCtxt,
  path: HirQPath & { kind: "resolved" },
  expr: ExprId | undefined,
): ResolvedPath {
  const { res } = path;
  switch (res.kind) {
    case "local":
      return { ty: localTy(fcx, res.local), callee: undefined };
    case "def":
    case "ctor":
      return definition(fcx, path, res.def, expr);
    case "selfCtor":
      return selfCtor(fcx, res.impl, path.span);
    default:
      return unresolved(fcx, path.span);
  }
}

function definition(
  fcx: FnCtxt,
  path: HirQPath & { kind: "resolved" },
  id: DefId,
  expr: ExprId | undefined,
): ResolvedPath {
  const { cx, tcx } = fcx;
  const def = cx.def(id);
  if (def.kind === "constParam")
    return { ty: cx.typeOf(id), callee: { def: id, args: tcx.noArgs } };
  if (def.kind === "static") {
    return {
      ty: normalizeTy(fcx, cx.typeOf(id), causeAt(path.span)),
      callee: { def: id, args: tcx.noArgs },
    };
  }
  if (
    def.kind !== "fn" &&
    def.kind !== "const" &&
    def.kind !== "struct" &&
    def.kind !== "variant"
  ) {
    return unresolved(fcx, path.span);
  }
  const self = path.self ? lowerInBody(fcx, path.self) : undefined;
  const args = lowerArgsFor(fcx.lcx, id, {
    span: path.span,
    inferArgs: true,
    self,
    given: variantArgs(cx.def(id), givenArgs(path)),
  });
  reportStructVariant(fcx, path, id);
  return instantiated(fcx, id, normalizeArgs(fcx, args, path.span), path.span, expr);
}

/** `Variant::<T>` and `Enum::<T>::Variant` both give the arguments of the enum. */
function variantArgs(
  def: Def,
  given: ReadonlyMap<DefId, HirGenericArgs>,
): ReadonlyMap<DefId, HirGenericArgs> {
  const own = given.get(def.id);
  if (def.kind !== "variant" || def.parent === undefined || !own) return given;
  return new Map([...given, [def.parent, own]]);
}

/** The value of a definition for these arguments, with its bounds registered. */
export function instantiated(
  fcx: FnCtxt,
  id: DefId,
  args: GenericArgs,
  span: Span,
  expr: ExprId | undefined,
): ResolvedPath {
  const { cx, tcx } = fcx;
  const def = cx.def(id);
  addBounds(fcx, id, args, span, expr);
  const callee: Callee = { def: id, args };
  if (def.kind === "fn") return { ty: tcx.fnDef(id, args), callee };
  if (def.kind === "const") return { ty: constTy(fcx, id, args, span), callee };
  return { ty: ctorTy(fcx, id, args, span), callee };
}

/** E0533: a variant with named fields is no value without them. */
function reportStructVariant(fcx: FnCtxt, path: HirQPath, id: DefId): void {
  const def = fcx.cx.def(id);
  if (def.kind !== "variant" || def.shape !== "named") return;
  report(fcx, {
    code: "E0533",
    message: `expected value, found struct variant \`${pathText(path)}\``,
    span: path.span,
    label: "not a value",
  });
}

function ctorTy(fcx: FnCtxt, id: DefId, args: GenericArgs, span: Span): Ty {
  const { cx, tcx } = fcx;
  const adt = adtOf(fcx, id);
  const variant = cx.adt(adt).variants.find((v) => v.def === id);
  if (variant?.shape === "tuple") return tcx.fnDef(id, args);
  if (variant?.shape === "unit")
    return normalizeTy(fcx, substitute(tcx, cx.typeOf(adt), args), causeAt(span));
  taint(fcx, span);
  return tcx.unknown;
}

export function adtOf(fcx: FnCtxt, ctor: DefId): DefId {
  const def = fcx.cx.def(ctor);
  return def.kind === "variant" && def.parent !== undefined ? def.parent : ctor;
}

function selfCtor(fcx: FnCtxt, impl: DefId, span: Span): ResolvedPath {
  const self = normalizeTy(fcx, eraseRegions(fcx.tcx, fcx.cx.typeOf(impl)), causeAt(span));
  if (self.kind !== "adt") return unresolved(fcx, span);
  return { ty: ctorTy(fcx, self.def, self.args, span), callee: { def: self.def, args: self.args } };
}

// ---- `Type::name`

function relative(
  fcx: FnCtxt,
  path: HirQPath & { kind: "relative" },
  scope: ScopeId | undefined,
  expr: ExprId | undefined,
): ResolvedPath {
  const self = qselfTy(fcx, path.ty);
  const variant = variantOf(fcx, self, path.segment.name);
  if (variant) return variantValue(fcx, variant, self, path, expr);
  const result = probePath(fcx, path.segment.name, self, scope, path.segment.span);
  if (result.kind !== "pick") {
    reportBadPath(fcx, path, self, result);
    return unresolved(fcx, path.span);
  }
  const { candidate } = result.pick;
  const parent = receiverArgs(fcx, candidate, path.segment);
  const own =
    candidate.kind === "impl" ? implSelf(fcx, candidate.impl, parent, path.span) : parent[0];
  if (own && isTy(own)) fcx.infcx.eq(own, self);
  const args = ownArgs(fcx, candidate.item, parent, path.segment);
  return instantiated(fcx, candidate.item, args, path.segment.span, expr);
}

function implSelf(fcx: FnCtxt, impl: DefId, args: GenericArgs, span: Span): Ty {
  return normalizeTy(fcx, substitute(fcx.tcx, fcx.cx.typeOf(impl), args), causeAt(span));
}

/** The type before `::name`; without arguments they are inferred. */
export function qselfTy(fcx: FnCtxt, hir: HirTy): Ty {
  if (hir.kind !== "path") return lowerInBody(fcx, hir);
  return normalizeTy(fcx, lowerPathTy(fcx.lcx, hir.path, true), causeAt(hir.span));
}

export function variantOf(fcx: FnCtxt, self: Ty, name: string): VariantInfo | undefined {
  const ty = structurally(fcx, self);
  if (ty.kind !== "adt") return undefined;
  const adt = fcx.cx.adt(ty.def);
  return adt.kind === "enum" ? adt.variants.find((variant) => variant.name === name) : undefined;
}

function variantValue(
  fcx: FnCtxt,
  variant: VariantInfo,
  self: Ty,
  path: HirQPath & { kind: "relative" },
  expr: ExprId | undefined,
): ResolvedPath {
  const ty = structurally(fcx, self);
  if (ty.kind !== "adt" || isUnknown(ty)) return unresolved(fcx, path.span);
  reportStructVariant(fcx, path, variant.def);
  return instantiated(fcx, variant.def, ty.args, path.span, expr);
}
