// Fields that are shared: which of them a clone of the struct shares, and where a field is used.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { isHandle } from "./handles.ts";
import { calleeOf, isUserDef, typedBodies, type TypedBody } from "./typedBody.ts";

/** Fields of a struct of the user's whose derived `Clone` makes further handles: what they lead to is shared. */
export function sharedByClone(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): readonly string[] {
  const callee = calleeOf(typed, call);
  const { program } = analysis;
  const clone = program.lang("clone");
  const ty = typed.results.exprTys[call.id];
  if (callee === undefined || clone === undefined || program.def(callee.def).parent !== clone)
    return [];
  if (ty?.kind !== "adt" || !isUserDef(analysis, ty.def) || !derives(analysis, ty.def, clone))
    return [];
  const [variant, ...others] = analysis.cx.adt(ty.def).variants;
  if (variant === undefined || others.length > 0) return [];
  return variant.fields
    .filter((field) => isHandle(analysis, analysis.cx.fieldTy(field.def, ty.args)))
    .map((field) => field.name);
}

function derives(analysis: Analysis, type: DefId, trait: DefId): boolean {
  return analysis.cx.traitImpls(trait).all.some(({ def, ref }) => {
    const self = ref.args[0];
    const impl = analysis.program.def(def);
    return (
      self !== undefined &&
      (self as Ty).kind === "adt" &&
      (self as Ty & { kind: "adt" }).def === type &&
      impl.kind === "impl" &&
      impl.derived !== undefined
    );
  });
}

export interface FieldUse {
  readonly typed: TypedBody;
  readonly expr: HirExpr;
}

/** Where a field of a struct is read or called on, in the order of the text. */
export function usesOfField(analysis: Analysis, owner: DefId, name: string): readonly FieldUse[] {
  return typedBodies(analysis).flatMap((typed) =>
    typed
      .map()
      .exprs.filter((expr) => expr.kind === "field" && expr.name === name)
      .filter((expr) => structOf(typed, expr as HirExpr & { kind: "field" }) === owner)
      .map((expr) => ({ typed, expr })),
  );
}

/** The struct whose field is named, seen through what the compiler dereferences. */
export function structOf(typed: TypedBody, expr: HirExpr & { kind: "field" }): DefId | undefined {
  let ty = typed.results.exprTys[expr.expr.id];
  for (const step of typed.results.adjustments.get(expr.expr.id) ?? []) ty = step.target;
  while (ty?.kind === "ref") ty = ty.ty;
  return ty?.kind === "adt" ? ty.def : undefined;
}
