// How many handles of a family are alive at a place, where that can be told from the text.
//
// Told only for places that the function itself reaches once, in a straight line behind the handles. A handle in a variable
// lives while its scope lasts and nothing moves it; one in a value that a variable keeps, while nothing else touches that
// variable; one in a thread of a scope, until the scope ends; one in another thread, perhaps.

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { isCloneOfHandle, isHandle, type Family, type Owner } from "./handles.ts";
import { threadAround } from "./threads.ts";
import { timesOf } from "./turns.ts";
import { calleeOf, type TypedBody } from "./typedBody.ts";

export interface AliveCount {
  readonly least: number;
  readonly most: number;
  /** Those that may be alive. */
  readonly owners: readonly Owner[];
}

export function countAt(
  analysis: Analysis,
  typed: TypedBody,
  family: Family,
  place: HirExpr,
): AliveCount | undefined {
  if (!family.closed || family.weak || family.origin.made === undefined) return undefined;
  const here = timesOf(analysis, typed, place, undefined);
  if (here.loop !== undefined || threadAround(analysis, typed, place) !== undefined)
    return undefined;
  let least = 0;
  let most = 0;
  const owners: Owner[] = [];
  for (const owner of family.owners) {
    if (owner.expr.span.start > place.span.start) continue;
    const { count } = owner.times;
    if (count === undefined) return undefined;
    const alive = isAlive(analysis, typed, owner, place);
    if (alive === false) continue;
    owners.push(owner);
    most += count;
    if (alive === true) least += count;
  }
  return { least, most, owners };
}

/** Undefined: perhaps. */
function isAlive(
  analysis: Analysis,
  typed: TypedBody,
  owner: Owner,
  place: HirExpr,
): boolean | undefined {
  const { holder } = owner;
  switch (holder.kind) {
    case "variable":
      return holder.thread === undefined ? inScope(typed, holder.local, place) : undefined;
    case "thread": {
      const { scope, call } = holder.spawn;
      if (scope !== undefined && scope.span.end <= place.span.start) return false;
      // The handle is still in its variable until the closure takes it.
      return call.span.start > place.span.start ? true : undefined;
    }
    case "kept":
      return holder.by === undefined
        ? undefined
        : keptAlive(analysis, typed, holder.by, holder.at, place);
    case "passed":
      return passedAlive(analysis, typed, holder.call, place);
    case "closure":
      return undefined;
    case "temporary":
      return false;
  }
}

function passedAlive(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  place: HirExpr,
): boolean | undefined {
  if (call.span.start > place.span.start) return true;
  const callee = calleeOf(typed, call);
  return callee !== undefined && analysis.program.langOf(callee.def) === "mem_drop"
    ? false
    : undefined;
}

function inScope(typed: TypedBody, local: LocalId, place: HirExpr): boolean | undefined {
  const binding = typed.map().bindings.get(local);
  if (binding === undefined || binding.mutable) return undefined;
  return place.span.start < binding.scope.end;
}

function keptAlive(
  analysis: Analysis,
  typed: TypedBody,
  keeper: LocalId,
  at: HirExpr,
  place: HirExpr,
): boolean | undefined {
  const map = typed.map();
  const binding = map.bindings.get(keeper);
  if (binding === undefined) return undefined;
  const between = (map.uses.get(keeper) ?? []).filter(
    (use) => use.span.start > at.span.end && use.span.start < place.span.start,
  );
  if (between.some((use) => !isHarmless(analysis, typed, use))) return undefined;
  if (place.span.start < binding.scope.end) return true;
  // A counted box may live on in another owner.
  return isHandle(analysis, typed.results.localTys[keeper]) ? undefined : false;
}

/** The value is only cloned or counted: it keeps what it keeps. */
function isHarmless(analysis: Analysis, typed: TypedBody, use: HirExpr): boolean {
  const { parents } = typed.map();
  const parent = parents.get(use);
  const call = parent?.kind === "addrOf" && !parent.mutable ? parents.get(parent) : undefined;
  const callee = call === undefined ? undefined : calleeOf(typed, call);
  if (call === undefined || callee === undefined) return false;
  return (
    isCloneOfHandle(analysis, typed, call) ||
    analysis.program.marker(callee.def, "counts") !== undefined
  );
}
