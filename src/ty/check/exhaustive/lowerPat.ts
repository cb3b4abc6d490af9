// HIR patterns to constructor patterns, or-patterns expanded into rows.

import { literalValue, intRange } from "../../constOps.ts";
import { structurally } from "../fnCtxt.ts";
import { variantAt } from "../upvar/places.ts";
import { arrayLength, fieldTys, SPELLED_OUT, wild } from "./constructors.ts";
import type { Ctor, Pat } from "./constructors.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr, HirPat } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

/** Alternatives beyond this make the answer "not known". */
const LIMIT = 2000;

/** One pattern per alternative; undefined where there are too many. */
export function lowerPat(fcx: FnCtxt, pat: HirPat): Pat[] | undefined {
  const outer = structurally(fcx, fcx.tables.patTys[pat.id] ?? fcx.tcx.unknown);
  const peeled = (fcx.tables.patAdjustments.get(pat.id) ?? []).map((ty) => structurally(fcx, ty));
  const last = peeled.at(-1);
  const ty = last?.kind === "ref" ? structurally(fcx, last.ty) : outer;
  let out = lowerKind(fcx, pat, ty);
  for (const ref of peeled.reverse())
    out = out?.map((inner) => ({ ctor: { kind: "single" }, fields: [inner], ty: ref }));
  return out;
}

function lowerKind(fcx: FnCtxt, pat: HirPat, ty: Ty): Pat[] | undefined {
  switch (pat.kind) {
    case "wild":
    case "error":
      return [wild(ty)];
    case "binding":
      return pat.sub ? lowerPat(fcx, pat.sub) : [wild(ty)];
    case "or": {
      const rows = pat.pats.map((part) => lowerPat(fcx, part));
      return rows.some((row) => row === undefined) ? undefined : rows.flatMap((row) => row ?? []);
    }
    case "ref":
      return lowerPat(fcx, pat.pat)?.map((inner) => ({
        ctor: { kind: "single" },
        fields: [inner],
        ty,
      }));
    case "tuple": {
      const length = ty.kind === "tuple" ? ty.tys.length : pat.pats.length;
      return withFields(
        { kind: "single" },
        ty,
        spread(fcx, pat.pats, pat.rest, fieldTys(fcx, { kind: "single" }, ty), length),
      );
    }
    case "path":
      return pathPat(fcx, pat, ty);
    case "tupleStruct": {
      const ctor = ctorOf(fcx, pat, ty);
      const tys = fieldTys(fcx, ctor, ty);
      return withFields(ctor, ty, spread(fcx, pat.pats, pat.rest, tys, tys.length));
    }
    case "struct": {
      const ctor = ctorOf(fcx, pat, ty);
      const fields = variantAt(fcx, pat)?.fields ?? [];
      const tys = fieldTys(fcx, ctor, ty);
      const parts = fields.map((field, i) => {
        const part = pat.fields.find((f) => f.name === field.name);
        return part ? lowerPat(fcx, part.pat) : [wild(tys[i] ?? fcx.tcx.unknown)];
      });
      return withFields(ctor, ty, parts);
    }
    case "slice":
      return slicePat(fcx, pat, ty);
    case "lit":
      return [
        { ctor: literalCtor(fcx, pat.value, ty), fields: [], ty: literalTy(fcx, pat.value, ty) },
      ].map((p) => wrapText(p, ty));
    case "range":
      return [{ ctor: rangeCtor(fcx, pat, ty), fields: [], ty }];
  }
}

function ctorOf(fcx: FnCtxt, pat: HirPat, ty: Ty): Ctor {
  const variant = variantAt(fcx, pat);
  const isEnum = ty.kind === "adt" && fcx.cx.adt(ty.def).kind === "enum";
  return isEnum && variant ? { kind: "variant", index: variant.index } : { kind: "single" };
}

function spread(
  fcx: FnCtxt,
  pats: readonly HirPat[],
  rest: number | undefined,
  tys: readonly Ty[],
  length: number,
): (Pat[] | undefined)[] {
  const gap = length - pats.length;
  const out: (Pat[] | undefined)[] = tys.map((ty) => [wild(ty)]);
  pats.forEach(
    (part, i) => (out[rest !== undefined && i >= rest ? i + gap : i] = lowerPat(fcx, part)),
  );
  return out;
}

/** The cartesian product of the fields' alternatives. */
function withFields(
  ctor: Ctor,
  ty: Ty,
  parts: readonly (readonly Pat[] | undefined)[],
): Pat[] | undefined {
  let rows: Pat[][] = [[]];
  for (const part of parts) {
    if (!part || rows.length * part.length > LIMIT) return undefined;
    rows = rows.flatMap((row) => part.map((one) => [...row, one]));
  }
  return rows.map((fields) => ({ ctor, fields, ty }));
}

