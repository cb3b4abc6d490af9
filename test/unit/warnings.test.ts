// The warnings that no compiler gives: test/warnings has, for each kind, programs that raise it and near misses that do not.
//
// A claim that a program can stop for ever is held against every schedule of it, here without the bounds of the editor.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { exploreAll } from "../../src/driver/exploreProgram.ts";

const root = "test/warnings";
const engine = createEngine();
const CLAIMS = new Set(["lockstep::double_lock", "lockstep::lock_order"]);
/** How many programs there must be that raise a warning, and that come near it. */
const AT_LEAST = 5;

describe("warnings", () => {
  for (const file of readdirSync(root).sort()) {
    const text = readFileSync(join(root, file), "utf8");
    const analysis = engine.analyze(text, { file, edition: 2021 });
    it(file, () => checkFile(text, analysis));
    it(`${file}: no schedule speaks against it`, () => {
      for (const entry of analysis.entries)
        if (!entry.path.includes("::")) checkClaims(analysis, entry);
    });
  }
});

interface Expected {
  readonly line: number;
  readonly severity: string;
  readonly code: string;
  readonly text: string;
}

function checkFile(text: string, analysis: Analysis): void {
  const expected = expectations(text);
  const found = analysis.diagnostics().map((one) => ({
    line: lineOf(analysis, one.span.start),
    severity: one.severity,
    code: one.code ?? "",
    text: one.message,
  }));
  for (const one of expected) {
    const hit = found.find((other) => other.line === one.line && other.code === one.code);
    assert.ok(hit !== undefined, `not raised: ${one.code} on line ${one.line}`);
    assert.equal(hit.severity, one.severity, `line ${one.line}`);
    assert.ok(hit.text.includes(one.text), `line ${one.line}: ${hit.text}`);
  }
  for (const one of found) {
    const wanted = expected.some((other) => other.line === one.line && other.code === one.code);
    assert.ok(wanted, `raised: ${one.code} on line ${one.line}: ${one.text}`);
  }
  const [raising = "", missing = ""] = text.split("// ---- not raised");
  assert.ok(expectations(raising).length >= AT_LEAST, "programs that raise it");
  assert.equal(expectations(missing).length, 0, "near misses raise nothing");
  assert.ok((missing.match(/^fn /gm) ?? []).length >= AT_LEAST, "near misses");
}

function expectations(text: string): Expected[] {
  return text.split("\n").flatMap((line, index): Expected[] => {
    const match = /\/\/~ (WARNING|INFO)\[([\w:]+)\]\s*(.*)$/.exec(line);
    if (match === null) return [];
    const [, severity = "", code = "", wanted = ""] = match;
    return [{ line: index + 1, severity: severity.toLowerCase(), code, text: wanted.trim() }];
  });
}

function checkClaims(analysis: Analysis, entry: Analysis["entries"][number]): void {
  const claimed = analysis
    .diagnostics()
    .filter((one) => CLAIMS.has(one.code ?? ""))
    .filter((one) => entry.span.start <= one.span.start && one.span.end <= entry.span.end);
  if (claimed.length === 0) return;
  const verdict = exploreAll(analysis, { entry: entry.path, maxStates: 100_000 });
  assert.equal(verdict.status, "explored", entry.path);
  assert.ok(
    verdict.outcomes.some((outcome) => outcome.status === "deadlock"),
    `${entry.path}: no schedule stops there`,
  );
}

function lineOf(analysis: Analysis, position: number): number {
  return lineColumnAt(analysis.lines, position).line;
}

describe("pages of the warnings", () => {
  const pages = readdirSync("docs/warnings").sort();
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: {
      configuration: {
        properties: Record<string, { properties?: Record<string, unknown> } | undefined>;
      };
    };
  };
  const settings =
    manifest.contributes.configuration.properties["lockstep.diagnostics.severity"]?.properties ??
    {};

  it("there is a page and a setting for each", () => {
    const codes = new Set(
      readdirSync(root).flatMap((file) =>
        expectations(readFileSync(join(root, file), "utf8")).map((one) => one.code),
      ),
    );
    const named = [...codes].map((code) => code.replace("lockstep::", "")).sort();
    assert.deepEqual(
      pages.map((page) => page.replace(".md", "")),
      named,
    );
    assert.deepEqual(Object.keys(settings).sort(), named);
  });

  for (const page of pages) {
    it(`${page}: its example raises it, its repair does not, an attribute switches it off`, () => {
      const code = `lockstep::${page.replace(".md", "")}`;
      const fences = [
        ...readFileSync(join("docs/warnings", page), "utf8").matchAll(/```rust\n([^]*?)```/g),
      ];
      const [example = "", repair = ""] = fences.map(([, text]) => text ?? "");
      const codes = (text: string) =>
        engine
          .analyze(text, { file: page, edition: 2021 })
          .diagnostics()
          .map((one) => one.code);
      assert.ok(codes(example).includes(code));
      assert.deepEqual(codes(repair), []);
      const off = `#![cfg_attr(lockstep, allow(${code}))]\n${example}`;
      assert.ok(!codes(off).includes(code));
    });
  }
});
