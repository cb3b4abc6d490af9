// `as`: a coercion where one fits, else one of the primitive casts. Decided when the body's types are known.
// Follows `rustc_hir_typeck::cast`. Not modelled: pointer metadata checks of fat pointer casts.

import { coerceExpr } from "./coerce/coercion.ts";
import { isUnknown, lowerInBody, resolveSoFar, structurally, taint } from "./fnCtxt.ts";
import { reportBadCast } from "../errors/casts.ts";
import type { DeferredCast, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";
import type { CastKind } from "../typeck.ts";

export function checkCast(fcx: FnCtxt, expr: HirExpr & { kind: "cast" }): Ty {
  const to = lowerInBody(fcx, expr.ty);
  const from = fcx.check.expr(fcx, expr.expr, { kind: "castable", ty: resolveSoFar(fcx, to) });
  fcx.deferredCasts.push({
    expr,
    inner: expr.expr,
    from,
    to,
    shown: fcx.cx.showInFull(resolveSoFar(fcx, from)),
  });
  return to;
}

export function finishCasts(fcx: FnCtxt): void {
  for (const cast of fcx.deferredCasts.splice(0)) {
    const kind = castKind(fcx, cast);
    fcx.tables.casts.set(cast.expr.id, kind);
    if (kind === "unknown") taint(fcx, cast.expr.span);
  }
}

function castKind(fcx: FnCtxt, cast: DeferredCast): CastKind {
  const from = structurally(fcx, cast.from);
  const to = structurally(fcx, cast.to);
  if (isUnknown(from, to)) return "unknown";
  // Numbers first: a literal must not be unified with the target before its default is known.
  if (!isNumber(from) && coerceExpr(fcx, cast.inner, from, to)) return "identity";
  if (isNumber(from) && from === to) return "identity";
  if (from.kind === "infer" && from.class === "int" && to.kind === "int" && fcx.infcx.eq(from, to))
    return "identity";
  if (
    from.kind === "infer" &&
    from.class === "float" &&
    to.kind === "float" &&
    fcx.infcx.eq(from, to)
  )
    return "identity";
  const kind = primitiveCast(fcx, cast, from, to);
  if (kind) return kind;
  reportBadCast(fcx, cast, resolveSoFar(fcx, from), resolveSoFar(fcx, to));
  return "unknown";
}

function isNumber(ty: Ty): boolean {
  return (
    ty.kind === "int" || ty.kind === "float" || (ty.kind === "infer" && ty.class !== "general")
  );
}

type CastClass =
  | "int"
  | "float"
  | "bool"
  | "char"
  | "u8"
  | "enum"
  | "ptr"
  | "fnPtr"
  | "fnDef"
  | "refArray";

function classOf(fcx: FnCtxt, ty: Ty): CastClass | undefined {
  switch (ty.kind) {
    case "int":
      return ty.int === "u8" ? "u8" : "int";
    case "infer":
      return ty.class === "int" ? "int" : ty.class === "float" ? "float" : undefined;
    case "float":
    case "bool":
    case "char":
    case "ptr":
    case "fnPtr":
    case "fnDef":
      return ty.kind;
    case "adt": {
      const adt = fcx.cx.adt(ty.def);
      const plain =
        adt.kind === "enum" && adt.variants.every((variant) => variant.fields.length === 0);
      return plain ? "enum" : undefined;
    }
    default:
      return undefined;
  }
}

function primitiveCast(fcx: FnCtxt, cast: DeferredCast, from: Ty, to: Ty): CastKind | undefined {
  if (from.kind === "ref") return refCast(fcx, cast, from, to);
  const source = classOf(fcx, from);
  const target = classOf(fcx, to);
  const integral = target === "int" || target === "u8";
  switch (source) {
    case "u8":
      if (target === "char") return "u8ToChar";
      if (target === "ptr") return "intToPtr";
      return integral ? "intToInt" : target === "float" ? "intToFloat" : undefined;
    case "int":
      if (target === "char" && from.kind === "infer" && fcx.infcx.eq(from, fcx.tcx.u8))
        return "u8ToChar";
      if (target === "ptr") return "intToPtr";
      return integral ? "intToInt" : target === "float" ? "intToFloat" : undefined;
    case "float":
      return integral ? "floatToInt" : target === "float" ? "floatToFloat" : undefined;
    case "bool":
      return integral ? "boolToInt" : undefined;
    case "char":
      return integral ? "charToInt" : undefined;
    case "enum":
      return integral ? "enumToInt" : undefined;
    case "ptr":
      return target === "ptr" ? "ptrToPtr" : integral ? "ptrToInt" : undefined;
    case "fnPtr":
    case "fnDef":
      return target === "ptr" ? "fnPtrToPtr" : integral ? "fnPtrToInt" : undefined;
    default:
      return undefined;
  }
}

/** `&[T; N] as *const T`. */
function refCast(
  fcx: FnCtxt,
  cast: DeferredCast,
  from: Ty & { kind: "ref" },
  to: Ty,
): CastKind | undefined {
  const inner = fcx.infcx.shallow(from.ty);
  if (to.kind !== "ptr" || inner.kind !== "array" || !fcx.infcx.eq(inner.ty, to.ty))
    return undefined;
  const pointer = fcx.tcx.ptr(inner, from.mutable);
  if (!coerceExpr(fcx, cast.inner, from, pointer)) return undefined;
  return "arrayToPointer";
}
