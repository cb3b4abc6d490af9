// Every program of test/programs: what `check` says about it and what exploring it gives, against the comments in it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lineColumnAt } from "../src/base/lineIndex.ts";
import { createEngine } from "../src/driver/engine.ts";
import { plainMessages } from "../scripts/oracle/plainMessages.mjs";
import type { Analysis } from "../src/driver/contract.ts";
import { exploreAll } from "../src/driver/exploreProgram.ts";
import { prepare } from "../src/driver/program.ts";
import { runProgram, strategyOf } from "../src/driver/runProgram.ts";
import { readProgram, type Program } from "./support/directives.ts";

const root = "test/programs";
const engine = createEngine();
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".rs"))
  .sort();

describe("programs", () => {
  it("are found", () => assert.ok(files.length > 0));
  for (const file of files) {
    const program = readProgram(file, readFileSync(join(root, file), "utf8"));
    it(file, () => {
      if (program.knownWrong === undefined) return verify(program);
      assert.throws(() => verify(program), `${file} is marked known-wrong and passes now`);
      return undefined;
    });
  }
});

function verify(program: Program): void {
  const analysis = engine.analyze(program.text, { file: program.file, edition: program.edition });
  const found = analysis
    .diagnostics()
    .filter(
      (one) =>
        one.severity !== "info" || program.messages.some((other) => other.severity === "info"),
    )
    .map((one) => ({
      line: lineColumnAt(analysis.lines, one.span.start).line,
      severity: one.severity,
      code: one.code,
      text: one.message,
    }));
  for (const expected of program.messages) {
    const hit = found.some(
      (one) =>
        one.line === expected.line &&
        one.severity === expected.severity &&
        (expected.code === undefined || one.code === expected.code) &&
        one.text.includes(expected.text),
    );
    assert.ok(hit, `expected ${show(expected)}; found ${found.map(show).join("; ") || "nothing"}`);
  }
  for (const one of found) {
    const wanted = program.messages.some(
      (expected) =>
        expected.line === one.line &&
        expected.severity === one.severity &&
        (expected.code ?? one.code) === one.code,
    );
    assert.ok(wanted, `unexpected ${show(one)}`);
  }
  if (program.statuses.includes("error")) return;
  if (program.stderr !== undefined) assert.equal(messagesOf(analysis), program.stderr);
  explore(
    program,
    exploreAll(analysis, { entry: undefined, maxStates: 300_000, maxCounted: 20_000 }),
  );
}

function messagesOf(analysis: Analysis): string {
  const ready = prepare(analysis, {});
  assert.equal(ready.kind, "ready");
  if (ready.kind !== "ready") return "";
  return plainMessages(runProgram(ready, strategyOf({})).ending.stderr);
}

function explore(program: Program, verdict: ReturnType<typeof exploreAll>): void {
  assert.equal(verdict.status, "explored", verdict.bound ?? verdict.status);
  const statuses = [...new Set(verdict.outcomes.map((outcome) => outcome.status))].sort();
  assert.deepEqual(statuses, [...program.statuses].sort());
  if (program.outcomes.length > 0) {
    const key = (outcome: { status: string; stdout: string }) =>
      `${outcome.status} ${JSON.stringify(outcome.stdout)}`;
    assert.deepEqual(
      [...new Set(verdict.outcomes.map(key))].sort(),
      program.outcomes.map(key).sort(),
    );
    assert.ok(verdict.complete, `not complete: ${verdict.bound ?? ""}`);
  }
  if (program.exitCode !== undefined) {
    const codes = new Set(verdict.outcomes.map((outcome) => outcome.exitCode));
    assert.deepEqual([...codes], [program.exitCode]);
  }
  const findings = verdict.outcomes.flatMap((outcome) =>
    outcome.findings.map((finding) => finding.kind),
  );
  for (const kind of program.findings) {
    assert.ok(
      findings.includes(kind),
      `no finding ${kind}; found ${findings.join(", ") || "none"}`,
    );
  }
}

function show(message: {
  line: number;
  severity: string;
  code: string | undefined;
  text: string;
}): string {
  return `line ${message.line} ${message.severity}[${message.code ?? ""}] ${message.text}`;
}
