// What is run for a place that somebody points at: the entry that leads there, or the function or statements themselves, with
// arguments that can be written. Programs and results are what rustc and a real run make of the same calls.

import assert from "node:assert/strict";
import type { ToPanel } from "../../src/protocol/messages.ts";
import { shown, shownFor, startThread } from "../support/checkingThread.ts";

const thread = startThread();

/** `«…»` is the selection, `¦` the caret. */
function point(marked: string, given?: readonly string[]): readonly ToPanel[] {
  const start = marked.search(/[«¦]/);
  const end = marked.includes("»") ? marked.indexOf("»") - 1 : start;
  const text = marked.replaceAll(/[«»¦]/g, "");
  return shownFor(thread, {
    file: "main.rs",
    text,
    edition: 2021,
    entry: undefined,
    focus: [start, end],
    arguments: given,
  });
}

const values = (messages: readonly ToPanel[]) =>
  shown(messages, "arguments")?.fields.map(({ name, value }) => `${name} = ${value}`);
const errors = (messages: readonly ToPanel[]) =>
  shown(messages, "arguments")?.fields.map(({ error }) => error);
const prints = (messages: readonly ToPanel[]) =>
  shown(messages, "verdict")?.verdict.outcomes.map(
    ({ status, stdout }) => `${status} ${stdout.trim()}`,
  );

const WORK = `use std::sync::Mutex;
use std::thread;
fn work(n: usize, data: &Mutex<Vec<i32>>) {
    thread::scope(|scope| {
        for turn in 0..n {
            scope.spawn(move || da¦ta.lock().unwrap().push(turn as i32 * 10));
        }
    });
    println!("{:?}", data.lock().unwrap());
}
fn main() {}
`;

describe("a function with parameters", () => {
  it("is called with values of their types, under every schedule", () => {
    const messages = point(WORK);
    assert.deepEqual(values(messages), ["n = 2", "data = &Mutex::new(vec![1, 2, 3])"]);
    assert.deepEqual(prints(messages), ["ok [1, 2, 3, 0, 10]", "ok [1, 2, 3, 10, 0]"]);
    const trace = shown(messages, "trace")?.trace;
    assert.equal(trace?.entry, "work");
    assert.deepEqual(trace?.lines, [3, 10]);
    assert.equal(trace?.threads.length, 3);
  });

  it("takes other values, and as many threads as they say", () => {
    const messages = point(WORK, ["3", "&Mutex::new(vec![])"]);
    assert.equal(prints(messages)?.length, 6);
    assert.equal(shown(messages, "trace")?.trace.threads.length, 4);
  });

  it("says in rustc's words which value does not fit, and runs nothing", () => {
    const messages = point(WORK, ['"three"', "&Mutex::new(vec![])"]);
    assert.deepEqual(errors(messages), [
      "mismatched types: expected `usize`, found `&str`",
      undefined,
    ]);
    assert.equal(shown(messages, "trace"), undefined);
    assert.equal(shown(messages, "refused")?.kind, "refused");
  });

  it("shows the text as it is, and no line for what the wrapper does", () => {
    const messages = point(WORK);
    const trace = shown(messages, "trace");
    assert.equal(trace?.source.lines.join("\n"), WORK.replace("¦", ""));
    const lines = [...(trace?.trace.events.line ?? [])].filter((line) => line > 0);
    assert.ok(
      lines.every((line) => line >= 3 && line <= 10),
      lines.join(" "),
    );
  });
});

describe("a method", () => {
  const POOL = `use std::sync::{Arc, Mutex};
struct Pool { jobs: Arc<Mutex<Vec<u32>>>, size: usize }
impl Pool {
    fn new(size: usize) -> Pool { Pool { jobs: Arc::new(Mutex::new(Vec::new())), size } }
    fn run(&self, times: u32) {
        let hands: Vec<_> = (0..self.size).map(|_| {
            let jobs = Arc::clone(&self.jobs);
            std::thread::spawn(move || jobs.lock().unwrap().push(times))
        }).collect();
        for hand in hands { hand.join().unwrap(); }
        pri¦ntln!("{:?}", self.jobs.lock().unwrap());
    }
}
`;
  it("gets a receiver from the type's own new", () => {
    const messages = point(POOL);
    assert.deepEqual(values(messages), ["self = &Pool::new(2)", "times = 2"]);
    assert.deepEqual(prints(messages), ["ok [2, 2]"]);
  });

  it("of a generic type says what is chosen", () => {
    const stack = `use std::sync::Mutex;
struct Stack<T> { items: Mutex<Vec<T>> }
impl<T: std::fmt::Debug> Stack<T> {
    fn push(&self, item: T) { let mut items = self.items.lock().unwrap(); items.push(item); print¦ln!("{items:?}"); }
}
`;
    const messages = point(stack);
    assert.deepEqual(values(messages), [
      "T = i32",
      "self = &Stack { items: Mutex::new(vec![1, 2, 3]) }",
      "item = 2",
    ]);
    assert.deepEqual(prints(messages), ["ok [1, 2, 3, 2]"]);
    const other = point(stack, [
      "String",
      "&Stack { items: Mutex::new(vec![]) }",
      'String::from("x")',
    ]);
    assert.deepEqual(prints(other), ['ok ["x"]']);
    assert.equal(shown(other, "arguments")?.chosen, "T = String");
  });
});

describe("a selection", () => {
  const REACHED = `fn add(to: &mut i32) {
    «*to += 1;»
}
fn main() {
    let mut sum = 0;
    add(&mut sum);
    println!("{sum}");
}
`;
  it("is a focus where main leads to it: the picture opens at its first step", () => {
    const messages = point(REACHED);
    const trace = shown(messages, "trace");
    assert.equal(trace?.trace.entry, "main");
    assert.equal(trace?.trace.events.line[trace.cursor], 2);
    assert.deepEqual(prints(messages), ["ok 1"]);
  });

  it("that nothing leads to runs alone, with its free variables as fields", () => {
    const messages = point(`use std::sync::{Arc, Mutex};
fn gather(limit: u32, name: &str) -> Result<u32, String> {
    let total = Arc::new(Mutex::new(limit));
    let mut seen = Vec::new();
    «let other = Arc::clone(&total);
    std::thread::spawn(move || *other.lock().unwrap() += 1).join().unwrap();
    seen.push(*total.lock().unwrap());
    println!("{seen:?}");»
    if seen.is_empty() { return Err(name.to_string()); }
    Ok(seen[0])
}
`);
    assert.deepEqual(values(messages), ["total = Arc::new(Mutex::new(2))", "seen = vec![1, 2, 3]"]);
    assert.deepEqual(prints(messages), ["ok [1, 2, 3, 3]"]);
    assert.deepEqual(shown(messages, "trace")?.trace.lines, [5, 8]);
  });

  it("of one expression runs that expression", () => {
    const messages = point(`use std::sync::Mutex;
fn top(all: &Mutex<Vec<u8>>, or: u8) -> u8 {
    let last = «all.lock().unwrap().pop()».unwrap_or(or);
    println!("not run");
    last
}
`);
    assert.deepEqual(values(messages), ["all = &Mutex::new(vec![1, 2, 3])"]);
    assert.deepEqual(prints(messages), ["ok "]);
  });

  it("with a return in it is run as the whole function", () => {
    const messages = point(`fn first(all: &[i32]) -> i32 {
    «for one in all { if *one > 1 { return *one; } }»
    println!("none");
    0
}
`);
    assert.deepEqual(values(messages), ["all = &[1, 2, 3]"]);
    assert.deepEqual(prints(messages), ["ok "]);
  });
});
