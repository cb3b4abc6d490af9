// Channels in words: who sends, who receives, and whether a loop over the messages can end.

export const CHANNELS = {
  sender: "**Sends to {receiver}**; {count} {senders} in all: {who}.",
  senderUncounted: "**Sends to {receiver}**. Senders: {who}.",
  senderAlone: "**The only sender** to {receiver}.",
  someSender: "**A sending end**: a message moves to the receiver for good.",
  receiver: "**Receives what {who} {send}**.",
  receiverIn: "**Receives in {place} what {who} {send}**.",
  receiverOf: "**Receives from {who}**.",
  receiverOfIn: "**Receives in {place} from {who}**.",
  someReceiver: "**The receiving end**: each message goes to it for good.",
  unnamedReceiver: "the receiver",
  oneSender: "sender",
  severalSenders: "senders",
  sendsOne: "sends",
  sendSeveral: "send",
  receiverMoved: "{name}, which moves into {thread}",
  closes: "The channel closes when the last sender is dropped.",
  ends: "**Ends when every sender is gone.** Senders: {who}.",
  endsUncertain: "**Ends when every sender is gone.**",
  never:
    "**Ends when every sender is gone.** One is still alive here: {name} (line {line}) is dropped only {drop}, after this loop. The loop never ends.",
  behindJoin:
    "**Ends when every sender is gone.** One is still alive: {name} (line {line}), while {join} on line {joinLine} waits for this thread. Neither ends.",
  neverUnlessLeft:
    "**Ends when every sender is gone**, or where the loop is left. One is still alive here: {name} (line {line}) is dropped only {drop}, after this loop.",
  dropAt: "at the end of line {line}",
  dropAtFn: "at the end of {fn}",
  repair: "{drop} before the loop would let it end.",
  sends: "**Sends to {receiver}**, which owns the message from then on.",
  sendsMoved:
    "**Moves {message} into the channel**: {owner} can no longer use it; {receiver} gets it.",
  sendsCopied: "**Sends a copy of {message}** to {receiver}.",
  recvNever:
    "A sender is still alive in the same thread: {name} (line {line}). When no message is left, this waits for ever.",
} as const;
