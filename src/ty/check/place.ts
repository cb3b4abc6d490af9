// Places: field access, indexing, `*`. Follows `check_expr_field`, `lookup_indexing`, `lookup_derefing`.

import { autoderef, builtinDeref, derefAdjustments, overloadedDeref } from "./coerce/autoderef.ts";
import { demandCoerce } from "./coerce/coercible.ts";
import { eraseRegions, substitute } from "../fold.ts";
import { firstItem, langMethod } from "../langItems.ts";
import { isInside } from "../visibility.ts";
import { reportNoField, reportNotDeref, reportNotIndexable } from "../errors/fields.ts";
import { traitObligation } from "../traits/solverCx.ts";
import {
  applyAdjustments,
  causeAt,
  isUnknown,
  newVar,
  NO_EXPECTATION,
  normalizeTy,
  register,
  structurally,
  taint,
} from "./fnCtxt.ts";
import type { DerefStep } from "./coerce/autoderef.ts";
import type { FnCtxt } from "./fnCtxt.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";
import type { Adjustment } from "../typeck.ts";

type Of<K extends HirExpr["kind"]> = HirExpr & { readonly kind: K };

// ---- fields

interface FoundField {
  readonly index: number;
  readonly ty: Ty;
  readonly private: DefId | undefined;
}

export function checkField(fcx: FnCtxt, expr: Of<"field">): Ty {
  const base = structurally(fcx, fcx.check.expr(fcx, expr.expr, NO_EXPECTATION));
  const steps = autoderef(fcx, base, expr.expr.span);
  let hidden: DefId | undefined;
  for (let i = 0; i < steps.length; i++) {
    const field = fieldOf(fcx, (steps[i] as DerefStep).ty, expr.name);
    if (!field) continue;
    if (field.private !== undefined) {
      hidden ??= field.private;
      continue;
    }
    applyAdjustments(fcx, expr.expr, derefAdjustments(fcx, steps, i));
    fcx.tables.fields.set(expr.id, field.index);
    return normalizeTy(fcx, field.ty, causeAt(expr.span));
  }
  if (!steps.some((step) => isUnknown(step.ty))) reportNoField(fcx, expr, base, steps, hidden);
  taint(fcx, expr.span);
  return fcx.tcx.unknown;
}

function fieldOf(fcx: FnCtxt, ty: Ty, name: string): FoundField | undefined {
  const { cx, tcx } = fcx;
  if (ty.kind === "tuple") {
    const index = /^(0|[1-9][0-9]*)$/.test(name) ? Number(name) : -1;
    const field = ty.tys[index];
    return field && { index, ty: field, private: undefined };
  }
  if (ty.kind !== "adt") return undefined;
  const adt = cx.adt(ty.def);
  if (adt.kind === "enum") return undefined;
  const field = adt.variants[0]?.fields.find((f) => f.name === name);
  if (!field) return undefined;
  const { visibility } = cx.def(field.def);
  const visible = visibility.kind === "public" || isInside(cx, fcx.owner, visibility.in);
  return {
    index: field.index,
    ty: eraseRegions(tcx, substitute(tcx, cx.typeOf(field.def), ty.args)),
    private: visible ? undefined : field.def,
  };
}

// ---- `*`

export function derefExpr(fcx: FnCtxt, expr: Of<"unary">, ty: Ty): Ty {
  const { tcx } = fcx;
  const builtin = builtinDeref(fcx.cx, ty, true);
  if (builtin) return builtin;
  const target = overloadedDeref(fcx, ty, expr.span);
  const method = langMethod(fcx.cx, "deref");
  if (!target || method === undefined) {
    if (!isUnknown(ty) && !isOpen(ty)) reportNotDeref(fcx, expr, ty);
    taint(fcx, expr.span);
    return tcx.unknown;
  }
  const borrow: Adjustment = {
    kind: "borrow",
    mutable: false,
    twoPhase: false,
    target: tcx.ref(tcx.erased, ty, false),
  };
  applyAdjustments(fcx, expr.expr, [borrow]);
  fcx.tables.methods.set(expr.id, { def: method, args: tcx.args([ty]) });
  return target;
}

function isOpen(ty: Ty): boolean {
  return ty.kind === "infer" && ty.class === "general";
}

// ---- indexing

export function checkIndex(fcx: FnCtxt, expr: Of<"index">): Ty {
  const base = structurally(fcx, fcx.check.expr(fcx, expr.expr, NO_EXPECTATION));
  const index = structurally(fcx, fcx.check.expr(fcx, expr.index, NO_EXPECTATION));
  const steps = autoderef(fcx, base, expr.expr.span);
  for (let i = 0; i < steps.length; i++) {
    const found = indexStep(fcx, expr, steps, i, index);
    if (!found) continue;
    demandCoerce(fcx, expr.index, index, found.index);
    fcx.fulfill.selectWherePossible();
    return found.element;
  }
  if (!steps.some((step) => isUnknown(step.ty)) && !isOpen(base))
    reportNotIndexable(fcx, expr, base);
  taint(fcx, expr.span);
  return fcx.tcx.unknown;
}

interface FoundIndex {
  readonly index: Ty;
  readonly element: Ty;
}

function indexStep(
  fcx: FnCtxt,
  expr: Of<"index">,
  steps: readonly DerefStep[],
  at: number,
  index: Ty,
): FoundIndex | undefined {
  const { tcx } = fcx;
  const { ty } = steps[at] as DerefStep;
  const isUsize = index === tcx.usize || (index.kind === "infer" && index.class === "int");
  if ((ty.kind === "array" || ty.kind === "slice") && isUsize) {
    applyAdjustments(fcx, expr.expr, derefAdjustments(fcx, steps, at));
    return { index: tcx.usize, element: ty.ty };
  }
  const plain = overloadedIndex(fcx, expr, steps, at, ty, false);
  if (plain || ty.kind !== "array") return plain;
  return overloadedIndex(fcx, expr, steps, at, tcx.slice(ty.ty), true);
}

function overloadedIndex(
  fcx: FnCtxt,
  expr: Of<"index">,
  steps: readonly DerefStep[],
  at: number,
  self: Ty,
  unsize: boolean,
): FoundIndex | undefined {
  const { cx, tcx, scx } = fcx;
  const trait = cx.lang("index");
  const method = firstItem(cx, trait, "fn");
  const output = firstItem(cx, trait, "assocTy");
  if (trait === undefined || method === undefined || output === undefined || self.kind === "infer")
    return undefined;
  const input = newVar(fcx, expr.index.span);
  const args = tcx.args([self, input]);
  const goal = traitObligation({ trait, args }, causeAt(expr.index.span), 0);
  if (scx.evaluate(scx, goal) === "no") return undefined;
  register(fcx, goal);
  const element = normalizeTy(fcx, tcx.projection(output, args), causeAt(expr.index.span));
  const { ty } = steps[at] as DerefStep;
  const adjustments: Adjustment[] = [
    ...derefAdjustments(fcx, steps, at),
    { kind: "borrow", mutable: false, twoPhase: false, target: tcx.ref(tcx.erased, ty, false) },
  ];
  if (unsize)
    adjustments.push({ kind: "pointer", cast: "unsize", target: tcx.ref(tcx.erased, self, false) });
  applyAdjustments(fcx, expr.expr, adjustments);
  fcx.tables.methods.set(expr.id, { def: method, args });
  return { index: input, element };
}
