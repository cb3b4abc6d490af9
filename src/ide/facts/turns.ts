// How often a place is reached in one call of the function around it, where that is certain.
//
// Certain are loops over literal ranges, arrays and what iterators make of them one to one (`#[lockstep::items]` in std), as
// long as nothing leaves them early. A panic may always cut them short; counts are told for the run that goes well.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import type { Ty } from "../../ty/ty.ts";
import { ancestors, childrenOf, localOf, peelExpr, takerOf, type ClosureExpr } from "./bodyMap.ts";
import { calleeOf, type TypedBody } from "./typedBody.ts";

export interface Times {
  /** Undefined: it depends. */
  readonly count: number | undefined;
  /** The innermost loop, or closure called once for each item, around the place. */
  readonly loop: HirExpr | undefined;
  /** It may not be reached at all. */
  readonly maybe: boolean;
}

export const ONCE: Times = { count: 1, loop: undefined, maybe: false };

/** How often `expr` runs each time `root` (the body, or a closure in it) does. Threads count where they are started. */
export function timesOf(
  analysis: Analysis,
  typed: TypedBody,
  expr: HirExpr,
  root: ClosureExpr | undefined,
): Times {
  const map = typed.map();
  let times: Times = ONCE;
  let child = expr;
  for (const parent of ancestors(map, expr)) {
    if (parent === root) break;
    times = around(analysis, typed, parent, child, times);
    child = parent;
  }
  return leavesBefore(root?.body ?? typed.body.value, expr)
    ? { ...times, count: undefined, maybe: true }
    : times;
}

function around(
  analysis: Analysis,
  typed: TypedBody,
  parent: HirExpr,
  child: HirExpr,
  times: Times,
): Times {
  switch (parent.kind) {
    case "loop":
      return repeat(times, turnsOf(analysis, typed, parent, child), parent);
    case "repeat":
      return {
        ...times,
        count: product(times.count, arrayLength(typed.results.exprTys[parent.id])),
      };
    case "closure":
      return throughClosure(analysis, typed, parent, times);
    case "if":
      return child === parent.condition ? times : perhaps(typed, parent, times);
    case "match":
      return child === parent.scrutinee || parent.source === "for" || parent.arms.length === 1
        ? times
        : perhaps(typed, parent, times);
    case "binary":
      return (parent.op === "&&" || parent.op === "||") && child === parent.right
        ? perhaps(typed, parent, times)
        : times;
    default:
      return times;
  }
}

/** The `if` and `match` that loops are made of decide about turns, not about the place. */
function perhaps(typed: TypedBody, parent: HirExpr, times: Times): Times {
  const outer = typed.map().parents.get(parent);
  const head = outer?.kind === "loop" && outer.source === "while" && parent.kind === "if";
  return head ? times : { ...times, count: undefined, maybe: true };
}

function repeat(times: Times, turns: number | undefined, loop: HirExpr): Times {
  return { count: product(times.count, turns), loop: times.loop ?? loop, maybe: times.maybe };
}

