// The sentences of the warnings that no compiler gives: tables, and functions that put names and lines into them.

import { quoted, say } from "./hoverText.ts";

export const WARNING_WORDS = {
  thisLock: "this lock",
  aLock: "a lock",
  theLock: "the lock",
  theOther: "the other lock",
  it: "it",
  oneLock: "one lock",
  another: "another",
  since: " since line {line}",

  doubleLock: "{lock} is locked again while this thread holds it{since}: it waits for itself.",
  doubleLockInCall:
    "{lock} is held{since}, and this call locks it again (line {inner}): the thread waits for itself.",
  acquiredHere: "{lock} is acquired here",
  lockedAgainHere: "{lock} is locked again here",

  order: "{held} then {wanted}",
  orderOnLine: "{order} on line {line}",
  lockOrder: "{order} here, {others}: {count} threads can each hold one and wait for the next.",
  lockOrderTwo: "{order} here, {others}: two threads can each hold one and wait for the next.",
  lockOrderByCall:
    "{wanted} is the second lock here, and the calls on lines {a} and {b} give the two in opposite orders: two threads can each hold one and wait for the other.",
  holdsFirst: "one thread holds {lock} since here",
  holds: "another thread holds {lock} since here",
  wantsFirst: "and wants {lock} here",
  wants: "and the next wants {lock} here",
  orderThrough: "by this call",

  acrossWait:
    "{lock} is held (line {line}) while {waits}. Whoever wants the lock (line {rival}) waits as long.",
  acrossJoin:
    "{lock} is held (line {line}) while {waits}. That thread needs the lock (line {rival}): each can wait for the other.",
  acrossSleep:
    "{lock} is held (line {line}) while {waits}. Whoever wants the lock (line {rival}) sleeps along.",
  rivalHere: "another thread wants the lock here",

  scrutinee:
    "The guard of this {what} lives to its end, so the lock is held while line {line} runs. A `let` before it would give the lock back first.",
  guardMadeHere: "the guard is made here, as a temporary",
  heldDuring: "runs with the lock held",

  thisCondvar: "This condition variable",
  waitWithoutLoop:
    "{condvar} may wake without a notify, and the condition may be false again by then: look at it in a loop, or use `wait_while`.",

  endlessReceiver:
    "This loop ends when every sender is gone. {sender} (line {line}) is still alive here, so it never ends.",
  endlessReceiverUnnamed:
    "This loop ends when every sender is gone, and this thread keeps one: the loop never ends.",
  senderHere: "this sender lives on through the loop",

  ignoredPoison:
    "A thread that panics while it holds {lock} poisons it, and from then on this is skipped without a word. Handle the `Err`, or take the guard out of it with `into_inner`.",

  arcOfNonSend:
    "{ty} cannot cross into another thread: {inner} is not {traits}{path}. In one thread, `Rc` does the same for less.",

  andNot: " and not ",

  thisAtomic: "This atomic",
  loadThenStore:
    "{atomic} is loaded, then stored: what another thread writes in between is lost. One read-modify-write, such as `fetch_add`, cannot lose it.",
  loadedHere: "the old value is loaded here",
  otherWriteHere: "another thread writes here",

  thisFlag: "this flag",
  theData: "the data",
  relaxedPublication:
    "{flag} says that {data} is ready, but `Relaxed` orders nothing: the thread that waits for it (line {waited}) may still read the old value on line {read}. `Release` here and `Acquire` there make it visible.",
  dataWrittenHere: "the data is written here",
  flagReadHere: "the flag is read here",
  dataReadHere: "the data is read here",
};

export const WAIT_WORDS: Readonly<Record<string, string>> = {
  join: "`join` waits for a thread",
  recv: "this waits for a message",
  recv_timeout: "this waits for a message",
  barrier: "this waits at the barrier",
  park: "this thread is parked",
  sleep: "this thread sleeps",
  wait: "this waits for a notify",
  wait_timeout: "this waits for a notify",
  wait_while: "this waits for a notify",
  other: "this waits",
};

type Name = string | undefined;
type Line = number | undefined;

export interface OrderOfLocks {
  readonly held: Name;
  readonly wanted: Name;
  readonly line: number;
}

const W = WARNING_WORDS;

/** A name as it is written, in code; or what it is. */
const named = (name: Name, otherwise: string): string =>
  name === undefined ? otherwise : quoted(name);

const since = (line: Line): string => (line === undefined ? "" : say(W.since, { line }));

const orderOf = (held: Name, wanted: Name): string =>
  say(W.order, { held: named(held, W.oneLock), wanted: named(wanted, W.another) });

const ACROSS: Readonly<Record<string, keyof typeof WARNING_WORDS>> = {
  join: "acrossJoin",
  sleep: "acrossSleep",
};

export const WARNINGS = {
  doubleLock: (lock: Name, line: Line) =>
    say(W.doubleLock, { lock: named(lock, W.thisLock), since: since(line) }),
  doubleLockInCall: (lock: Name, line: Line, inner: number) =>
    say(W.doubleLockInCall, { lock: named(lock, W.aLock), since: since(line), inner }),
  acquiredHere: (lock: Name) => say(W.acquiredHere, { lock: named(lock, W.theLock) }),
  lockedAgainHere: (lock: Name) => say(W.lockedAgainHere, { lock: named(lock, W.it) }),

  lockOrder: (held: Name, wanted: Name, others: readonly OrderOfLocks[]) =>
    say(others.length === 1 ? W.lockOrderTwo : W.lockOrder, {
      order: orderOf(held, wanted),
      others: others
        .map((one) => say(W.orderOnLine, { order: orderOf(one.held, one.wanted), line: one.line }))
        .join(", "),
      count: others.length + 1,
    }),
  lockOrderByCall: (wanted: Name, a: number, b: number) =>
    say(W.lockOrderByCall, { wanted: named(wanted, W.thisLock), a, b }),
  orderHolds: (lock: Name, index: number) =>
    say(index === 0 ? W.holdsFirst : W.holds, { lock: named(lock, W.aLock) }),
  orderWants: (lock: Name, index: number) =>
    say(index === 1 ? W.wantsFirst : W.wants, { lock: named(lock, W.theOther) }),

  acrossWait: (effect: string, lock: Name, line: number, rival: number) =>
    say(W[ACROSS[effect] ?? "acrossWait"], {
      lock: named(lock, W.aLock),
      line,
      rival,
      waits: WAIT_WORDS[effect] ?? WAIT_WORDS["other"] ?? "",
    }),
  scrutinee: (what: string, line: number) => say(W.scrutinee, { what, line }),
  waitWithoutLoop: (condvar: Name) =>
    say(W.waitWithoutLoop, { condvar: named(condvar, W.thisCondvar) }),
  endlessReceiver: (sender: Name, line: Line) =>
    sender === undefined
      ? W.endlessReceiverUnnamed
      : say(W.endlessReceiver, { sender: quoted(sender), line: line ?? 0 }),
  ignoredPoison: (lock: Name) => say(W.ignoredPoison, { lock: named(lock, W.theLock) }),
  arcOfNonSend: (ty: string, inner: string, traits: string, path: string) =>
    say(W.arcOfNonSend, { ty: quoted(ty), inner: quoted(inner), traits, path }),
  loadThenStore: (atomic: Name) => say(W.loadThenStore, { atomic: named(atomic, W.thisAtomic) }),
  relaxedPublication: (flag: Name, data: Name, waited: number, read: number) =>
    say(W.relaxedPublication, {
      flag: named(flag, W.thisFlag),
      data: named(data, W.theData),
      waited,
      read,
    }),
} as const;
