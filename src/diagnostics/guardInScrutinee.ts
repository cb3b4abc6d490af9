// `lockstep::guard_in_scrutinee`: a guard that is a temporary of a `match`, `if let`, `while let` or `for` lives to its end.
//
// Told where the value that is looked at borrows nothing from the guard, and where the body does something that takes its
// time: waits, locks, starts a thread, or calls a function of the user's. Nearest lint: clippy::significant_drop_in_scrutinee.

import { isStdSpan, type Span } from "../base/span.ts";
import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import { guardRanges, type GuardRange, type HeldCall } from "../flow/guards.ts";
import type { DefId } from "../hir/defs.ts";
import type { HirExpr } from "../hir/hir.ts";
import type { MirContext } from "../mir/context.ts";
import type { GenericArg, Ty } from "../ty/ty.ts";
import { isUserDef, userBodies, type UserBody } from "./bodies.ts";
import type { Warning, WarningCx } from "./warning.ts";

interface Construct {
  readonly what: string;
  readonly scrutinee: HirExpr;
  readonly bodies: readonly Span[];
}

export function guardsInScrutinees(cx: WarningCx): Warning[] {
  return userBodies(cx.mir).flatMap((user) => {
    const constructs = user.exprs.flatMap((expr) => constructOf(user, expr));
    if (constructs.length === 0) return [];
    const guards = guardRanges(cx.mir, user.owner).filter(
      (guard) => guard.name === undefined && guard.callSpan !== undefined && isLock(cx.mir, guard),
    );
    return guards.flatMap((guard) => warningOf(cx, user, guard, constructs) ?? []);
  });
}

function isLock({ ty: { program } }: MirContext, guard: GuardRange): boolean {
  const kind = guard.ty.kind === "adt" ? program.marker(guard.ty.def, "guard") : undefined;
  return kind !== undefined && !kind.startsWith("refcell");
}

function constructOf(user: UserBody, expr: HirExpr): Construct[] {
  if (expr.kind === "match") {
    if (expr.source === "for") return forLoop(expr);
    if (expr.source !== "match") return [];
    return [
      {
        what: "`match`",
        scrutinee: expr.scrutinee,
        bodies: expr.arms.map((arm) => arm.body.span),
      },
    ];
  }
  if (expr.kind !== "if" || expr.condition.kind !== "let") return [];
  const isWhile = user.exprs.some(
    (other) =>
      other.kind === "loop" &&
      other.source === "while" &&
      other.body.span.start <= expr.span.start &&
      other.body.tail === expr,
  );
  // What stands for the `else` of a `while let` is the loop's end.
  const bodies = [expr.then.span, ...(expr.else === undefined || isWhile ? [] : [expr.else.span])];
  return [{ what: isWhile ? "`while let`" : "`if let`", scrutinee: expr.condition.init, bodies }];
}

/** The outer one of the two matches that a `for` is made of: it holds the iterator. */
function forLoop(expr: HirExpr & { kind: "match" }): Construct[] {
  const [only, ...others] = expr.arms;
  if (only?.body.kind !== "loop" || others.length > 0) return [];
  const body = { start: only.body.headSpan.end, end: only.body.span.end };
  return [{ what: "`for`", scrutinee: expr.scrutinee, bodies: [body] }];
}

function warningOf(
  cx: WarningCx,
  user: UserBody,
  guard: GuardRange,
  constructs: readonly Construct[],
): Warning | undefined {
  const inside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
  const around = constructs.findLast((one) => inside(guard.acquireSpan, one.scrutinee.span));
  if (around === undefined || !isFree(user, around.scrutinee)) return undefined;
  const slow = guard.during.find(
    (call) => around.bodies.some((body) => inside(call.span, body)) && takesTime(cx.mir, call),
  );
  if (slow === undefined) return undefined;
  return {
    severity: "warning",
    code: "lockstep::guard_in_scrutinee",
    message: WARNINGS.scrutinee(around.what, cx.lineOf(slow.span)),
    span: around.scrutinee.span,
    related: [
      { span: guard.acquireSpan, message: WARNING_WORDS.guardMadeHere },
      { span: slow.span, message: WARNING_WORDS.heldDuring },
    ],
  };
}

function takesTime(mir: MirContext, call: HeldCall): boolean {
  if (isStdSpan(call.span)) return false;
  const { program } = mir.ty;
  return (
    isUserDef(mir, call.def) ||
    isCall(mir, call.def) ||
    ["waits", "effect", "spawns"].some((marker) => program.marker(call.def, marker) !== undefined)
  );
}

/** `Fn::call`: a closure of the user's. */
function isCall({ ty }: MirContext, def: DefId): boolean {
  const { parent } = ty.def(def);
  return ["fn", "fn_mut", "fn_once"].some(
    (lang) => parent !== undefined && parent === ty.lang(lang),
  );
}

/** What is looked at is a value of its own: it does not need the guard any more. */
function isFree({ results }: UserBody, scrutinee: HirExpr): boolean {
  const value =
    scrutinee.kind === "call" && scrutinee.args.length === 1 ? scrutinee.args[0] : undefined;
  return [scrutinee, value].every((expr) => {
    if (expr === undefined) return true;
    const ty = results.exprTys[expr.id];
    const place = expr.kind === "unary" || expr.kind === "field" || expr.kind === "index";
    return ty !== undefined && !place && !borrows(ty);
  });
}

function borrows(arg: GenericArg): boolean {
  if (arg.kind === "region") return true;
  if (arg.kind === "constant") return false;
  const ty: Ty = arg;
  if (ty.hasUnknown) return true;
  switch (ty.kind) {
    case "ref":
    case "dyn":
    case "param":
    case "projection":
    case "opaque":
      return ty.kind !== "dyn";
    case "adt":
      return ty.args.some((one) => borrows(one));
    case "tuple":
      return ty.tys.some((one) => borrows(one));
    case "array":
      return borrows(ty.ty);
    default:
      return false;
  }
}
