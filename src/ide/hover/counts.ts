// Making owners and counting them: `clone`, `strong_count`, `upgrade`.

import type { Analysis } from "../../driver/contract.ts";
import { COUNTS } from "../../explain/hoverSharing.ts";
import { say, sayAll } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import { countAt } from "../facts/alive.ts";
import { familyOf, isCloneOfHandle, originOf, totalOf } from "../facts/handles.ts";
import { sharedByClone } from "../facts/fields.ts";
import { calleeOf, inputsOf, type TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { insideName, reached, tyName } from "./phrases.ts";
import { refusalOf } from "./crossing.ts";
import { VISUALIZE, type Section } from "./sections.ts";
import { whoOwns } from "./sharing.ts";
import { lineOf, markerOf, peel } from "./subject.ts";

/** `clone` of a counted box or of a sender. */
export function newOwner(analysis: Analysis, typed: TypedBody, call: HirExpr): Section | undefined {
  const ty = typed.results.exprTys[call.id];
  if (ty?.kind !== "adt" || !isCloneOfHandle(analysis, typed, call)) return undefined;
  const sender = markerOf(analysis, ty, "end") === "sender";
  const lead = sender ? COUNTS.sender : ownerSentence(analysis, typed, call, ty);
  return {
    lines: [[lead, eachTurn(analysis, typed, call)].filter((one) => one !== undefined).join(" ")],
  };
}

/** `clone` of a struct of the user's that holds handles. */
export function clonedFields(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): Section | undefined {
  const fields = sharedByClone(analysis, typed, call);
  const ty = typed.results.exprTys[call.id];
  if (fields.length === 0 || ty === undefined) return undefined;
  const values = {
    fields: sayAll(fields.map(code)),
    what: tyName(analysis, ty),
  };
  const template = fields.length === 1 ? COUNTS.clonesField : COUNTS.clonesFields;
  return { lines: [say(template, values)], actions: [VISUALIZE] };
}

function ownerSentence(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  ty: Ty & { kind: "adt" },
): string {
  const what = insideName(analysis, ty);
  const origin = originOf(analysis, typed, call);
  const family = origin === undefined ? undefined : familyOf(analysis, typed, origin);
  const lasting =
    family === undefined
      ? undefined
      : { ...family, owners: family.owners.filter((owner) => owner.holder.kind !== "temporary") };
  const total = lasting === undefined ? undefined : totalOf(lasting);
  if (lasting === undefined || total === undefined || total < 2)
    return say(COUNTS.newOwner, { what });
  return say(COUNTS.ofTotal, { count: total, what, who: whoOwns(analysis, typed, lasting.owners) });
}

function eachTurn(analysis: Analysis, typed: TypedBody, call: HirExpr): string | undefined {
  const { count, loop } = reached(analysis, typed, call);
  if (loop === undefined) return undefined;
  if (loop.kind !== "loop") return COUNTS.eachItemUncounted;
  const line = lineOf(analysis, loop.span.start);
  return count === undefined
    ? say(COUNTS.eachTurnUncounted, { loop: line })
    : say(COUNTS.eachTurn, { loop: line, count });
}

/** `strong_count` and `upgrade`, marked `#[lockstep::counts]`. */
export function counted(analysis: Analysis, typed: TypedBody, call: HirExpr): Section | undefined {
  const callee = calleeOf(typed, call);
  const kind = callee === undefined ? undefined : analysis.program.marker(callee.def, "counts");
  const [subject] = inputsOf(call);
  if (kind === undefined || subject === undefined) return undefined;
  if (kind === "upgrade")
    return {
      lines: [say(COUNTS.noOwner, { what: insideName(analysis, afterDerefs(typed, subject)) })],
    };
  return kind === "strong" ? strong(analysis, typed, call, subject) : undefined;
}

/** The type on which a method is found: behind the dereferences of its receiver. */
function afterDerefs(typed: TypedBody, subject: HirExpr): Ty | undefined {
  return (
    typed.results.adjustments.get(subject.id)?.at(-1)?.target ?? typed.results.exprTys[subject.id]
  );
}

/** Only what may leave its thread is dropped by others. */
function atMost(analysis: Analysis, typed: TypedBody, subject: HirExpr): string {
  const send = analysis.program.lang("send");
  const ty = afterDerefs(typed, subject);
  const stays =
    send !== undefined && ty !== undefined && refusalOf(analysis, peel(ty), send) !== undefined;
  return stays ? COUNTS.atMostHere : COUNTS.atMost;
}

function strong(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  subject: HirExpr,
): Section | undefined {
  const origin = originOf(analysis, typed, subject);
  const count =
    origin === undefined
      ? undefined
      : countAt(analysis, typed, familyOf(analysis, typed, origin), call);
  if (count === undefined) return undefined;
  const who = whoOwns(analysis, typed, count.owners);
  const template = count.least === count.most ? COUNTS.certain : atMost(analysis, typed, subject);
  const sentence = say(template, {
    count: count.most,
    who,
  });
  return { lines: [sentence] };
}
