// Two promises of the machine, on programs of test/programs and on concurrent ones made by chance:
//   same text and schedule, byte-equal trace        a replay in a machine made anew gives the trace and the pictures again
//   fork then step equals step                      a step on a fork gives what the step in place gives, and leaves its parent alone
// Each ends with a run in which the promise is broken on purpose: the comparison must notice.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare, type Ready } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy, type SchedulerChoice } from "../../src/driver/scheduler.ts";
import { createChance } from "../../src/explore/chance.ts";
import type { Choice } from "../../src/machine/run/pending.ts";
import { enabledChoices } from "../../src/machine/run/pending.ts";
import { describeState } from "../../src/machine/state/equal.ts";
import { initialState, settle, step } from "../../src/machine/step.ts";
import type { State } from "../../src/machine/state/state.ts";
import { readProgram } from "../support/directives.ts";
import { preamble, randomProgram, rustFunction } from "../support/randomProgram.ts";

const ROOT = "test/programs";
/** Every fourth program of ours: all of them take half a minute. */
const STRIDE = 4;
const RANDOM = 10;
const MAX_STEPS = 20;
const PICTURES = 10;
/** A livelock is recorded until it is cut off. */
const MAX_EVENTS = 3_000;

interface Subject {
  readonly name: string;
  /** With a machine of its own each time. */
  readonly prepare: () => Ready;
}

type Take = (program: Ready, state: State, choice: Choice) => State;

const engine = createEngine();
const subjects = [...ownPrograms(), ...randomPrograms()];

describe("a run", () => {
  it("is the same again, byte for byte, by its schedule", function () {
    this.timeout(120_000);
    let compared = 0;
    for (const { name, prepare: again } of subjects) {
      const first = traceOf(again(), { kind: "random", seed: 7 });
      if (first === undefined) continue;
      const { schedule } = first;
      const second = traceOf(again(), { kind: "schedule", schedule });
      assert.equal(second?.bytes, first.bytes, name);
      compared += 1;
    }
    assert.ok(compared > subjects.length * 0.9, `${compared} of ${subjects.length}`);
  });

  it("is another one by another schedule", () => {
    const differing = subjects.slice(-RANDOM).filter(({ prepare: again }) => {
      const one = traceOf(again(), { kind: "random", seed: 7 });
      const other = traceOf(again(), { kind: "random", seed: 8 });
      return one !== undefined && other !== undefined && one.bytes !== other.bytes;
    });
    assert.ok(differing.length > RANDOM / 2, `${differing.length} of ${RANDOM}`);
  });
});

describe("a step on a fork", () => {
  it("is the step itself, and the state before stays as it was", function () {
    this.timeout(120_000);
    let steps = 0;
    for (const { name, prepare: again } of subjects)
      steps += forkAndStep(again(), name, ({ machine }, state, choice) =>
        step(machine, state, choice),
      );
    assert.ok(steps > subjects.length * 5, `only ${steps} steps`);
  });

  it("would be noticed if it shared memory with the state before", () => {
    const noticed = subjects.slice(-RANDOM).filter(({ name, prepare: again }) => {
      try {
        forkAndStep(again(), name, ({ machine }, state, choice) =>
          step(machine, { ...state }, choice, { consume: true }),
        );
        return false;
      } catch (error) {
        return error instanceof assert.AssertionError;
      }
    });
    assert.equal(noticed.length, RANDOM);
  });
});

/** Undefined: a run that does not end by itself. */
function traceOf(
  program: Ready,
  scheduler: SchedulerChoice,
): { bytes: string; schedule: string } | undefined {
  const strategy = schedulerStrategy(program, scheduler);
  if (typeof strategy === "string") throw new Error(strategy);
  const { trace, pictures } = recordRun(program, strategy, PICTURES);
  if (trace.events.count > MAX_EVENTS) return undefined;
  return { bytes: JSON.stringify([trace, pictures]), schedule: trace.schedule };
}

/** One run in two states: one is changed in place, the other one stepped by `take`. The number of steps. */
function forkAndStep(program: Ready, name: string, take: Take): number {
  const { machine } = program;
  const next = createChance(11);
  let inPlace = settle(machine, initialState(machine));
  let forked = settle(machine, initialState(machine));
  let parent = "";
  for (let steps = 0; ; steps += 1) {
    const choices = forked.status === undefined ? enabledChoices(machine, forked) : [];
    const choice = choices[Math.floor(next() * choices.length)];
    if (choice === undefined || steps === MAX_STEPS) return steps;
    const before = describeState(machine, forked);
    parent ||= before;
    const child = settle(machine, take(program, forked, choice));
    inPlace = settle(machine, step(machine, inPlace, choice, { consume: true }));
    const after = describeState(machine, child);
    assert.equal(describeState(machine, inPlace), after, `${name}, step ${steps}`);
    assert.equal(describeState(machine, forked), before, `${name}, before step ${steps}`);
    forked = child;
  }
}

function ownPrograms(): Subject[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rs"))
    .sort()
    .filter((_, index) => index % STRIDE === 0)
    .map((file) => readProgram(file, readFileSync(join(ROOT, file), "utf8")))
    .filter(({ statuses, knownWrong }) => !statuses.includes("error") && knownWrong === undefined)
    .map(({ file, text, edition }) => {
      const analysis = engine.analyze(text, { file, edition });
      return { name: file, prepare: () => ready(analysis, {}) };
    });
}

function randomPrograms(): Subject[] {
  const functions = fc
    .sample(randomProgram, { numRuns: RANDOM, seed: 31 })
    .map((program, index) => rustFunction(`run${index}`, program));
  const entries = functions.map(
    (_, index) => `fn p${index}() { println!("{}", run${index}()); }\n`,
  );
  const text = `${preamble("")}${functions.join("\n")}${entries.join("")}fn main() {}\n`;
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  return functions.map((body, index) => ({
    name: body,
    prepare: () => ready(analysis, { path: `p${index}` }),
  }));
}

function ready(analysis: Analysis, entry: { path?: string }): Ready {
  const program = prepare(analysis, entry);
  if (program.kind !== "ready") throw new Error(`${analysis.file} is ${program.kind}`);
  return program;
}
