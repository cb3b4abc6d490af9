// The threads that a body starts: calls that std marks with `#[lockstep::spawns]`, what they run, and how many there are.

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Capture } from "../../ty/typeck.ts";
import { ancestors, closureIn, takerOf, type ClosureExpr } from "./bodyMap.ts";
import { remembered } from "../../driver/memo.ts";
import { timesOf, type Times } from "./turns.ts";
import { calleeOf, inputsOf, type TypedBody } from "./typedBody.ts";

export interface Spawn {
  readonly call: HirExpr;
  /** What the thread runs, where it is written there. */
  readonly closure: ClosureExpr | undefined;
  readonly times: Times;
  /** The call of `scope` around it, which waits for it; undefined for a thread that may outlive everything. */
  readonly scope: HirExpr | undefined;
}

/** The value of `#[lockstep::spawns]` for what calls its closure here and waits for threads: `thread::scope`. */
const SCOPE = "scope";

export function spawnsOf(analysis: Analysis, typed: TypedBody): readonly Spawn[] {
  return remembered(analysis, `spawns ${typed.owner}`, () =>
    typed.map().exprs.flatMap((expr) => {
      const spawn = spawnAt(analysis, typed, expr);
      return spawn === undefined ? [] : [spawn];
    }),
  );
}

export function spawnAt(analysis: Analysis, typed: TypedBody, call: HirExpr): Spawn | undefined {
  if (spawnMarker(analysis, typed, call) !== "") return undefined;
  const map = typed.map();
  const closure = inputsOf(call)
    .map((arg) => closureIn(map, arg))
    .find((arg) => arg !== undefined);
  return {
    call,
    closure,
    times: timesOf(analysis, typed, call, undefined),
    scope: scopeAround(analysis, typed, call),
  };
}

/** The thread that runs a closure's code: the innermost closure around the place that a spawning call got. */
export function threadAround(
  analysis: Analysis,
  typed: TypedBody,
  expr: HirExpr,
): Spawn | undefined {
  const map = typed.map();
  const outer = expr.kind === "closure" ? [expr, ...ancestors(map, expr)] : ancestors(map, expr);
  for (const one of outer) {
    const call = one.kind === "closure" ? takerOf(map, one) : undefined;
    const spawn = call === undefined ? undefined : spawnAt(analysis, typed, call);
    if (spawn?.closure === one) return spawn;
  }
  return undefined;
}

function spawnMarker(analysis: Analysis, typed: TypedBody, call: HirExpr): string | undefined {
  const callee = calleeOf(typed, call);
  return callee === undefined ? undefined : analysis.program.marker(callee.def, "spawns");
}

function scopeAround(analysis: Analysis, typed: TypedBody, call: HirExpr): HirExpr | undefined {
  const callee = calleeOf(typed, call);
  const sig = callee === undefined ? undefined : analysis.cx.fnSig(callee.def);
  const scoped = sig?.inputs.some((ty) => ty.kind === "ref" && isScope(analysis, ty.ty)) === true;
  if (!scoped) return undefined;
  for (const outer of ancestors(typed.map(), call)) {
    if (spawnMarker(analysis, typed, outer) === SCOPE) return outer;
  }
  return undefined;
}

function isScope(
  analysis: Analysis,
  ty: { readonly kind: string; readonly def?: unknown },
): boolean {
  const def = ty.kind === "adt" ? (ty.def as Parameters<Analysis["program"]["def"]>[0]) : undefined;
  return def !== undefined && analysis.program.marker(def, "object") === "scope";
}

export function isScopeCall(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  return spawnMarker(analysis, typed, call) === SCOPE;
}

export function capturesOf(typed: TypedBody, closure: ClosureExpr): readonly Capture[] {
  return typed.results.closures[closure.index]?.captures ?? [];
}
