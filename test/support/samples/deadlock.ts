// A hand-made run: two threads take two locks in opposite order.

import type { Verdict } from "../../../src/trace/verdict.ts";
import { createWorld, local, node } from "../sampleWorld.ts";
import type { Sample } from "../sampleWorld.ts";

export const DEADLOCK_SOURCE = `use std::sync::{Arc, Mutex};
use std::thread;

fn transfer(from: &Mutex<i64>, to: &Mutex<i64>, amount: i64) {
    let mut source = from.lock().unwrap();
    let mut target = to.lock().unwrap();
    *source -= amount;
    *target += amount;
}

fn main() {
    let alice = Arc::new(Mutex::new(100));
    let bob = Arc::new(Mutex::new(50));

    let (a, b) = (Arc::clone(&alice), Arc::clone(&bob));
    let first = thread::spawn(move || transfer(&a, &b, 30));
    let (a, b) = (Arc::clone(&alice), Arc::clone(&bob));
    let second = thread::spawn(move || transfer(&b, &a, 20));

    first.join().unwrap();
    second.join().unwrap();
    println!("{} {}", alice.lock().unwrap(), bob.lock().unwrap());
}
`;

/** Two accounts locked in opposite orders: AB-BA. */
export function deadlockSample(): Sample {
  const w = createWorld("transfer.rs", DEADLOCK_SOURCE, [11, 23]);
  const main = w.threads[0];
  if (main === undefined) throw new Error("no main");
  const names = ["alice", "bob"] as const;
  const arcs = names.map((name, at) => w.object("arc", name, "Arc<Mutex<i64>>", 12 + at));
  const locks = names.map((name, at) => w.object("mutex", name, "Mutex<i64>", 12 + at));
  const leaves = [
    node("va", "value", "i64", "i64", { value: "100" }),
    node("vb", "value", "i64", "i64", { value: "50" }),
  ];
  const boxes = names.map((name, at) =>
    node(`arc-${name}`, "arc", name, "Arc<Mutex<i64>>", {
      object: arcs[at] ?? 0,
      strong: 1,
      weak: 0,
      children: [
        node(`mutex-${name}`, "mutex", name, "Mutex<i64>", {
          object: locks[at] ?? 0,
          children: leaves.slice(at, at + 1),
        }),
      ],
    }),
  );
  w.event("start", 0, 11);
  w.shot();
  names.forEach((name, at) => {
    w.event("create", 0, 12 + at, { object: arcs[at] ?? 0, at: "Arc::new" });
    const box = boxes[at];
    if (box !== undefined) {
      w.nodes.push(box);
      box.owners.push({ thread: 0, name });
    }
    main.locals.push(local(name, "Arc<Mutex<i64>>", "Arc(…)", { node: `arc-${name}` }));
    w.shot();
  });
  [1, 2].forEach((child) => {
    const line = child === 1 ? 15 : 17;
    names.forEach((name, at) => {
      w.event("clone", 0, line, {
        object: arcs[at] ?? 0,
        a: child + 1,
        text: name,
        at: `Arc::clone(&${name})`,
      });
      const box = boxes[at];
      if (box !== undefined) Object.assign(box, { strong: child + 1, changed: true });
      w.shot();
    });
    const thread = w.addThread(`thread ${child}`, 0);
    w.event("spawn", 0, line + 1, { a: thread, text: "a, b", at: "thread::spawn" });
    boxes.forEach((box, at) => box.owners.push({ thread, name: at === 0 ? "a" : "b" }));
    w.threads[thread]?.locals.push(
      local("a", "Arc<Mutex<i64>>", "Arc(…)", { node: "arc-alice" }),
      local("b", "Arc<Mutex<i64>>", "Arc(…)", { node: "arc-bob" }),
    );
    w.shot();
  });
  const lockOf = (at: number) => boxes[at]?.children[0];
  const enter = (thread: number): void => {
    w.event("start", thread, thread === 1 ? 16 : 18, { at: "move ||" });
    w.shot();
    w.event("line", thread, 5);
    const own = w.threads[thread];
    if (own !== undefined) own.fn = "transfer";
    w.shot();
  };
  const take = (thread: number, at: number): void => {
    w.event("acquire", thread, 5, { object: locks[at] ?? 0, text: "source", at: "from.lock()" });
    const lock = lockOf(at);
    if (lock !== undefined)
      Object.assign(lock, { holders: [{ thread, mode: "lock", since: 5 }], changed: true });
    w.threads[thread]?.locals.push(
      local("source", "MutexGuard<i64>", leaves[at]?.value ?? "", {
        guards: `mutex-${names[at] ?? ""}`,
      }),
    );
    w.shot();
  };
  const want = (thread: number, at: number, holder: number): void => {
    w.event("blocked", thread, 6, {
      object: locks[at] ?? 0,
      a: holder,
      b: 5,
      text: "mutex",
      at: "to.lock()",
    });
    const own = w.threads[thread];
    const reason = `waits for ${names[at] ?? ""}, which thread ${holder} holds`;
    if (own !== undefined)
      Object.assign(own, {
        state: "blocked",
        waitsFor: { object: locks[at] ?? 0, thread: holder, reason },
      });
    lockOf(at)?.waiting.push(thread);
    w.shot();
  };
  enter(1);
  take(1, 0);
  enter(2);
  take(2, 1);
  w.event("blocked", 0, 20, { a: 1, text: "join", at: "first.join()" });
  main.state = "waiting";
  main.waitsFor = { thread: 1, reason: "waits for thread 1 to end" };
  w.shot();
  w.event("line", 1, 6);
  w.shot();
  want(1, 1, 2);
  w.event("line", 2, 6);
  w.shot();
  want(2, 0, 1);
  return w.finish({
    status: "deadlock",
    exitCode: undefined,
    stdout: "",
    stderr: "",
    findings: [
      {
        kind: "deadlock_cycle",
        message: "thread 1 holds alice and wants bob; thread 2 holds bob and wants alice",
        line: 6,
        related: [{ line: 5, message: "alice and bob are locked here" }],
        cycle: [
          {
            thread: 1,
            holds: locks[0],
            holdsSince: 5,
            wants: locks[1] ?? 0,
            wantsKind: "object",
            wantsAt: 6,
          },
          {
            thread: 2,
            holds: locks[1],
            holdsSince: 5,
            wants: locks[0] ?? 0,
            wantsKind: "object",
            wantsAt: 6,
          },
        ],
      },
    ],
  });
}

export const DEADLOCK_VERDICT: Verdict = {
  status: "explored",
  complete: true,
  completeExceptOutput: true,
  bound: undefined,
  covered: undefined,
  counts: "exact",
  states: 31,
  executions: 9,
  schedules: "187",
  elapsedMs: 4,
  assumptions: [],
  outcomes: [
    {
      status: "ok",
      exitCode: 0,
      stdout: "90 60\n",
      findings: [],
      needs: [],
      schedules: "184",
      probability: 0.625,
      preemptions: 0,
      switches: 2,
      schedule: "L1.21.99ab12.0",
    },
    {
      status: "deadlock",
      exitCode: undefined,
      stdout: "",
      needs: [],
      schedules: "3",
      probability: 0.375,
      findings: [{ kind: "deadlock_cycle", message: "", line: 6, related: [] }],
      preemptions: 1,
      switches: 2,
      schedule: "L1.21.99ab12.1f",
    },
  ],
};
