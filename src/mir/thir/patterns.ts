// Patterns to THIR: default binding modes made explicit, paths resolved to variants and constants.
// Follows `rustc_mir_build::thir::pattern`.

import type { DefId } from "../../hir/defs.ts";
import type { Span } from "../../base/span.ts";
import type { HirPat } from "../../hir/hir.ts";
import type { Callee } from "../../ty/typeck.ts";
import type { Ty } from "../../ty/ty.ts";
import { fieldTys } from "../placeTys.ts";
import { constantOperand, itemConstant, patternOperand } from "./consts.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import type { ThirFieldPat, ThirPat, ThirPatKind } from "./thir.ts";

/** Also records where the variables of the pattern are dropped. */
export function mirrorPat(tcx: ThirCx, pat: HirPat, scopes: Scopes): ThirPat {
  const outer = tcx.results.patTys[pat.id] ?? tcx.cx.ty.tcx.unknown;
  const through = tcx.results.patAdjustments.get(pat.id) ?? [];
  const innermost = through[through.length - 1];
  const ty = innermost === undefined ? outer : innermost.kind === "ref" ? innermost.ty : outer;
  let result: ThirPat = { ...patKind(tcx, pat, ty, scopes), ty, span: bindingSpan(tcx, pat) };
  for (let i = through.length - 1; i >= 0; i--) {
    result = { kind: "deref", pat: result, ty: through[i] as Ty, span: pat.span };
  }
  return result;
}

/** `name @ pattern` binds at `name`. */
function bindingSpan(tcx: ThirCx, pat: HirPat): Span {
  const declared = pat.kind === "binding" ? tcx.body.locals[pat.local]?.span : undefined;
  if (!declared || declared.start < pat.span.start || declared.end > pat.span.end) return pat.span;
  return { start: pat.span.start, end: declared.end };
}

function patKind(tcx: ThirCx, pat: HirPat, ty: Ty, scopes: Scopes): ThirPatKind {
  const sub = (inner: HirPat) => mirrorPat(tcx, inner, scopes);
  switch (pat.kind) {
    case "wild":
      return { kind: "wild" };
    case "binding":
      if (scopes.vars) tcx.varScopes.set(pat.local, scopes.vars);
      return {
        kind: "binding",
        local: pat.local,
        mode: tcx.results.bindingModes.get(pat.id) ?? { kind: "move" },
        varTy: tcx.results.localTys[pat.local] ?? tcx.cx.ty.tcx.unknown,
        sub: pat.sub && sub(pat.sub),
      };
    case "path":
      return pathPat(tcx, pat, ty);
    case "tupleStruct": {
      const fields = positional(pat.pats.map(sub), pat.rest, fieldTysOf(tcx, pat, ty));
      return constructorPat(tcx, tcx.results.patResolutions.get(pat.id), ty, fields);
    }
    case "struct":
      return structPat(tcx, pat, ty, scopes);
    case "tuple":
      return {
        kind: "leaf",
        variant: undefined,
        pats: positional(pat.pats.map(sub), pat.rest, ty.kind === "tuple" ? ty.tys : []),
      };
    case "slice": {
      const middle = pat.middle && sub(pat.middle);
      return {
        kind: "slice",
        before: pat.before.map(sub),
        middle,
        hasRest: pat.hasRest,
        after: pat.after.map(sub),
      };
    }
    case "ref":
      return { kind: "deref", pat: sub(pat.pat) };
    case "or":
      return { kind: "or", pats: pat.pats.map(sub) };
    case "lit": {
      const value = patternOperand(tcx, pat.value);
      return value ? { kind: "constant", value } : { kind: "error" };
    }
    case "range": {
      const from = pat.from && patternOperand(tcx, pat.from);
      const to = pat.to && patternOperand(tcx, pat.to);
      if ((pat.from && !from) || (pat.to && !to)) return { kind: "error" };
      return { kind: "range", from, to, inclusive: pat.inclusive };
    }
    case "error":
      return { kind: "error" };
  }
}

/** `..` in a tuple stands for as many fields as are missing. */
function positional(
  pats: readonly ThirPat[],
  rest: number | undefined,
  tys: readonly Ty[],
): ThirFieldPat[] {
  const missing = rest === undefined ? 0 : Math.max(0, tys.length - pats.length);
  return pats.map((pat, i) => {
    const index = rest !== undefined && i >= rest ? i + missing : i;
    return { index, ty: tys[index] ?? pat.ty, pat };
  });
}

function pathPat(tcx: ThirCx, pat: HirPat, ty: Ty): ThirPatKind {
  const callee = tcx.results.patResolutions.get(pat.id);
  const constant = callee && itemConstant(tcx, callee, ty);
  if (constant) return { kind: "constant", value: constantOperand(constant, ty, pat.span) };
  return constructorPat(tcx, callee, ty, []);
}

function structPat(
  tcx: ThirCx,
  pat: HirPat & { kind: "struct" },
  ty: Ty,
  scopes: Scopes,
): ThirPatKind {
  const callee = tcx.results.patResolutions.get(pat.id);
  const variant = variantOf(tcx, callee, ty);
  const adt = ty.kind === "adt" ? tcx.cx.ty.adt(ty.def) : undefined;
  const declared = adt?.variants[variant]?.fields ?? [];
  const tys = ty.kind === "adt" ? fieldTys(tcx.cx, ty, variant) : [];
  const fields: ThirFieldPat[] = [];
  for (const field of pat.fields) {
    const inner = mirrorPat(tcx, field.pat, scopes);
    const index = declared.findIndex((candidate) => candidate.name === field.name);
    if (index >= 0) fields.push({ index, ty: tys[index] ?? inner.ty, pat: inner });
  }
  return constructorPat(tcx, callee, ty, fields);
}

function fieldTysOf(tcx: ThirCx, pat: HirPat, ty: Ty): readonly Ty[] {
  return ty.kind === "adt"
    ? fieldTys(tcx.cx, ty, variantOf(tcx, tcx.results.patResolutions.get(pat.id), ty))
    : [];
}

function variantOf(tcx: ThirCx, callee: Callee | undefined, ty: Ty): number {
  if (!callee || ty.kind !== "adt") return 0;
  const def = tcx.cx.ty.def(callee.def);
  return def.kind === "variant" ? def.index : 0;
}

function constructorPat(
  tcx: ThirCx,
  callee: Callee | undefined,
  ty: Ty,
  pats: readonly ThirFieldPat[],
): ThirPatKind {
  if (ty.kind !== "adt") return { kind: "error" };
  const adt = tcx.cx.ty.adt(ty.def);
  if (adt.kind !== "enum") return { kind: "leaf", variant: undefined, pats };
  if (!callee) return { kind: "error" };
  const variant = variantOf(tcx, callee, ty);
  if (adt.variants.length === 1) return { kind: "leaf", variant, pats };
  return { kind: "variant", def: ty.def satisfies DefId, variant, pats };
}
