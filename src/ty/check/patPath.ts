// What a path in a pattern or struct expression names: a variant (or struct) with its type, or a constant.

import { lowerArgsFor } from "../lower/lowerArgs.ts";
import { lowerPathTy } from "../lower/lowerTy.ts";
import { givenArgs } from "../lower/pathArgs.ts";
import { normalizeArgs } from "./method/confirm.ts";
import { eraseRegions, substitute } from "../fold.ts";
import { adtOf, qselfTy, resolveValuePath, variantOf } from "./path.ts";
import { causeAt, normalizeTy, structurally, taint } from "./fnCtxt.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import { reportWrongPattern } from "../errors/patterns.ts";
import type { Def, DefId } from "../../hir/defs.ts";
import type { HirGenericArgs, HirPat, HirQPath } from "../../hir/hir.ts";
import type { VariantInfo } from "../queries.ts";
import type { Ty } from "../ty.ts";
import type { Callee } from "../typeck.ts";

export type PatternTarget =
  | {
      readonly kind: "variant";
      readonly variant: VariantInfo;
      readonly ty: Ty;
      readonly callee: Callee;
    }
  | { readonly kind: "const"; readonly ty: Ty; readonly callee: Callee };

export function resolvePatPath(
  fcx: FnCtxt,
  pat: HirPat & { readonly path: HirQPath },
): PatternTarget | undefined {
  const found = resolveVariantPath(fcx, pat.path) ?? constTarget(fcx, pat);
  const target = found && fitsPattern(fcx, pat, found) ? found : undefined;
  if (target) fcx.tables.patResolutions.set(pat.id, target.callee);
  else taint(fcx, pat.span);
  return target;
}

function constTarget(
  fcx: FnCtxt,
  pat: HirPat & { readonly path: HirQPath },
): PatternTarget | undefined {
  if (pat.kind === "struct") return undefined;
  const { ty, callee } = resolveValuePath(fcx, pat.path, undefined, undefined);
  return callee && { kind: "const", ty, callee };
}

/** A path is a unit or a constant, a tuple pattern a tuple; name resolution has told where the path alone says so. */
function fitsPattern(
  fcx: FnCtxt,
  pat: HirPat & { readonly path: HirQPath },
  target: PatternTarget,
): boolean {
  const def = fcx.cx.def(target.callee.def);
  if (pat.kind === "struct") return true;
  const wanted = pat.kind === "path" ? "unit" : "tuple";
  const fits =
    target.kind === "variant"
      ? target.variant.shape === wanted
      : pat.kind === "path" && def.kind !== "fn";
  if (fits) return true;
  if (pat.path.kind === "relative" || target.kind === "const")
    reportWrongPattern(fcx, pat, describeItem(fcx, def, target));
  return false;
}

function describeItem(fcx: FnCtxt, def: Def, target: PatternTarget): string {
  if (target.kind === "variant") {
    const what = def.kind === "variant" ? "variant" : "struct";
    return target.variant.shape === "named"
      ? `struct ${what}`.replace("struct struct", "struct")
      : `${target.variant.shape} ${what}`;
  }
  const owner = def.parent === undefined ? undefined : fcx.cx.def(def.parent).kind;
  const associated = owner === "impl" || owner === "trait" ? "associated " : "";
  return `${associated}${def.kind === "fn" ? "function" : "constant"}`;
}

/** A struct or variant, also through aliases, `Self` and `Type::Variant`. */
export function resolveVariantPath(
  fcx: FnCtxt,
  path: HirQPath,
): (PatternTarget & { kind: "variant" }) | undefined {
  if (path.kind === "relative") return relativeVariant(fcx, path);
  const { res } = path;
  switch (res.kind) {
    case "ctor":
      return ofDefinition(fcx, path, res.def);
    case "def": {
      const { kind } = fcx.cx.def(res.def);
      if (kind === "struct" || kind === "variant" || kind === "union")
        return ofDefinition(fcx, path, res.def);
      return kind === "tyAlias" || kind === "assocTy" ? ofType(fcx, path) : undefined;
    }
    case "selfTy":
      return ofType(fcx, path);
    case "selfCtor":
      return variantIn(
        fcx,
        normalizeTy(fcx, eraseRegions(fcx.tcx, fcx.cx.typeOf(res.impl)), causeAt(path.span)),
      );
    default:
      return undefined;
  }
}

function relativeVariant(
  fcx: FnCtxt,
  path: HirQPath & { kind: "relative" },
): (PatternTarget & { kind: "variant" }) | undefined {
  const self = qselfTy(fcx, path.ty);
  const variant = variantOf(fcx, self, path.segment.name);
  const ty = structurally(fcx, self);
  if (!variant || ty.kind !== "adt") return undefined;
  return { kind: "variant", variant, ty, callee: { def: variant.def, args: ty.args } };
}

function ofType(fcx: FnCtxt, path: HirQPath): (PatternTarget & { kind: "variant" }) | undefined {
  return variantIn(fcx, normalizeTy(fcx, lowerPathTy(fcx.lcx, path, true), causeAt(path.span)));
}

function variantIn(fcx: FnCtxt, self: Ty): (PatternTarget & { kind: "variant" }) | undefined {
  const ty = structurally(fcx, self);
  if (ty.kind !== "adt") return undefined;
  const adt = fcx.cx.adt(ty.def);
  const variant = adt.kind === "enum" ? undefined : adt.variants[0];
  return variant && { kind: "variant", variant, ty, callee: { def: ty.def, args: ty.args } };
}

function ofDefinition(
  fcx: FnCtxt,
  path: HirQPath & { kind: "resolved" },
  id: DefId,
): (PatternTarget & { kind: "variant" }) | undefined {
  const { cx, tcx } = fcx;
  const adt = adtOf(fcx, id);
  const info = cx.adt(adt);
  const variant = info.variants.find((v) => v.def === id);
  if (!variant) return undefined;
  const given = new Map<DefId, HirGenericArgs>(givenArgs(path));
  const own = given.get(id);
  if (own) given.set(adt, own);
  const args = normalizeArgs(
    fcx,
    lowerArgsFor(fcx.lcx, adt, { span: path.span, inferArgs: true, self: undefined, given }),
    path.span,
  );
  const ty = normalizeTy(fcx, substitute(tcx, cx.typeOf(adt), args), causeAt(path.span));
  return { kind: "variant", variant, ty, callee: { def: id, args } };
}
