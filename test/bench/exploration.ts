// Exploration: every schedule of the programs on which checkers are compared, beside what loom and Shuttle took for them
// (recorded; see test/support/benchmarkRows.ts), and beside the states of the same program as operations alone, explored with
// persistent sets (test/support/opModel.ts). Arguments: parts of names, to choose rows.
//
// The time is that of one verdict, everything linked and compiled for the first time in it; the rate is that of the same search
// once the processor's caches and the compiler know it.

import { createEngine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { machineOf, prepare, type Ready } from "../../src/driver/program.ts";
import { machineModel } from "../../src/explore/machineModel.ts";
import { createSearch } from "../../src/explore/search.ts";
import { benchmarkRows } from "../support/benchmarkRows.ts";
import type { BenchmarkRow } from "../support/benchmarkRows.ts";
import { exploreOps } from "../support/opModel.ts";
import { opRow } from "../support/opRows.ts";
import { against, milliseconds, print, ratio, time } from "./table.ts";

const LIMIT_MS = 20_000;
const SLICE = 20_000;
/** How long a search is repeated for its rate. */
const WARM_MS = 300;
/** What a verdict may take; the rows that are named may take less. */
const GOAL_MS = 10_000;
const GOALS_MS: Readonly<Record<string, number>> = {
  "counter(10)": 1000,
  "dining ordered(5)": 2000,
  "dining in a circle(5)": 2000,
  "pc 2P2C, 1 each": 2000,
};
const ALL_MS = 60_000;
const wanted = process.argv.slice(3);
const engine = createEngine();
let total = 0;
const rows = benchmarkRows()
  .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map(measure);
print({
  title: "Every schedule: time to the verdict",
  columns: [
    "",
    "states",
    "of operations alone",
    "time",
    "goal",
    "states/s",
    "outcomes",
    "classes",
    "loom",
    "Shuttle",
    "of the faster peer",
  ],
  rows,
  note: `all: ${milliseconds(total)} (${against(total, ALL_MS)})
loom and Shuttle: executions and time as recorded on one core, release builds; \`>\` means stopped there. classes: executions
that are not equivalent, the fewest that a search without states can do with.`,
});

function measure(row: BenchmarkRow): readonly string[] {
  const prepared = prepare(engine.analyze(row.source, { file: "main.rs" }), {});
  if (prepared.kind !== "ready") return [row.name, "cannot run"];
  const running = startExploration(prepared, { maxStates: 2_000_000 });
  const begun = performance.now();
  const took = time(() => {
    const { exploration } = running;
    while (exploration.deciding && performance.now() - begun < LIMIT_MS) exploration.advance(SLICE);
    exploration.stop("time");
  });
  total += took;
  const { states, outcomes, complete } = running.verdict(took);
  const peer = Math.min(...row.peerMs.map((ms) => ms ?? Infinity));
  const program = opRow(row.name);
  return [
    row.name,
    `${complete ? "" : "> "}${states.toLocaleString("en")}`,
    program === undefined ? "" : ratio(states, exploreOps(program).states),
    milliseconds(took),
    against(took, GOALS_MS[row.name] ?? GOAL_MS),
    Math.round(rate(prepared)).toLocaleString("en"),
    `${outcomes.length}/${row.outcomes}`,
    row.classes.toLocaleString("en"),
    row.loom,
    row.shuttle,
    Number.isFinite(peer) ? `${(took / peer).toFixed(2)}x` : "",
  ];
}

/** States a second of processor time. */
function rate(program: Ready): number {
  const model = machineModel(machineOf(program, true));
  const once = (): number => {
    const options = { reduce: true, output: true, schedulingOnly: false, maxStates: 2_000_000 };
    const search = createSearch(model, options);
    while (!search.done && search.bound === undefined) search.advance(SLICE);
    return search.graph.nodeCount;
  };
  once();
  const begun = process.cpuUsage();
  for (let states = once(); ; states += once()) {
    const { user, system } = process.cpuUsage(begun);
    const used = (user + system) / 1000;
    if (used >= WARM_MS) return (states / used) * 1000;
  }
}
