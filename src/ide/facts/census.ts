// What a call of a function starts and makes, counted where that is certain: threads, locks, channels, atomics.
//
// Follows calls of the user's functions; a call that repeats itself, or whose target depends on a type, makes counts uncertain.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { resolveInstance } from "../../mir/instances.ts";
import type { GenericArg, Ty } from "../../ty/ty.ts";
import type { Callee } from "../../ty/typeck.ts";
import { spawnAt } from "./threads.ts";
import { timesOf, type Times } from "./turns.ts";
import { calleeOf, inputsOf, isUserDef, typedBody, type TypedBody } from "./typedBody.ts";

/** How many there are in all; undefined: some, but the number is not certain. */
export type Count = number | undefined;

export interface Census {
  /** Besides the one that calls. */
  readonly threads: Count;
  /** By the value of `#[lockstep::object]`. */
  readonly objects: ReadonlyMap<string, Count>;
}

interface Tally {
  threads: Count;
  readonly objects: Map<string, Count>;
}

interface Walk {
  readonly analysis: Analysis;
  readonly statics: Set<DefId>;
  /** Functions counted already; `undefined` while that goes on. */
  readonly known: Map<DefId, Tally | undefined>;
  /** Functions that call themselves, perhaps through others. */
  readonly recursive: Set<DefId>;
}

export function censusOf(analysis: Analysis, def: DefId): Census {
  const walk: Walk = { analysis, statics: new Set(), known: new Map(), recursive: new Set() };
  const tally = tallyOf(walk, def) ?? { threads: 0, objects: new Map<string, Count>() };
  for (const id of walk.statics) {
    for (const [kind, count] of objectsIn(analysis, analysis.cx.typeOf(id)))
      addTo(tally.objects, kind, count);
  }
  return tally;
}

/** Undefined for a function that is being counted already: it calls itself. */
function tallyOf(walk: Walk, def: DefId): Tally | undefined {
  if (walk.known.has(def)) return walk.known.get(def);
  walk.known.set(def, undefined);
  const tally: Tally = { threads: 0, objects: new Map() };
  const typed = typedBody(walk.analysis, def);
  for (const expr of typed?.map().exprs ?? []) note(walk, typed as TypedBody, expr, tally);
  if (walk.recursive.has(def)) makeUncertain(tally);
  walk.known.set(def, tally);
  return tally;
}

function makeUncertain(tally: Tally): void {
  if (tally.threads !== 0) tally.threads = undefined;
  for (const [kind, count] of tally.objects) if (count !== 0) tally.objects.set(kind, undefined);
}

function note(walk: Walk, typed: TypedBody, expr: HirExpr, tally: Tally): void {
  const { analysis } = walk;
  if (expr.kind === "path") {
    const named = typed.results.resolutions.get(expr.id);
    if (named === undefined) return;
    const { kind } = analysis.program.def(named.def);
    if (kind === "static" && isUserDef(analysis, named.def)) walk.statics.add(named.def);
    if (kind === "fn") addCalled(walk, typed, expr, named, tally);
    return;
  }
  // Methods, and operators that are methods of the user's types.
  const method = typed.results.methods.get(expr.id);
  if (method !== undefined) addCalled(walk, typed, expr, method, tally);
  if (expr.kind !== "call" && expr.kind !== "methodCall") return;
  if (spawnAt(analysis, typed, expr) !== undefined)
    tally.threads = plus(tally.threads, certain(timesOf(analysis, typed, expr, undefined)));
  for (const kind of madeBy(analysis, typed, expr))
    addTo(tally.objects, kind, certain(timesOf(analysis, typed, expr, undefined)));
}

/** A function of the user's that is called here, or handed over: to `spawn`, which calls it once. */
function addCalled(
  walk: Walk,
  typed: TypedBody,
  expr: HirExpr,
  callee: Callee,
  tally: Tally,
): void {
  const { analysis } = walk;
  const targets = targetsOf(analysis, callee);
  if (targets.length === 0) return;
  const parent = typed.map().parents.get(expr);
  const handedOver = expr.kind === "path" && !(parent?.kind === "call" && parent.callee === expr);
  const once =
    !handedOver || (parent !== undefined && spawnAt(analysis, typed, parent) !== undefined);
  const times =
    once && targets.length === 1 ? certain(timesOf(analysis, typed, expr, undefined)) : undefined;
  for (const target of targets) {
    const inner = tallyOf(walk, target);
    if (inner === undefined) walk.recursive.add(target);
    if (inner === undefined) continue;
    tally.threads = plus(tally.threads, multiply(inner.threads, times));
    for (const [kind, count] of inner.objects) addTo(tally.objects, kind, multiply(count, times));
  }
}

