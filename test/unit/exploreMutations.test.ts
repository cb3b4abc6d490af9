// Each rule of the model matters: with one switched off, a small program has other outcomes than it should. What they should be
// stands beside each, from std's documentation.

import assert from "node:assert/strict";
import { machineModel } from "../../src/explore/machineModel.ts";
import type { Model } from "../../src/explore/model.ts";
import { createSearch } from "../../src/explore/search.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { State } from "../../src/machine/state/state.ts";
import type { Body } from "../../src/mir/mir.ts";
import type { Primitive, PrimitiveContext } from "../../src/machine/primitive.ts";
import { concurrentPrimitives } from "../../src/std/concurrent.ts";
import { sequentialPrimitives } from "../../src/std/sequential.ts";
import { machineFor } from "../support/runText.ts";

type Change = (primitive: Primitive) => Primitive;

/** What else than primitives can be changed. */
interface Other {
  readonly machine?: (machine: Machine) => Machine;
  readonly model?: (model: Model<State>) => Model<State>;
}

/** Status and output of every ending that takes nothing but scheduling and what `needs` allows. */
function outcomes(
  body: string,
  changes: Readonly<Record<string, Change>> = {},
  other: Other = {},
): string[] {
  const primitives = new Map([...sequentialPrimitives(), ...concurrentPrimitives()]);
  for (const [key, change] of Object.entries(changes)) {
    const primitive = primitives.get(key);
    assert.ok(primitive, `no primitive ${key}`);
    primitives.set(key, change(primitive));
  }
  const source = `use std::sync::{mpsc, Condvar, Mutex, RwLock, atomic::{AtomicI32, Ordering::SeqCst}};
use std::thread;
use std::time::Duration;
${body}`;
  const plain = machineFor(source, { primitives });
  const model = machineModel(other.machine?.(plain) ?? plain);
  const search = createSearch(other.model?.(model) ?? model, {
    reduce: true,
    output: true,
    schedulingOnly: false,
    maxStates: 20_000,
  });
  while (!search.done && search.bound === undefined) search.advance(1_000_000);
  assert.equal(search.bound, undefined);
  return [...search.endings.groups.values()]
    .map(({ status, stdout }) => `${status} ${stdout.trimEnd()}`)
    .sort();
}

const withMover: Change = (primitive) => ({
  ...primitive,
  visible: (cx) => {
    const op = primitive.visible?.(cx);
    return op && { ...op, mover: "mutation" };
  },
});
const unobserving: Change = (primitive) => ({
  ...primitive,
  visible: (cx) => {
    const op = primitive.visible?.(cx);
    return op && { ...op, observes: [] };
  },
});
const firstWayOnly: Change = (primitive) => ({
  ...primitive,
  alternatives: (cx) => (primitive.alternatives?.(cx) ?? [{ label: "" }]).slice(0, 1),
});
const schedulingOnly: Change = (primitive) => ({
  ...primitive,
  alternatives: (cx) =>
    (primitive.alternatives?.(cx) ?? []).filter(({ needs }) => needs === undefined),
});
const unblocked: Change = (primitive) => ({ ...primitive, blocked: () => undefined });
const withArgument =
  (index: number, value: number): Change =>
  (primitive) => ({
    ...primitive,
    run: (cx, alternative) => {
      const args = cx.args.map((cells, at) => (at === index ? [value] : cells));
      const changed = Object.create(cx, { args: { value: args } }) as PrimitiveContext;
      return primitive.run(changed, alternative);
    },
  });
const doingNothing: Change = (primitive) => ({
  ...primitive,
  run: () => ({ kind: "value", cells: [] }),
});

/** As if waiting threads queued by their numbers. */
const inOrder: Change = (primitive) => ({
  ...primitive,
  blocked: (cx) => {
    const reason = primitive.blocked?.(cx);
    const before = cx.state.threads.some(
      (one) => one !== undefined && one.id > 0 && one.id < cx.thread && one.status === "live",
    );
    return reason ?? (before ? { kind: "park" } : undefined);
  },
});
const alwaysAwake: Change = (primitive) => ({
  ...primitive,
  blocked: () => undefined,
  alternatives: () => [{ label: "" }],
});

