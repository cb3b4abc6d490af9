// What std/sync/mpsc asks of the machine.
//
// Follows: std::sync::mpsc. Making another sender is no step: its maker's own sender keeps the channel open.

import {
  acquire,
  dequeueView,
  enqueueView,
  forget,
  release,
} from "../../machine/clocks/happensBefore.ts";
import { QUEUE } from "../../machine/clocks/history.ts";
import {
  CLOSED,
  DIRECT,
  LATE,
  NOT_NOW,
  QUEUED,
  SENT,
  addSender,
  dropReceiver,
  dropSender,
  finishMeeting,
  finishSend,
  forgetSlot,
  newChannel,
  queuedRecvBlocked,
  queuedSendBlocked,
  receive,
  recvBlocked,
  recvChoices,
  send,
  sendBlocked,
} from "../../machine/sync/channel.ts";
import type { Answer, ChannelObject } from "../../machine/sync/channel.ts";
import { objectArgument, read, write } from "../../machine/sync/objects.ts";
import { instantOf, isPast, passTime, timer } from "../../machine/sync/time.ts";
import type {
  Alternative,
  BlockReason,
  PrimitiveContext,
  VisibleOp,
} from "../../machine/primitive.ts";
import { asPointer } from "../../machine/run/text.ts";
import { undefinedBehaviour } from "../../machine/run/trap.ts";
import type { Cell, ObjectId, ThreadId } from "../../machine/state/value.ts";
import { argument, plain } from "../define.ts";
import type { Definition } from "../define.ts";
import { NOTHING, bool, creates, onObject, report, visible } from "../visible.ts";

const SENDER_GONE = "sender.drop";
const MET = "channel.met";
/** Taking the oldest message, or learning that there will be none: senders add behind it, and only `try_send` sees the room. */
const TAKEN = "channel.recv";

export const CHANNEL: readonly Definition[] = [
  creates("channel.new", "channel", (cx) => newChannel(Number(argument(cx, 0)))),
  visible("channel.send", {
    op: (cx) => op(cx, "send"),
    blocked: (cx) => sendBlocked(objectArgument(cx, 0), channelOf(cx)),
    run: (cx) => sent(cx, send(channelOf(cx), cx.thread, asPointer(argument(cx, 1)))),
  }),
  visible("channel.send_queued", {
    op: (cx) => op(cx, "send_end", channelOf(cx).served.includes(cx.thread) ? { mover: MET } : {}),
    blocked: (cx) => queuedSendBlocked(objectArgument(cx, 0), channelOf(cx), cx.thread),
    run: (cx) => sent(cx, finishSend(channelOf(cx), cx.thread)),
  }),
  visible("channel.try_send", {
    op: (cx) => op(cx, "try_send", { observes: [TAKEN] }),
    run: (cx) => sent(cx, send(channelOf(cx), cx.thread, undefined)),
  }),
  visible("channel.recv", {
    op: (cx) => op(cx, "recv", isDecided(channelOf(cx)) ? { mover: TAKEN } : {}),
    blocked: (cx) => recvBlocked(objectArgument(cx, 0), channelOf(cx)),
    alternatives: (cx) => recvChoices(channelOf(cx)),
    run: (cx, alternative) => received(cx, receive(channelOf(cx), cx.thread, alternative, true)),
  }),
  visible("channel.recv_queued", {
    op: metOp,
    blocked: (cx) => queuedRecvBlocked(objectArgument(cx, 0), channelOf(cx)),
    run: (cx) => received(cx, finishMeeting(channelOf(cx))),
  }),
  visible("channel.recv_until", {
    op: (cx) => op(cx, "recv_timeout", { observes: [SENDER_GONE] }),
    blocked: (cx) => unlessLate(cx, recvBlocked(objectArgument(cx, 0), channelOf(cx))),
    alternatives: (cx) =>
      recvBlocked(objectArgument(cx, 0), channelOf(cx)) === undefined
        ? recvChoices(channelOf(cx))
        : timeout(cx),
    run: (cx, alternative) =>
      receivedInTime(cx, receive(channelOf(cx), cx.thread, alternative, true)),
  }),
  visible("channel.recv_queued_until", {
    op: (cx) =>
      channelOf(cx).queued > 0 ? metOp(cx) : op(cx, "recv_timeout", { observes: [SENDER_GONE] }),
    blocked: (cx) => unlessLate(cx, queuedRecvBlocked(objectArgument(cx, 0), channelOf(cx))),
    alternatives: (cx) =>
      queuedRecvBlocked(objectArgument(cx, 0), channelOf(cx)) === undefined
        ? [{ label: "" }]
        : timeout(cx),
    run: (cx) => receivedInTime(cx, finishMeeting(channelOf(cx))),
  }),
  visible("channel.try_recv", {
    op: (cx) => op(cx, "try_recv", { observes: [SENDER_GONE] }),
    alternatives: (cx) => recvChoices(channelOf(cx)),
    run: (cx, alternative) => received(cx, receive(channelOf(cx), cx.thread, alternative, false)),
  }),
  plain("channel.taken_slot", takenSlot),
  plain("channel.add_sender", (cx) => {
    write(cx, objectArgument(cx, 0), addSender(channelOf(cx)));
    return NOTHING;
  }),
  visible("channel.drop_sender", {
    op: (cx) => op(cx, "drop_sender", { mover: SENDER_GONE }),
    run: (cx) => ended(cx, dropSender(channelOf(cx)), "sender"),
  }),
  visible("channel.drop_receiver", {
    op: (cx) => op(cx, "drop_receiver"),
    run: (cx) => ended(cx, dropReceiver(channelOf(cx)), "receiver"),
  }),
];

