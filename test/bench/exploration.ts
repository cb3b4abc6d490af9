// Exploration: every schedule of the programs on which checkers are compared, beside what loom and Shuttle took for them
// (recorded; see test/support/benchmarkRows.ts). Arguments: parts of names, to choose rows.

import { createEngine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { prepare } from "../../src/driver/program.ts";
import { benchmarkRows } from "../support/benchmarkRows.ts";
import type { BenchmarkRow } from "../support/benchmarkRows.ts";
import { milliseconds, print, time } from "./table.ts";

const LIMIT_MS = 20_000;
const SLICE = 20_000;
const wanted = process.argv.slice(3);
const engine = createEngine();
const rows = benchmarkRows()
  .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map(measure);
print({
  title: "Every schedule: time to the verdict",
  columns: ["", "states", "time", "states/s", "outcomes", "loom", "Shuttle", "of the faster peer"],
  rows,
  note: "loom and Shuttle: executions and time as recorded on one core, release builds; `>` means stopped there.",
});

function measure(row: BenchmarkRow): readonly string[] {
  const prepared = prepare(engine.analyze(row.source, { file: "main.rs" }), {});
  if (prepared.kind !== "ready") return [row.name, "cannot run", "", "", "", "", "", ""];
  const running = startExploration(prepared, { maxStates: 2_000_000 });
  const begun = performance.now();
  const took = time(() => {
    const { exploration } = running;
    while (exploration.deciding && performance.now() - begun < LIMIT_MS) exploration.advance(SLICE);
    exploration.stop("time");
  });
  const { states, outcomes, complete } = running.verdict(took);
  const peer = Math.min(...row.peerMs.map((ms) => ms ?? Infinity));
  return [
    row.name,
    `${complete ? "" : "> "}${states.toLocaleString("en")}`,
    milliseconds(took),
    Math.round((states / took) * 1000).toLocaleString("en"),
    `${outcomes.length}/${row.outcomes}`,
    row.loom,
    row.shuttle,
    Number.isFinite(peer) ? `${(took / peer).toFixed(2)}x` : "",
  ];
}
