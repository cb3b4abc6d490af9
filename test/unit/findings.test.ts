// What is said about endings that went wrong: whole sentences, with the names and lines of the source.

import assert from "node:assert/strict";
import { exploreAll } from "../../src/driver/exploreProgram.ts";
import { createEngine } from "../../src/driver/engine.ts";
import type { TraceFinding } from "../../src/trace/trace.ts";

const engine = createEngine();

/** The text begins on line 4. */
function findingsOf(body: string): TraceFinding[] {
  const text = `use std::sync::{mpsc, Arc, Barrier, Condvar, Mutex, OnceLock, RwLock};
use std::thread;
use std::rc::Rc; use std::cell::RefCell;
${body}`;
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  const errors = analysis.diagnostics().filter((one) => one.severity === "error");
  assert.deepEqual(errors, []);
  const verdict = exploreAll(analysis, {
    entry: undefined,
    maxStates: 20_000,
    maxCounted: 1000,
    maxWalks: 10,
  });
  assert.equal(verdict.complete, true, verdict.bound);
  return verdict.outcomes.flatMap((outcome) => [...outcome.findings]);
}

function says(body: string, ...expected: readonly string[]): void {
  assert.deepEqual(
    findingsOf(body).map((one) => `${one.kind} ${one.line}: ${one.message}`),
    expected,
  );
}

