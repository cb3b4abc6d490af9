// Hand-made runs for the panel's tests and screenshots: a counter of three threads, a deadlock of two locks, a channel, and a long one.

import type { Verdict } from "../../src/trace/verdict.ts";
import { createWorld, local, node } from "./sampleWorld.ts";
import type { Sample } from "./sampleWorld.ts";

export type { Sample };

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

const OK = { status: "ok", exitCode: 0, stderr: "", findings: [] } as const;

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

export const CHANNEL_SOURCE = `use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();

    for id in 1..=2 {
        let tx = tx.clone();
        thread::spawn(move || {
            tx.send(format!("job {id}")).unwrap();
            tx.send(format!("bye {id}")).unwrap();
        });
    }
    drop(tx);

    for job in rx {
        println!("{job}");
    }
}
`;

/** Two producers, one receiver that waits, and the loop that ends with the last sender. */
export function channelSample(): Sample {
  const w = createWorld("jobs.rs", CHANNEL_SOURCE, [4, 19]);
  const main = w.threads[0];
  if (main === undefined) throw new Error("no main");
  const channel = w.object("channel", "rx", "Receiver<String>", 5);
  const box = node("ch", "channel", "rx", "channel of String", {
    object: channel,
    queue: [],
    senders: 1,
    receiverAlive: true,
  });
  w.event("start", 0, 4);
  w.shot();
  w.event("create", 0, 5, { object: channel, at: "mpsc::channel()" });
  w.nodes.push(box);
  box.owners.push({ thread: 0, name: "rx" }, { thread: 0, name: "tx" });
  main.locals.push(
    local("tx", "Sender<String>", "Sender", { node: "ch" }),
    local("rx", "Receiver<String>", "Receiver", { node: "ch" }),
  );
  w.shot();
  for (let id = 1; id <= 2; id++) {
    const thread = w.addThread(id === 1 ? "thread 1" : "courier", 0);
    w.event("spawn", 0, 9, { a: thread, text: "tx, id", at: "thread::spawn" });
    w.threads[thread]?.locals.push(
      local("tx", "Sender<String>", "Sender", { node: "ch" }),
      local("id", "i32", String(id)),
    );
    box.senders = id + 1;
    box.owners.push({ thread, name: "tx" });
    w.shot();
  }
  const dropSender = (thread: number, line: number, at: string): void => {
    box.senders = (box.senders ?? 1) - 1;
    w.event("endDropped", thread, line, { object: channel, a: box.senders, b: 0, at });
    box.owners = box.owners.filter((owner) => !(owner.thread === thread && owner.name === "tx"));
    const own = w.threads[thread];
    if (own !== undefined) own.locals = own.locals.filter((entry) => entry.name !== "tx");
    w.shot();
  };
  const sendMessage = (thread: number, line: number, value: string): void => {
    const queue = box.queue ?? [];
    w.event("send", thread, line, {
      object: channel,
      a: queue.length + 1,
      text: value,
      at: "tx.send",
    });
    queue.push(value);
    box.changed = true;
    w.shot();
  };
  const receive = (from: number): void => {
    const value = box.queue?.shift() ?? "";
    w.event("recv", 0, 16, {
      object: channel,
      a: box.queue?.length ?? 0,
      b: from,
      text: value,
      at: "rx",
    });
    main.locals = [
      ...main.locals.filter((entry) => entry.name !== "job"),
      local("job", "String", value),
    ];
    box.changed = true;
    w.shot();
    w.event("print", 0, 17, { text: `${value.replaceAll('"', "")}\n`, at: 'println!("{job}")' });
    w.world.stdout += `${value.replaceAll('"', "")}\n`;
    w.shot();
  };
  dropSender(0, 14, "drop(tx)");
  w.event("blocked", 0, 16, { object: channel, a: -1, text: "recv", at: "rx" });
  main.state = "waiting";
  main.waitsFor = { object: channel, reason: "waits for a message in rx" };
  box.waiting = [0];
  w.shot();
  w.event("start", 1, 9, { at: "move ||" });
  w.shot();
  sendMessage(1, 10, '"job 1"');
  w.event("unblocked", 0, 16, { at: "rx" });
  main.state = "ready";
  box.waiting = [];
  w.shot();
  w.event("start", 2, 9, { at: "move ||" });
  w.shot();
  sendMessage(2, 10, '"job 2"');
  receive(1);
  sendMessage(1, 11, '"bye 1"');
  dropSender(1, 12, "}");
  w.event("end", 1, 12, { at: "}" });
  Object.assign(w.threads[1] ?? {}, { state: "done", locals: [], end: w.row() - 1 });
  w.shot();
  receive(2);
  sendMessage(2, 11, '"bye 2"');
  receive(1);
  dropSender(2, 12, "}");
  w.event("end", 2, 12, { at: "}" });
  Object.assign(w.threads[2] ?? {}, { state: "done", locals: [], end: w.row() - 1 });
  w.shot();
  receive(2);
  w.event("recv", 0, 16, { object: channel, a: 0, b: -3, at: "rx" });
  w.shot();
  w.event("end", 0, 19, { at: "}" });
  main.state = "done";
  w.shot();
  return w.finish({ ...OK, stdout: w.world.stdout });
}

