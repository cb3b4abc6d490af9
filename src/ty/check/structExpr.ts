// Struct expressions: `Path { field: value, ..base }`. Follows `check_expr_struct`.

import {
  addBounds,
  causeAt,
  hasType,
  isUnknown,
  NO_EXPECTATION,
  normalizeTy,
  onlyHasType,
  requireSized,
  structurally,
  taint,
} from "./fnCtxt.ts";
import { checkCoercible, checkHasType, demandCoerce } from "./coerce/coercible.ts";
import { eraseRegions, substitute } from "../fold.ts";
import { resolveVariantPath } from "./patPath.ts";
import {
  reportMissingFields,
  reportNoStructBase,
  reportNotStruct,
  reportPrivateField,
  reportRepeatedFields,
  reportUnknownField,
} from "../errors/structs.ts";
import { isInside } from "../visibility.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import type { PatternTarget } from "./patPath.ts";
import type { HirExpr, HirFieldExpr } from "../../hir/hir.ts";
import type { FieldInfo } from "../queries.ts";
import type { Ty } from "../ty.ts";

type StructExpr = HirExpr & { readonly kind: "struct" };
type Variant = PatternTarget & { readonly kind: "variant" };

export function checkStruct(fcx: FnCtxt, expr: StructExpr, expected: Expectation): Ty {
  const target = resolveVariantPath(fcx, expr.path);
  if (!target) {
    for (const field of expr.fields) fcx.check.expr(fcx, field.value, NO_EXPECTATION);
    if (expr.base) fcx.check.expr(fcx, expr.base, NO_EXPECTATION);
    reportNotStruct(fcx, expr);
    taint(fcx, expr.span);
    return fcx.tcx.unknown;
  }
  fcx.tables.resolutions.set(expr.id, target.callee);
  addBounds(fcx, target.callee.def, target.callee.args, expr.path.span, expr.id);
  const hint = onlyHasType(fcx, expected);
  const hints = hint ? expectedArgs(fcx, target, hint) : undefined;
  for (const field of expr.fields) checkFieldValue(fcx, expr, target, field, hints);
  reportRepeatedFields(fcx, expr);
  if (expr.base) checkBase(fcx, expr.base, target);
  else reportMissingFields(fcx, expr, target);
  requireSized(fcx, target.ty, expr.span, "struct");
  return target.ty;
}

function checkBase(fcx: FnCtxt, base: HirExpr, target: Variant): void {
  checkHasType(fcx, base, target.ty);
  if (fcx.cx.def(target.variant.def).kind === "variant") reportNoStructBase(fcx, base);
}

/** What the struct's type would be if it were the expected one; fields are checked with it as a hint. */
function expectedArgs(fcx: FnCtxt, target: Variant, hint: Ty): Ty | undefined {
  // What is asked for may be an associated type that is known by now.
  const wanted = structurally(fcx, hint);
  if (isUnknown(wanted)) return undefined;
  return fcx.infcx.fudge(() => (fcx.infcx.unify(target.ty, wanted) ? [target.ty] : undefined))?.[0];
}

function checkFieldValue(
  fcx: FnCtxt,
  expr: StructExpr,
  target: Variant,
  field: HirFieldExpr,
  hintTy: Ty | undefined,
): void {
  const info = target.variant.fields.find((f) => f.name === field.name);
  if (!info) {
    fcx.check.expr(fcx, field.value, NO_EXPECTATION);
    reportUnknownField(fcx, expr, target, field);
    return;
  }
  const { visibility } = fcx.cx.def(info.def);
  if (visibility.kind === "restricted" && !isInside(fcx.cx, fcx.owner, visibility.in)) {
    fcx.late.push(() => reportPrivateField(fcx, target, field));
  }
  const formal = fieldTy(fcx, target.ty, info, field);
  const hint = hintTy ? fieldTy(fcx, hintTy, info, field) : undefined;
  if (hint?.hasInfer === false) {
    const found = fcx.check.expr(fcx, field.value, hasType(hint));
    fcx.infcx.eq(formal, hint);
    demandCoerce(fcx, field.value, found, formal);
  } else {
    checkCoercible(fcx, field.value, formal);
  }
}

function fieldTy(fcx: FnCtxt, self: Ty, field: FieldInfo, at: HirFieldExpr): Ty {
  const ty = structurally(fcx, self);
  const args = ty.kind === "adt" ? ty.args : fcx.tcx.noArgs;
  const declared = eraseRegions(fcx.tcx, substitute(fcx.tcx, fcx.cx.typeOf(field.def), args));
  return normalizeTy(fcx, declared, causeAt(at.span));
}
