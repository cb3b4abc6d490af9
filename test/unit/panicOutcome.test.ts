// An outcome that is a panic says what main panicked with: the messages of real runs of these programs.

import assert from "node:assert/strict";
import { outcomeTitle } from "../../src/explain/outcome.ts";
import { shown, shownFor, startThread } from "../support/checkingThread.ts";

const thread = startThread();

function panics(text: string): readonly (string | undefined)[] {
  const subject = { file: "main.rs", text, entry: undefined, focus: undefined };
  const messages = shownFor(thread, { ...subject, edition: 2021 });
  const outcomes = shown(messages, "verdict")?.verdict.outcomes ?? [];
  return outcomes.map((outcome) => `${outcomeTitle(outcome)} | ${outcome.panic ?? ""}`);
}

describe("an outcome that is a panic", () => {
  it("carries its message", () => {
    const message = "index out of bounds: the len is 3 but the index is 3";
    const text = `fn main() { let all = vec![1, 2, 3]; println!("{}", all[all.len()]); }`;
    assert.deepEqual(panics(text), [`panic: ${message} | ${message}`]);
  });

  it("tells every message that runs with this ending have", () => {
    const text = `use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
static LAST: AtomicU32 = AtomicU32::new(0);
fn main() {
    let other = std::thread::spawn(|| LAST.store(1, SeqCst));
    LAST.store(2, SeqCst);
    other.join().unwrap();
    panic!("last was {}", LAST.load(SeqCst));
}
`;
    assert.deepEqual(panics(text), ["panic: last was 1 | last was 1\nlast was 2"]);
  });

  it("has none where only another thread panicked", () => {
    const text = `fn main() { assert!(std::thread::spawn(|| panic!("inside")).join().is_err()); }`;
    assert.deepEqual(panics(text), ["no output | "]);
  });
});
