// Patterns with default binding modes. Follows `rustc_hir_typeck::pat`.
//
// A reference met by a pattern that is none is looked through (`patAdjustments`), and bindings below bind by reference.
//
// Not modelled: `box` and deref patterns, the migration lints of edition 2024.

import { resolvePatPath } from "./patPath.ts";
import {
  causeAt,
  hasType,
  isUnknown,
  localTy,
  newVar,
  normalizeTy,
  report,
  resolveSoFar,
  structurally,
  taint,
} from "./fnCtxt.ts";
import {
  reportArrayLength,
  reportFieldPattern,
  reportPatMismatch,
  reportPatternArity,
} from "../errors/patterns.ts";
import { substitute } from "../fold.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import type { PatternTarget } from "./patPath.ts";
import type { HirExpr, HirPat } from "../../hir/hir.ts";
import type { FieldInfo } from "../queries.ts";
import type { Const, Ty } from "../ty.ts";
import type { BindingMode } from "../typeck.ts";

type Of<K extends HirPat["kind"]> = HirPat & { readonly kind: K };

const MOVE: BindingMode = { kind: "move" };

export function checkPat(fcx: FnCtxt, pat: HirPat, expected: Ty): void {
  checkIn(fcx, pat, expected, MOVE);
}

function checkIn(fcx: FnCtxt, pat: HirPat, given: Ty, mode: BindingMode): void {
  fcx.tables.patTys[pat.id] = given;
  const target =
    pat.kind === "path" || pat.kind === "tupleStruct" || pat.kind === "struct"
      ? resolvePatPath(fcx, pat)
      : undefined;
  const { ty, mode: inner } = peels(fcx, pat, target)
    ? peel(fcx, pat, given, mode)
    : { ty: given, mode };
  switch (pat.kind) {
    case "wild":
      return;
    case "error":
      return taint(fcx, pat.span);
    case "binding":
      return binding(fcx, pat, ty, inner);
    case "path":
      return pathPat(fcx, pat, ty, target);
    case "tupleStruct":
      return tupleStruct(fcx, pat, ty, inner, target);
    case "struct":
      return structPat(fcx, pat, ty, inner, target);
    case "tuple":
      return tuplePat(fcx, pat, ty, inner);
    case "slice":
      return slicePat(fcx, pat, ty, inner);
    case "ref":
      return refPat(fcx, pat, ty);
    case "or":
      for (const one of pat.pats) checkIn(fcx, one, ty, inner);
      return;
    case "lit":
      return literal(fcx, pat, pat.value, ty);
    case "range":
      if (pat.from) literal(fcx, pat, pat.from, ty);
      if (pat.to) literal(fcx, pat, pat.to, ty);
      return;
  }
}

// ---- default binding modes

function peels(fcx: FnCtxt, pat: HirPat, target: PatternTarget | undefined): boolean {
  switch (pat.kind) {
    case "tupleStruct":
    case "struct":
    case "tuple":
    case "slice":
    case "range":
      return true;
    case "path":
      return target !== undefined && target.kind === "variant";
    case "lit":
      return !isRefLiteral(fcx, pat.value);
    default:
      return false;
  }
}

function isRefLiteral(_fcx: FnCtxt, expr: HirExpr): boolean {
  return (
    expr.kind === "lit" &&
    (expr.lit.kind === "str" || expr.lit.kind === "byteStr" || expr.lit.kind === "cStr")
  );
}

function peel(
  fcx: FnCtxt,
  pat: HirPat,
  given: Ty,
  outer: BindingMode,
): { ty: Ty; mode: BindingMode } {
  const passed: Ty[] = [];
  let ty = structurally(fcx, given);
  let mode = outer;
  while (ty.kind === "ref") {
    passed.push(ty);
    const mutable: boolean = ty.mutable && (mode.kind === "move" || mode.mutable);
    mode = { kind: "ref", mutable };
    ty = structurally(fcx, ty.ty);
  }
  if (passed.length > 0) fcx.tables.patAdjustments.set(pat.id, passed);
  return { ty, mode };
}

