// What a recorded run says: names, lines and order, against what the program's text says (reasoning beside each).

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { picturesOf, recordRun, type Recording } from "../../src/driver/record.ts";
import { schedulerStrategy, type SchedulerChoice } from "../../src/driver/scheduler.ts";
import { eventAt, type TraceEvent } from "../../src/trace/trace.ts";

const engine = createEngine();

function record(text: string, scheduler: SchedulerChoice = { kind: "roundRobin" }): Recording {
  const program = prepare(engine.analyze(text, { file: "main.rs", edition: 2021 }), {});
  if (program.kind !== "ready") throw new Error(`not ready: ${program.kind}`);
  const strategy = schedulerStrategy(program, scheduler);
  if (typeof strategy === "string") throw new Error(strategy);
  return recordRun(program, strategy, 1000);
}

function events(recording: Recording): TraceEvent[] {
  const { events: table } = recording.trace;
  return Array.from({ length: table.count }, (_, row) => eventAt(table, row));
}

const COUNTER = `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let worker = {
        let total = Arc::clone(&total);
        thread::spawn(move || {
            let mut sum = total.lock().unwrap();
            *sum += 2;
        })
    };
    worker.join().unwrap();
    println!("{}", total.lock().unwrap());
}
`;

const CHANNEL = `use std::sync::mpsc;

#[derive(Debug)]
struct Job(u8, &'static str);

fn main() {
    let (tx, rx) = mpsc::channel();
    tx.send(Job(1, "a")).unwrap();
    tx.send(Job(2, "b")).unwrap();
    tx.send(Job(3, "c")).unwrap();
    drop(tx);
    for job in rx {
        println!("{}", job.1);
    }
}
`;

const HANDLES = `use std::rc::{Rc, Weak};

fn main() {
    let first = Rc::new(1);
    let node: Rc<Weak<i32>> = Rc::new(Rc::downgrade(&first));
    let second = Rc::clone(&node);
    let gone = Rc::downgrade(&first);
    drop(gone);
    println!("{}", second.strong_count());
}
`;

const POISON = `use std::sync::Mutex;

fn main() {
    let lock = Mutex::new(vec![1]);
    {
        let guard = lock.lock().unwrap();
        println!("{}", guard[3]);
    }
    drop(lock);
}
`;

describe("a recorded run", () => {
  it("names the guard, the lock and the lines of its life", () => {
    const recording = record(COUNTER);
    const acquire = events(recording).find((event) => event.kind === "acquire");
    assert.equal(acquire?.text, "sum");
    assert.equal(acquire?.line, 9);
    assert.equal(recording.trace.objects[acquire?.object ?? -1]?.name, "total");
    const release = events(recording).find((event) => event.kind === "release");
    // The guard is dropped at the closing brace of the closure, line 11.
    assert.deepEqual(
      [release?.text, release?.line, release?.b],
      ["sum\nscopeEnd", 11, acquire?.row],
    );
  });

  it("sees the write under the lock", () => {
    const write = events(record(COUNTER)).find((event) => event.kind === "write");
    assert.deepEqual([write?.text, write?.line], ["total\n0\n2\n+=", 10]);
  });

  it("tells what moves into a thread and joins the parts of a println", () => {
    const all = events(record(COUNTER));
    assert.equal(all.find((event) => event.kind === "spawn")?.text, "total");
    assert.deepEqual(
      all.filter((event) => event.kind === "print").map((event) => event.text),
      ["2\n"],
    );
  });

  it("tells which value goes through a channel, and what waits in it", () => {
    const recording = record(CHANNEL);
    const all = events(recording);
    const sends = all.filter((event) => event.kind === "send");
    assert.deepEqual(
      sends.map((event) => event.text),
      ['Job(1, "a")', 'Job(2, "b")', 'Job(3, "c")'],
    );
    // Messages come out in the order in which they went in.
    const received = all.filter((event) => event.kind === "recv" && event.b > -2);
    assert.deepEqual(
      received.map((event) => event.text),
      sends.map((event) => event.text),
    );
    const second = recording.pictures.find((picture) => picture.row === sends[1]?.row);
    const channel = second?.nodes.find((node) => node.kind === "channel");
    assert.deepEqual(channel?.queue, ['Job(1, "a")', 'Job(2, "b")']);
    assert.deepEqual([channel?.senders, channel?.receiverAlive], [1, true]);
  });

  it("names the handle that is cloned or dropped, and tells a Weak from an owner", () => {
    const counts = events(record(HANDLES)).filter((event) => event.kind === "dropCount");
    // Dropped in reverse order of declaration; the `Weak` inside `node` goes with it.
    assert.deepEqual(
      counts.map((event) => [event.text, event.line, event.a]),
      [
        ["gone\nweak", 8, 1],
        ["second", 10, 1],
        ["node", 10, 0],
        ["\nweak", 10, 1],
        ["first", 10, 0],
      ],
    );
  });

  it("unwinds at the end of the scope, where rustc places the drops", () => {
    const all = events(record(POISON));
    const release = all.find((event) => event.kind === "release");
    assert.deepEqual([release?.text, release?.line], ["guard\nunwind", 8]);
    assert.equal(all.find((event) => event.kind === "exit")?.line, 10);
  });

  it("gives the same rows whatever pictures are asked for", () => {
    const recording = record(CHANNEL);
    const later = picturesOf(recording, 12, 20);
    assert.deepEqual(later, recording.pictures.slice(12, 20));
  });

  it("draws nested boxes with owners and counts", () => {
    const recording = record(COUNTER);
    const spawn = events(recording).find((event) => event.kind === "spawn")?.row ?? -1;
    const node = recording.pictures.find((picture) => picture.row === spawn)?.nodes[0];
    // The clone has moved into the thread: two owners.
    assert.deepEqual(
      [node?.kind, node?.strong, node?.children[0]?.kind, node?.children[0]?.children[0]?.value],
      ["arc", 2, "mutex", "0"],
    );
  });

  it("is the same, byte for byte, when its schedule is replayed", () => {
    const first = record(COUNTER, { kind: "random", seed: 7 });
    const again = record(COUNTER, { kind: "schedule", schedule: first.trace.schedule });
    assert.deepEqual(again.trace.events, first.trace.events);
    assert.equal(again.trace.schedule, first.trace.schedule);
  });

  it("stands where the next choice is needed in “you choose”", () => {
    const start = record(COUNTER, { kind: "choose", prefix: [] });
    assert.ok(start.next.length > 0);
    const further = record(COUNTER, { kind: "choose", prefix: [0] });
    assert.ok(further.trace.events.count > start.trace.events.count);
  });

  it("refuses a schedule of another text", () => {
    const { schedule } = record(COUNTER).trace;
    assert.throws(
      () => record(COUNTER.replace("+= 2", "+= 3"), { kind: "schedule", schedule }),
      /another text/,
    );
  });
});
