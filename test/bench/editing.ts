// Editing: the first hover of a process, hovers after a change of one character, and the memory that a long file takes.
//
// Edits are measured in processor time, since other work on the machine is not theirs, and beside a yardstick: checking the
// whole file from scratch in the same process.

import { paddedPosition } from "../../src/base/padding.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { longProgram, counter } from "./programs.ts";
import { against, cpuTime, median, milliseconds, percentile, print, ratio } from "./table.ts";

const OPTIONS = { file: "main.rs" };
const engine = createEngine();
const first = cpuTime(() => {
  const text = counter(10);
  hoverAt(engine.open(text, OPTIONS), text.indexOf("counter.lock") + 9);
});
const rows: (readonly string[])[] = [
  ["first hover of a process", "", milliseconds(first), "", "150 ms", against(first, 150)],
];

const WARM_UP = 50;
const EDITS = 60;
const TYPED = 400;

measure(1000, 5);
measure(10_000, 25);
typing();
print({
  title: "Hover after an edit of one character, and memory (processor time)",
  columns: ["", "median", "p95", "of checking the whole file", "goal", ""],
  rows,
  note: `An edit of a body adds a digit to a number in it; one of a signature adds a letter to a parameter's name.
Typing is ${TYPED.toLocaleString("en")} edits in 1,000 lines, each with a hover, one in ten of a signature.`,
});

function measure(lines: number, goal: number): void {
  const text = longProgram(lines);
  const before = heap();
  const whole = cpuTime(() => void engine.analyze(text, OPTIONS).diagnostics());
  const kept = engine.open(text, OPTIONS);
  kept.diagnostics();
  const taken = (heap() - before) / 1e6;
  const name = `${lines.toLocaleString("en")} lines`;
  row(`${name}, edit in a body`, edits(text, "0..4", "0..44"), whole, goal);
  row(`${name}, edit of a signature`, edits(text, "(rounds: u64)", "(roundss: u64)"), whole, 100);
  rows.push([
    `${name}, memory with all ${kept.diagnostics().length} messages`,
    "",
    `${taken.toFixed(0)} MB`,
    "",
    lines > 5000 ? "100 MB" : "",
    lines > 5000 ? against(taken, 100) : "",
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
  const places = placesOf(text, from);
  const times: number[] = [];
  let analysis = engine.open(text, OPTIONS);
  for (let edit = 0; edit < WARM_UP + EDITS; edit += 1) {
    const at = places[edit % places.length] ?? 0;
    const took = cpuTime(() => (analysis = hovered(analysis, text, at, from, to)));
    if (edit >= WARM_UP) times.push(took);
    analysis = engine.edit(analysis, text);
  }
  return times;
}

function hovered(before: Analysis, text: string, at: number, from: string, to: string): Analysis {
  const edited = text.slice(0, at) + to + text.slice(at + from.length);
  const analysis = engine.edit(before, edited);
  const pointer = edited.indexOf("store.add", at) + 2;
  if (hoverAt(analysis, paddedPosition(analysis.padding, pointer)) === undefined)
    throw new Error("no hover");
  return analysis;
}

function placesOf(text: string, piece: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push(at);
  return places;
}

/** What stays behind of many edits. */
function typing(): void {
  const text = longProgram(1000);
  const bodies = placesOf(text, "0..4");
  const heads = placesOf(text, "(rounds: u64)");
  let analysis = engine.open(text, OPTIONS);
  let settled = 0;
  for (let edit = 0; edit < TYPED; edit += 1) {
    // By then each function was typed in once.
    if (edit === TYPED / 4) settled = heap();
    const head = edit % 10 === 0;
    const places = head ? heads : bodies;
    const at = places[edit % places.length] ?? 0;
    const [from, to] = head ? ["(rounds: u64)", "(roundss: u64)"] : ["0..4", "0..44"];
    analysis = hovered(analysis, text, at, from ?? "", to ?? "");
  }
  const grown = (heap() - settled) / 1e6;
  rows.push([
    "typing, memory that it leaves",
    "",
    `${grown.toFixed(1)} MB`,
    "",
    "1 MB",
    `${against(grown, 1)}${analysis.edits < 0 ? " " : ""}`,
  ]);
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
