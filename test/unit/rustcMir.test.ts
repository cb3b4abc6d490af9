// Our static half against rustc's MIR: types of variables, captures, the line of every drop. `npm run oracle:types` does
// the same for every program there is; here a few stand for all, as far as rustc is installed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareFacts } from "../../scripts/oracle/compareFacts.ts";
import { mirFacts } from "../../scripts/oracle/mirFacts.ts";
import { ownFacts } from "../../scripts/oracle/ownFacts.ts";
import { plainType } from "../../scripts/oracle/typeText.ts";
import { createEngine } from "../../src/driver/engine.ts";

const PROGRAMS = [
  ["test/infer/closures.rs", 2021],
  ["test/infer/iterators.rs", 2021],
  ["test/moves/run/dropOrder.rs", 2021],
  ["test/moves/run/temporaries.rs", 2024],
] as const;

const hasRustc = (() => {
  try {
    return execFileSync("rustc", ["--version"], { stdio: ["ignore", "pipe", "ignore"] }).length > 0;
  } catch {
    return false;
  }
})();

function rustcMir(file: string, edition: number): string {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-mir-"));
  try {
    const out = join(folder, "program.mir");
    const flags = ["-Zmir-include-spans", "-Zmir-opt-level=0", "-Awarnings", "--emit=mir"];
    execFileSync("rustc", [`--edition=${edition}`, ...flags, "-o", out, file], {
      env: { ...process.env, RUSTC_BOOTSTRAP: "1" },
      stdio: "pipe",
    });
    return readFileSync(out, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("rustc's MIR", () => {
  for (const [file, edition] of PROGRAMS) {
    it(`says of ${file} what we say`, function () {
      if (!hasRustc) this.skip();
      const text = readFileSync(file, "utf8");
      const analysis = createEngine().analyze(text, { file, edition });
      const found = compareFacts(mirFacts(rustcMir(file, edition), text), ownFacts(analysis));
      assert.deepEqual(found.differences, []);
      assert.ok(found.counts.locals.all + found.counts.drops.all > 20);
    });
  }

  it("is compared without paths, lifetimes and the order of auto traits", () => {
    const pairs = [
      ["std::sync::MutexGuard<'_, std::vec::Vec<i32>>", "MutexGuard<'_, Vec<i32>>"],
      ["&(dyn std::error::Error + 'static)", "&dyn Error"],
      ["Box<dyn Fn() + Sync + Send>", "Box<dyn Fn() + Send + Sync>"],
      ["{closure@src/a.rs:3:7: 3:12}", "{closure@main.rs:3:7}"],
    ];
    for (const [theirs = "", ours = ""] of pairs) assert.equal(plainType(theirs), plainType(ours));
    assert.notEqual(plainType("Vec<i32>"), plainType("Vec<u32>"));
  });

  it("shows a difference in each kind", () => {
    const at = { line: 1, column: 1 };
    const facts = (ty: string, unwind: boolean) => ({
      locals: [{ ...at, name: "a", ty }],
      closures: [{ ...at, kind: "Fn" as const, captures: [`a ref ${ty}`] }],
      drops: [{ ...at, name: "a", ty, unwind }],
    });
    const { differences } = compareFacts(facts("A", false), facts("B", false));
    assert.deepEqual(
      differences.map(({ kind }) => kind),
      ["locals", "closures", "drops", "drops"],
    );
    const { counts } = compareFacts(facts("A", true), facts("A", true));
    assert.deepEqual(counts["unwind drops"], { all: 1, equal: 1 });
  });
});
