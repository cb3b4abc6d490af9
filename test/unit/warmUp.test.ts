// A checking thread that has warmed up answers what a cold one does, and gives up warming when it is asked for something.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { FromWorker, Subject } from "../../src/protocol/work.ts";
import { rest, startThread, type CheckingThread } from "../support/checkingThread.ts";

const PROGRAMS = ["two_locks", "moved_counter"];

function subjectOf(name: string): Subject {
  const text = readFileSync(`samples/src/bin/${name}.rs`, "utf8");
  return { file: `${name}.rs`, text, edition: 2021, entry: undefined, focus: undefined };
}

/** All that a thread says of a program: its run or its repairs, and its verdict. */
function ask(thread: CheckingThread, subject: Subject): readonly FromWorker[] {
  thread.send({
    kind: "run",
    id: 1,
    subject,
    scheduler: { kind: "roundRobin" },
    whatIf: false,
    variants: false,
  });
  thread.send({
    kind: "explore",
    id: 2,
    subject,
    whatIf: false,
    timeLimitMs: 60_000,
    maxStates: 20_000,
  });
  rest(thread);
  return thread.answers.splice(0);
}

describe("warming up", () => {
  it("says nothing but that it is done", () => {
    const thread = startThread();
    thread.send({ kind: "warmUp", id: 7 });
    assert.deepEqual(thread.answers, []);
    rest(thread);
    assert.deepEqual(thread.answers, [{ kind: "done", id: 7 }]);
  });

  it("changes no answer, whether it came to its end or was given up", () => {
    const cold = startThread();
    const given = startThread();
    const warm = startThread();
    for (const thread of [warm, given]) thread.send({ kind: "warmUp", id: 7 });
    rest(warm);
    given.turn();
    warm.answers.length = 0;
    for (const name of PROGRAMS) {
      const expected = ask(cold, subjectOf(name));
      assert.ok(
        expected.some(({ kind }) => kind === "panel"),
        name,
      );
      assert.deepEqual(ask(warm, subjectOf(name)), expected, name);
      assert.deepEqual(ask(given, subjectOf(name)), expected, name);
    }
  });
});