describe("findings", () => {
  it("names the locks of a circle as the source does, and where each was taken", () => {
    says(
      `fn main() {
    let accounts = Arc::new(Mutex::new(1));
    let audit = Arc::new(Mutex::new(2));
    let (a, b) = (Arc::clone(&accounts), Arc::clone(&audit));
    let t = thread::spawn(move || {
        let _x = a.lock().unwrap();
        let _y = b.lock().unwrap();
    });
    let y = audit.lock().unwrap();
    let x = accounts.lock().unwrap();
    drop((x, y));
    t.join().unwrap();
}`,
      "deadlock_cycle 13: Deadlock: main holds `audit` (line 12) and wants `accounts` (line 13); thread 1 holds `accounts` (line 9) and wants `audit` (line 10).",
    );
  });

  it("finds a circle among threads that main does not wait for, over statics", () => {
    says(
      `static A: Mutex<i32> = Mutex::new(0);
static MORE: [RwLock<i32>; 2] = [RwLock::new(0), RwLock::new(1)];
fn main() {
    thread::spawn(|| { let _x = A.lock().unwrap(); let _y = MORE[1].write().unwrap(); });
    thread::spawn(|| { let _y = MORE[1].read().unwrap(); let _x = A.lock().unwrap(); });
}`,
      "partial_deadlock 7: The process ends, but not all of its threads can: thread 1 holds `A` (line 7) and wants to write `MORE[1]` (line 7); thread 2 holds `MORE[1]` (line 8) and wants `A` (line 8). They wait for each other for ever.",
    );
  });

  it("says who keeps the sender that a receiver waits for", () => {
    says(
      `fn main() {
    let (tx, rx) = mpsc::channel::<i32>();
    let worker = thread::spawn(move || rx.iter().sum::<i32>());
    tx.send(4).unwrap();
    println!("{}", worker.join().unwrap());
}`,
      "deadlock_cycle 8: Deadlock: main waits for thread 1 to end (line 8); thread 1 waits for a message (line 6) while main keeps a sender alive.",
    );
    says(
      `fn main() {
    let (tx, rx) = mpsc::channel();
    let sender = tx.clone();
    thread::spawn(move || sender.send(1).unwrap());
    for value in rx { drop(value); }
}`,
      "deadlock_cycle 8: Deadlock: main waits for a message (line 8), and only it has a sender left.",
    );
  });

  it("does not take the thread that waits for the receiver's lock for a sender", () => {
    const found = findingsOf(`fn main() {
    let (tx, rx) = mpsc::channel::<i32>();
    let rx = Arc::new(Mutex::new(rx));
    let workers: Vec<_> = (0..2).map(|_| {
        let rx = Arc::clone(&rx);
        thread::spawn(move || while let Ok(_) = rx.lock().unwrap().recv() {})
    }).collect();
    for worker in workers { worker.join().unwrap(); }
    drop(tx);
}`);
    assert.ok(found.length > 0);
    for (const { message } of found)
      assert.match(message, /main waits for thread 1 to end \(line 11\)/);
  });

  it("tells a wake-up that came too early from a circle", () => {
    says(
      `fn main() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let t = thread::spawn(move || other.1.notify_one());
    let guard = pair.0.lock().unwrap();
    drop(pair.1.wait(guard).unwrap());
    t.join().unwrap();
}`,
      "lost_wakeup 9: Lost wake-up: main waits for a notification of `pair.1` (line 9), and no thread is left to notify it: the notification came before the wait, or never.",
    );
  });

  it("goes through a condition variable where its notifier waits for a lock of the waiter", () => {
    const [found] = findingsOf(`fn main() {
    let outer = Arc::new(Mutex::new(()));
    let inner = Arc::new((Mutex::new(false), Condvar::new()));
    let (o, i) = (Arc::clone(&outer), Arc::clone(&inner));
    let t = thread::spawn(move || { let _o = o.lock().unwrap(); *i.0.lock().unwrap() = true; i.1.notify_one(); });
    let held = outer.lock().unwrap();
    let mut ready = inner.0.lock().unwrap();
    while !*ready { ready = inner.1.wait(ready).unwrap(); }
    drop((ready, held));
    t.join().unwrap();
}`);
    assert.equal(
      found?.message,
      "Deadlock: main holds `outer` (line 9) and waits for a notification of `inner.1` (line 11); thread 1 wants `outer` (line 8).",
    );
  });

  it("says what a thread that waits for itself does", () => {
    says(
      `fn main() {
    let scores = Mutex::new(1);
    let first = scores.lock().unwrap();
    let second = scores.lock().unwrap();
    drop((first, second));
}`,
      "deadlock_cycle 7: Deadlock: main locks `scores` (line 7), which it holds already since line 6.",
    );
    says(
      `static ONCE: OnceLock<i32> = OnceLock::new();
fn main() { ONCE.get_or_init(|| *ONCE.get_or_init(|| 1)); }`,
      "deadlock_cycle 5: Deadlock: main waits for `ONCE` (line 5), which it is setting up itself.",
    );
  });

  it("counts who is missing at a barrier, and keeps the names of threads", () => {
    says(
      `fn main() {
    let gate = Arc::new(Barrier::new(3));
    let other = Arc::clone(&gate);
    let build = thread::Builder::new().name("worker".into());
    let t = build.spawn(move || { other.wait(); }).unwrap();
    gate.wait();
    t.join().unwrap();
}`,
      "deadlock_cycle 9: Deadlock: main waits at `gate` for 1 more (line 9); worker waits at `gate` for 1 more (line 8).",
    );
  });

  it("tells a thread that starves from those that starve it, and lets servers be", () => {
    const server = `let m = Arc::new(Mutex::new(0));
    for _ in 0..2 {
        let n = Arc::clone(&m);
        thread::spawn(move || loop { drop(n.lock()); });
    }`;
    says(
      `fn main() {
    ${server}
    while m.try_lock().is_err() {}
}`,
      "starvation 10: Starvation is possible: thread 1 at line 8, thread 2 at line 8 can come first again and again, so that main at line 10 never gets on, although each gets its turn.",
    );
    says(`fn main() {
    ${server}
    drop(m.lock());
}`);
    says(`fn main() {
    ${server}
    thread::sleep(std::time::Duration::from_millis(1));
}`);
  });

  it("tells where a panic spreads through a poisoned lock, and not where it is taken in spite of that", () => {
    const first = `let total = Arc::new(Mutex::new(0));
    let shared = Arc::clone(&total);
    let t = thread::spawn(move || { let _held = shared.lock().unwrap(); panic!("broken"); });
    assert!(t.join().is_err());`;
    const [found, ...none] = findingsOf(`fn main() {
    ${first}
    *total.lock().unwrap() += 1;
}`);
    assert.deepEqual(none, []);
    assert.deepEqual(found, {
      kind: "poison_cascade",
      line: 9,
      message:
        "The panic spreads: main panics only because a lock is poisoned, since another thread panicked while it held it.",
      related: [{ line: 7, message: "the panic that poisoned it" }],
    });
    says(`fn main() {
    ${first}
    *total.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) += 1;
}`);
    says(`fn main() {
    ${first}
    let got = total.lock();
    println!("{}", got.is_err());
    panic!("for another reason");
}`);
  });

  it("counts the values of a cycle of owners", () => {
    says(
      `struct Node { next: RefCell<Option<Rc<Node>>> }
fn main() {
    let a = Rc::new(Node { next: RefCell::new(None) });
    let b = Rc::new(Node { next: RefCell::new(Some(Rc::clone(&a))) });
    *a.next.borrow_mut() = Some(b);
}`,
      "leak 6: 2 values keep each other alive in a cycle of owners: they are never dropped and their memory is never given back.",
    );
  });

  it("says where a thread runs for ever", () => {
    says(
      `fn main() {
    let stop = std::sync::atomic::AtomicBool::new(false);
    while !stop.load(std::sync::atomic::Ordering::SeqCst) {
        thread::yield_now();
    }
}`,
      "livelock 6: Livelock: main runs for ever without getting anywhere (line 6): what it waits for never comes.",
    );
  });

  it("tells of threads that can undo each other's work for ever, and not of those that wait", () => {
    const backOff = (first: string, second: string) => `fn main() {
    let (a, b) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(0)));
    let (c, d) = (Arc::clone(&a), Arc::clone(&b));
    let t = thread::spawn(move || loop {
        let _held = ${first}.lock().unwrap();
        if ${second}.try_lock().is_ok() { break; }
    });
    loop {
        let _held = b.lock().unwrap();
        if a.try_lock().is_ok() { break; }
    }
    t.join().unwrap();
}`;
    says(
      backOff("c", "d"),
      "livelock 12: Livelock is possible: main at line 12, thread 1 at line 8 can undo each other's work again and again, for ever, although each gets its turn.",
    );
    // In one order nobody holds what the other one needs first.
    says(backOff("d", "c"));
    says(`fn main() {
    let ready = Arc::new(Mutex::new(false));
    let setter = Arc::clone(&ready);
    let t = thread::spawn(move || *setter.lock().unwrap() = true);
    while !ready.try_lock().is_ok_and(|ready| *ready) {}
    t.join().unwrap();
}`);
  });
});