/** The user's functions that may run when a function is called: for one of a trait, that of the type, or of every impl. */
function targetsOf(analysis: Analysis, { def, args }: Callee): readonly DefId[] {
  const { program } = analysis;
  const { parent, name } = program.def(def);
  if (parent === undefined || program.def(parent).kind !== "trait")
    return isUserDef(analysis, def) && hasBody(analysis, def) ? [def] : [];
  if (!args.some(isOpen)) {
    const instance = resolveInstance(analysis.mir, def, args);
    return instance.kind === "item" && isUserDef(analysis, instance.def) ? [instance.def] : [];
  }
  return program.localDefs.filter((id) => {
    const other = program.def(id);
    if (other.kind !== "fn" || other.name !== name || !other.hasBody || other.parent === undefined)
      return false;
    const container = program.def(other.parent);
    return (
      other.parent === parent || (container.kind === "impl" && container.trait?.trait === parent)
    );
  });
}

/** What it stands for is only known where the function is called. */
function isOpen(arg: GenericArg): boolean {
  return (
    arg.kind !== "region" &&
    (arg.kind === "constant"
      ? arg.hasParam || arg.hasInfer
      : arg.hasParam || arg.hasInfer || arg.hasUnknown || arg.kind === "dyn")
  );
}

function hasBody(analysis: Analysis, def: DefId): boolean {
  const found = analysis.program.def(def);
  return found.kind === "fn" && found.hasBody;
}

/** Kinds of object that a call of std's makes: its result is one, and nothing of that kind goes in. */
function madeBy(analysis: Analysis, typed: TypedBody, call: HirExpr): readonly string[] {
  const callee = calleeOf(typed, call);
  const result = typed.results.exprTys[call.id];
  if (callee === undefined || result === undefined || isUserDef(analysis, callee.def)) return [];
  const parts = result.kind === "tuple" ? result.tys : [result];
  const kinds = new Set(
    parts.map((part) => kindOf(analysis, part)).filter((kind) => kind !== undefined),
  );
  return [...kinds].filter(
    (kind) =>
      !inputsOf(call).some((input) => mentions(analysis, typed.results.exprTys[input.id], kind)),
  );
}

function kindOf(analysis: Analysis, ty: Ty): string | undefined {
  return ty.kind === "adt" ? analysis.program.marker(ty.def, "object") : undefined;
}

function mentions(analysis: Analysis, ty: Ty | undefined, kind: string): boolean {
  if (ty === undefined) return true;
  if (ty.kind === "ref") return mentions(analysis, ty.ty, kind);
  if (ty.kind !== "adt") return false;
  return (
    kindOf(analysis, ty) === kind ||
    ty.args.some((arg) => "hasUnknown" in arg && mentions(analysis, arg, kind))
  );
}

/** Objects that a static is, or is an array of. */
function objectsIn(analysis: Analysis, ty: Ty): readonly (readonly [string, Count])[] {
  if (ty.kind === "array") {
    const length = ty.length.const === "value" ? Number(ty.length.value) : undefined;
    return objectsIn(analysis, ty.ty).map(
      ([kind, count]) => [kind, multiply(count, length)] as const,
    );
  }
  const kind = kindOf(analysis, ty);
  return kind === undefined ? [] : [[kind, 1] as const];
}

function certain(times: Times): Count {
  return times.maybe ? undefined : times.count;
}

function plus(a: Count, b: Count): Count {
  return a === undefined || b === undefined ? undefined : a + b;
}

function multiply(a: Count, b: Count): Count {
  if (a === 0 || b === 0) return 0;
  return a === undefined || b === undefined ? undefined : a * b;
}

function addTo(objects: Map<string, Count>, kind: string, count: Count): void {
  objects.set(kind, objects.has(kind) ? plus(objects.get(kind), count) : count);
}
