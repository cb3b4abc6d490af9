// Channels: how many messages wait, who can still send, whether the receiver is there. The messages themselves lie in the
// program's memory.
//
// With a bound of 0 nothing is buffered: a sender that finds no receiver waiting leaves its message in its own frame (`waiting`)
// until a receiver takes it; a receiver that finds no sender waits to be met (`meeting`), and the next sender hands over.
//
// Follows: std::sync::mpsc. Which of several waiting senders is served is a choice.

import type { Alternative, BlockReason } from "../primitive.ts";
import type { ObjectId, Pointer, ThreadId } from "../state/value.ts";
import { withThread, withoutThread } from "./objects.ts";

export interface ChannelObject {
  readonly kind: "channel";
  /** -1: no bound. */
  readonly bound: number;
  readonly senders: number;
  readonly receiver: boolean;
  readonly queued: number;
  /** Senders of a rendezvous whose message nobody has taken yet. */
  readonly waiting: readonly { readonly thread: ThreadId; readonly slot: Pointer }[];
  /** Senders whose message was taken and who have not gone on yet. */
  readonly served: readonly ThreadId[];
  readonly meeting: ThreadId | undefined;
  /** Where the message lies that was taken out of a sender's frame in this step. */
  readonly taken: Pointer | undefined;
  /** Who sent the queued messages, oldest first. */
  readonly note: readonly ThreadId[];
}

// Answers, as std/sync/mpsc/chan.rs reads them.
export const SENT = 0;
export const CLOSED = 1;
export const NOT_NOW = 2;
export const LATE = 3;
export const DIRECT = 4;
export const QUEUED = 5;

export function newChannel(bound: number): ChannelObject {
  return {
    kind: "channel",
    bound,
    senders: 1,
    receiver: true,
    queued: 0,
    waiting: [],
    served: [],
    meeting: undefined,
    taken: undefined,
    note: [],
  };
}

export interface Answer {
  readonly next: ChannelObject;
  readonly code: number;
  readonly from?: ThreadId | undefined;
}

export function sendBlocked(id: ObjectId, channel: ChannelObject): BlockReason | undefined {
  const full = channel.bound > 0 && channel.queued >= channel.bound;
  return full && channel.receiver ? { kind: "send", object: id } : undefined;
}

/** `slot` undefined: `try_send`, which leaves nothing behind. */
export function send(channel: ChannelObject, thread: ThreadId, slot: Pointer | undefined): Answer {
  if (!channel.receiver) return { next: channel, code: CLOSED };
  if (channel.bound !== 0) {
    const full = channel.bound > 0 && channel.queued >= channel.bound;
    return full ? { next: channel, code: NOT_NOW } : { next: enqueue(channel, thread), code: SENT };
  }
  if (channel.meeting !== undefined && channel.queued === 0)
    return { next: enqueue(channel, thread), code: SENT };
  if (slot === undefined) return { next: channel, code: NOT_NOW };
  const waiting = [...channel.waiting, { thread, slot }].sort((a, b) => a.thread - b.thread);
  return { next: { ...channel, waiting }, code: QUEUED };
}

export function queuedSendBlocked(
  id: ObjectId,
  channel: ChannelObject,
  thread: ThreadId,
): BlockReason | undefined {
  const over = channel.served.includes(thread) || !channel.receiver;
  return over ? undefined : { kind: "send", object: id };
}

export function finishSend(channel: ChannelObject, thread: ThreadId): Answer {
  if (channel.served.includes(thread)) {
    return { next: { ...channel, served: withoutThread(channel.served, thread) }, code: SENT };
  }
  return {
    next: { ...channel, waiting: channel.waiting.filter((one) => one.thread !== thread) },
    code: CLOSED,
  };
}

/** Whether `recv` finds nothing that would let it go on. Meeting is a step of its own, so it never waits before that. */
export function recvBlocked(id: ObjectId, channel: ChannelObject): BlockReason | undefined {
  const nothing = channel.bound !== 0 && channel.queued === 0 && channel.senders > 0;
  return nothing ? { kind: "recv", object: id } : undefined;
}

export function queuedRecvBlocked(id: ObjectId, channel: ChannelObject): BlockReason | undefined {
  return channel.queued === 0 && channel.senders > 0 ? { kind: "recv", object: id } : undefined;
}

/** Which waiting sender is served. */
export function recvChoices(channel: ChannelObject): readonly Alternative[] {
  if (channel.waiting.length < 2) return [{ label: "" }];
  return channel.waiting.map(({ thread }) => ({ label: `takes the message of t${thread}` }));
}

/** A message if there is one; `meet`: otherwise, in a rendezvous, begin to wait. */
export function receive(
  channel: ChannelObject,
  thread: ThreadId,
  choice: number,
  meet: boolean,
): Answer {
  if (channel.queued > 0) return dequeue(channel);
  const sender = channel.waiting[choice];
  if (sender !== undefined) {
    const waiting = channel.waiting.filter((one) => one !== sender);
    const served = withThread(channel.served, sender.thread);
    return {
      next: { ...channel, waiting, served, taken: sender.slot },
      code: DIRECT,
      from: sender.thread,
    };
  }
  if (channel.senders === 0) return { next: channel, code: CLOSED };
  if (channel.bound === 0 && meet) return { next: { ...channel, meeting: thread }, code: QUEUED };
  return { next: channel, code: NOT_NOW };
}

/** The end of a meeting: a message, no sender left, or too late. */
export function finishMeeting(channel: ChannelObject): Answer {
  if (channel.queued > 0) return dequeue(channel);
  return { next: { ...channel, meeting: undefined }, code: channel.senders === 0 ? CLOSED : LATE };
}

export function forgetSlot(channel: ChannelObject): ChannelObject {
  return { ...channel, taken: undefined };
}

export function addSender(channel: ChannelObject): ChannelObject {
  return { ...channel, senders: channel.senders + 1 };
}

export function dropSender(channel: ChannelObject): ChannelObject {
  return { ...channel, senders: channel.senders - 1 };
}

/** The messages go with the receiver. */
export function dropReceiver(channel: ChannelObject): ChannelObject {
  return { ...channel, receiver: false, queued: 0, note: [] };
}

function enqueue(channel: ChannelObject, thread: ThreadId): ChannelObject {
  return { ...channel, queued: channel.queued + 1, note: [...channel.note, thread] };
}

function dequeue(channel: ChannelObject): Answer {
  const [from, ...note] = channel.note;
  return {
    next: { ...channel, queued: channel.queued - 1, meeting: undefined, note },
    code: SENT,
    from,
  };
}