function queueName(channel: ObjectId): string {
  return `${QUEUE}${channel}`;
}

/** A message that lies in its sender's frame. */
function slotName(channel: ObjectId, sender: ThreadId): string {
  return `slot ${channel} ${sender}`;
}

function channelOf(cx: PrimitiveContext): ChannelObject {
  return read<ChannelObject>(cx, objectArgument(cx, 0));
}

function op(
  cx: PrimitiveContext,
  name: string,
  more: Pick<VisibleOp, "mover" | "observes"> = {},
): VisibleOp {
  return onObject(name, objectArgument(cx, 0), "write", more);
}

/** Whatever others do first, a receive gives this: the oldest message of a queue, or that nobody is left to send. */
function isDecided(channel: ChannelObject): boolean {
  return channel.bound !== 0 && (channel.queued > 0 || channel.senders === 0);
}

/** A receiver that was met only has to go on. */
function metOp(cx: PrimitiveContext): VisibleOp {
  return op(cx, "recv_end", channelOf(cx).queued > 0 ? { mover: MET } : {});
}

function deadlineOf(cx: PrimitiveContext): bigint {
  return instantOf(argument(cx, 1));
}

function unlessLate(
  cx: PrimitiveContext,
  reason: BlockReason | undefined,
): BlockReason | undefined {
  return reason !== undefined && isPast(cx.state, deadlineOf(cx)) ? undefined : reason;
}

function timeout(cx: PrimitiveContext): readonly Alternative[] {
  return isPast(cx.state, deadlineOf(cx))
    ? [{ label: "times out" }]
    : [timer("times out", deadlineOf(cx))];
}

function sent(cx: PrimitiveContext, answer: Answer): readonly Cell[] {
  const object = objectArgument(cx, 0);
  if (answer.code === CLOSED) acquire(cx.state, cx.thread, `closed ${object}`);
  else if (answer.next.queued > channelOf(cx).queued)
    enqueueView(cx.state, cx.thread, queueName(object));
  else if (answer.code === QUEUED) release(cx.state, cx.thread, slotName(object, cx.thread));
  else if (answer.code === SENT) acquire(cx.state, cx.thread, `met ${object} ${cx.thread}`);
  write(cx, object, answer.next);
  const failed = answer.code === CLOSED || answer.code === NOT_NOW;
  report(cx, () => ({
    kind: "send",
    object,
    queued: answer.next.queued + answer.next.waiting.length,
    failed,
  }));
  return [answer.code];
}

function received(cx: PrimitiveContext, answer: Answer): readonly Cell[] {
  const object = objectArgument(cx, 0);
  const { next, code, from } = answer;
  if (code === CLOSED) acquire(cx.state, cx.thread, `closed ${object}`);
  else if (code === SENT) dequeueView(cx.state, cx.thread, queueName(object));
  else if (code === DIRECT && from !== undefined) {
    acquire(cx.state, cx.thread, slotName(object, from));
    release(cx.state, cx.thread, `met ${object} ${from}`);
  }
  write(cx, object, next);
  const failed =
    code === CLOSED
      ? "disconnected"
      : code === LATE
        ? "timeout"
        : code === NOT_NOW
          ? "empty"
          : undefined;
  const queued = next.queued + next.waiting.length;
  // Beginning to wait for a sender is no receive yet.
  if (next.meeting !== cx.thread)
    report(cx, () => ({ kind: "recv", object, queued, failed, from }));
  return [code];
}

/** With nothing there, the deadline is what ended the wait. */
function receivedInTime(cx: PrimitiveContext, answer: Answer): readonly Cell[] {
  const late = answer.code === NOT_NOW || answer.code === LATE;
  if (late) passTime(cx.state, deadlineOf(cx));
  return received(cx, late ? { ...answer, code: LATE } : answer);
}

function takenSlot(cx: PrimitiveContext): readonly Cell[] {
  const { taken } = channelOf(cx);
  if (taken === undefined)
    return undefinedBehaviour("a message was taken out of no thread's frame");
  write(cx, objectArgument(cx, 0), forgetSlot(channelOf(cx)));
  return [taken];
}

/** True when neither end is left. */
function ended(
  cx: PrimitiveContext,
  next: ChannelObject,
  end: "sender" | "receiver",
): readonly Cell[] {
  const object = objectArgument(cx, 0);
  release(cx.state, cx.thread, `closed ${object}`);
  if (end === "receiver") forget(cx.state, queueName(object));
  write(cx, object, next);
  const left = end === "sender" ? next.senders : 0;
  report(cx, () => ({ kind: "endDropped", object, end, left }));
  return bool(next.senders === 0 && !next.receiver);
}
