// A call: of a function that locks, that starts a thread, that counts owners, that can fail because of another thread.

import type { Analysis } from "../../driver/contract.ts";
import { CHANNELS } from "../../explain/hoverChannels.ts";
import { HELD, DURING } from "../../explain/guardWords.ts";
import { say } from "../../explain/hoverText.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { conceptLines } from "../concepts.ts";
import { channelOf, senderBeyond } from "../facts/channels.ts";
import { localOf, peelExpr } from "../facts/bodyMap.ts";
import { joinAt } from "../facts/joins.ts";
import { threadAround } from "../facts/threads.ts";
import { inputsOf, type TypedBody } from "../facts/typedBody.ts";
import type { Target } from "../locate.ts";
import { spoken } from "../stdWords.ts";
import { atomicCall } from "./atomic.ts";
import { spawnSection } from "./closure.ts";
import { clonedFields, counted, newOwner } from "./counts.ts";
import { reachedThrough } from "./deref.ts";
import { conditionLines, notifySection } from "./condition.ts";
import { errMeans } from "./err.ts";
import { isCopy } from "./holding.ts";
import { acquiredBy, givenBackBy } from "./guard.ts";
import { nameOf, oneOf, ownerName, threadOf } from "./phrases.ts";
import { code } from "./markdown.ts";
import { EXPLORE, VISUALIZE, type Section } from "./sections.ts";
import { lineOf } from "./subject.ts";

type CallTarget = Target & { readonly kind: "call" };

export function call(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "call") return undefined;
  const found = [
    guardMade(analysis, target),
    errMeans(analysis, target.in, target.call),
    newOwner(analysis, target.in, target.call),
    clonedFields(analysis, target.in, target.call),
    counted(analysis, target.in, target.call),
    atomicCall(analysis, target.in, target.call),
    spawnSection(analysis, target.in, target.call),
    message(analysis, target),
    waiting(analysis, target),
    card(analysis, target),
    target.call.kind === "methodCall"
      ? reachedThrough(analysis, target.in, target.call.receiver)
      : undefined,
  ];
  return found.find((section) => section !== undefined);
}

function guardMade(analysis: Analysis, { in: typed, call: expr }: CallTarget): Section | undefined {
  const made = acquiredBy(analysis, typed, expr);
  return made === undefined ? undefined : { ...made, actions: [VISUALIZE, EXPLORE] };
}

/** `send` and `recv`. */
function message(
  analysis: Analysis,
  { in: typed, call: expr, callee }: CallTarget,
): Section | undefined {
  const sends = analysis.program.marker(callee.def, "sends") !== undefined;
  const receives = analysis.program.marker(callee.def, "receives");
  const [end] = inputsOf(expr);
  const local = end === undefined ? undefined : localOf(peelExpr(end));
  const channel = local === undefined ? undefined : channelOf(analysis, typed, local);
  if (sends) {
    const receiver =
      channel?.receiver === undefined ? CHANNELS.unnamedReceiver : nameOf(typed, channel.receiver);
    return { lines: [sendText(analysis, typed, expr, receiver)], actions: [VISUALIZE] };
  }
  const alive =
    channel === undefined || receives !== "one"
      ? undefined
      : senderBeyond(analysis, typed, channel, expr);
  const declared = alive === undefined ? undefined : typed.body.locals[alive];
  if (alive === undefined || declared === undefined) return undefined;
  return {
    lines: [
      say(CHANNELS.recvNever, {
        name: nameOf(typed, alive),
        line: lineOf(analysis, declared.span.start),
      }),
    ],
    actions: [VISUALIZE],
  };
}

/** What becomes of the message: a variable of the sender's is gone, unless it is copied. */
function sendText(analysis: Analysis, typed: TypedBody, expr: HirExpr, receiver: string): string {
  const [, given] = inputsOf(expr);
  const local = given === undefined ? undefined : localOf(given);
  const ty = local === undefined ? undefined : typed.results.localTys[local];
  if (local === undefined || ty === undefined || ty.hasUnknown)
    return say(CHANNELS.sends, { receiver });
  const thread = threadAround(analysis, typed, expr);
  const owner = thread === undefined ? ownerName(analysis, typed) : threadOf(analysis, thread);
  const template = isCopy(analysis, ty) ? CHANNELS.sendsCopied : CHANNELS.sendsMoved;
  return say(template, { message: nameOf(typed, local), owner, receiver });
}

/** A call that makes its thread wait, or wakes others. */
function waiting(
  analysis: Analysis,
  { in: typed, call: expr, callee }: CallTarget,
): Section | undefined {
  const wakes = notifySection(analysis, typed, expr);
  if (wakes !== undefined) return wakes;
  const joined = threadOfHandle(analysis, typed, expr);
  if (joined !== undefined)
    return { lines: [say(DURING.waitsHere, { what: joined })], actions: [VISUALIZE] };
  const until = spoken(analysis, callee.def, "waits");
  if (until === undefined) return undefined;
  const back = givenBackBy(analysis, typed, expr);
  const condition = conditionLines(analysis, typed, expr, until);
  const lines = [...(condition ?? [say(DURING.waitsHere, { what: until })])];
  if (back !== undefined)
    lines.push(
      say(DURING.givesBack, { guard: back.name === undefined ? HELD.theGuard : code(back.name) }),
    );
  return { lines, actions: [VISUALIZE] };
}

/** `handle.join()` where the handle's thread is known. */
function threadOfHandle(
  analysis: Analysis,
  typed: TypedBody,
  expr: CallTarget["call"],
): string | undefined {
  const spawns = joinAt(analysis, typed, expr)?.of;
  if (spawns === undefined) return undefined;
  const [handle] = inputsOf(expr);
  const only = spawns.length === 1 ? spawns[0] : undefined;
  const single =
    only !== undefined &&
    (only.times.count === 1 ||
      only.times.loop === undefined ||
      peelExpr(handle ?? expr) === only.call);
  return single
    ? say(DURING.untilThread, { thread: threadOf(analysis, only) })
    : say(DURING.untilHandle, { thread: oneOf(analysis, spawns) });
}

/** A function of std with a card of its own, where the subject is concurrency. */
function card(analysis: Analysis, { callee }: CallTarget): Section | undefined {
  return conceptLines(analysis, callee.def);
}
