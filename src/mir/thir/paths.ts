// Paths and struct expressions to THIR.

import type { DefId } from "../../hir/defs.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import type { Callee } from "../../ty/typeck.ts";
import type { Ty } from "../../ty/ty.ts";
import { fieldTys } from "../placeTys.ts";
import { itemConstant } from "./consts.ts";
import { thirExpr } from "./cx.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import type { RegionScope, ThirBase, ThirExprKind, ThirField } from "./thir.ts";

export function mirrorPath(
  tcx: ThirCx,
  expr: HirExpr & { kind: "path" },
  ty: Ty,
  temp: RegionScope | undefined,
): ThirExprKind {
  if (expr.path.kind === "resolved" && expr.path.res.kind === "local")
    return variable(tcx, expr.path.res.local);
  const callee = tcx.results.resolutions.get(expr.id);
  if (!callee) return { kind: "unsupported", what: "a path", reason: "its meaning is not known" };
  const constant = itemConstant(tcx, callee, ty);
  if (constant) return { kind: "constant", constant };
  const def = tcx.cx.ty.def(callee.def);
  if (def.kind === "static") {
    const interner = tcx.cx.ty.tcx;
    const refTy = def.mutable ? interner.ptr(ty, true) : interner.ref(interner.static, ty, false);
    return {
      kind: "deref",
      arg: thirExpr(
        { kind: "constant", constant: { kind: "static", def: callee.def } },
        refTy,
        expr.span,
        temp,
      ),
    };
  }
  return adtKind(tcx, callee, ty, [], undefined);
}

/** A variable of this body, or of one around it. */
export function variable(tcx: ThirCx, local: LocalId): ThirExprKind {
  const declaredIn = tcx.body.locals[local]?.closure;
  return { kind: declaredIn === tcx.owner.closure ? "var" : "upvar", local };
}

export function mirrorStruct(
  tcx: ThirCx,
  expr: HirExpr & { kind: "struct" },
  ty: Ty,
  scopes: Scopes,
): ThirExprKind {
  if (ty.kind !== "adt")
    return { kind: "unsupported", what: "a struct expression", reason: "its type is not known" };
  const callee = tcx.results.resolutions.get(expr.id);
  const variant = variantIndex(tcx, callee?.def);
  const declared = tcx.cx.ty.adt(ty.def).variants[variant]?.fields ?? [];
  const fields: ThirField[] = [];
  for (const field of expr.fields) {
    const value = tcx.mirror(tcx, field.value, scopes);
    const index = declared.findIndex((candidate) => candidate.name === field.name);
    if (index >= 0) fields.push({ index, value });
  }
  const base = expr.base && {
    expr: tcx.mirror(tcx, expr.base, scopes),
    fieldTys: fieldTys(tcx.cx, ty, variant),
  };
  return adtKind(tcx, { def: callee?.def ?? ty.def, args: ty.args }, ty, fields, base);
}

export function variantIndex(tcx: ThirCx, def: DefId | undefined): number {
  const found = def === undefined ? undefined : tcx.cx.ty.def(def);
  return found?.kind === "variant" ? found.index : 0;
}

export function adtKind(
  tcx: ThirCx,
  callee: Callee,
  ty: Ty,
  fields: readonly ThirField[],
  base: ThirBase | undefined,
): ThirExprKind {
  if (ty.kind !== "adt")
    return { kind: "unsupported", what: "a constructor", reason: "its type is not known" };
  const variant = variantIndex(tcx, callee.def);
  const adt = tcx.cx.ty.adt(ty.def);
  const fieldCount = adt.variants[variant]?.fields.length ?? 0;
  return {
    kind: "adt",
    def: ty.def,
    variant,
    args: ty.args,
    fields,
    fieldCount,
    base,
    union: adt.kind === "union",
  };
}