function binding(fcx: FnCtxt, pat: Of<"binding">, ty: Ty, outer: BindingMode): void {
  const mode = bindingMode(pat, outer);
  fcx.tables.bindingModes.set(pat.id, mode);
  const bound = mode.kind === "ref" ? fcx.tcx.ref(fcx.tcx.erased, ty, mode.mutable) : ty;
  const local = localTy(fcx, pat.local);
  if (!fcx.infcx.eq(local, bound)) reportPatMismatch(fcx, pat, local, bound);
  if (pat.sub) checkIn(fcx, pat.sub, ty, outer);
}

function bindingMode(pat: Of<"binding">, outer: BindingMode): BindingMode {
  if (pat.byRef) return { kind: "ref", mutable: pat.mutable };
  // `mut x` binds by move even behind a reference.
  return pat.mutable ? MOVE : outer;
}

function refPat(fcx: FnCtxt, pat: Of<"ref">, expected: Ty): void {
  const ty = structurally(fcx, expected);
  if (ty.kind === "ref" && ty.mutable === pat.mutable) return checkIn(fcx, pat.pat, ty.ty, MOVE);
  const inner = newVar(fcx, pat.span);
  demand(fcx, pat, expected, fcx.tcx.ref(fcx.tcx.erased, inner, pat.mutable));
  checkIn(fcx, pat.pat, inner, MOVE);
}

// ---- literals and paths

function literal(fcx: FnCtxt, pat: HirPat, value: HirExpr, expected: Ty): void {
  const want = structurally(fcx, expected);
  let found = fcx.check.expr(fcx, value, hasType(want));
  // `b"ab"` matches slices as well as arrays; `"ab"` matches a `str` behind `*`.
  if (value.kind === "lit" && value.lit.kind === "str" && want.kind === "str") found = fcx.tcx.str;
  demand(fcx, value, expected, found);
  if (pat.kind === "range") rangeEnd(fcx, pat, value, found);
}

function rangeEnd(fcx: FnCtxt, pat: HirPat, value: HirExpr, found: Ty): void {
  const ty = structurally(fcx, found);
  if (["int", "float", "char", "infer", "unknown"].includes(ty.kind)) return;
  report(fcx, {
    code: "E0029",
    message: "only `char` and numeric types are allowed in range patterns",
    span: value.span,
    related: [],
  });
  taint(fcx, pat.span);
}

function pathPat(
  fcx: FnCtxt,
  pat: Of<"path">,
  expected: Ty,
  target: PatternTarget | undefined,
): void {
  if (target) demand(fcx, pat, expected, target.ty);
}

function demand(fcx: FnCtxt, pat: HirPat | HirExpr, expected: Ty, found: Ty): boolean {
  if (fcx.infcx.eq(expected, found)) return true;
  reportPatMismatch(fcx, pat, resolveSoFar(fcx, expected), resolveSoFar(fcx, found));
  return false;
}

// ---- constructors

function fieldTy(
  fcx: FnCtxt,
  target: PatternTarget & { kind: "variant" },
  field: FieldInfo,
  pat: HirPat,
): Ty {
  const ty = structurally(fcx, target.ty);
  const args = ty.kind === "adt" ? ty.args : fcx.tcx.noArgs;
  return normalizeTy(fcx, substitute(fcx.tcx, fcx.cx.typeOf(field.def), args), causeAt(pat.span));
}

function unknownParts(fcx: FnCtxt, pats: readonly HirPat[]): void {
  for (const part of pats) checkIn(fcx, part, fcx.tcx.unknown, MOVE);
}

function tupleStruct(
  fcx: FnCtxt,
  pat: Of<"tupleStruct">,
  expected: Ty,
  mode: BindingMode,
  target: PatternTarget | undefined,
): void {
  if (target?.kind !== "variant" || !demand(fcx, pat, expected, target.ty))
    return unknownParts(fcx, pat.pats);
  const { fields } = target.variant;
  const fits =
    pat.rest === undefined ? pat.pats.length === fields.length : pat.pats.length <= fields.length;
  if (!fits) {
    reportPatternArity(fcx, pat, target.variant, fields.length);
    return unknownParts(fcx, pat.pats);
  }
  const gap = fields.length - pat.pats.length;
  pat.pats.forEach((part, i) => {
    const field = fields[pat.rest !== undefined && i >= pat.rest ? i + gap : i] as FieldInfo;
    checkIn(fcx, part, fieldTy(fcx, target, field, part), mode);
  });
}