export const CHANNEL_VERDICT: Verdict = {
  status: "explored",
  complete: false,
  completeExceptOutput: false,
  bound: "schedules with more than 3 preemptions",
  covered: "218 000 states, then 10 000 random schedules",
  counts: "estimated",
  states: 218000,
  executions: 41000,
  schedules: "41200",
  elapsedMs: 8200,
  assumptions: [
    { id: "cut-line", line: 17 },
    { id: "cores", line: 0 },
  ],
  outcomes: [
    ["job 1\nbye 1\njob 2\nbye 2\n", 0.41],
    ["job 1\njob 2\nbye 1\nbye 2\n", 0.31],
    ["job 2\njob 1\nbye 1\nbye 2\n", 0.17],
    ["job 2\nbye 2\njob 1\nbye 1\n", 0.0904],
    ["job 2\njob 1\nbye 2\nbye 1\n", 0.0196],
  ].map(([stdout, probability], at) => ({
    status: "ok",
    exitCode: 0,
    stdout: String(stdout),
    findings: [],
    needs: at === 4 ? ["timer"] : [],
    schedules: String(9000 - at * 1700),
    probability: Number(probability),
    preemptions: at,
    switches: at + 3,
    schedule: `L1.21.7711ab.${at}`,
  })),
};

/** As many events as asked for: threads that lock, write and unlock in turn, round after round. */
export function longSample(events: number, threads = 6): Sample {
  const w = createWorld("long.rs", COUNTER_SOURCE, [5, 24]);
  w.world.keepPictures = false;
  const locks = [0, 1, 2].map((at) => w.object("mutex", `shard${at}`, "Mutex<u64>", 6));
  w.event("start", 0, 5);
  for (let child = 1; child < threads; child++) {
    w.addThread(`worker ${child}`, 0);
    w.event("spawn", 0, 11, { a: child, text: "shards" });
  }
  w.event("blocked", 0, 20, { a: 1, text: "join" });
  for (let child = 1; child < threads; child++) w.event("start", child, 11);
  const owner: (number | undefined)[] = locks.map(() => undefined);
  const from: number[] = locks.map(() => 0);
  const blockedOn = new Map<number, number>();
  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  while (w.row() < events - 1) {
    const thread = 1 + random(threads - 1);
    const wanted = blockedOn.get(thread);
    if (wanted !== undefined && owner[wanted] !== undefined) continue;
    blockedOn.delete(thread);
    const at = wanted ?? random(locks.length);
    if (owner[at] === undefined) {
      if (owner.includes(thread)) continue;
      owner[at] = thread;
      from[at] = w.event("acquire", thread, 12, { object: locks[at] ?? 0, text: "num" });
    } else if (owner[at] === thread) {
      w.event("write", thread, 14, {
        object: locks[at] ?? 0,
        text: `*num\n${w.row()}\n${w.row() + 1}\n+=`,
      });
      w.event("release", thread, 15, {
        object: locks[at] ?? 0,
        b: from[at] ?? 0,
        text: "num\nscopeEnd",
      });
      owner[at] = undefined;
    } else if (!owner.includes(thread)) {
      w.event("blocked", thread, 12, {
        object: locks[at] ?? 0,
        a: owner[at] ?? -1,
        b: 12,
        text: "mutex",
      });
      blockedOn.set(thread, at);
    } else {
      w.event("line", thread, 13);
    }
  }
  w.event("exit", 0, 24, { a: 0 });
  return w.finish({ ...OK, stdout: "" });
}

