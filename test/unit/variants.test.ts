// What-ifs: what each proposes is read off the program's text; what it changes is known from how locks and memory orders work.

import assert from "node:assert/strict";
import { finish } from "../../src/base/steps.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { exploreAll } from "../../src/driver/exploreProgram.ts";
import { applyEdits } from "../../src/ide/fixes/fix.ts";
import { variantsOf } from "../../src/ide/variants/variants.ts";
import type { Outcome, Verdict } from "../../src/trace/verdict.ts";
import { compareVerdicts, shareOf } from "../../src/webview/outcomes/compare.ts";

const engine = createEngine();
const analyze = (text: string) => engine.analyze(text, { file: "main.rs", edition: 2021 });

function variants(text: string) {
  return finish(variantsOf(analyze(text), analyze));
}

function outputs(text: string): string[] {
  const verdict = exploreAll(analyze(text), { maxStates: 100_000, entry: undefined });
  return verdict.outcomes.map((outcome) => `${outcome.status} ${outcome.stdout}`).sort();
}

const MESSAGE = `use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::thread;

static BODY: AtomicI32 = AtomicI32::new(0);
static SENT: AtomicBool = AtomicBool::new(false);

fn main() {
    let sender = thread::spawn(|| {
        BODY.store(7, Ordering::Relaxed);
        SENT.store(true, Ordering::Release);
    });
    if SENT.load(Ordering::Acquire) {
        println!("{}", BODY.load(Ordering::Relaxed));
    }
    sender.join().unwrap();
}
`;

const HELD = `use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for _ in 0..4 {
        let total = Arc::clone(&total);
        workers.push(thread::spawn(move || {
            let mut sum = total.lock().unwrap();
            *sum += 1;
            thread::yield_now();
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
`;

describe("what-ifs", () => {
  it("weaken a memory order, and show what can be seen then", () => {
    const found = variants(MESSAGE);
    const weaker = found.find(({ title }) => title === "`Relaxed` instead of `Release`, line 10");
    assert.ok(weaker, found.map(({ title }) => title).join("\n"));
    const changed = applyEdits(MESSAGE, weaker.edits);
    assert.equal(changed, MESSAGE.replace("Release", "Relaxed"));
    // Without release and acquire the flag orders nothing: the old body can be read.
    assert.deepEqual(outputs(MESSAGE), ["ok ", "ok 7\n"]);
    assert.deepEqual(outputs(changed), ["ok ", "ok 0\n", "ok 7\n"]);
  });

  it("propose no order that rustc denies", () => {
    for (const { edits } of variants(MESSAGE)) {
      const text = applyEdits(MESSAGE, edits);
      assert.doesNotMatch(text, /load\(Ordering::(Release|AcqRel)|store\([^)]*(Acquire|AcqRel)/);
    }
  });

  it("drop a guard behind its last use, and start fewer threads, on the same lines", () => {
    const found = variants(HELD);
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        "`sum` dropped after line 11",
        "2 turns of the loop instead of 4, line 7",
        "3 turns of the loop instead of 4, line 7",
      ],
    );
    const [drop, fewer] = found.map(({ edits }) => applyEdits(HELD, edits).split("\n"));
    assert.equal(drop?.[10], "            *sum += 1; drop(sum);");
    assert.equal(fewer?.[6], "    for _ in 0..2 {");
    assert.equal(drop?.length, HELD.split("\n").length);
  });

  it("leave a guard alone that is used to the end of its block", () => {
    const tight = HELD.replace("            thread::yield_now();\n", "");
    assert.ok(!variants(tight).some(({ title }) => title.includes("dropped")));
  });
});

describe("verdicts side by side", () => {
  const outcome = (stdout: string, probability: number | undefined, needs: string[] = []) =>
    ({ status: "ok", exitCode: 0, stdout, probability, needs, findings: [] }) as unknown as Outcome;
  const verdict = (...outcomes: Outcome[]) => ({ complete: true, outcomes }) as unknown as Verdict;

  it("put what both can do first, then what is new, then what is gone", () => {
    const before = verdict(outcome("a", 0.25), outcome("b", 0.75));
    const now = verdict(outcome("c", 0.5), outcome("b", 0.5));
    assert.deepEqual(
      compareVerdicts(before, now).map((row) => [
        row.outcome.stdout,
        row.before?.probability,
        row.now?.probability,
      ]),
      [
        ["b", 0.75, 0.5],
        ["c", undefined, 0.5],
        ["a", 0.25, undefined],
      ],
    );
  });

  it("give no percentage to what takes more than scheduling", () => {
    const stale = outcome("old", 0, ["stale load"]);
    assert.equal(shareOf(verdict(outcome("new", 1), stale), stale), undefined);
    const only = outcome("x", undefined);
    assert.equal(shareOf(verdict(only), only), 1);
  });
});
