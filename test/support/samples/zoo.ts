// A hand-made run in which every kind of event, band and box occurs.

import { createWorld, local, node } from "../sampleWorld.ts";
import type { Sample } from "../sampleWorld.ts";
import { COUNTER_SOURCE } from "./counter.ts";

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
