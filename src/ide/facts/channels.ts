// Channels of a body: their ends, and whether a loop over the messages can come to its end.

import type { Analysis } from "../../driver/contract.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { ancestors, childrenOf, peelExpr } from "./bodyMap.ts";
import {
  familyOf,
  originOfLocal,
  sameOrigin,
  type Family,
  type Origin,
  type Owner,
} from "./handles.ts";
import { holderOfLocal } from "./holders.ts";
import { joinsOf } from "./joins.ts";
import { threadAround } from "./threads.ts";
import { forHead, timesOf } from "./turns.ts";
import { calleeOf, type TypedBody } from "./typedBody.ts";

export interface Channel {
  readonly origin: Origin;
  /** All senders: the first one and its clones. */
  readonly senders: Family;
  /** The variable of the receiving end, where the channel was made. */
  readonly receiver: LocalId | undefined;
}

export type End = "sender" | "receiver";

export function endOf(analysis: Analysis, typed: TypedBody, local: LocalId): End | undefined {
  const ty = typed.results.localTys[local];
  const bare = ty?.kind === "ref" ? ty.ty : ty;
  const end = bare?.kind === "adt" ? analysis.program.marker(bare.def, "end") : undefined;
  return end === "sender" || end === "receiver" ? end : undefined;
}

/** The channel that a variable is an end of; undefined where it was made elsewhere. */
export function channelOf(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
): Channel | undefined {
  const origin = originOfLocal(analysis, typed, local);
  if (origin.made === undefined) return undefined;
  const ends = [...typed.map().bindings.keys()].filter((one) =>
    sameOrigin(originOfLocal(analysis, typed, one), origin),
  );
  const first = ends.find(
    (one) =>
      endOf(analysis, typed, one) === "sender" &&
      typed.map().bindings.get(one)?.init === origin.made,
  );
  const clones = familyOf(analysis, typed, origin);
  const senders = { ...clones, owners: firstSender(analysis, typed, origin.made, first, clones) };
  return {
    origin,
    senders,
    receiver: ends.find((one) => endOf(analysis, typed, one) === "receiver"),
  };
}

/** The made pair is one owner as a whole; as a sender it is wherever its variable goes. */
function firstSender(
  analysis: Analysis,
  typed: TypedBody,
  made: HirExpr,
  variable: LocalId | undefined,
  family: Family,
): readonly Owner[] {
  const clones = family.owners.filter((owner) => owner.clone);
  if (variable === undefined) return clones;
  const times = timesOf(analysis, typed, made, undefined);
  return [
    {
      expr: made,
      clone: false,
      times,
      holder: holderOfLocal(analysis, typed, variable, new Set()),
    },
    ...clones,
  ];
}

export interface MessageLoop {
  readonly loop: HirExpr;
  /** It can also be left in another way. */
  readonly leaves: boolean;
}

/** The loop that takes messages from a receiver as they come, when the variable stands in its head. */
export function messageLoop(
  analysis: Analysis,
  typed: TypedBody,
  use: HirExpr,
): MessageLoop | undefined {
  for (const loop of ancestors(typed.map(), use)) {
    if (loop.kind === "closure") return undefined;
    const drained = drains(analysis, typed, loop, use);
    if (drained) return { loop, leaves: false };
    const found = loop.kind === "match" && loop.source === "for" ? loopOf(loop) : loop;
    if (found?.kind !== "loop") continue;
    const takes =
      found.source === "for"
        ? takesAll(analysis, typed, found, use)
        : takesOne(analysis, typed, found, use);
    if (takes) return { loop: found, leaves: hasWayOut(found) };
  }
  return undefined;
}

/** `rx.iter().sum()`, `rx.into_iter().collect()`: takes every message until the channel is closed. */
function drains(analysis: Analysis, typed: TypedBody, call: HirExpr, use: HirExpr): boolean {
  const last = call.kind === "methodCall" ? calleeOf(typed, call) : undefined;
  if (last === undefined || analysis.program.marker(last.def, "items") !== "all") return false;
  let at = call.kind === "methodCall" ? peelExpr(call.receiver) : call;
  while (at.kind === "methodCall") {
    const callee = calleeOf(typed, at);
    const takes = callee !== undefined && marks(analysis, callee.def, "all");
    const same = callee !== undefined && analysis.program.marker(callee.def, "items") === "same";
    if (!takes && !same) return false;
    at = peelExpr(at.receiver);
    if (at === use) return true;
  }
  return false;
}

