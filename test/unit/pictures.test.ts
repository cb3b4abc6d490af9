// What the memory picture shows of every kind of shared value: read off small programs, as their text says (reasoning beside each).

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import type { Picture, PictureNode } from "../../src/trace/picture.ts";

const engine = createEngine();

function picturesOf(text: string): readonly Picture[] {
  const program = prepare(engine.analyze(text, { file: "main.rs", edition: 2021 }), {});
  if (program.kind !== "ready") throw new Error(`not ready: ${program.kind}`);
  const strategy = schedulerStrategy(program, { kind: "roundRobin" });
  if (typeof strategy === "string") throw new Error(strategy);
  return recordRun(program, strategy, 1000).pictures;
}

function flat(nodes: readonly PictureNode[]): readonly PictureNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** What the first picture says in which the node is so. */
function first(
  pictures: readonly Picture[],
  is: (node: PictureNode) => boolean,
): PictureNode | undefined {
  return pictures.flatMap(({ nodes }) => flat(nodes)).find(is);
}

describe("pictures", () => {
  it("show statics, and an atomic's older values where a relaxed load may still give them", () => {
    const pictures = picturesOf(`use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
static READY: AtomicU32 = AtomicU32::new(0);
fn main() {
    let writer = thread::spawn(|| READY.store(7, Relaxed));
    READY.load(Relaxed);
    writer.join().unwrap();
}
`);
    const stored = first(
      pictures,
      (node) => node.name === "READY" && node.children[0]?.value === "7",
    );
    // Nothing orders the store before main's load: 0 may still be loaded.
    assert.deepEqual([stored?.kind, stored?.history, stored?.owners], ["atomic", ["0"], []]);
  });

  it("give each thread its own thread-local values", () => {
    const pictures = picturesOf(`use std::cell::{Cell, RefCell};
use std::thread;
thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(1) };
    static LOG: RefCell<Vec<u8>> = RefCell::new(Vec::new());
}
fn main() {
    DEPTH.set(3);
    let other = thread::spawn(|| {
        LOG.with_borrow_mut(|log| log.push(5));
        DEPTH.set(DEPTH.get() + 1);
        println!("there");
    });
    other.join().unwrap();
    println!("here");
}
`);
    const own = (picture: Picture | undefined, thread: number) =>
      picture?.threads[thread]?.locals
        .filter((local) => local.perThread === true)
        .map(({ name, value }) => `${name} ${value}`);
    const there = pictures.find((picture) => picture.stdout === "there\n");
    assert.deepEqual(own(there, 0), ["DEPTH Cell(3)"]);
    assert.deepEqual(own(there, 1), ["DEPTH Cell(2)", "LOG RefCell([5])"]);
  });

  it("count who has arrived at a barrier", () => {
    const pictures = picturesOf(`use std::sync::Barrier;
use std::thread;
fn main() {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        scope.spawn(|| barrier.wait());
        scope.spawn(|| barrier.wait());
    });
}
`);
    const seen = pictures
      .flatMap(({ nodes }) => flat(nodes))
      .flatMap(({ arrived }) => (arrived === undefined ? [] : [arrived.join("/")]));
    assert.deepEqual([...new Set(seen)], ["0/2", "1/2"]);
  });

  it("lead from a Weak to the box that it does not own", () => {
    const pictures = picturesOf(`use std::rc::Rc;
fn main() {
    let owner = Rc::new(5);
    let weak = Rc::downgrade(&owner);
    println!("{}", weak.strong_count());
    drop(owner);
    println!("{}", weak.strong_count());
}
`);
    const weak = (stdout: string) => {
      const picture = pictures.find((one) => one.stdout === stdout);
      const local = picture?.threads[0]?.locals.find(({ name }) => name === "weak");
      const node = picture?.nodes.find(({ id }) => id === local?.node);
      return [local?.node !== undefined, node?.owners.map(({ name }) => name)];
    };
    assert.deepEqual(weak("1\n")[0], true);
    assert.ok(
      pictures.every(({ nodes }) =>
        flat(nodes).every((node) => !node.owners.some(({ name }) => name === "weak")),
      ),
    );
    // Its target has no owner any more.
    assert.deepEqual(weak("1\n0\n"), [false, undefined]);
  });

  it("write maps as `{:?}` does", () => {
    const pictures = picturesOf(`use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Mutex;
fn main() {
    let prices = Mutex::new(BTreeMap::from([("gear", 42), ("bolt", 3)]));
    let seen = Mutex::new(BTreeSet::from([2, 1]));
    let by_hash = Mutex::new(HashMap::from([("one", 1)]));
    println!("{:?} {:?} {:?}", prices.lock().unwrap(), seen.lock().unwrap(), by_hash.lock().unwrap());
}
`);
    const last = pictures.find(({ stdout }) => stdout !== "");
    const values = flat(last?.nodes ?? []).flatMap(({ value }) => value ?? []);
    // As rustc prints them: `{"bolt": 3, "gear": 42} {1, 2} {"one": 1}`.
    assert.deepEqual(values, ['{"bolt": 3, "gear": 42}', "{1, 2}", '{"one": 1}']);
    assert.equal(last?.stdout.trim().replaceAll("Mutex", ""), values.join(" "));
  });

  it("keep boxes where they are when an earlier variable goes", () => {
    const pictures = picturesOf(`use std::sync::{Arc, Mutex};
fn main() {
    let a = Arc::new(Mutex::new(1));
    let b = Arc::new(Mutex::new(2));
    let kept = Arc::clone(&b);
    let also = Arc::clone(&a);
    drop(a);
    println!("{} {}", also.lock().unwrap(), kept.lock().unwrap());
}
`);
    const orders = new Set(
      pictures
        .filter(({ nodes }) => nodes.length === 2)
        .map(({ nodes }) => nodes.map(({ id }) => id).join(" ")),
    );
    assert.equal(orders.size, 1);
  });
});
