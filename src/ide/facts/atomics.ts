// Operations on atomics in the whole file: which atomic, what kind, with which orderings.
//
// Two operations are on the same atomic when their receivers come from the same static, variable or field; through a counted
// box or a reference, from the variable that it was made with.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { localOf, peelExpr } from "./bodyMap.ts";
import { structOf } from "./fields.ts";
import { isCloneOfHandle, originOf, originOfLocal } from "./handles.ts";
import { remembered } from "../../driver/memo.ts";
import { joinsOf } from "./joins.ts";
import { threadAround, type Spawn } from "./threads.ts";
import { calleeOf, inputsOf, isUserDef, typedBodies, type TypedBody } from "./typedBody.ts";

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
  /** The thread of that body which runs it. */
  readonly thread: Spawn | undefined;
}

export function atomicAccesses(analysis: Analysis): readonly AtomicAccess[] {
  return remembered(analysis, "atomics", () =>
    typedBodies(analysis).flatMap((typed) =>
      typed.map().exprs.flatMap((expr) => {
        const access = accessOf(analysis, typed, expr);
        return access === undefined ? [] : [access];
      }),
    ),
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
  const thread = threadAround(analysis, typed, call);
  const where = `${typed.owner} ${thread?.closure?.index ?? "body"}`;
  const key = objectKey(analysis, typed, atomic);
  return { typed, call, kind, orders, key, atomic, where, thread };
}

/** Neither is over before the other can begin: no start of a thread and no join stands between them. */
export function mayMeet(analysis: Analysis, a: AtomicAccess, b: AtomicAccess): boolean {
  if (a.typed.owner !== b.typed.owner) return true;
  if (a.thread !== undefined && b.thread === undefined) return meets(analysis, a.thread, b);
  if (b.thread !== undefined && a.thread === undefined) return meets(analysis, b.thread, a);
  return true;
}

/** A thread, and what the body that starts it does itself. */
function meets(analysis: Analysis, { call, times, scope }: Spawn, own: AtomicAccess): boolean {
  const at = own.call.span.start;
  if (at < call.span.start) return times.loop !== undefined && times.loop.span.start <= at;
  if (scope !== undefined && scope.span.end <= at) return false;
  // A handle that cannot be followed may be this thread's.
  return !joinsOf(analysis, own.typed).some(
    (join) =>
      join.call.span.start > call.span.start &&
      join.call.span.end <= at &&
      join.of?.some((spawn) => spawn.call === call) !== false,
  );
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

/** Equal for receivers that are the same object; undefined where that is not certain. */
export function objectKey(
  analysis: Analysis,
  typed: TypedBody,
  object: HirExpr,
): string | undefined {
  const bare = peelExpr(object);
  if (bare.kind === "field") return fieldKey(typed, bare);
  const local = localOf(bare);
  if (local !== undefined) return variableKey(analysis, typed, local);
  const def = typed.results.resolutions.get(bare.id)?.def;
  return def !== undefined && analysis.program.def(def).kind === "static"
    ? `static ${def}`
    : undefined;
}

function variableKey(analysis: Analysis, typed: TypedBody, local: LocalId): string | undefined {
  const binding = typed.map().bindings.get(local);
  if (binding?.init !== undefined && binding.part !== undefined && binding.part !== "") {
    const whole = peel(typed.results.exprTys[binding.init.id]);
    if (whole?.kind === "adt" && isUserDef(analysis, whole.def))
      return fieldKeyOf(whole.def, binding.part);
    const origin = originOf(analysis, typed, binding.init);
    if (origin?.made !== undefined) return `${typed.owner} ${origin.made.id} ${binding.part}`;
  }
  const origin = originOfLocal(analysis, typed, local);
  if (origin.made !== undefined) return `${typed.owner} ${origin.made.id}`;
  return fieldBehind(analysis, typed, local) ?? `${typed.owner} local ${origin.variable}`;
}

/** `let stop = self.stop.clone()`, `let stats = &self.stats`: the field. */
function fieldBehind(analysis: Analysis, typed: TypedBody, local: LocalId): string | undefined {
  const binding = typed.map().bindings.get(local);
  if (binding?.init === undefined || !binding.whole || binding.mutable) return undefined;
  let at = peelExpr(binding.init);
  if (isCloneOfHandle(analysis, typed, at)) at = peelExpr(inputsOf(at)[0] ?? at);
  const inner = localOf(at);
  if (inner !== undefined && inner !== local) return fieldBehind(analysis, typed, inner);
  return at.kind === "field" ? fieldKey(typed, at) : undefined;
}

function peel(ty: Ty | undefined): Ty | undefined {
  return ty?.kind === "ref" ? peel(ty.ty) : ty;
}

export function fieldKeyOf(owner: DefId, name: string): string {
  return `field ${owner} ${name}`;
}

/** A field is taken to be the same in every value of its struct: threads share one in all but contrived programs. */
function fieldKey(typed: TypedBody, expr: HirExpr & { kind: "field" }): string | undefined {
  const owner = structOf(typed, expr);
  return owner === undefined ? undefined : fieldKeyOf(owner, expr.name);
}