function pathPat(fcx: FnCtxt, pat: HirPat & { kind: "path" }, ty: Ty): Pat[] {
  const callee = fcx.tables.patResolutions.get(pat.id);
  const def = callee && fcx.cx.def(callee.def);
  if (callee && def?.kind === "const") {
    const value = fcx.cx.constValue(callee.def, callee.args);
    const ctor = value.const === "value" ? valueCtor(value.value) : undefined;
    return [{ ctor: ctor ?? { kind: "opaque" }, fields: [], ty }];
  }
  const ctor = ctorOf(fcx, pat, ty);
  return [{ ctor, fields: [], ty }];
}

function slicePat(fcx: FnCtxt, pat: HirPat & { kind: "slice" }, ty: Ty): Pat[] | undefined {
  const element =
    ty.kind === "array" || ty.kind === "slice" ? structurally(fcx, ty.ty) : fcx.tcx.unknown;
  const before = pat.before.map((part) => lowerPat(fcx, part));
  const after = pat.after.map((part) => lowerPat(fcx, part));
  const length = arrayLength(ty);
  if (length !== undefined && length <= SPELLED_OUT) {
    const gap = Array.from({ length: Math.max(0, length - before.length - after.length) }, () => [
      wild(element),
    ]);
    return withFields({ kind: "slice", before: length, after: 0, open: false }, ty, [
      ...before,
      ...gap,
      ...after,
    ]);
  }
  const ctor: Ctor =
    pat.hasRest || length !== undefined
      ? { kind: "slice", before: before.length, after: after.length, open: true }
      : { kind: "slice", before: before.length, after: 0, open: false };
  return withFields(ctor, ty, [...before, ...after]);
}

// ---- literals

function valueCtor(value: bigint | boolean | string): Ctor {
  if (typeof value === "boolean") return { kind: "bool", value };
  const point = typeof value === "bigint" ? value : BigInt(value.codePointAt(0) ?? 0);
  return { kind: "range", low: point, high: point };
}

function literalCtor(fcx: FnCtxt, expr: HirExpr, ty: Ty): Ctor {
  const value = valueOf(expr);
  if (value !== undefined && ty.kind !== "float") return valueCtor(value);
  if (expr.kind === "lit" && expr.lit.kind === "str")
    return { kind: "literal", text: `"${expr.lit.value}"` };
  if (expr.kind === "lit" && expr.lit.kind === "float")
    return { kind: "literal", text: expr.lit.digits };
  const callee = fcx.tables.resolutions.get(expr.id);
  const known =
    callee && fcx.cx.def(callee.def).kind === "const"
      ? fcx.cx.constValue(callee.def, callee.args)
      : undefined;
  return known?.const === "value" ? valueCtor(known.value) : { kind: "opaque" };
}

function valueOf(expr: HirExpr): bigint | boolean | string | undefined {
  if (expr.kind === "lit") return literalValue(expr.lit);
  if (expr.kind !== "unary" || expr.op !== "-") return undefined;
  const inner = valueOf(expr.expr);
  return typeof inner === "bigint" ? -inner : undefined;
}

/** `"a"` has the type `&str`: a reference to a text. */
function literalTy(fcx: FnCtxt, expr: HirExpr, ty: Ty): Ty {
  const isText = expr.kind === "lit" && expr.lit.kind === "str";
  return isText && ty.kind === "ref" ? structurally(fcx, ty.ty) : ty;
}

function wrapText(pat: Pat, ty: Ty): Pat {
  return pat.ty === ty ? pat : { ctor: { kind: "single" }, fields: [pat], ty };
}

function rangeCtor(fcx: FnCtxt, pat: HirPat & { kind: "range" }, ty: Ty): Ctor {
  if (ty.kind !== "int" && ty.kind !== "char") return { kind: "opaque" };
  const [min, max] = ty.kind === "int" ? intRange(ty.int) : [0n, 0x10ffffn];
  const low = pat.from ? point(fcx, pat.from, ty) : min;
  const high = pat.to ? point(fcx, pat.to, ty) : max;
  if (low === undefined || high === undefined) return { kind: "opaque" };
  const last = pat.to && !pat.inclusive ? high - 1n : high;
  return low <= last ? { kind: "range", low, high: last } : { kind: "opaque" };
}

function point(fcx: FnCtxt, expr: HirExpr, ty: Ty): bigint | undefined {
  const ctor = literalCtor(fcx, expr, ty);
  return ctor.kind === "range" ? ctor.low : undefined;
}
