// Small concurrent Rust programs by chance: two or three scoped threads with a few operations each, over mutexes, rwlocks,
// atomics with all orderings, a channel, a condition variable, a barrier, once cells, park and panics. Each thread keeps a log
// of what it saw; the program's output is all logs, so that two outcomes differ wherever anything did.
//
// A program is one function `fn NAME() -> String`. `jitter()` stands between the operations: nothing for the explorer, a random
// yield where the program really runs.

import fc from "fast-check";

export interface RandomProgram {
  /** Statements of each thread. */
  readonly threads: readonly (readonly string[])[];
  /** Statements of the thread that spawned them, before it joins. */
  readonly main: readonly string[];
  /** Messages that the channel holds; undefined: any number. */
  readonly bound: number | undefined;
  /** Who gets the channel's receiving end. */
  readonly receiver: number;
}

const LOADS = ["Relaxed", "Acquire", "SeqCst"] as const;
const STORES = ["Relaxed", "Release", "SeqCst"] as const;
const UPDATES = ["Relaxed", "Acquire", "Release", "AcqRel", "SeqCst"] as const;

const index = fc.nat(1);
/** One lock more than the others know of: threads that have nothing to do with each other are there too. */
const lock = fc.nat(2);
const small = fc.integer({ min: 1, max: 3 });

function one(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...texts);
}

/** Operations that can stand anywhere, also while a lock is held. */
const simple: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(index, one(...LOADS)).map(([a, o]) => `log.push(atomics[${a}].load(${o}));`),
  fc.tuple(index, small, one(...STORES)).map(([a, v, o]) => `atomics[${a}].store(${v}, ${o});`),
  fc
    .tuple(index, small, one(...UPDATES))
    .map(([a, v, o]) => `log.push(atomics[${a}].fetch_add(${v}, ${o}));`),
  fc
    .tuple(index, small, one(...UPDATES))
    .map(([a, v, o]) => `log.push(atomics[${a}].swap(${v}, ${o}));`),
  fc
    .tuple(index, small, one(...UPDATES), one(...LOADS), one("", "_weak"))
    .map(
      ([a, v, o, f, weak]) =>
        `log.push(atomics[${a}].compare_exchange${weak}(0, ${v}, ${o}, ${f}).unwrap_or(-9));`,
    ),
  one("Acquire", "Release", "AcqRel", "SeqCst").map((o) => `fence(${o});`),
  lock.map((m) => `log.push(locks[${m}].try_lock().is_ok() as i32);`),
  lock.map((m) => `log.push(locks[${m}].is_poisoned() as i32);`),
  one(
    "log.push(shared.try_read().is_ok() as i32);",
    "log.push(shared.try_write().is_ok() as i32);",
  ),
  small.map((v) => `log.push(send.send(${v}).is_ok() as i32);`),
  small.map((v) => `log.push(send.try_send_if_bounded(${v}));`),
  one("flag.notify_one();", "flag.notify_all();"),
  one("thread::yield_now();", "hint::spin_loop();"),
  small.map((v) => `log.push(*once.get_or_init(|| ${v}));`),
  one("log.push(once.get().copied().unwrap_or(-1));"),
  index.map((a) => `first.call_once(|| atomics[${a}].store(7, SeqCst));`),
  one("main.unpark();"),
  one("scope.spawn(|| { *open(locks[2].lock()) += 1; });"),
  index.map((a) => `if atomics[${a}].load(SeqCst) == 2 { panic!("two"); }`),
);

const whole: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: simple },
  {
    weight: 4,
    arbitrary: fc
      .tuple(lock, small, fc.array(simple, { maxLength: 1 }))
      .map(
        ([m, v, inner]) =>
          `{ let mut held = open(locks[${m}].lock()); jitter(); *held += ${v}; ${inner.join(" ")} log.push(*held); }`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(index, small)
      .map(
        ([m, v]) =>
          `{ let mut outer = open(locks[${m}].lock()); jitter(); let inner = open(locks[1 - ${m}].lock()); *outer += ${v} + *inner; }`,
      ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      one("log.push(*open(shared.read()));"),
      small.map((v) => `{ let mut held = open(shared.write()); jitter(); *held += ${v}; }`),
      simple.map((op) => `{ let held = open(shared.read()); jitter(); ${op} log.push(*held); }`),
    ),
  },
  {
    weight: 2,
    arbitrary: one(
      "{ let mut held = open(locks[0].lock()); while *held == 0 { held = open(flag.wait(held)); } log.push(*held); }",
      "{ let held = open(flag.wait_while(open(locks[0].lock()), |value| *value < 2)); log.push(*held); }",
      "{ let (held, late) = open(flag.wait_timeout(open(locks[0].lock()), Duration::from_millis(1))); log.push(*held); log.push(late.timed_out() as i32); }",
      "barrier.wait();",
      "log.push(barrier.wait().is_leader() as i32);",
    ),
  },
);

