// A call: of a function that locks, that starts a thread, that counts owners, that can fail because of another thread.

import type { Analysis } from "../../driver/contract.ts";
import { CHANNELS } from "../../explain/hoverChannels.ts";
import { DURING } from "../../explain/guardWords.ts";
import { capital, say } from "../../explain/hoverText.ts";
import { conceptLines } from "../concepts.ts";
import { channelOf, senderBeyond } from "../facts/channels.ts";
import { localOf, peelExpr } from "../facts/bodyMap.ts";
import { spawnAt, threadAround } from "../facts/threads.ts";
import { inputsOf, type TypedBody } from "../facts/typedBody.ts";
import type { Target } from "../locate.ts";
import { atomicCall } from "./atomic.ts";
import { spawnSection } from "./closure.ts";
import { counted, newOwner } from "./counts.ts";
import { reachedThrough } from "./deref.ts";
import { errMeans } from "./err.ts";
import { acquiredBy, givenBackBy } from "./guard.ts";
import { callName, nameOf, ownerName, threadOf } from "./phrases.ts";
import { EXPLORE, VISUALIZE, type Section } from "./sections.ts";
import { lineOf, markerOf } from "./subject.ts";

type CallTarget = Target & { readonly kind: "call" };

export function call(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "call") return undefined;
  const found = [
    guardMade(analysis, target),
    errMeans(analysis, target.in, target.call),
    newOwner(analysis, target.in, target.call),
    counted(analysis, target.in, target.call),
    atomicCall(analysis, target.in, target.call),
    spawnSection(analysis, target.in, target.call),
    message(analysis, target),
    waiting(analysis, target),
    target.call.kind === "methodCall"
      ? reachedThrough(analysis, target.in, target.call.receiver)
      : undefined,
  ].find((section) => section !== undefined);
  return found ?? card(analysis, target);
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
      channel?.receiver === undefined ? "the receiver" : nameOf(typed, channel.receiver);
    const thread = threadAround(analysis, typed, expr);
    const owner = thread === undefined ? ownerName(analysis, typed) : threadOf(analysis, thread);
    return { lines: [say(CHANNELS.sends, { owner, receiver })], actions: [VISUALIZE] };
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

/** A call that makes its thread wait. */
function waiting(
  analysis: Analysis,
  { in: typed, call: expr, callee }: CallTarget,
): Section | undefined {
  const joined = threadOfHandle(analysis, typed, expr);
  if (joined !== undefined)
    return { lines: [say(DURING.waitsHere, { what: joined })], actions: [VISUALIZE] };
  const until = analysis.program.marker(callee.def, "waits");
  if (until === undefined) return undefined;
  const back = givenBackBy(analysis, typed, expr);
  const values = { call: callName(analysis, expr), line: lineOf(analysis, expr.span.start) };
  const lines = [say(DURING.waitsHere, { what: until })];
  if (back !== undefined) lines.push(capital(say(DURING.givenBack, values)));
  return { lines, actions: [VISUALIZE] };
}

/** `handle.join()` where the handle's thread is known. */
function threadOfHandle(
  analysis: Analysis,
  typed: TypedBody,
  expr: CallTarget["call"],
): string | undefined {
  const [handle] = inputsOf(expr);
  const ty = handle === undefined ? undefined : typed.results.exprTys[handle.id];
  if (handle === undefined || ty === undefined || markerOf(analysis, ty, "handle") !== "thread")
    return undefined;
  const local = localOf(peelExpr(handle));
  const binding = local === undefined ? undefined : typed.map().bindings.get(local);
  const made = binding?.whole === true ? binding.init : handle;
  const spawn = made === undefined ? undefined : spawnAt(analysis, typed, made);
  return spawn === undefined
    ? undefined
    : say(DURING.untilThread, { thread: threadOf(analysis, spawn) });
}

/** A function of std with a card of its own, where the subject is concurrency; what only makes a value needs none. */
function card(
  analysis: Analysis,
  { callee, in: typed, call: expr }: CallTarget,
): Section | undefined {
  const def = analysis.program.def(callee.def);
  const made = typed.results.exprTys[expr.id];
  const makes =
    made?.kind === "adt" &&
    def.kind === "fn" &&
    !def.sig.hasSelf &&
    analysis.program.marker(made.def, "object") !== undefined;
  return makes ? undefined : conceptLines(analysis, callee.def);
}
