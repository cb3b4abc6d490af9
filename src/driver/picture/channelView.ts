// What a channel holds: its messages in order, and which ends are alive.
//
// The messages lie in the queue behind either end (what renders as a list); how many ends there are is the machine's
// object. Not modelled: the message of a rendezvous, which lies in its sender's frame until it is taken; it is counted only.

import { findObject } from "../../machine/state/objects.ts";
import type { ChannelObject } from "../../machine/sync/channel.ts";
import { linkedItems } from "./sequences.ts";
import { valueText } from "./valueText.ts";
import {
  fieldsOf,
  handleIn,
  innerPointer,
  pointee,
  unwrapCell,
  type View,
  type Viewer,
} from "./view.ts";

export interface ChannelView {
  /** As `{:?}` would print them, the next one to be received first. */
  readonly queue: readonly string[];
  readonly senders: number;
  readonly receiverAlive: boolean;
}

/** What a `Sender` or `Receiver` leads to. */
export function channelView(viewer: Viewer, end: View): ChannelView | undefined {
  const pointer = innerPointer(viewer, end);
  const state = pointer === undefined ? undefined : pointee(viewer, pointer.cell, pointer.ty);
  const handle = state === undefined ? undefined : handleIn(viewer, state);
  if (state === undefined || handle === undefined) return undefined;
  const object = findObject(viewer.machine, viewer.state, handle.id);
  if (object?.kind !== "channel") return undefined;
  const channel = object as ChannelObject;
  return {
    queue: queuedTexts(viewer, state),
    senders: channel.senders,
    receiverAlive: channel.receiver,
  };
}

function queuedTexts(viewer: Viewer, state: View): readonly string[] {
  for (const field of fieldsOf(viewer, state, 0)) {
    const messages = linkedItems(viewer, unwrapCell(viewer, field));
    if (messages !== undefined) return messages.map((message) => valueText(viewer, message));
  }
  return [];
}
