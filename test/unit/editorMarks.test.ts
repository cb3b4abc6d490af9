// Marks in the editor as plain data: critical sections, releases, what the status bar says.

import assert from "node:assert/strict";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { bodiesWithin, heldAt, releaseHints, sectionAt } from "../../src/ide/sections.ts";
import { statusAt } from "../../src/ide/status.ts";

const TEXT = `use std::cell::RefCell;
use std::sync::{Arc, Mutex};
use std::thread;

fn work(list: &Mutex<Vec<u32>>, log: &RefCell<Vec<u32>>) {
    let mut items = list.lock().unwrap();
    items.push(1);
    {
        let mut lines = log.borrow_mut();
        lines.push(2);
    }
    println!("{}", items.len());
}

fn main() {
    let shared = Arc::new(Mutex::new(0));
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let shared = shared.clone();
            thread::spawn(move || *shared.lock().unwrap() += 1)
        })
        .collect();
    for one in threads {
        one.join().unwrap();
    }
    work(&Mutex::new(vec![]), &RefCell::new(vec![]));
}

fn plain(n: u32) -> u32 {
    n + 1
}
`;

const engine = createEngine();
const analysis = engine.analyze(TEXT, { file: "main.rs", edition: 2021 });
const at = (text: string) => TEXT.indexOf(text) + 1;
const line = (offset: number) => lineColumnAt(analysis.lines, offset).line;

describe("marks in the editor", () => {
  it("finds the innermost critical section around the caret", () => {
    const outer = sectionAt(analysis, at("items.len"));
    assert.equal(outer?.name, "list");
    assert.deepEqual([line(outer?.span.start ?? 0), line(outer?.span.end ?? 0)], [6, 13]);
    assert.equal(sectionAt(analysis, at("lines.push"))?.name, "log");
    assert.equal(sectionAt(analysis, at("n + 1")), undefined);
  });

  it("names what is held, outermost first", () => {
    assert.deepEqual(heldAt(analysis, at("lines.push")), ["list", "log"]);
    assert.deepEqual(heldAt(analysis, at("Arc::new")), []);
  });

  it("hints at releases behind the braces that make them", () => {
    const all = bodiesWithin(analysis, { start: 0, end: TEXT.length }).flatMap((body) =>
      releaseHints(analysis, body),
    );
    assert.deepEqual(all.map(({ offset, label }) => `${line(offset)} ${label}`).sort(), [
      "11 borrow of log ends",
      "13 list is free",
    ]);
  });

  it("says what a function starts and makes, and what is held at the caret", () => {
    assert.equal(statusAt(analysis, at("let shared"))?.text, "4 threads · 2 mutexes · 1 RefCell");
    assert.equal(statusAt(analysis, at("items.len"))?.text, "held here: list");
    assert.equal(statusAt(analysis, at("n + 1")), undefined);
  });
});