function product(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

function throughClosure(
  analysis: Analysis,
  typed: TypedBody,
  closure: ClosureExpr,
  times: Times,
): Times {
  const call = takerOf(typed.map(), closure);
  const callee = call === undefined ? undefined : calleeOf(typed, call);
  if (call === undefined || callee === undefined)
    return { ...times, count: undefined, maybe: true };
  // What starts a thread, and `scope`, calls its closure exactly once.
  if (analysis.program.marker(callee.def, "spawns") !== undefined) return times;
  return repeat(times, callsOf(analysis, typed, call), closure);
}

/** How often a call of an iterator's method calls its closure. */
function callsOf(analysis: Analysis, typed: TypedBody, call: HirExpr): number | undefined {
  if (call.kind !== "methodCall") return undefined;
  const items = itemsOf(analysis, typed, call.receiver);
  const kind = itemsMarker(analysis, typed, call);
  if (kind === "all") return items;
  return kind === "same" && isDrained(analysis, typed, call) ? items : undefined;
}

/** Something behind it in the chain takes every item. */
function isDrained(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const parent = typed.map().parents.get(call);
  if (parent?.kind !== "methodCall" || parent.receiver !== call) return false;
  const kind = itemsMarker(analysis, typed, parent);
  if (kind === "same") return isDrained(analysis, typed, parent);
  return kind === "all" && !stopsEarly(analysis, typed, parent);
}

/** `collect` into a `Result` or an `Option` ends at the first failure. */
function stopsEarly(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const branch = analysis.program.lang("branch");
  const tries = branch === undefined ? undefined : analysis.program.def(branch).parent;
  const ty = typed.results.exprTys[call.id];
  return (
    ty === undefined ||
    tries === undefined ||
    explainBound(analysis.cx, ty, tries, undefined).holds !== false
  );
}

function itemsMarker(analysis: Analysis, typed: TypedBody, call: HirExpr): string | undefined {
  const callee = calleeOf(typed, call);
  return callee === undefined ? undefined : analysis.program.marker(callee.def, "items");
}

/** Turns of a loop; undefined where something can end it early or skip what comes behind. */
function turnsOf(
  analysis: Analysis,
  typed: TypedBody,
  loop: HirExpr & { kind: "loop" },
  child: HirExpr,
): number | undefined {
  if (loop.source !== "for" || leaves(child, loop.label)) return undefined;
  const head = forHead(typed, loop);
  return head === undefined ? undefined : itemsOf(analysis, typed, head);
}

/** What a `for` loop runs over, as written. */
export function forHead(typed: TypedBody, loop: HirExpr): HirExpr | undefined {
  const made = typed.map().parents.get(loop);
  if (
    loop.kind !== "loop" ||
    loop.source !== "for" ||
    made?.kind !== "match" ||
    made.source !== "for"
  )
    return undefined;
  return made.scrutinee.kind === "call" ? made.scrutinee.args[0] : undefined;
}

/** The user's part of a `for` loop's body: the desugared `match` has a `break` of its own. */
function userParts(expr: HirExpr): readonly HirExpr[] {
  if (expr.kind !== "match" || expr.source !== "for") return [expr];
  return expr.arms.filter((arm) => arm.body.kind !== "break").map((arm) => arm.body);
}

function leaves(expr: HirExpr, label: number): boolean {
  return userParts(expr).some(function search(inner): boolean {
    if (inner.kind === "return") return true;
    if (
      (inner.kind === "break" || inner.kind === "continue") &&
      inner.label !== undefined &&
      inner.label <= label
    )
      return true;
    return inner.kind !== "closure" && childrenOf(inner).some(search);
  });
}

/** A `return` or `?` in front of the place, outside of closures. */
function leavesBefore(root: HirExpr, place: HirExpr): boolean {
  const search = (expr: HirExpr): boolean => {
    if (expr.span.start >= place.span.start && expr !== root) return false;
    if (expr.kind === "return" && expr.span.end <= place.span.start) return true;
    return expr.kind !== "closure" && childrenOf(expr).some(search);
  };
  return search(root);
}

/** How many items an expression gives when it is iterated over. */
export function itemsOf(analysis: Analysis, typed: TypedBody, given: HirExpr): number | undefined {
  const expr = peelExpr(given);
  const byTy = arrayLength(typed.results.exprTys[expr.id]);
  if (byTy !== undefined) return byTy;
  if (expr.kind === "struct") return rangeLength(analysis, typed, expr);
  if (expr.kind === "methodCall" && itemsMarker(analysis, typed, expr) !== undefined)
    return itemsOf(analysis, typed, expr.receiver);
  if (expr.kind === "call") return callItems(analysis, typed, expr);
  const local = localOf(expr);
  const binding = local === undefined ? undefined : typed.map().bindings.get(local);
  if (binding?.init === undefined || !binding.whole || binding.mutable) return undefined;
  return itemsOf(analysis, typed, binding.init);
}

function callItems(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr & { kind: "call" },
): number | undefined {
  const [first, last] = call.args;
  const callee = calleeOf(typed, call);
  if (callee === undefined || first === undefined) return undefined;
  if (callee.def === analysis.program.lang("range_inclusive_new")) {
    const from = intOf(analysis, typed, first);
    const to = last === undefined ? undefined : intOf(analysis, typed, last);
    return from === undefined || to === undefined ? undefined : Math.max(0, to - from + 1);
  }
  return analysis.program.marker(callee.def, "items") === undefined
    ? undefined
    : itemsOf(analysis, typed, first);
}

function arrayLength(ty: Ty | undefined): number | undefined {
  if (ty?.kind === "ref") return arrayLength(ty.ty);
  if (ty?.kind !== "array" || ty.length.const !== "value") return undefined;
  return Number(ty.length.value);
}

function rangeLength(
  analysis: Analysis,
  typed: TypedBody,
  expr: HirExpr & { kind: "struct" },
): number | undefined {
  const { path } = expr;
  const def: DefId | undefined =
    path.kind === "resolved" && "def" in path.res ? path.res.def : undefined;
  if (def === undefined || def !== analysis.program.lang("Range")) return undefined;
  const [from, to] = expr.fields.map((field) => intOf(analysis, typed, field.value));
  return from === undefined || to === undefined ? undefined : Math.max(0, to - from);
}

/** A literal, a constant, or a variable that is one. */
function intOf(analysis: Analysis, typed: TypedBody, expr: HirExpr): number | undefined {
  if (expr.kind === "lit") return expr.lit.kind === "int" ? Number(expr.lit.digits) : undefined;
  if (expr.kind === "cast") return intOf(analysis, typed, expr.expr);
  if (expr.kind !== "path") return undefined;
  const local = localOf(expr);
  if (local === undefined) return constantOf(analysis, typed, expr);
  const binding = typed.map().bindings.get(local);
  if (binding?.init === undefined || !binding.whole || binding.mutable) return undefined;
  return intOf(analysis, typed, binding.init);
}

function constantOf(analysis: Analysis, typed: TypedBody, expr: HirExpr): number | undefined {
  const callee = typed.results.resolutions.get(expr.id);
  if (
    callee === undefined ||
    callee.args.length > 0 ||
    analysis.program.def(callee.def).kind !== "const"
  )
    return undefined;
  const value = analysis.cx.constValue(callee.def, callee.args);
  return value.const === "value" && typeof value.value === "bigint"
    ? Number(value.value)
    : undefined;
}