/** Every kind of event, band and box once; the story makes no sense, the pictures must. */
export function zooSample(): Sample {
  const w = createWorld("zoo.rs", COUNTER_SOURCE, [5, 24]);
  const object = (kind: Parameters<typeof w.object>[0], name: string, type: string) =>
    w.object(kind, name, type, 6);
  const mutex = object("mutex", "scores", "Mutex<Vec<i32>>");
  const table = object("rwlock", "table", "RwLock<HashMap<String, u32>>");
  const ready = object("condvar", "ready", "Condvar");
  const gate = object("barrier", "gate", "Barrier");
  const config = object("once", "CONFIG", "OnceLock<String>");
  const hits = object("atomic", "HITS", "AtomicUsize");
  const cell = object("refcell", "cell", "RefCell<i32>");
  const shared = object("rc", "shared", "Rc<RefCell<i32>>");
  w.nodes.push(
    node("s", "mutex", "scores", "Mutex<Vec<i32>>", {
      object: mutex,
      poisoned: true,
      children: [node("sv", "value", "Vec<i32>", "Vec<i32>", { value: "[1, 2, 3]" })],
    }),
    node("t", "rwlock", "table", "RwLock<HashMap<String, u32>>", {
      object: table,
      holders: [
        { thread: 1, mode: "read", since: 12 },
        { thread: 2, mode: "read", since: 13 },
      ],
      waiting: [3],
      children: [
        node("tv", "value", "HashMap<String, u32>", "HashMap<String, u32>", {
          value: '{"a": 1, "a rather long key": 22}',
        }),
      ],
    }),
    node("c", "condvar", "ready", "Condvar", { object: ready, waiting: [1, 2] }),
    node("g", "barrier", "gate", "Barrier", { object: gate, value: "2 of 3 arrived" }),
    node("o", "once", "CONFIG", "OnceLock<String>", { object: config, value: "initialised" }),
    node("h", "atomic", "HITS", "AtomicUsize", { object: hits, value: "17" }),
    node("r", "rc", "shared", "Rc<RefCell<i32>>", {
      object: shared,
      strong: 2,
      weak: 1,
      owners: [{ thread: 0, name: "shared" }],
      children: [
        node("rc", "refcell", "shared", "RefCell<i32>", {
          object: cell,
          holders: [{ thread: 0, mode: "mut", since: 8 }],
          children: [node("rv", "value", "i32", "i32", { value: "5" })],
        }),
      ],
    }),
  );
  const main = w.threads[0];
  main?.locals.push(
    local("shared", "Rc<RefCell<i32>>", "", { node: "r" }),
    local("borrow", "RefMut<i32>", "5", { guards: "rc" }),
    local("n", "usize", "17"),
  );
  const say = (
    kind: Parameters<typeof w.event>[0],
    thread: number,
    rest: Parameters<typeof w.event>[3] = {},
  ) => {
    const row = w.event(kind, thread, 6 + (w.row() % 16), rest);
    w.shot();
    return row;
  };
  say("start", 0);
  for (let child = 1; child <= 5; child++) {
    w.addThread(["", "reader", "writer", "sleeper", "parker", "panicker"][child] ?? "", 0);
    say("spawn", 0, { a: child, text: "scores" });
  }
  const borrow = say("borrow", 0, { object: cell, a: 1, text: "borrow" });
  say("write", 0, { object: cell, text: "*borrow\n4\n5\n+=" });
  say("borrow", 0, { object: cell, a: 0, b: 1 });
  say("borrowEnd", 0, { object: cell, a: 1, b: borrow, text: "borrow" });
  say("downgrade", 0, { object: shared, a: 1, b: 1, text: "shared" });
  say("upgrade", 0, { object: shared, a: 2, b: 1, text: "weak" });
  const read1 = say("acquire", 1, { object: table, a: 1, text: "seen" });
  const read2 = say("acquire", 2, { object: table, a: 1, text: "seen" });
  say("sleep", 3, { a: 250 });
  say("blocked", 3, { text: "sleep" });
  say("blocked", 4, { text: "park" });
  say("acquire", 5, { object: mutex, text: "scores" });
  say("panic", 5, { text: "index out of bounds: the len is 3 but the index is 7" });
  say("poison", 5, { object: mutex });
  say("release", 5, { object: mutex, text: "scores\nunwind" });
  say("end", 5, { a: 1 });
  say("load", 1, { object: hits, text: "Relaxed\n16\n16\nload" });
  say("rmw", 1, { object: hits, text: "SeqCst\n16\n17\nfetch_add" });
  say("release", 1, { object: table, a: 1, b: read1, text: "seen\nscopeEnd" });
  say("unpark", 2, { a: 4 });
  say("unblocked", 4);
  say("release", 2, { object: table, a: 1, b: read2, text: "seen\ndrop" });
  say("tryFailed", 2, { object: mutex, text: "poisoned" });
  say("clearPoison", 2, { object: mutex });
  say("wait", 1, { object: ready });
  say("blocked", 1, { object: ready, a: -1, text: "condvar" });
  say("once", 2, { object: config, a: 0 });
  say("once", 2, { object: config, a: 1 });
  say("notify", 2, { object: ready, a: 1 });
  say("unblocked", 1);
  say("woken", 1, { object: ready, a: 0 });
  say("barrier", 4, { object: gate, a: 1, b: 2 });
  say("blocked", 4, { object: gate, a: -1, text: "barrier" });
  say("barrier", 2, { object: gate, a: 2, b: 2 });
  say("unblocked", 4);
  say("unblocked", 3);
  say("yield", 3);
  say("fence", 3, { text: "SeqCst" });
  say("print", 3, { text: "done\n" });
  say("end", 3);
  say("end", 4);
  say("end", 2);
  say("end", 1);
  say("join", 0, { a: 5, b: 1 });
  say("catch", 0);
  say("exit", 0, { a: 3 });
  return w.finish({
    status: "exit",
    exitCode: 3,
    stdout: "done\n",
    stderr:
      "thread 'panicker' panicked at zoo.rs:22:9:\nindex out of bounds: the len is 3 but the index is 7\n",
    findings: [
      {
        kind: "poison_cascade",
        message: "the panic of panicker poisons scores",
        line: 22,
        related: [{ line: 12, message: "locked here" }],
      },
    ],
  });
}