/** The first two drops of main change places. */
function swappingDrops(machine: Machine): Machine {
  const { program, entry } = machine;
  const body = (instance: Parameters<typeof program.body>[0]): Body | undefined => {
    const own = program.body(instance);
    return own !== undefined && instance.kind === "item" && instance.def === entry.def
      ? swapDrops(own)
      : own;
  };
  return Object.assign(machine, { program: { ...program, body } });
}

function swapDrops(body: Body): Body {
  const drops = body.blocks.flatMap(({ terminator }) =>
    terminator?.kind === "drop" ? [terminator] : [],
  );
  const [first, second] = drops;
  assert.ok(first && second);
  const blocks = body.blocks.map((block) => {
    const { terminator } = block;
    if (terminator === first) return { ...block, terminator: { ...first, place: second.place } };
    if (terminator === second) return { ...block, terminator: { ...second, place: first.place } };
    return block;
  });
  return { ...body, blocks };
}

/** As if no thread's operation worked on anything that another one uses. */
function touchingNothing(model: Model<State>): Model<State> {
  const stances = (state: State, only?: number) =>
    model.stances?.(state, only)?.map((one) => ({ ...one, touches: [], nothingElse: true }));
  return Object.create(model, { stances: { value: stances } }) as Model<State>;
}

interface Rule {
  readonly rule: string;
  readonly body: string;
  readonly right: readonly string[];
  readonly off: Readonly<Record<string, Change>>;
}

