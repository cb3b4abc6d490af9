// Where a value ends up: in a variable, in a thread, in a call, inside another value.

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";
import { localOf, peelExpr, takerOf, type ClosureExpr } from "./bodyMap.ts";
import { capturesOf, spawnAt, threadAround, type Spawn } from "./threads.ts";
import { calleeOf, inputsOf, isUserDef, type TypedBody } from "./typedBody.ts";

export type Holder = {
  /** The thread in which that happens; undefined: the one that runs the body. */ readonly thread:
    | Spawn
    | undefined;
} & (
  | { readonly kind: "variable"; readonly local: LocalId }
  /** Moved into the closure of a thread that is started. */
  | { readonly kind: "thread"; readonly spawn: Spawn }
  /** Moved into a closure that is no thread's. */
  | { readonly kind: "closure"; readonly closure: ClosureExpr }
  | { readonly kind: "passed"; readonly call: HirExpr }
  /** Part of a larger value, which a variable may hold. */
  | { readonly kind: "kept"; readonly by: LocalId | undefined; readonly at: HirExpr }
  | { readonly kind: "temporary"; readonly at: HirExpr }
);

/** Where the value of an expression goes, followed from variable to variable. */
export function holderOf(analysis: Analysis, typed: TypedBody, expr: HirExpr): Holder {
  const thread = threadAround(analysis, typed, expr);
  const local = boundTo(typed, expr);
  if (local !== undefined) return holderOfLocal(analysis, typed, local, new Set());
  const parent = typed.map().parents.get(expr);
  if (parent === undefined) return { kind: "temporary", at: expr, thread };
  switch (parent.kind) {
    case "block":
      return parent.block.tail === expr
        ? holderOf(analysis, typed, parent)
        : { kind: "temporary", at: expr, thread };
    case "call":
    case "methodCall":
      return passedTo(analysis, typed, parent, expr, thread);
    case "struct":
    case "tuple":
    case "array":
      return { kind: "kept", by: keeper(analysis, typed, expr), at: parent, thread };
    case "assign":
      return { kind: "kept", by: rootOf(parent.left), at: parent, thread };
    default:
      return { kind: "temporary", at: expr, thread };
  }
}

/** Where the value of a variable goes: it stays unless something moves it. */
export function holderOfLocal(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  seen: Set<LocalId>,
): Holder {
  const map = typed.map();
  const binding = map.bindings.get(local);
  const thread =
    binding?.init === undefined ? undefined : threadAround(analysis, typed, binding.init);
  const stays: Holder = { kind: "variable", local, thread };
  if (seen.has(local)) return stays;
  seen.add(local);
  const taken = takenBy(analysis, typed, local);
  if (taken !== undefined) return { ...taken, thread };
  const move = (map.uses.get(local) ?? []).find((use) => isMove(typed, use));
  if (move === undefined) return stays;
  const next = boundTo(typed, move);
  return next === undefined
    ? holderOf(analysis, typed, move)
    : holderOfLocal(analysis, typed, next, seen);
}

/** The variable whose `let` has exactly this value. */
export function boundTo(typed: TypedBody, expr: HirExpr): LocalId | undefined {
  return typed.map().boundBy.get(expr);
}

/** The closure that takes a variable by value; a thread's before any other. */
function takenBy(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
):
  | { readonly kind: "thread"; readonly spawn: Spawn }
  | { readonly kind: "closure"; readonly closure: ClosureExpr }
  | undefined {
  const map = typed.map();
  const closures = map.closures.filter((closure) =>
    capturesOf(typed, closure).some(
      (capture) => capture.place.local === local && capture.mode === "value",
    ),
  );
  for (const closure of closures) {
    const call = takerOf(map, closure);
    const spawn = call === undefined ? undefined : spawnAt(analysis, typed, call);
    if (spawn !== undefined) return { kind: "thread", spawn };
  }
  const [first] = closures;
  return first === undefined ? undefined : { kind: "closure", closure: first };
}

/** The expression gives the variable's value away. */
export function isMove(typed: TypedBody, use: HirExpr): boolean {
  const steps = typed.results.adjustments.get(use.id) ?? [];
  if (steps.some((step) => step.kind === "borrow" || step.kind === "deref")) return false;
  const parent = typed.map().parents.get(use);
  switch (parent?.kind) {
    case "call":
    case "methodCall":
      return inputsOf(parent).includes(use);
    case "struct":
    case "tuple":
    case "array":
    case "return":
    case "break":
      return true;
    case "assign":
      return parent.right === use;
    case "block":
      return parent.block.tail === use || boundTo(typed, use) !== undefined;
    default:
      return boundTo(typed, use) !== undefined;
  }
}

function passedTo(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  value: HirExpr,
  thread: Spawn | undefined,
): Holder {
  if (isWrapped(analysis, typed, call, value, typed.results.exprTys[value.id]))
    return { kind: "kept", by: keeper(analysis, typed, value), at: call, thread };
  const borrowed = (typed.results.adjustments.get(value.id) ?? []).some(
    (step) => step.kind === "borrow",
  );
  if (borrowed) return { kind: "temporary", at: value, thread };
  // A collection of std's takes it in: `handles.push(value)`.
  const callee = calleeOf(typed, call);
  const into =
    call.kind === "methodCall" && call.receiver !== value ? rootOf(call.receiver) : undefined;
  if (into !== undefined && callee !== undefined && !isUserDef(analysis, callee.def))
    return { kind: "kept", by: into, at: call, thread };
  return { kind: "passed", call, thread };
}

/** The call's result has inside what the argument carries: a tuple struct, a variant, `Rc::new`, `vec![…]`. */
function isWrapped(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  value: HirExpr,
  carried: Ty | undefined,
): boolean {
  const callee = calleeOf(typed, call);
  if (callee === undefined || call.kind !== "call") return false;
  const kind = analysis.program.def(callee.def).kind;
  if (kind === "struct" || kind === "variant") return true;
  const result = typed.results.exprTys[call.id];
  const inner = typed.results.exprTys[value.id];
  if (isUserDef(analysis, callee.def) || result === undefined || inner === undefined) return false;
  return contains(result, inner) || (contains(inner, carried) && contains(result, carried));
}

function contains(whole: Ty, inner: Ty | undefined): boolean {
  let found = false;
  walkTy(whole, (part) => {
    found ||= part === inner;
  });
  return found;
}

/** The variable that holds a value in which `value` is kept. */
function keeper(analysis: Analysis, typed: TypedBody, value: HirExpr): LocalId | undefined {
  const carried = typed.results.exprTys[value.id];
  let at: HirExpr | undefined = value;
  while (at !== undefined) {
    const local = boundTo(typed, at);
    if (local !== undefined) return local;
    const parent: HirExpr | undefined = typed.map().parents.get(at);
    if (parent?.kind === "assign") return rootOf(parent.left);
    const nests: boolean =
      parent?.kind === "struct" ||
      parent?.kind === "tuple" ||
      parent?.kind === "array" ||
      (parent?.kind === "block" && parent.block.tail === at) ||
      (parent?.kind === "call" && isWrapped(analysis, typed, parent, at, carried));
    at = nests ? parent : undefined;
  }
  return undefined;
}

/** The variable that a place expression begins with. */
export function rootOf(expr: HirExpr): LocalId | undefined {
  const bare = peelExpr(expr);
  if (bare.kind === "field" || bare.kind === "index") return rootOf(bare.expr);
  if (bare.kind === "methodCall") return rootOf(bare.receiver);
  return localOf(bare);
}
