// Which thread a handle is of: followed through variables, `unwrap`, collections, loops and closures back to the call that
// started it.
//
// Not modelled: handles in fields, and those that a function of the user's returns; nothing is told of them.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";
import { ancestors, childrenOf, localOf, peelExpr, takerOf } from "./bodyMap.ts";
import { remembered } from "../../driver/memo.ts";
import { rootOf } from "./holders.ts";
import { spawnAt, spawnsOf, type Spawn } from "./threads.ts";
import { forHead } from "./turns.ts";
import { calleeOf, inputsOf, isUserDef, typedBody, type TypedBody } from "./typedBody.ts";

/** The value of `#[lockstep::handle]` on the handle of a thread. */
const THREAD = "thread";

/** The type is the handle of a thread, or has some inside. */
export function mentionsThread(analysis: Analysis, ty: Ty | undefined): boolean {
  let found = false;
  if (ty !== undefined)
    walkTy(ty, (part) => {
      found ||= part.kind === "adt" && analysis.program.marker(part.def, "handle") === THREAD;
    });
  return found;
}

/** The places that may have started the thread of a handle; undefined where that cannot be told. */
export function spawnsOfHandle(
  analysis: Analysis,
  typed: TypedBody,
  given: HirExpr,
  seen: Set<LocalId> = new Set(),
): readonly Spawn[] | undefined {
  const expr = peelExpr(given);
  const local = localOf(expr);
  if (local !== undefined) return spawnsOfVariable(analysis, typed, local, seen);
  if (expr.kind === "block")
    return expr.block.tail === undefined
      ? undefined
      : spawnsOfHandle(analysis, typed, expr.block.tail, seen);
  const spawn = spawnAt(analysis, typed, expr);
  if (spawn !== undefined) return [spawn];
  const callee = calleeOf(typed, expr);
  if (
    callee !== undefined &&
    isUserDef(analysis, callee.def) &&
    isOne(analysis, typed.results.exprTys[expr.id])
  )
    return returnedBy(analysis, callee.def);
  if (expr.kind === "methodCall" && isOfStd(analysis, typed, expr))
    return spawnsOfHandle(analysis, typed, expr.receiver, seen);
  return undefined;
}

/** A function whose last expression is the handle, or a variable of it, and which returns nowhere else. */
function returnedBy(analysis: Analysis, def: DefId): readonly Spawn[] | undefined {
  const inside = typedBody(analysis, def);
  if (inside === undefined || inside.map().exprs.some((expr) => expr.kind === "return"))
    return undefined;
  const { value } = inside.body;
  const tail = value.kind === "block" ? value.block.tail : value;
  return tail === undefined ? undefined : spawnsOfHandle(analysis, inside, tail);
}

/** For a variable: one handle, or a collection of them. */
export function spawnsOfVariable(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  seen: Set<LocalId> = new Set(),
): readonly Spawn[] | undefined {
  if (seen.has(local)) return undefined;
  seen.add(local);
  const from = sourceOf(typed, local);
  if (from === undefined) return undefined;
  if (isOne(analysis, typed.results.localTys[local]))
    return spawnsOfHandle(analysis, typed, from, seen);
  return keptIn(analysis, typed, local, from, seen);
}

/** What a variable is bound to, or taken from: the head of its loop, the iterator whose closure gets it. */
function sourceOf(typed: TypedBody, local: LocalId): HirExpr | undefined {
  const map = typed.map();
  const init = map.bindings.get(local)?.init;
  if (init !== undefined) {
    for (const outer of ancestors(map, init)) {
      if (outer.kind === "closure") break;
      const next = outer.kind === "loop" && outer.source === "for" && isNext(outer, init);
      if (next) return forHead(typed, outer);
    }
    return init;
  }
  const closure = map.closures.find((one) =>
    one.params.some((param) => param.pat.kind === "binding" && param.pat.local === local),
  );
  const call = closure === undefined ? undefined : takerOf(map, closure);
  return call?.kind === "methodCall" ? call.receiver : undefined;
}

/** The desugared `match next(&mut iter)` of a `for` loop gives the variable. */
function isNext(loop: HirExpr & { kind: "loop" }, init: HirExpr): boolean {
  return childrenOf(loop).some(
    (step) => step.kind === "match" && step.source === "for" && step.scrutinee === init,
  );
}

function isOne(analysis: Analysis, ty: Ty | undefined): boolean {
  return ty?.kind === "adt" && analysis.program.marker(ty.def, "handle") === THREAD;
}

/** Every handle that a collection gets: those of its initial value, and those that are put into it. */
function keptIn(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  init: HirExpr,
  seen: Set<LocalId>,
): readonly Spawn[] | undefined {
  const found: Spawn[] = spawnsOf(analysis, typed).filter((spawn) => within(spawn.call, init));
  const from = rootOf(init);
  if (from !== undefined && found.length === 0) {
    const outer = spawnsOfVariable(analysis, typed, from, seen);
    if (outer !== undefined) found.push(...outer);
  }
  for (const use of typed.map().uses.get(local) ?? []) {
    const call = typed.map().parents.get(use);
    if (call?.kind !== "methodCall" || call.receiver !== use) continue;
    for (const arg of call.args) {
      if (!mentionsThread(analysis, typed.results.exprTys[arg.id])) continue;
      const more = spawnsOfHandle(analysis, typed, arg, seen);
      if (more === undefined) return undefined;
      found.push(...more);
    }
  }
  const distinct = [...new Map(found.map((spawn) => [spawn.call, spawn])).values()];
  return distinct.length === 0 || isLentOut(analysis, typed, local) ? undefined : distinct;
}

/** Code of the user's gets a reference to it: it may take handles out or put further ones in. */
export function isLentOut(analysis: Analysis, typed: TypedBody, local: LocalId): boolean {
  const map = typed.map();
  return (map.uses.get(local) ?? []).some((use) => {
    const parent = map.parents.get(use);
    const call = parent?.kind === "addrOf" ? map.parents.get(parent) : parent;
    const callee = call === undefined ? undefined : calleeOf(typed, call);
    return callee !== undefined && isUserDef(analysis, callee.def);
  });
}

function within(inner: HirExpr, outer: HirExpr): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

function isOfStd(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const callee = calleeOf(typed, call);
  return callee !== undefined && !isUserDef(analysis, callee.def);
}

export interface Join {
  readonly call: HirExpr;
  /** What it waits for; undefined where that cannot be told. */
  readonly of: readonly Spawn[] | undefined;
}

/** The calls of a body that wait for the end of threads. */
export function joinsOf(analysis: Analysis, typed: TypedBody): readonly Join[] {
  return remembered(analysis, `joins ${typed.owner}`, () =>
    typed.map().exprs.flatMap((call) => {
      const of = joinAt(analysis, typed, call);
      return of === undefined ? [] : [of];
    }),
  );
}

export function joinAt(analysis: Analysis, typed: TypedBody, call: HirExpr): Join | undefined {
  const callee = calleeOf(typed, call);
  const [handle] = inputsOf(call);
  if (callee === undefined || handle === undefined) return undefined;
  if (analysis.program.marker(callee.def, "waits") === undefined) return undefined;
  if (!isOne(analysis, typed.results.exprTys[handle.id])) return undefined;
  return { call, of: spawnsOfHandle(analysis, typed, handle) };
}
