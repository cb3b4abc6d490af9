// Bad input ends with a message that names the place and the limit: nothing throws, nothing hangs.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { runProgram, strategyOf } from "../../src/driver/runProgram.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import type { Ending } from "../../src/trace/trace.ts";

const engine = createEngine();
const samples = readdirSync("samples/src/bin").map((file) => join("samples/src/bin", file));

function run(text: string): Ending {
  const program = prepare(engine.analyze(text, { file: "main.rs", edition: 2021 }), {});
  assert.equal(
    program.kind,
    "ready",
    program.kind === "rejected" ? program.errors.map((one) => one.message).join() : "",
  );
  if (program.kind !== "ready") throw new Error("unreachable");
  return runProgram(program, strategyOf({})).ending;
}

describe("bad input", function () {
  this.timeout(120_000);

  it("half-typed programs: every line's end, and every fifth place inside", () => {
    for (const file of samples) {
      const text = readFileSync(file, "utf8");
      for (let end = 0; end < text.length; end += text[end] === "\n" ? 1 : 5) {
        const prefix = text.slice(0, end);
        const analysis = engine.analyze(prefix, { file, edition: 2021 });
        analysis.diagnostics();
        hoverAt(analysis, Math.max(0, end - 2));
      }
    }
  });

  it("text that is not Rust", () => {
    for (const text of [
      "",
      "\u0000\u0001",
      "<html><body>hello</body></html>",
      "def f(x):\n    return x\n",
      "💥".repeat(500),
      "}".repeat(5000),
      "(".repeat(5000),
      '"'.repeat(4001),
    ]) {
      const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
      const found = analysis.diagnostics();
      if (text.trim() !== "")
        assert.ok(
          found.some((one) => one.severity === "error"),
          JSON.stringify(text.slice(0, 20)),
        );
    }
  });

  it("an endless loop", () => {
    const ending = run(
      "fn main() {\n    let mut n = 0u64;\n    loop {\n        n = n.wrapping_add(1);\n    }\n}\n",
    );
    assert.equal(ending.status, "limit");
    assert.match(ending.reason ?? "", /\d/);
    assert.ok([3, 4].includes(ending.line ?? 0), `line ${ending.line}`);
  });

  it("unbounded recursion is killed as by the system", () => {
    const ending = run(
      'fn deeper(n: u64) -> u64 {\n    deeper(n + 1) + 1\n}\nfn main() {\n    println!("{}", deeper(0));\n}\n',
    );
    assert.equal(ending.status, "exit");
    assert.equal(ending.exitCode, undefined);
    assert.match(ending.reason ?? "", /stack/);
  });

  it("unbounded spawning", () => {
    const ending = run(
      "fn main() {\n    loop {\n        std::thread::spawn(|| loop { std::thread::park(); });\n    }\n}\n",
    );
    assert.equal(ending.status, "limit");
    assert.match(ending.reason ?? "", /thread/);
    assert.equal(ending.line, 3);
  });

  it("a print loop", () => {
    const ending = run(
      'fn main() {\n    loop {\n        println!("again and again and again and again and again and again");\n    }\n}\n',
    );
    assert.equal(ending.status, "limit");
    assert.ok(ending.stdout.startsWith("again"));
  });

  it("a huge allocation", () => {
    const ending = run(
      "fn main() {\n    let mut all = Vec::new();\n    loop {\n        all.push([0u64; 1000]);\n    }\n}\n",
    );
    assert.equal(ending.status, "limit");
    assert.match(ending.reason ?? "", /memory|cells/);
  });
});
