// The machine: simple MIR steps per second on tight loops beside Python 3, and what it costs to fork a state.

import { spawnSync } from "node:child_process";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { enabledChoices } from "../../src/machine/run/pending.ts";
import type { State } from "../../src/machine/state/state.ts";
import { initialState, runToVisible, settle, step } from "../../src/machine/step.ts";
import { median, milliseconds, print, ratio, time } from "./table.ts";

const TURNS = 1_000_000;
const PORTION = 10_000;
const engine = createEngine();

const LOOPS: readonly (readonly [string, string, string])[] = [
  ["i32", "let mut i: i32 = 0; let mut sum: i32 = 0;", "sum = sum ^ i; i += 1;"],
  ["usize", "let mut i: usize = 0; let mut sum: usize = 0;", "sum = sum ^ i; i += 1;"],
];

function machineOf(text: string): Machine {
  const prepared = prepare(engine.analyze(text, { file: "main.rs" }), {});
  if (prepared.kind !== "ready") throw new Error(`cannot run: ${text}`);
  return prepared.machine;
}

function loopText(start: string, body: string): string {
  return `fn main() { ${start} while i < ${TURNS} { ${body} } assert!(sum != 7); }`;
}

const PYTHON = `
import time
def loop():
    i = 0
    total = 0
    while i < ${TURNS}:
        total = total ^ i
        i += 1
    return total
best = 1e9
for _ in range(5):
    begun = time.perf_counter()
    loop()
    best = min(best, time.perf_counter() - begun)
print(best * 1000)
`;
const python = Number(spawnSync("python3", ["-c", PYTHON], { encoding: "utf8" }).stdout);

print({
  title: `The machine: a loop of ${TURNS.toLocaleString("en")} turns, best of 5`,
  columns: ["", "time", "MIR steps/s", "of Python 3", "goal", ""],
  rows: [
    ["Python 3", milliseconds(python), "", "1x", "", ""],
    ...LOOPS.map(([name, start, body]) => loopRow(name, loopText(start, body))),
  ],
  note: "A step is a statement or terminator of MIR, as the machine counts them against its limits.",
});
print(forks());

function loopRow(name: string, text: string): readonly string[] {
  const times: number[] = [];
  let steps = 0;
  for (let run = 0; run < 5; run += 1) {
    const machine = machineOf(text);
    times.push(time(() => (steps = runToEnd(machine))));
  }
  const best = Math.min(...times);
  const rate = steps / best / 1000;
  return [
    `while loop, ${name}`,
    milliseconds(best),
    `${rate.toFixed(1)} M`,
    ratio(best, python),
    "20 M, 15x",
    rate >= 20 && best <= 15 * python
      ? "ok"
      : `${Math.max(20 / rate, best / python / 15).toFixed(1)}x over`,
  ];
}

/** Takes the first choice until the end; the number of operations done, to the next whole portion. */
function runToEnd(machine: Machine): number {
  let state = initialState(machine);
  let portions = 0;
  for (;;) {
    while (state.running.length > 0 && state.status === undefined) {
      state = runToVisible(machine, state, { fuel: PORTION });
      portions += 1;
    }
    const [choice] = state.status === undefined ? enabledChoices(machine, state) : [];
    if (choice === undefined) return portions * PORTION;
    state = step(machine, state, choice, { fuel: PORTION, consume: true });
  }
}

function forks() {
  const threads = 20;
  const machine = machineOf(`
use std::sync::{Arc, Mutex};
use std::thread;
fn main() {
    let total = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..${threads}).map(|n| {
        let total = Arc::clone(&total);
        thread::spawn(move || { let mut held = total.lock().unwrap(); *held += n; })
    }).collect();
    for handle in handles { handle.join().unwrap(); }
}`);
  let state: State = settle(machine, initialState(machine));
  // Main starts every thread before one of them takes a step.
  for (let spawned = 0; spawned < threads; spawned += 1) {
    const choice = enabledChoices(machine, state).find((one) => one.thread === 0);
    if (choice !== undefined) state = step(machine, state, choice);
  }
  const choices = enabledChoices(machine, state);
  const run = () => {
    for (const choice of choices) step(machine, state, choice);
  };
  for (let i = 0; i < 200; i += 1) run();
  const micros = (median(Array.from({ length: 50 }, () => time(run))) / choices.length) * 1000;
  const copy = () => structuredClone({ threads: state.threads.map((one) => one?.status) });
  const copies = (time(() => Array.from({ length: 1000 }, copy)) / 1000) * 1000;
  return {
    title: `A state with ${threads} threads: one choice taken (fork and step)`,
    columns: ["", "time", "of yardstick"],
    rows: [
      ["structuredClone of the threads' status alone", `${copies.toFixed(2)} us`, "1x"],
      [
        `fork and step, ${choices.length} choices`,
        `${micros.toFixed(2)} us`,
        ratio(micros, copies),
      ],
    ],
  };
}
