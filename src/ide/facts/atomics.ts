// Operations on atomics in the whole file: which atomic, what kind, with which orderings.
//
// Two operations are on the same atomic when their receivers come from the same static, variable or field; through a counted
// box or a reference, from the variable that it was made with.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { localOf, peelExpr } from "./bodyMap.ts";
import { originOfLocal } from "./handles.ts";
import { threadAround } from "./threads.ts";
import { calleeOf, inputsOf, typedBodies, type TypedBody } from "./typedBody.ts";

export type AccessKind = "load" | "store" | "rmw";
export type OrderName = "relaxed" | "release" | "acquire" | "acqrel" | "seqcst";

export interface AtomicAccess {
  readonly typed: TypedBody;
  readonly call: HirExpr;
  readonly kind: AccessKind;
  /** Orderings in the order of the arguments: for an exchange, of success and of failure. */
  readonly orders: readonly (OrderName | undefined)[];
  /** Equal for operations on the same atomic; undefined where that is not certain. */
  readonly key: string | undefined;
  /** The receiver. */
  readonly atomic: HirExpr;
  /** Function or thread that runs it; equal ones run one after the other. */
  readonly where: string;
}

export function atomicAccesses(analysis: Analysis): readonly AtomicAccess[] {
  return typedBodies(analysis).flatMap((typed) =>
    typed.map().exprs.flatMap((expr) => {
      const access = accessOf(analysis, typed, expr);
      return access === undefined ? [] : [access];
    }),
  );
}

export function accessOf(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): AtomicAccess | undefined {
  const callee = calleeOf(typed, call);
  const kind = callee === undefined ? undefined : analysis.program.marker(callee.def, "access");
  const [atomic, ...args] = inputsOf(call);
  if ((kind !== "load" && kind !== "store" && kind !== "rmw") || atomic === undefined)
    return undefined;
  const orders = args
    .map((arg) => orderOf(analysis, typed, arg))
    .filter((order) => order !== false);
  const thread = threadAround(analysis, typed, call)?.closure;
  const where = `${typed.owner} ${thread?.index ?? "body"}`;
  return { typed, call, kind, orders, key: keyOf(analysis, typed, atomic), atomic, where };
}

/** The ordering that an expression names; undefined where it is computed, false for an argument that is no ordering. */
export function orderOf(
  analysis: Analysis,
  typed: TypedBody,
  expr: HirExpr,
): OrderName | undefined | false {
  const named = typed.results.resolutions.get(expr.id);
  const order = named === undefined ? undefined : orderName(analysis, named.def);
  if (order !== undefined) return order;
  const ty = typed.results.exprTys[expr.id];
  return ty?.kind === "adt" && hasOrders(analysis, ty) ? undefined : false;
}

export function orderName(analysis: Analysis, variant: DefId): OrderName | undefined {
  return analysis.program.marker(variant, "ordering") as OrderName | undefined;
}

function hasOrders(analysis: Analysis, ty: Ty & { kind: "adt" }): boolean {
  return analysis.cx
    .adt(ty.def)
    .variants.some((variant) => orderName(analysis, variant.def) !== undefined);
}

function keyOf(analysis: Analysis, typed: TypedBody, atomic: HirExpr): string | undefined {
  const bare = peelExpr(atomic);
  if (bare.kind === "field") return fieldKey(typed, bare);
  const local = localOf(bare);
  if (local !== undefined) {
    const origin = originOfLocal(analysis, typed, local);
    const made = origin.made === undefined ? undefined : `${origin.made.id}`;
    return `${typed.owner} ${made ?? `local ${origin.variable}`}`;
  }
  const def = typed.results.resolutions.get(bare.id)?.def;
  return def !== undefined && analysis.program.def(def).kind === "static"
    ? `static ${def}`
    : undefined;
}

/** A field is taken to be the same in every value of its struct: threads share one in all but contrived programs. */
function fieldKey(typed: TypedBody, expr: HirExpr & { kind: "field" }): string | undefined {
  let ty = typed.results.exprTys[expr.expr.id];
  for (const step of typed.results.adjustments.get(expr.expr.id) ?? []) ty = step.target;
  while (ty?.kind === "ref") ty = ty.ty;
  return ty?.kind === "adt" ? `field ${ty.def} ${expr.name}` : undefined;
}
