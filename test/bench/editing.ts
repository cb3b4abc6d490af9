// Editing: the first hover of a process, hovers after a change of one character, and the memory that a long file takes.

import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { longProgram, counter } from "./programs.ts";
import { against, median, milliseconds, percentile, print, ratio, time } from "./table.ts";

const engine = createEngine();
const first = time(() => {
  const text = counter(10);
  hoverAt(engine.analyze(text, { file: "main.rs" }), text.indexOf("counter.lock") + 9);
});
const rows: (readonly string[])[] = [
  ["first hover of a process", "", milliseconds(first), "", "150 ms", against(first, 150)],
];

const WARM_UP = 30;
const EDITS = 100;

measure(1000, 5);
measure(10_000, 25);
print({
  title: "Hover after an edit of one character, and the memory of a long file",
  columns: ["", "median", "p95", "of checking the whole file", "goal", ""],
  rows,
  note: "An edit of a body adds a digit to a number in it; one of a signature adds a letter to a parameter's name.",
});

function measure(lines: number, goal: number): void {
  const text = longProgram(lines);
  const before = heap();
  const whole = time(() => void engine.analyze(text, { file: "main.rs" }).diagnostics());
  const kept = engine.analyze(text, { file: "main.rs" });
  kept.diagnostics();
  const taken = (heap() - before) / 1e6;
  const name = `${lines.toLocaleString("en")} lines`;
  row(`${name}, edit in a body`, edits(text, "0..4", "0..44"), whole, goal);
  row(`${name}, edit of a signature`, edits(text, "(rounds: u64)", "(roundss: u64)"), whole, 100);
  rows.push([
    `${name}, memory with every message`,
    "",
    `${taken.toFixed(0)} MB`,
    "",
    lines > 5000 ? "100 MB" : "",
    lines > 5000 ? against(taken, 100) : `${kept.lines === undefined ? "" : "ok"}`,
  ]);
}

function row(what: string, times: readonly number[], whole: number, goal: number): void {
  const p95 = percentile(times, 0.95);
  rows.push([
    what,
    milliseconds(median(times)),
    milliseconds(p95),
    ratio(p95, whole),
    milliseconds(goal),
    against(p95, goal),
  ]);
}

/** An edit in one function after the other, and a hover in it. */
function edits(text: string, from: string, to: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) places.push(at);
  const times: number[] = [];
  for (let edit = 0; edit < WARM_UP + EDITS; edit += 1) {
    const at = places[edit % places.length] ?? 0;
    const edited = text.slice(0, at) + to + text.slice(at + from.length);
    const pointer = edited.indexOf("store.add", at) + 2;
    const took = time(() => hoverAt(engine.analyze(edited, { file: "main.rs" }), pointer));
    if (edit >= WARM_UP) times.push(took);
  }
  return times;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