function loopOf(match: HirExpr & { kind: "match" }): HirExpr | undefined {
  return match.arms[0]?.body;
}

/** `for x in rx`, `for x in &rx`, `for x in rx.iter()`. */
function takesAll(analysis: Analysis, typed: TypedBody, loop: HirExpr, use: HirExpr): boolean {
  const head = forHead(typed, loop);
  const bare = head === undefined ? undefined : peelExpr(head);
  if (bare === use) return true;
  if (bare?.kind !== "methodCall" || peelExpr(bare.receiver) !== use) return false;
  const callee = calleeOf(typed, bare);
  return (
    callee !== undefined &&
    (marks(analysis, callee.def, "all") || analysis.program.marker(callee.def, "items") === "same")
  );
}

/** `while let Ok(x) = rx.recv()`. */
function takesOne(
  analysis: Analysis,
  typed: TypedBody,
  loop: HirExpr & { kind: "loop" },
  use: HirExpr,
): boolean {
  const call = typed.map().parents.get(use);
  const callee = call === undefined ? undefined : calleeOf(typed, call);
  const condition = call === undefined ? undefined : typed.map().parents.get(call);
  return (
    loop.source === "while" &&
    condition?.kind === "let" &&
    callee !== undefined &&
    marks(analysis, callee.def, "one")
  );
}

function marks(
  analysis: Analysis,
  def: Parameters<Analysis["program"]["def"]>[0],
  value: string,
): boolean {
  return analysis.program.marker(def, "receives") === value;
}

/** A `break`, `return` or `?` of the user's inside; the desugared loop has one of its own. */
function hasWayOut(loop: HirExpr & { kind: "loop" }): boolean {
  let breaks = 0;
  const search = (expr: HirExpr): boolean => {
    if (expr.kind === "return") return true;
    if (expr.kind === "break" && expr.label !== undefined && expr.label <= loop.label) breaks++;
    return expr.kind !== "closure" && childrenOf(expr).some(search);
  };
  return childrenOf(loop).some(search) || breaks > (loop.source === "loop" ? 0 : 1);
}

/** A sender that the starter of the loop's thread keeps while it waits for that thread: then neither ends. */
export function senderBehindJoin(
  analysis: Analysis,
  typed: TypedBody,
  channel: Channel,
  loop: HirExpr,
): { readonly local: LocalId; readonly join: HirExpr } | undefined {
  const here = threadAround(analysis, typed, loop);
  if (here === undefined || here.times.count !== 1) return undefined;
  const join = joinsOf(analysis, typed).find(
    ({ of }) => of?.length === 1 && of[0]?.call === here.call,
  )?.call;
  if (join === undefined || threadAround(analysis, typed, join) !== undefined) return undefined;
  for (const { holder, expr } of channel.senders.owners) {
    if (holder.kind !== "variable" || holder.thread !== undefined) continue;
    const binding = typed.map().bindings.get(holder.local);
    if (binding === undefined || binding.mutable || expr.span.end > join.span.start) continue;
    if (binding.scope.start <= join.span.start && join.span.end <= binding.scope.end)
      return { local: holder.local, join };
  }
  return undefined;
}

/** A sender of the channel that the loop's own thread keeps in a variable until behind the loop: then the loop cannot end. */
export function senderBeyond(
  analysis: Analysis,
  typed: TypedBody,
  channel: Channel,
  loop: HirExpr,
): LocalId | undefined {
  const here = threadAround(analysis, typed, loop)?.closure;
  for (const owner of channel.senders.owners) {
    const { holder } = owner;
    if (holder.kind !== "variable" || holder.thread?.closure !== here) continue;
    const binding = typed.map().bindings.get(holder.local);
    if (binding === undefined || binding.mutable) continue;
    const around = binding.scope.start <= loop.span.start && loop.span.end <= binding.scope.end;
    if (around && owner.expr.span.end <= loop.span.start) return holder.local;
  }
  return undefined;
}