function structPat(
  fcx: FnCtxt,
  pat: Of<"struct">,
  expected: Ty,
  mode: BindingMode,
  target: PatternTarget | undefined,
): void {
  const parts = pat.fields.map((field) => field.pat);
  if (target?.kind !== "variant" || !demand(fcx, pat, expected, target.ty))
    return unknownParts(fcx, parts);
  for (const part of pat.fields) {
    const field = target.variant.fields.find((f) => f.name === part.name);
    checkIn(fcx, part.pat, field ? fieldTy(fcx, target, field, part.pat) : fcx.tcx.unknown, mode);
  }
  reportFieldPattern(fcx, pat, target.variant);
}

function tuplePat(fcx: FnCtxt, pat: Of<"tuple">, expected: Ty, mode: BindingMode): void {
  const want = structurally(fcx, expected);
  const known = want.kind === "tuple" ? want.tys.length : pat.pats.length;
  const length = pat.rest === undefined ? pat.pats.length : Math.max(known, pat.pats.length);
  const tys = Array.from({ length }, () => newVar(fcx, pat.span));
  if (!demand(fcx, pat, expected, fcx.tcx.tuple(tys))) return unknownParts(fcx, pat.pats);
  const gap = length - pat.pats.length;
  pat.pats.forEach((part, i) => {
    checkIn(fcx, part, tys[pat.rest !== undefined && i >= pat.rest ? i + gap : i] as Ty, mode);
  });
}

function slicePat(fcx: FnCtxt, pat: Of<"slice">, expected: Ty, mode: BindingMode): void {
  const { tcx } = fcx;
  const ty = structurally(fcx, expected);
  const parts = [...pat.before, ...(pat.middle ? [pat.middle] : []), ...pat.after];
  if (ty.kind !== "array" && ty.kind !== "slice") {
    if (!isUnknown(ty) && ty.kind !== "infer") reportNotSlice(fcx, pat, ty);
    taint(fcx, pat.span);
    return unknownParts(fcx, parts);
  }
  const fixed = pat.before.length + pat.after.length;
  for (const part of [...pat.before, ...pat.after]) checkIn(fcx, part, ty.ty, mode);
  if (ty.kind === "array") arrayLength(fcx, pat, ty.length, fixed);
  if (!pat.middle) return;
  const rest = ty.kind === "slice" ? ty : tcx.array(ty.ty, restLength(fcx, ty.length, fixed));
  checkIn(fcx, pat.middle, rest, mode);
}

function restLength(fcx: FnCtxt, length: Const, fixed: number): Const {
  const known = fcx.infcx.shallowConst(length);
  if (known.const !== "value" || typeof known.value !== "bigint") return fcx.tcx.unknownConst;
  return fcx.tcx.constValue(known.value - BigInt(fixed), fcx.tcx.usize);
}

function arrayLength(fcx: FnCtxt, pat: Of<"slice">, given: Const, fixed: number): void {
  const length = fcx.infcx.shallowConst(given);
  if (length.const === "value" && typeof length.value === "bigint") {
    const fits = pat.hasRest ? length.value >= BigInt(fixed) : length.value === BigInt(fixed);
    if (!fits) reportArrayLength(fcx, pat, fixed, length.value, pat.hasRest);
  } else if (!pat.hasRest) {
    fcx.infcx.unifyConst(length, fcx.tcx.constValue(BigInt(fixed), fcx.tcx.usize));
  }
}

function reportNotSlice(fcx: FnCtxt, pat: HirPat, ty: Ty): void {
  report(fcx, {
    code: "E0529",
    message: `expected an array or slice, found \`${fcx.cx.showInFull(resolveSoFar(fcx, ty))}\``,
    span: pat.span,
    label: "pattern cannot match with input type",
    related: [],
  });
}
