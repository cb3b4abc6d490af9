// Channel ends: who sends, who receives, and whether a loop over the messages can end.

import type { Analysis } from "../../driver/contract.ts";
import { CHANNELS } from "../../explain/hoverChannels.ts";
import { SHARING } from "../../explain/hoverSharing.ts";
import { say } from "../../explain/hoverText.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import {
  channelOf,
  endOf,
  messageLoop,
  senderBehindJoin,
  senderBeyond,
  type Channel,
} from "../facts/channels.ts";
import { totalOf } from "../facts/handles.ts";
import { holderOfLocal } from "../facts/holders.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { callName, nameOf, ownerName, threadOf } from "./phrases.ts";
import { scopeEndLine, whereTo, whoOwns } from "./sharing.ts";
import { lineOf } from "./subject.ts";

/** For a variable that is an end of a channel. */
export function channelLines(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  use: HirExpr | undefined,
): readonly string[] | undefined {
  const end = endOf(analysis, typed, local);
  if (end === undefined) return undefined;
  const channel = channelOf(analysis, typed, local);
  if (end === "sender")
    return [
      channel === undefined
        ? CHANNELS.someSender
        : senderLine(analysis, typed, channel, local, use),
    ];
  const loop = use === undefined ? undefined : loopLine(analysis, typed, channel, use);
  if (loop !== undefined) return [loop];
  return [channel === undefined ? CHANNELS.someReceiver : receiverLine(analysis, typed, channel)];
}

function senderLine(
  analysis: Analysis,
  typed: TypedBody,
  channel: Channel,
  local: LocalId,
  use: HirExpr | undefined,
): string {
  const receiver = receiverPhrase(analysis, typed, channel);
  const { owners } = channel.senders;
  const goes = whereTo(
    analysis,
    typed,
    holderOfLocal(analysis, typed, local, new Set()),
    local,
    use,
  );
  const end =
    goes === undefined
      ? CHANNELS.closes
      : `${goes.charAt(0).toUpperCase()}${goes.slice(1)}. ${CHANNELS.closes}`;
  if (owners.length < 2 && channel.senders.closed)
    return `${say(CHANNELS.senderAlone, { receiver })} ${end}`;
  const total = totalOf(channel.senders);
  const who = whoOwns(analysis, typed, owners, SHARING.aSender);
  const lead =
    total === undefined
      ? say(CHANNELS.senderUncounted, { receiver, who })
      : say(CHANNELS.sender, {
          receiver,
          count: total,
          senders: total === 1 ? CHANNELS.oneSender : CHANNELS.severalSenders,
          who,
        });
  return `${lead} ${end}`;
}

function receiverPhrase(analysis: Analysis, typed: TypedBody, channel: Channel): string {
  if (channel.receiver === undefined) return CHANNELS.unnamedReceiver;
  const name = nameOf(typed, channel.receiver);
  const holder = holderOfLocal(analysis, typed, channel.receiver, new Set());
  if (holder.kind !== "thread") return name;
  return say(CHANNELS.receiverMoved, { name, thread: threadOf(analysis, holder.spawn) });
}

function receiverLine(analysis: Analysis, typed: TypedBody, channel: Channel): string {
  const who = whoOwns(analysis, typed, channel.senders.owners, SHARING.aSender);
  if (who === "") return CHANNELS.someReceiver;
  const plain = channel.senders.owners.every(({ holder }) =>
    ["thread", "variable"].includes(holder.kind),
  );
  const total = totalOf(channel.senders);
  const send = total === 1 ? CHANNELS.sendsOne : CHANNELS.sendSeveral;
  const holder =
    channel.receiver === undefined
      ? undefined
      : holderOfLocal(analysis, typed, channel.receiver, new Set());
  const lead =
    holder?.kind === "thread"
      ? say(plain ? CHANNELS.receiverIn : CHANNELS.receiverOfIn, {
          place: threadOf(analysis, holder.spawn),
          who,
          send,
        })
      : say(plain ? CHANNELS.receiver : CHANNELS.receiverOf, { who, send });
  return `${lead} ${CHANNELS.closes}`;
}

/** On the receiver in the head of a loop. */
function loopLine(
  analysis: Analysis,
  typed: TypedBody,
  channel: Channel | undefined,
  use: HirExpr,
): string | undefined {
  const found = messageLoop(analysis, typed, use);
  if (found === undefined) return undefined;
  if (channel === undefined) return CHANNELS.endsUncertain;
  const alive = senderBeyond(analysis, typed, channel, found.loop);
  const stuck = senderBehindJoin(analysis, typed, channel, found.loop);
  if (alive === undefined && stuck !== undefined && !found.leaves)
    return say(CHANNELS.behindJoin, {
      name: nameOf(typed, stuck.local),
      line: lineOf(analysis, typed.body.locals[stuck.local]?.span.start ?? 0),
      join: callName(analysis, stuck.join),
      joinLine: lineOf(analysis, stuck.join.span.start),
    });
  if (alive === undefined) {
    const who = whoOwns(analysis, typed, channel.senders.owners, SHARING.aSender);
    return who === "" ? CHANNELS.endsUncertain : say(CHANNELS.ends, { who });
  }
  const declared = typed.body.locals[alive];
  const scope = typed.map().bindings.get(alive)?.scope;
  const whole = scope !== undefined && scope.end === typed.body.value.span.end;
  const drop = whole
    ? say(CHANNELS.dropAtFn, { fn: ownerName(analysis, typed) })
    : say(CHANNELS.dropAt, { line: scopeEndLine(analysis, typed, alive) });
  const name = nameOf(typed, alive);
  const line = declared === undefined ? 0 : lineOf(analysis, declared.span.start);
  if (found.leaves) return say(CHANNELS.neverUnlessLeft, { name, line, drop });
  return `${say(CHANNELS.never, { name, line, drop })} ${say(CHANNELS.repair, { drop: code(`drop(${declared?.name ?? ""})`) })}`;
}
