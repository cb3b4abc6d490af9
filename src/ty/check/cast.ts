// `as`: a coercion where one fits, else one of the primitive casts. Decided when the body's types are known.
// Follows `rustc_hir_typeck::cast`. Not modelled: traits and lifetimes of `dyn` pointers that are cast to each other.

import { coerceExpr } from "./coerce/coercion.ts";
import { isUnknown, lowerInBody, resolveSoFar, structTail, structurally, taint } from "./fnCtxt.ts";
import { reportBadCast, reportUnsizedCast } from "../errors/casts.ts";
import type { CastError } from "../errors/casts.ts";
import type { DeferredCast, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";
import type { CastKind } from "../typeck.ts";

export function checkCast(fcx: FnCtxt, expr: HirExpr & { kind: "cast" }): Ty {
  const to = lowerInBody(fcx, expr.ty);
  const from = fcx.check.expr(fcx, expr.expr, { kind: "castable", ty: resolveSoFar(fcx, to) });
  const shown = fcx.cx.showInFull(resolveSoFar(fcx, from));
  const cast = { expr, inner: expr.expr, from, to, shown };
  const wanted = structurally(fcx, to);
  if (wanted.kind === "slice" || wanted.kind === "str" || wanted.kind === "dyn") {
    reportUnsizedCast(fcx, cast, wanted);
    taint(fcx, expr.span);
    return fcx.tcx.unknown;
  }
  fcx.deferredCasts.push(cast);
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
  if (typeof kind === "string") return kind;
  reportBadCast(fcx, cast, resolveSoFar(fcx, from), resolveSoFar(fcx, to), kind.error);
  return "unknown";
}

function isNumber(ty: Ty): boolean {
  return (
    ty.kind === "int" || ty.kind === "float" || (ty.kind === "infer" && ty.class !== "general")
  );
}

/** rustc's `CastTy`, with the integers apart where a cast asks for it. */
type CastClass = "int" | "u8" | "float" | "bool" | "char" | "enum" | "ptr" | "fnPtr";

type Cast = CastKind | { readonly error: CastError };

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

function primitiveCast(fcx: FnCtxt, cast: DeferredCast, from: Ty, to: Ty): Cast {
  const target = classOf(fcx, to);
  if (target === undefined) return { error: "nonScalar" };
  if (from.kind === "ref") return refCast(fcx, cast, from, to, target);
  const source = from.kind === "fnDef" ? "fnPtr" : classOf(fcx, from);
  if (source === undefined) return { error: "nonScalar" };
  switch (target) {
    case "enum":
    case "fnPtr":
      return { error: "nonScalar" };
    case "bool":
      return { error: "toBool" };
    case "char": {
      // A literal of no type yet may still be a `u8`.
      const byte = source === "u8" || (from.kind === "infer" && fcx.infcx.eq(from, fcx.tcx.u8));
      return byte ? "u8ToChar" : { error: "toChar" };
    }
    case "float":
      if (source === "float") return "floatToFloat";
      return source === "int" || source === "u8" ? "intToFloat" : { error: "illegal" };
    case "ptr":
      return toPointer(fcx, source, from, to as Ty & { kind: "ptr" });
    case "int":
    case "u8":
      return toInt(fcx, source, from);
  }
}

function toInt(fcx: FnCtxt, source: CastClass, from: Ty): Cast {
  switch (source) {
    case "float":
      return "floatToInt";
    case "bool":
      return "boolToInt";
    case "char":
      return "charToInt";
    case "enum":
      return "enumToInt";
    case "fnPtr":
      return "fnPtrToInt";
    case "ptr":
      return isWide(fcx, from) ? { error: "illegal" } : "ptrToInt";
    default:
      return "intToInt";
  }
}

function toPointer(fcx: FnCtxt, source: CastClass, from: Ty, to: Ty & { kind: "ptr" }): Cast {
  const wide = isWide(fcx, to);
  switch (source) {
    case "int":
    case "u8":
      return wide ? { error: "intToWide" } : "intToPtr";
    case "fnPtr":
      return wide ? { error: "illegal" } : "fnPtrToPtr";
    case "ptr": {
      if (!wide) return "ptrToPtr";
      if (!isWide(fcx, from)) return { error: "thinToWide" };
      return metadata(fcx, from) === metadata(fcx, to) ? "ptrToPtr" : { error: "illegal" };
    }
    default:
      return { error: "illegal" };
  }
}

function isWide(fcx: FnCtxt, pointer: Ty): boolean {
  return metadata(fcx, pointer) !== undefined;
}

/** What a wide pointer carries besides the address. */
function metadata(fcx: FnCtxt, pointer: Ty): "length" | "vtable" | undefined {
  const tail = pointer.kind === "ptr" ? structTail(fcx, pointer.ty) : pointer;
  if (tail.kind === "slice" || tail.kind === "str") return "length";
  return tail.kind === "dyn" ? "vtable" : undefined;
}

/** `&[T; N] as *const T`; anything else says which step is missing. */
function refCast(
  fcx: FnCtxt,
  cast: DeferredCast,
  from: Ty & { kind: "ref" },
  to: Ty,
  target: CastClass,
): Cast {
  const inner = fcx.infcx.shallow(from.ty);
  if (target === "ptr" && to.kind === "ptr") {
    const fits = from.mutable || !to.mutable;
    if (!fits || inner.kind !== "array" || !fcx.infcx.eq(inner.ty, to.ty))
      return { error: "illegal" };
    const pointer = fcx.tcx.ptr(inner, from.mutable);
    return coerceExpr(fcx, cast.inner, from, pointer) ? "arrayToPointer" : { error: "illegal" };
  }
  return target === "fnPtr" ? { error: "nonScalar" } : { error: "illegal" };
}
