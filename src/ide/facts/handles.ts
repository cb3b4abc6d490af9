// Handles: values whose clones lead to the same thing. Owners of a counted box, senders of a channel.
//
// All handles of one thing in a body form a family: the one that was made first and its clones, each with the place where it
// ends up. A family is closed when every use of its variables is one that cannot make further handles unseen.
//
// Not modelled: handles that travel through fields and collections; they are told as kept, without a count.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { localOf, peelExpr } from "./bodyMap.ts";
import { holderOf, type Holder } from "./holders.ts";
import { remembered } from "../../driver/memo.ts";
import { timesOf, type Times } from "./turns.ts";
import {
  calleeOf,
  inputsOf,
  isUserDef,
  typedBodies,
  typedBody,
  type TypedBody,
} from "./typedBody.ts";

export interface Family {
  /** The call that made the thing, or the variable in which it came into the body. */
  readonly origin: Origin;
  readonly owners: readonly Owner[];
  /** Nobody else can clone it. */
  readonly closed: boolean;
  /** A `Weak` may be upgraded to a further one. */
  readonly weak: boolean;
}

export interface Origin {
  readonly made: HirExpr | undefined;
  readonly variable: LocalId | undefined;
}

export interface Owner {
  /** The call that gave this handle: the first one, or a clone. */
  readonly expr: HirExpr;
  readonly clone: boolean;
  readonly times: Times;
  readonly holder: Holder;
}

/** A type whose clones lead to the same thing. */
export function isHandle(analysis: Analysis, ty: Ty | undefined): boolean {
  if (ty?.kind !== "adt") return false;
  const { program } = analysis;
  return (
    program.marker(ty.def, "shared_pointer") !== undefined ||
    program.marker(ty.def, "end") === "sender"
  );
}

/** A call of `Clone::clone` that makes a further handle. */
export function isCloneOfHandle(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const callee = calleeOf(typed, call);
  const clone = analysis.program.lang("clone");
  if (
    callee === undefined ||
    clone === undefined ||
    analysis.program.def(callee.def).parent !== clone
  )
    return false;
  return isHandle(analysis, typed.results.exprTys[call.id]);
}

/** Where the thing behind an expression came into the body; undefined where it cannot be told. */
export function originOf(analysis: Analysis, typed: TypedBody, given: HirExpr): Origin | undefined {
  const expr = peelExpr(given);
  const local = localOf(expr);
  if (local !== undefined) return originOfLocal(analysis, typed, local);
  if (expr.kind === "block")
    return expr.block.tail === undefined ? undefined : originOf(analysis, typed, expr.block.tail);
  if (expr.kind !== "call" && expr.kind !== "methodCall") return undefined;
  const [first] = inputsOf(expr);
  if (isCloneOfHandle(analysis, typed, expr))
    return first === undefined ? undefined : originOf(analysis, typed, first);
  return makes(analysis, typed, expr) ? { made: expr, variable: undefined } : undefined;
}

export function originOfLocal(analysis: Analysis, typed: TypedBody, local: LocalId): Origin {
  const binding = typed.map().bindings.get(local);
  const own: Origin = { made: undefined, variable: local };
  if (binding?.init === undefined) return own;
  if (binding.whole) return originOf(analysis, typed, binding.init) ?? own;
  return makes(analysis, typed, binding.init) ? { made: binding.init, variable: undefined } : own;
}

export function sameOrigin(a: Origin | undefined, b: Origin | undefined): boolean {
  return a !== undefined && b !== undefined && a.made === b.made && a.variable === b.variable;
}

/** A safe function of std that gets no handle and gives one, has just made what the handle leads to. */
function makes(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const callee = calleeOf(typed, call);
  if (callee === undefined || isUserDef(analysis, callee.def)) return false;
  const def = analysis.program.def(callee.def);
  if (def.kind !== "fn" || def.sig.unsafe) return false;
  const given = handlesIn(analysis, typed.results.exprTys[call.id]);
  return (
    given.length > 0 &&
    !inputsOf(call).some((input) => leadsThere(analysis, typed.results.exprTys[input.id], given))
  );
}

/** The type has inside one of these handles, or a `Weak` to what they lead to; unknown types may. */
function leadsThere(analysis: Analysis, ty: Ty | undefined, handles: readonly Ty[]): boolean {
  if (ty === undefined) return true;
  if (ty.kind === "ref") return leadsThere(analysis, ty.ty, handles);
  if (ty.kind !== "adt") return false;
  if (handles.includes(ty)) return true;
  if (analysis.program.marker(ty.def, "weak_pointer") !== undefined)
    return handles.some((one) => one.kind === "adt" && one.args[0] === ty.args[0]);
  return (
    !isUserDef(analysis, ty.def) &&
    ty.args.some((arg) => "hasUnknown" in arg && leadsThere(analysis, arg, handles))
  );
}

function handlesIn(analysis: Analysis, ty: Ty | undefined): readonly Ty[] {
  const parts = ty?.kind === "tuple" ? ty.tys : ty === undefined ? [] : [ty];
  return parts.filter((part) => isHandle(analysis, part));
}

