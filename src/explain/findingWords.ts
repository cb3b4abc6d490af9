// What is said about findings. Tables only.

export const FINDING_TEXTS = {
  deadlock: "Deadlock: {links}.",
  partial:
    "The process ends, but not all of its threads can: {links}. They wait for each other for ever.",
  stuck: "No thread can go on, and nobody is left to help: {waits}.",
  stuckOne: "Nobody is left to help: {wait}.",
  lostNotify:
    "Lost wake-up: {wait}, and no thread is left to notify it: the notification came before the wait, or never.",
  lostUnpark: "Lost wake-up: {wait}, and no thread is left to unpark it.",
  livelock: "Livelock: the threads run for ever without getting anywhere: {where}.",
  livelockPossible:
    "Livelock is possible: {where} can undo each other's work again and again, for ever, although each gets its turn.",
  poison:
    "The panic spreads: {thread} panics only because {lock} is poisoned, since another thread panicked while it held the lock.",
  poisonSome:
    "The panic spreads: {thread} panics only because a lock is poisoned, since another thread panicked while it held it.",
  poisonFrom: "the panic that poisoned it",
  starvation:
    "Starvation is possible: {others} can come first again and again, so that {where} never gets on, although each gets its turn.",
  livelockAt: "{thread} at line {line}",
  livelockOne:
    "Livelock: {thread} runs for ever without getting anywhere (line {line}): what it waits for never comes.",
  livelockNobody: "Livelock: the threads run for ever without getting anywhere.",
  leakOne:
    "One value keeps itself alive in a cycle of owners: it is never dropped and its memory is never given back.",
  leak: "{count} values keep each other alive in a cycle of owners: they are never dropped and their memory is never given back.",
  leakMade: "it is made here",
  leakMadeOne: "one of them is made here",
  miscounted:
    "An owner was counted too often: the count never comes down to 0, so the value is never dropped and its memory never given back.",
  raceWrite:
    "Data race: {second} writes memory that {first} uses too, and nothing orders the two accesses.",
  raceRead:
    "Data race: {second} reads memory that {first} uses too, and nothing orders the two accesses.",
  raceUses: "{first} uses it here",
  raceWrites: "{first} writes it here",
  here: "{wait} here",
  holds: "{thread} holds {held}{since} and {want}",
  keepsSender: "{wait} while {next} keeps a sender alive",
  keepsReceiver: "{wait} while {next} has the receiver",
  since: " (line {line})",
  waits: "{thread} {want}",
  at: "{want} (line {line})",
  itself: {
    mutex: "{thread} locks {wanted} (line {line}), which it holds already since line {since}",
    rwlockRead: "{thread} reads {wanted} (line {line}), which it holds already",
    rwlockWrite: "{thread} writes {wanted} (line {line}), which it holds already",
    once: "{thread} waits for {wanted} (line {line}), which it is setting up itself",
    join: "{thread} waits for its own end (line {line})",
    recv: "{thread} waits for a message (line {line}), and only it has a sender left",
    send: "{thread} waits for room in a channel (line {line}) whose receiver it has itself",
  } as Readonly<Record<string, string>>,
  wants: {
    mutex: "wants {wanted}",
    rwlockRead: "wants to read {wanted}",
    rwlockWrite: "wants to write {wanted}",
    once: "waits until {wanted} is set up",
    join: "waits for {wanted} to end",
    condvar: "waits for a notification of {wanted}",
    barrier: "waits at {wanted} for {missing} more",
    stdout: "waits for standard output",
  } as Readonly<Record<string, string>>,
  wantsUnnamed: {
    mutex: "wants a mutex",
    rwlockRead: "wants to read a lock",
    rwlockWrite: "wants to write a lock",
    once: "waits for an initialisation",
    join: "waits for a thread to end",
    scope: "waits for the threads of its scope",
    recv: "waits for a message",
    send: "waits for room in a channel",
    condvar: "waits for a notification",
    barrier: "waits at a barrier for {missing} more",
    park: "is parked",
    stdout: "waits for standard output",
    sleep: "sleeps",
  } as Readonly<Record<string, string>>,
  wantsAnything: "waits",
} as const;
