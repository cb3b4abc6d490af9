// The explorer against plain enumeration: on every program of test/programs with few enough schedules, both give the same
// endings, the same numbers of schedules, the same probabilities and the same lengths of the shortest.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "../../src/driver/engine.ts";
import { machineOf } from "../../src/driver/program.ts";
import { createExploration, type RawOutcome } from "../../src/explore/exploration.ts";
import { machineModel } from "../../src/explore/machineModel.ts";
import type { State } from "../../src/machine/state/state.ts";
import { readProgram } from "../support/directives.ts";
import { everySchedule } from "../support/naive.ts";

const root = "test/programs";
const engine = createEngine();
const MAX_SCHEDULES = 1500;
/** Programs with fewer than so many schedules must be there, or the comparison compares nothing. */
const MIN_COMPARED = 40;

describe("explorer and plain enumeration", () => {
  it("agree on every small program", function () {
    this.timeout(300_000);
    let compared = 0;
    for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
      if (file.endsWith(".rs") && compare(file)) compared++;
    }
    assert.ok(compared >= MIN_COMPARED, `only ${compared} programs were small enough`);
  });
});

function compare(file: string): boolean {
  const program = readProgram(file, readFileSync(join(root, file), "utf8"));
  if (program.statuses.includes("error") || program.knownWrong !== undefined) return false;
  const analysis = engine.analyze(program.text, { file, edition: program.edition });
  const entry = analysis.entries.find((one) => one.kind === "main");
  if (entry === undefined) return false;
  const naive = everySchedule(
    machineModel(machineOf({ analysis, entry, unchecked: false })),
    MAX_SCHEDULES,
  );
  if (naive === undefined) return false;
  const exploration = createExploration(
    machineModel(machineOf({ analysis, entry, unchecked: false }, true)),
    { maxStates: 50_000, maxCounted: 50_000, maxWalks: 0 },
  );
  while (exploration.phase !== "done") exploration.advance(1_000_000);
  const result = exploration.result();
  const plain = result.outcomes.filter((one) => one.needs.length === 0);
  assert.deepEqual(plain.map(keyOf).sort(), [...naive.outcomes.keys()].sort(), file);
  for (const outcome of result.counts === "exact" ? plain : []) {
    const expected = naive.outcomes.get(keyOf(outcome));
    assert.equal(outcome.schedules, expected?.schedules, `${file}: schedules of ${keyOf(outcome)}`);
    const { preemptions, switches, choices } = outcome.witness;
    assert.deepEqual(
      [preemptions, switches, choices.length],
      expected?.shortest,
      `${file}: shortest way to ${keyOf(outcome)}`,
    );
    const difference = Math.abs((outcome.probability ?? 0) - (expected?.probability ?? 0));
    assert.ok(
      difference < 1e-9,
      `${file}: probability of ${keyOf(outcome)} is off by ${difference}`,
    );
  }
  return true;
}

/** As `everySchedule` writes it. */
function keyOf(outcome: RawOutcome<State>): string {
  return JSON.stringify([
    outcome.end?.kind ?? "deadlock",
    outcome.end?.code ?? null,
    outcome.stdout,
  ]);
}
