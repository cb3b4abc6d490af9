// Programs that rustc rejects only because something is not `Send` or `Sync`, run with that check off. What can happen follows
// from the counts being plain memory: an owner that reads, and writes what it read plus or minus one.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { canRunUnchecked, prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { roundRobin } from "../../src/explore/strategy.ts";
import { eventText } from "../../src/explain/eventSentence.ts";
import { eventAt } from "../../src/trace/trace.ts";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import type { Verdict } from "../../src/trace/verdict.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";

const engine = createEngine();

function ready(text: string) {
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  const program = prepare(analysis, {}, true);
  if (program.kind !== "ready") throw new Error(`not ready: ${program.kind}`);
  return program;
}

function explored(text: string): Verdict {
  const running = startExploration(ready(text), { maxStates: 100_000 });
  while (running.exploration.phase !== "done") running.exploration.advance(1_000_000);
  return running.verdict(0);
}

function told(text: string, schedule?: string): string[] {
  const program = ready(text);
  const strategy =
    schedule === undefined
      ? roundRobin()
      : schedulerStrategy(program, { kind: "schedule", schedule });
  if (typeof strategy === "string") throw new Error(strategy);
  const { trace } = recordRun(program, strategy, 0);
  const index = buildTraceIndex(trace);
  return Array.from({ length: trace.events.count }, (_, row) => row)
    .filter((row) => ["load", "store"].includes(eventAt(trace.events, row).kind))
    .map((row) => eventText({ index, source: undefined }, row));
}

const COUNTED = `use std::rc::Rc;
use std::thread;

fn main() {
    let shared = Rc::new(5);
    let other = Rc::clone(&shared);
    let worker = thread::spawn(move || {
        let _mine = Rc::clone(&other);
    });
    let _again = Rc::clone(&shared);
    worker.join().unwrap();
    println!("{shared}");
}
`;

const CELL = `use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let hits = Arc::new(Cell::new(0));
    let other = Arc::clone(&hits);
    let worker = thread::spawn(move || other.set(other.get() + 1));
    hits.set(hits.get() + 1);
    worker.join().unwrap();
    println!("{}", hits.get());
}
`;

describe("without the check of Send and Sync", () => {
  it("an Rc between threads leaks or is used after it was freed", () => {
    const verdict = explored(COUNTED);
    const kinds = verdict.outcomes.map((outcome) => outcome.findings.map(({ kind }) => kind));
    assert.ok(
      kinds.some((all) => all.includes("leak")),
      JSON.stringify(kinds),
    );
    assert.ok(
      kinds.some((all) => all.includes("undefined_behaviour")),
      JSON.stringify(kinds),
    );
    // It can also go well.
    assert.ok(kinds.some((all) => !all.some((kind) => kind !== "data_race")));
    assert.equal(verdict.complete, false, "what follows undefined behaviour is no claim");
  });

  it("a Cell between threads loses updates", () => {
    const outputs = explored(CELL).outcomes.map((outcome) => outcome.stdout);
    assert.deepEqual([...new Set(outputs)].sort(), ["1\n", "2\n"]);
  });

  it("tells each access, and which change is lost", () => {
    assert.match(told(COUNTED)[0] ?? "", /reads the owner count of shared: 2 \(line 8\)/);
    const lossy = explored(CELL).outcomes.find((outcome) => outcome.stdout === "1\n");
    const sentences = told(CELL, lossy?.schedule);
    assert.ok(
      sentences.some((one) => /It had read 0; another thread has written since/.test(one)),
      sentences.join("\n"),
    );
  });

  it("runs nothing that is rejected for another reason too", () => {
    const allows = (text: string) =>
      canRunUnchecked(engine.analyze(text, { file: "main.rs", edition: 2021 }));
    assert.equal(allows(COUNTED), true);
    assert.equal(allows(COUNTED.replace("println", "let _: u8 = 'x'; println")), false);
    assert.equal(allows(COUNTED.replace("println", "drop(other); println")), false);
    // A program that rustc accepts needs no such thing.
    assert.equal(allows("fn main() {}"), false);
  });

  it("changes nothing for programs with the check on", () => {
    const accepted = COUNTED.replaceAll("Rc", "Arc").replace("std::rc", "std::sync");
    const program = prepare(engine.analyze(accepted, { file: "main.rs", edition: 2021 }), {}, true);
    assert.ok(program.kind === "ready" && !program.unchecked);
  });
});
