// The sentences of the warnings that no compiler gives. One table: names and lines go in, a sentence comes out.

/** A name as it is written, in code; or what it is. */
const named = (name: string | undefined, otherwise: string): string =>
  name === undefined ? otherwise : `\`${name}\``;

const since = (line: number | undefined): string =>
  line === undefined ? "" : ` since line ${line}`;

const WAITS: Readonly<Record<string, string>> = {
  join: "`join` waits for a thread",
  recv: "this waits for a message",
  recv_timeout: "this waits for a message",
  barrier: "this waits at the barrier",
  park: "this thread is parked",
  sleep: "this thread sleeps",
  wait: "this waits for a notify",
  wait_timeout: "this waits for a notify",
  wait_while: "this waits for a notify",
};

const RIVAL: Readonly<Record<string, (line: number) => string>> = {
  join: (line) => `That thread needs the lock (line ${line}): each can wait for the other.`,
  sleep: (line) => `Whoever wants the lock (line ${line}) sleeps along.`,
};

export const WARNINGS = {
  doubleLock: (lock: string | undefined, line: number | undefined) =>
    `${named(lock, "this lock")} is locked again while this thread holds it${since(line)}: it waits for itself.`,
  doubleLockInCall: (lock: string | undefined, line: number | undefined, inner: number) =>
    `${named(lock, "a lock")} is held${since(line)}, and this call locks it again (line ${inner}): the thread waits for itself.`,
  acquiredHere: (lock: string | undefined) => `${named(lock, "the lock")} is acquired here`,
  lockedAgainHere: (lock: string | undefined) => `${named(lock, "it")} is locked again here`,

  lockOrder: (
    held: string | undefined,
    wanted: string | undefined,
    others: readonly {
      readonly held: string | undefined;
      readonly wanted: string | undefined;
      readonly line: number;
    }[],
  ) => {
    const order = (a: string | undefined, b: string | undefined) =>
      `${named(a, "one lock")} then ${named(b, "another")}`;
    const rest = others.map((one) => `${order(one.held, one.wanted)} on line ${one.line}`);
    const who = others.length === 1 ? "two threads" : `${others.length + 1} threads`;
    return `${order(held, wanted)} here, ${rest.join(", ")}: ${who} can each hold one and wait for the next.`;
  },
  lockOrderByCall: (wanted: string | undefined, a: number, b: number) =>
    `${named(wanted, "this lock")} is the second lock here, and the calls on lines ${a} and ${b} give the two in opposite orders: two threads can each hold one and wait for the other.`,
  orderHolds: (lock: string | undefined, index: number) =>
    `${index === 0 ? "one" : "another"} thread holds ${named(lock, "a lock")} since here`,
  orderWants: (lock: string | undefined, index: number) =>
    `and ${index === 1 ? "wants" : "the next wants"} ${named(lock, "the other lock")} here`,
  orderThrough: "by this call",

  acrossWait: (effect: string, lock: string | undefined, line: number, rival: number) =>
    `${named(lock, "a lock")} is held (line ${line}) while ${WAITS[effect] ?? "this waits"}. ${
      RIVAL[effect]?.(rival) ?? `Whoever wants the lock (line ${rival}) waits as long.`
    }`,
  rivalHere: "another thread wants the lock here",

  scrutinee: (what: string, line: number) =>
    `The guard of this ${what} lives to its end, so the lock is held while line ${line} runs. A \`let\` before it would give the lock back first.`,
  guardMadeHere: "the guard is made here, as a temporary",
  heldDuring: "runs with the lock held",

  waitWithoutLoop: (condvar: string | undefined) =>
    `${named(condvar, "This condition variable")} may wake without a notify, and the condition may be false again by then: look at it in a loop, or use \`wait_while\`.`,

  endlessReceiver: (sender: string | undefined, line: number | undefined) =>
    sender === undefined
      ? "This loop ends when every sender is gone, and this thread keeps one: the loop never ends."
      : `This loop ends when every sender is gone. \`${sender}\` (line ${line}) is still alive here, so it never ends.`,
  senderHere: "this sender lives on through the loop",

  ignoredPoison: (lock: string | undefined) =>
    `A thread that panics while it holds ${named(lock, "the lock")} poisons it, and from then on this is skipped without a word. Handle the \`Err\`, or take the guard out of it with \`into_inner\`.`,

  arcOfNonSend: (ty: string, inner: string, traits: string, path: string) =>
    `\`${ty}\` cannot cross into another thread: \`${inner}\` is not ${traits}${path}. In one thread, \`Rc\` does the same for less.`,

  loadThenStore: (atomic: string | undefined) =>
    `${named(atomic, "This atomic")} is loaded, then stored: what another thread writes in between is lost. One read-modify-write, such as \`fetch_add\`, cannot lose it.`,
  loadedHere: "the old value is loaded here",
  otherWriteHere: "another thread writes here",

  relaxedPublication: (
    flag: string | undefined,
    data: string | undefined,
    waited: number,
    read: number,
  ) =>
    `${named(flag, "this flag")} says that ${named(data, "the data")} is ready, but \`Relaxed\` orders nothing: the thread that waits for it (line ${waited}) may still read the old value on line ${read}. \`Release\` here and \`Acquire\` there make it visible.`,
  dataWrittenHere: "the data is written here",
  flagReadHere: "the flag is read here",
  dataReadHere: "the data is read here",
} as const;
