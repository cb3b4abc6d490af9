// `lockstep::arc_of_non_send`: an `Arc` whose content keeps it in one thread. Nearest lint: clippy::arc_with_non_send_sync.
//
// The pointer is one that may cross threads at all: with an `i32` inside it would be `Send`.

import { WARNING_WORDS, WARNINGS } from "../explain/warningWords.ts";
import type { DefId } from "../hir/defs.ts";
import { explainBound } from "../ty/autoTraits.ts";
import { showTy } from "../ty/show.ts";
import type { GenericArg, Ty } from "../ty/ty.ts";
import { calleeOf, isUserDef, userBodies, type UserBody } from "./bodies.ts";
import type { Warning, WarningCx } from "./warning.ts";
import type { HirExpr } from "../hir/hir.ts";

export function arcsOfNonSend(cx: WarningCx): Warning[] {
  return userBodies(cx.mir).flatMap((user) =>
    user.exprs.flatMap((expr) => warningOf(cx, user, expr) ?? []),
  );
}

function warningOf(cx: WarningCx, user: UserBody, expr: HirExpr): Warning | undefined {
  const { ty: tcx } = cx.mir;
  const callee = expr.kind === "call" ? calleeOf(user, expr) : undefined;
  if (expr.kind !== "call" || callee === undefined || isUserDef(cx.mir, callee.def))
    return undefined;
  const ty = user.results.exprTys[expr.id];
  const [value] = expr.args;
  if (ty?.kind !== "adt" || value === undefined || expr.args.length !== 1) return undefined;
  const inner = ty.args.find(isType);
  if (
    tcx.program.marker(ty.def, "shared_pointer") === undefined ||
    inner === undefined ||
    user.results.exprTys[value.id] !== inner ||
    ty.hasUnknown ||
    ty.hasParam
  )
    return undefined;
  const [send, sync] = [tcx.lang("send"), tcx.lang("sync")];
  if (send === undefined || sync === undefined || !crosses(cx, ty, send)) return undefined;
  const env = tcx.paramEnv(user.owner);
  const missing = [send, sync].filter(
    (trait) => explainBound(tcx, inner, trait, env).holds === false,
  );
  const [first] = missing;
  if (first === undefined) return undefined;
  const reasons = explainBound(tcx, inner, first, env).reasons;
  const leaf = reasons.at(-1);
  const path = leaf && leaf.ty !== inner ? ` ← \`${showTy(tcx, leaf.ty)}\`` : "";
  const names = missing.map((trait) => `\`${tcx.def(trait).name}\``).join(WARNING_WORDS.andNot);
  return {
    severity: "warning",
    code: "lockstep::arc_of_non_send",
    message: WARNINGS.arcOfNonSend(showTy(tcx, ty), showTy(tcx, inner), names, path),
    span: expr.span,
    related: [],
  };
}

/** With plain data inside, the pointer may cross into a thread. */
function crosses(cx: WarningCx, ty: Ty & { kind: "adt" }, send: DefId): boolean {
  const { tcx } = cx.mir.ty;
  const plain = tcx.adt(
    ty.def,
    tcx.args(ty.args.map((arg) => (isType(arg) ? tcx.tuple([]) : arg))),
  );
  return explainBound(cx.mir.ty, plain, send, undefined).holds === true;
}

function isType(arg: GenericArg): arg is Ty {
  return arg.kind !== "region" && arg.kind !== "constant";
}