/** Only the thread that has the receiver. */
const receiving: fc.Arbitrary<string> = one(
  "log.push(receive.recv().unwrap_or(-5));",
  "log.push(receive.try_recv().unwrap_or(-6));",
  "log.push(receive.recv_timeout(Duration::from_millis(1)).unwrap_or(-7));",
  "drop(receive);",
);

const inMain: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: whole },
  {
    weight: 1,
    arbitrary: one("thread::park_timeout(Duration::from_millis(1));", "thread::park();"),
  },
);

export const randomProgram: fc.Arbitrary<RandomProgram> = fc
  .record({
    threads: fc.array(fc.array(whole, { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
    main: fc.array(inMain, { maxLength: 2 }),
    bound: fc.constantFrom(undefined, undefined, 0, 1),
    receiver: fc.nat(2),
    received: fc.array(receiving, { maxLength: 2 }),
  })
  .map(({ threads, main, bound, receiver, received }) => {
    const owner = receiver % threads.length;
    const dropAt = received.indexOf("drop(receive);");
    const taken = dropAt < 0 ? received : received.slice(0, dropAt + 1);
    const mixed = threads.map((list, thread) =>
      thread === owner ? interleave(list, taken) : list,
    );
    return { threads: mixed, main, bound, receiver: owner };
  });

function interleave(a: readonly string[], b: readonly string[]): string[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, at) => [a[at], b[at]])
    .flat()
    .filter((text) => text !== undefined);
}

/** What all programs of a file share. `jitter` is the body of that function. */
export function preamble(jitter: string): string {
  return `#![allow(warnings)]
use std::hint;
use std::sync::atomic::{AtomicI32, Ordering::*, fence};
use std::sync::mpsc::{self, Receiver, SendError, Sender, SyncSender, TrySendError};
use std::sync::{Barrier, Condvar, LockResult, Mutex, Once, OnceLock, RwLock};
use std::thread;
use std::time::Duration;

fn jitter() { ${jitter} }

fn open<T>(result: LockResult<T>) -> T {
    result.unwrap_or_else(|poisoned| poisoned.into_inner())
}

trait TrySend {
    fn try_send_if_bounded(&self, value: i32) -> i32;
}

impl TrySend for Sender<i32> {
    fn try_send_if_bounded(&self, value: i32) -> i32 { -1 }
}

impl TrySend for SyncSender<i32> {
    fn try_send_if_bounded(&self, value: i32) -> i32 { self.try_send(value).is_ok() as i32 }
}
`;
}

export function rustFunction(name: string, program: RandomProgram): string {
  const { threads, main, bound, receiver } = program;
  const channel =
    bound === undefined ? "mpsc::channel::<i32>()" : `mpsc::sync_channel::<i32>(${bound})`;
  const block = (list: readonly string[]) => list.map((text) => `jitter(); ${text}`).join(" ");
  const spawned = threads.map((list, thread) => {
    const receive = thread === receiver ? "let receive = receive;" : "";
    return `
        let send = sender.clone();
        let t${thread} = scope.spawn(move || { ${receive} let mut log: Vec<i32> = Vec::new(); ${block(list)} log });`;
  });
  const joins = threads.map((_, thread) => `t${thread}.join().ok()`).join(", ");
  return `fn ${name}() -> String {
    let locks = &[Mutex::new(0i32), Mutex::new(0i32), Mutex::new(0i32)];
    let atomics = &[AtomicI32::new(0), AtomicI32::new(0)];
    let shared = &RwLock::new(0i32);
    let flag = &Condvar::new();
    let barrier = &Barrier::new(2);
    let once = &OnceLock::<i32>::new();
    let first = &Once::new();
    let main = &thread::current();
    let (sender, receive) = ${channel};
    thread::scope(|scope| {${spawned.join("")}
        let send = sender;
        let mut log: Vec<i32> = Vec::new();
        ${block(main)}
        drop(send);
        format!("{log:?} {:?}", (${joins},))
    })
}
`;
}