/** The family of the handle in a variable. */
export function familyOf(analysis: Analysis, typed: TypedBody, origin: Origin): Family {
  const owners: Owner[] = [];
  const add = (expr: HirExpr, clone: boolean) => {
    const times = timesOf(analysis, typed, expr, undefined);
    owners.push({ expr, clone, times, holder: holderOf(analysis, typed, expr) });
  };
  if (origin.made !== undefined) add(origin.made, false);
  for (const expr of typed.map().exprs) {
    if (
      isCloneOfHandle(analysis, typed, expr) &&
      sameOrigin(originOf(analysis, typed, expr), origin)
    )
      add(expr, true);
  }
  return {
    origin,
    owners,
    closed: isClosed(analysis, typed, origin),
    weak: downgrades(analysis, typed, origin) && upgradesAnywhere(analysis),
  };
}

/** How many handles of the thing are made in all; undefined where that is not certain. */
export function totalOf(family: Family): number | undefined {
  if (!family.closed || family.weak || family.origin.made === undefined) return undefined;
  let total = 0;
  for (const { times } of family.owners) {
    if (times.count === undefined) return undefined;
    total += times.count;
  }
  return total;
}

/** How many calls deep a handle is followed. */
const DEPTH = 3;

function isClosed(analysis: Analysis, typed: TypedBody, origin: Origin, depth = DEPTH): boolean {
  const { bindings, uses } = typed.map();
  for (const local of bindings.keys()) {
    if (!leadsToHandle(analysis, typed.results.localTys[local])) continue;
    if (!sameOrigin(originOfLocal(analysis, typed, local), origin)) continue;
    if (bindings.get(local)?.mutable === true && isHandle(analysis, typed.results.localTys[local]))
      return false;
    if ((uses.get(local) ?? []).some((use) => !isPlainUse(analysis, typed, use, depth)))
      return false;
  }
  return true;
}

function leadsToHandle(analysis: Analysis, ty: Ty | undefined): boolean {
  return ty?.kind === "ref" ? leadsToHandle(analysis, ty.ty) : isHandle(analysis, ty);
}

/** A use that makes no handles out of sight: anything but passing it, or a reference to it, to code of the user's. */
function isPlainUse(analysis: Analysis, typed: TypedBody, use: HirExpr, depth: number): boolean {
  const map = typed.map();
  let at = use;
  let parent = map.parents.get(at);
  while (parent !== undefined && (parent.kind === "addrOf" || parent.kind === "dropTemps")) {
    at = parent;
    parent = map.parents.get(at);
  }
  if (parent === undefined) return true;
  if (parent.kind === "methodCall" && parent.receiver === at && derefsAway(typed, at)) return true;
  if (parent.kind === "call" || parent.kind === "methodCall") {
    const callee = calleeOf(typed, parent);
    if (callee === undefined) return false;
    return (
      !isUserDef(analysis, callee.def) ||
      keepsToItself(analysis, callee.def, inputsOf(parent).indexOf(at), depth)
    );
  }
  return parent.kind !== "return" && parent.kind !== "closure" && parent.kind !== "break";
}

/** `downgrade`: what it gives can become a further owner. */
function makesWeak(analysis: Analysis, typed: TypedBody, call: HirExpr): boolean {
  const ty = typed.results.exprTys[call.id];
  return ty?.kind === "adt" && analysis.program.marker(ty.def, "weak_pointer") !== undefined;
}

function downgrades(analysis: Analysis, typed: TypedBody, origin: Origin): boolean {
  return typed.map().exprs.some((expr) => {
    const [first] = inputsOf(expr);
    return (
      first !== undefined &&
      makesWeak(analysis, typed, expr) &&
      sameOrigin(originOf(analysis, typed, first), origin)
    );
  });
}

function upgradesAnywhere(analysis: Analysis): boolean {
  return remembered(analysis, "upgrades", () =>
    typedBodies(analysis).some((typed) =>
      typed.map().exprs.some((expr) => {
        const callee = calleeOf(typed, expr);
        return callee !== undefined && analysis.program.marker(callee.def, "counts") === "upgrade";
      }),
    ),
  );
}

/** A function of the user's, or a struct, that makes no further handle of what it gets. */
function keepsToItself(analysis: Analysis, def: DefId, position: number, depth: number): boolean {
  const { kind } = analysis.program.def(def);
  if (kind === "struct" || kind === "variant") return true;
  const typed = depth > 0 && kind === "fn" ? typedBody(analysis, def) : undefined;
  const pat = typed?.body.params[position]?.pat;
  if (typed === undefined || pat?.kind !== "binding") return pat?.kind === "wild";
  const origin: Origin = { made: undefined, variable: pat.local };
  const clones = typed
    .map()
    .exprs.some(
      (expr) =>
        isCloneOfHandle(analysis, typed, expr) &&
        sameOrigin(originOf(analysis, typed, expr), origin),
    );
  return !clones && isClosed(analysis, typed, origin, depth - 1);
}

/** The receiver is the thing inside: the method never sees the handle. */
function derefsAway(typed: TypedBody, receiver: HirExpr): boolean {
  const steps = typed.results.adjustments.get(receiver.id) ?? [];
  return steps.some((step) => step.kind === "deref" && step.overloaded !== undefined);
}
