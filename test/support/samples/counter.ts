// A hand-made run: three threads add to a counter behind a lock.

import type { Verdict } from "../../../src/trace/verdict.ts";
import { createWorld, local, node, OK } from "../sampleWorld.ts";
import type { Sample } from "../sampleWorld.ts";

export const COUNTER_SOURCE = `use std::sync::{Arc, Mutex};
use std::thread;

// three threads, one counter
fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];

    for _ in 0..3 {
        let counter = Arc::clone(&counter);
        let handle = thread::spawn(move || {
            let mut num = counter.lock().unwrap();

            *num += 1;
        });
        handles.push(handle);
    }

    for handle in handles {
        handle.join().unwrap();
    }

    println!("Result: {}", *counter.lock().unwrap());
}
`;

/** Thread 1 takes the lock; threads 2 and 3 block on it and get it in turn. */
export function counterSample(): Sample {
  const w = createWorld("counter.rs", COUNTER_SOURCE, [5, 24]);
  const main = w.threads[0];
  if (main === undefined) throw new Error("no main");
  const arc = w.object("arc", "counter", "Arc<Mutex<i32>>", 6);
  const mutex = w.object("mutex", "counter", "Mutex<i32>", 6);
  const leaf = node("v", "value", "i32", "i32", { value: "0" });
  const lock = node("m", "mutex", "counter", "Mutex<i32>", { object: mutex, children: [leaf] });
  const box = node("a", "arc", "counter", "Arc<Mutex<i32>>", {
    object: arc,
    strong: 1,
    weak: 0,
    children: [lock],
  });

  w.event("start", 0, 5);
  w.shot();
  w.event("line", 0, 6);
  w.shot();
  w.event("create", 0, 6, { object: arc, at: "Arc::new(Mutex::new(0))" });
  w.nodes.push(box);
  box.owners.push({ thread: 0, name: "counter" });
  main.locals.push(
    local("counter", "Arc<Mutex<i32>>", "Arc(…)", { node: "a" }),
    local("handles", "Vec<JoinHandle<()>>", "[]"),
  );
  w.shot();
  for (let child = 1; child <= 3; child++) {
    w.event("clone", 0, 10, {
      object: arc,
      a: child + 1,
      b: 0,
      text: "counter",
      at: "Arc::clone(&counter)",
    });
    box.strong = child + 1;
    box.changed = true;
    w.shot();
    const thread = w.addThread(`thread ${child}`, 0);
    w.event("spawn", 0, 11, { a: thread, text: "counter", at: "thread::spawn" });
    const own = w.threads[thread];
    if (own === undefined) continue;
    own.fn = "main::{closure}";
    own.line = 11;
    own.locals.push(local("counter", "Arc<Mutex<i32>>", "Arc(…)", { node: "a" }));
    box.owners.push({ thread, name: "counter" });
    main.locals[1] = local("handles", "Vec<JoinHandle<()>>", `[${child} handles]`);
    w.shot();
  }
  w.event("blocked", 0, 20, { a: 1, text: "join", at: "handle.join()" });
  main.state = "waiting";
  main.waitsFor = { thread: 1, reason: "waits for thread 1 to end" };
  w.shot();

  const acquire = (thread: number): number => {
    const row = w.event("acquire", thread, 12, {
      object: mutex,
      text: "num",
      at: "counter.lock()",
    });
    lock.holders = [{ thread, mode: "lock", since: 12 }];
    lock.waiting = lock.waiting.filter((waiting) => waiting !== thread);
    lock.changed = true;
    w.threads[thread]?.locals.push(
      local("num", "MutexGuard<i32>", leaf.value ?? "", { guards: "m" }),
    );
    w.shot();
    return row;
  };
  const block = (thread: number, holder: number): void => {
    w.event("blocked", thread, 12, {
      object: mutex,
      a: holder,
      b: 12,
      text: "mutex",
      at: "counter.lock()",
    });
    const own = w.threads[thread];
    if (own !== undefined) {
      own.state = "blocked";
      own.waitsFor = {
        object: mutex,
        thread: holder,
        reason: `waits for counter, which thread ${holder} holds`,
      };
    }
    lock.waiting.push(thread);
    w.shot();
  };
  const write = (thread: number): void => {
    const before = Number(leaf.value);
    w.event("write", thread, 14, {
      object: mutex,
      text: `*num\n${before}\n${before + 1}\n+=`,
      at: "*num += 1",
    });
    leaf.value = String(before + 1);
    leaf.changed = true;
    w.shot();
  };
  const release = (thread: number, from: number): void => {
    w.event("release", thread, 15, { object: mutex, b: from, text: "num\nscopeEnd", at: "}" });
    lock.holders = [];
    lock.changed = true;
    w.threads[thread]?.locals.pop();
    w.shot();
  };
  const end = (thread: number): void => {
    w.event("dropCount", thread, 15, {
      object: arc,
      a: (box.strong ?? 1) - 1,
      text: "counter",
      at: "}",
    });
    box.strong = (box.strong ?? 1) - 1;
    box.changed = true;
    box.owners = box.owners.filter((owner) => owner.thread !== thread);
    w.shot();
    w.event("end", thread, 15, { at: "}" });
    const own = w.threads[thread];
    if (own !== undefined) Object.assign(own, { state: "done", locals: [], end: w.row() - 1 });
    w.shot();
  };
  const begin = (thread: number): void => {
    w.event("start", thread, 11, { at: "move ||" });
    w.shot();
  };
  const unblock = (thread: number): void => {
    w.event("unblocked", thread, 12, { at: "counter.lock()" });
    const own = w.threads[thread];
    if (own !== undefined) own.state = "ready";
    w.shot();
  };

  begin(1);
  let from = acquire(1);
  begin(2);
  block(2, 1);
  write(1);
  begin(3);
  block(3, 1);
  release(1, from);
  unblock(2);
  unblock(3);
  end(1);
  w.event("unblocked", 0, 20, { at: "handle.join()" });
  main.state = "ready";
  main.waitsFor = undefined;
  w.shot();
  from = acquire(2);
  w.event("join", 0, 20, { a: 1, at: "handle.join()" });
  w.shot();
  w.event("blocked", 0, 20, { a: 2, text: "join", at: "handle.join()" });
  main.state = "waiting";
  main.waitsFor = { thread: 2, reason: "waits for thread 2 to end" };
  w.shot();
  block(3, 2);
  write(2);
  release(2, from);
  unblock(3);
  end(2);
  from = acquire(3);
  w.event("join", 0, 20, { a: 2, at: "handle.join()" });
  w.shot();
  write(3);
  release(3, from);
  end(3);
  w.event("join", 0, 20, { a: 3, at: "handle.join()" });
  main.locals[1] = local("handles", "Vec<JoinHandle<()>>", "", { moved: true });
  w.shot();
  const row = w.event("acquire", 0, 23, { object: mutex, text: "", at: "counter.lock()" });
  lock.holders = [{ thread: 0, mode: "lock", since: 23 }];
  w.shot();
  w.event("print", 0, 23, { text: "Result: 3\n" });
  w.world.stdout = "Result: 3\n";
  w.shot();
  w.event("release", 0, 23, { object: mutex, b: row, text: "\nstatementEnd" });
  lock.holders = [];
  w.shot();
  w.event("end", 0, 24, { at: "}" });
  main.state = "done";
  w.shot();
  return w.finish({ ...OK, stdout: "Result: 3\n" });
}

export const COUNTER_VERDICT: Verdict = {
  status: "explored",
  complete: true,
  completeExceptOutput: true,
  bound: undefined,
  covered: undefined,
  counts: "exact",
  states: 20,
  executions: 6,
  schedules: "12786",
  elapsedMs: 3,
  assumptions: [],
  outcomes: [
    {
      status: "ok",
      exitCode: 0,
      stdout: "Result: 3\n",
      findings: [],
      needs: [],
      schedules: "12786",
      probability: 1,
      preemptions: 0,
      switches: 6,
      schedule: "L1.21.7c0f3a.0",
    },
  ],
};
