// A long trace: what it takes to open one of 100,000 events, to stand at any event of it, and to draw pictures at its end,
// which runs the schedule again.

import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { picturesOf, recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import {
  blockedEvent,
  buildTraceIndex,
  holdersAt,
  lineAt,
  stateAt,
  waitersAt,
  type TraceIndex,
} from "../../src/trace/traceIndex.ts";
import { against, median, milliseconds, percentile, print, time } from "./table.ts";

const GOAL = 50;
const SEEKS = 1000;
const SHOWN = 20;

const TEXT = `
use std::sync::Mutex;
use std::thread;

fn main() {
    let total = Mutex::new(0u64);
    thread::scope(|s| {
        for step in 1..=4 {
            let total = &total;
            s.spawn(move || {
                for turn in 0..3000 {
                    let mut held = total.lock().unwrap();
                    let more = turn * step;
                    *held += more;
                }
            });
        }
    });
}
`;

const program = prepare(createEngine().analyze(TEXT, { file: "main.rs" }), {});
if (program.kind !== "ready") throw new Error("cannot run");
const strategy = schedulerStrategy(program, { kind: "random", seed: 1 });
if (typeof strategy === "string") throw new Error(strategy);
const begun = performance.now();
const recording = recordRun(program, strategy, SHOWN);
const recorded = performance.now() - begun;
const { trace } = recording;
const { count } = trace.events;

const opening = Array.from({ length: 15 }, () => time(() => buildTraceIndex(trace)));
const index = buildTraceIndex(trace);
// Rows all over the trace, never one behind the other.
const rows = Array.from({ length: SEEKS }, (_, at) => (at * 61_803) % count);
const seeking = rows.map((row) => time(() => stand(index, row)));
const drawing = Array.from({ length: 3 }, () =>
  time(() => picturesOf(recording, count - SHOWN, count)),
);

print({
  title: `A trace of ${count.toLocaleString("en")} events`,
  columns: ["", "median", "p95", "goal", ""],
  rows: [
    ["the run, recorded", milliseconds(recorded), "", "", ""],
    row("open: index of all events", opening),
    row("seek: every thread and object at one event", seeking),
    [
      `pictures of the last ${SHOWN} events: the run again`,
      milliseconds(median(drawing)),
      milliseconds(percentile(drawing, 0.95)),
      "",
      "",
    ],
  ],
});

function row(name: string, times: readonly number[]): readonly string[] {
  const middle = median(times);
  return [
    name,
    milliseconds(middle),
    milliseconds(percentile(times, 0.95)),
    `${GOAL} ms`,
    against(middle, GOAL),
  ];
}

/** Everything that the player shows of an event. */
function stand(on: TraceIndex, at: number): number {
  let shown = 0;
  for (const { index: thread } of trace.threads) {
    if (stateAt(on, thread, at) !== undefined) shown += lineAt(on, thread, at);
    if (blockedEvent(on, thread, at) !== undefined) shown += 1;
  }
  for (const { index: object } of trace.objects)
    shown += holdersAt(on, object, at).length + waitersAt(on, object, at).length;
  return shown;
}