const RULES: readonly Rule[] = [
  {
    rule: "taking a mutex depends on who else wants it",
    body: `fn main() {
    let (a, b) = (&Mutex::new(0), &Mutex::new(0));
    thread::scope(|s| {
        s.spawn(|| { let _a = a.lock(); let _b = b.lock(); });
        let _b = b.lock(); let _a = a.lock();
    });
}`,
    right: ["deadlock ", "ok "],
    off: { "mutex.lock": withMover },
  },
  {
    rule: "try_lock sees a lock given back",
    body: `fn main() {
    let m = &Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| drop(m.lock()));
        println!("{}", m.try_lock().is_ok());
    });
}`,
    right: ["ok false", "ok true"],
    off: { "mutex.try_lock": unobserving },
  },
  {
    rule: "is_finished sees a thread end",
    body: `fn main() {
    let t = thread::spawn(|| ());
    println!("{}", t.is_finished());
}`,
    right: ["ok false", "ok true"],
    off: { "thread.is_finished": unobserving },
  },
  {
    rule: "try_recv sees the last sender go",
    body: `fn main() {
    let (tx, rx) = mpsc::channel::<i32>();
    let t = thread::spawn(move || drop(tx));
    println!("{:?}", rx.try_recv());
    t.join().unwrap();
}`,
    right: ["ok Err(Disconnected)", "ok Err(Empty)"],
    off: { "channel.try_recv": unobserving },
  },
  {
    rule: "a notification wakes any of those who wait",
    body: `fn main() {
    let (m, c, order) = (&Mutex::new(0), &Condvar::new(), &Mutex::new(Vec::new()));
    thread::scope(|s| {
        for id in 0..2 {
            s.spawn(move || {
                let mut waiting = m.lock().unwrap();
                *waiting += 1;
                while *waiting < 3 { waiting = c.wait(waiting).unwrap(); }
                order.lock().unwrap().push(id);
                c.notify_one();
            });
            while *m.lock().unwrap() <= id {}
        }
        *m.lock().unwrap() = 3;
        c.notify_one();
    });
    println!("{:?}", order.lock().unwrap());
}`,
    right: ["ok [0, 1]", "ok [1, 0]"],
    off: { "condvar.notify_one": firstWayOnly, "condvar.wait": schedulingOnly },
  },
  {
    rule: "a notification that comes before the wait is lost",
    body: `fn main() {
    let (m, c) = (Mutex::new(0), Condvar::new());
    c.notify_one();
    drop(c.wait(m.lock().unwrap()));
}`,
    right: ["deadlock ", "ok "],
    off: { "condvar.wait": alwaysAwake },
  },
  {
    rule: "a mutex goes to any of those who wait for it",
    body: `fn main() {
    let m = &Mutex::new(Vec::new());
    thread::scope(|s| {
        let held = m.lock().unwrap();
        s.spawn(|| m.lock().unwrap().push(1));
        s.spawn(|| m.lock().unwrap().push(2));
        drop(held);
    });
    println!("{:?}", m.lock().unwrap());
}`,
    right: ["ok [1, 2]", "ok [2, 1]"],
    off: { "mutex.lock": inOrder },
  },
  {
    rule: "a wait may end without a notification",
    body: `fn main() {
    let (m, c) = (Mutex::new(0), Condvar::new());
    drop(c.wait(m.lock().unwrap()));
    println!("woke");
}`,
    right: ["deadlock ", "ok woke"],
    off: { "condvar.wait": schedulingOnly },
  },
  {
    rule: "a timer may fire before the message comes",
    body: `fn main() {
    let (tx, rx) = mpsc::channel();
    let t = thread::spawn(move || tx.send(1).unwrap());
    println!("{}", rx.recv_timeout(Duration::from_secs(1)).is_ok());
    drop(rx);
    let _ = t.join();
}`,
    right: ["ok false", "ok true"],
    off: { "channel.recv_until": schedulingOnly },
  },
  {
    rule: "a panic poisons the mutex it holds",
    body: `fn main() {
    let m = &Mutex::new(0);
    let joined = thread::scope(|s| s.spawn(|| { let _m = m.lock().unwrap(); panic!(); }).join());
    println!("{} {}", joined.is_err(), m.lock().is_err());
}`,
    right: ["ok true true"],
    off: { "mutex.unlock": withArgument(1, 0) },
  },
  {
    rule: "a weak compare-exchange may fail for no reason",
    body: `fn main() {
    let a = AtomicI32::new(0);
    println!("{}", a.compare_exchange_weak(0, 1, SeqCst, SeqCst).is_ok());
}`,
    right: ["ok false", "ok true"],
    off: { "atomic.compare_exchange": firstWayOnly },
  },
  {
    rule: "an unpark that comes early is kept",
    body: `fn main() {
    let main = thread::current();
    let t = thread::spawn(move || main.unpark());
    t.join().unwrap();
    thread::park();
    println!("on");
}`,
    right: ["ok on"],
    off: { "thread.unpark": doingNothing },
  },
  {
    rule: "a barrier keeps all back until the last has come",
    body: `fn main() {
    let (a, gate) = (&AtomicI32::new(0), &std::sync::Barrier::new(2));
    thread::scope(|s| {
        s.spawn(move || { a.store(1, SeqCst); gate.wait(); });
        gate.wait();
        println!("{}", a.load(SeqCst));
    });
}`,
    right: ["ok 1"],
    off: { "barrier.wait": unblocked, "barrier.arrive": unblocked },
  },
];

const OTHERS: readonly (Omit<Rule, "off"> & { readonly off: Other })[] = [
  {
    rule: "locals are dropped in the reverse order of their declaration",
    body: `struct Loud(i32);
impl Drop for Loud { fn drop(&mut self) { println!("{}", self.0); } }
fn main() { let _a = Loud(1); let _b = Loud(2); }`,
    right: ["ok 2\n1"],
    off: { machine: swappingDrops },
  },
  {
    rule: "a thread alone is enough only where nobody else touches what it does",
    body: `fn main() {
    let (a, b) = (&Mutex::new(0), &Mutex::new(0));
    thread::scope(|s| {
        s.spawn(|| { let _a = a.lock(); let _b = b.lock(); });
        s.spawn(|| { let _b = b.lock(); let _a = a.lock(); });
    });
}`,
    right: ["deadlock ", "ok "],
    off: { model: touchingNothing },
  },
];

describe("the rules of the model", () => {
  for (const { rule, body, right, off } of OTHERS) {
    it(rule, () => {
      assert.deepEqual(outcomes(body), right);
      assert.notDeepEqual(outcomes(body, {}, off), right, "nothing notices when it is off");
    });
  }

  for (const { rule, body, right, off } of RULES) {
    it(rule, () => {
      assert.deepEqual(outcomes(body), right);
      assert.notDeepEqual(outcomes(body, off), right, "nothing notices when it is switched off");
    });
  }
});
