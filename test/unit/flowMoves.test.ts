// Ownership and borrow errors of test/moves, which rustc 1.95 wrote: code, headline, line and text of the primary span.
//
// `//~ ERROR[E0382] headline <- text` stands on the line of the primary span, `//~^` on the line below. Paths in headlines are
// shortened to their last segment. Errors without a comment, and comments without an error, both fail.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { borrowErrors } from "../../src/flow/check.ts";

const root = "test/moves";
const engine = createEngine();

function expected(text: string): string[] {
  const out: string[] = [];
  let base = 0;
  text.split("\n").forEach((line, index) => {
    const found = /\/\/~(\^?) ERROR(\[E\d+\])? (.*?) <- (.*)$/.exec(line);
    if (!found) {
      base = index + 1;
      return;
    }
    if (found[1] === "") base = index + 1;
    out.push(`${base} ${found[2] ?? ""} ${found[3]} <- ${found[4]}`);
  });
  return out.sort();
}

function actual(text: string, edition: 2021 | 2024): string[] {
  const analysis = engine.analyze(text, { file: "main.rs", edition });
  const out: string[] = [];
  for (const def of analysis.program.localDefs) {
    if (analysis.program.def(def).kind !== "fn" || !analysis.program.body(def)) continue;
    for (const error of borrowErrors(analysis.mir, def)) {
      const source = text.slice(error.span.start, error.span.end);
      const [first = ""] = source.split("\n");
      const shown = source.includes("\n") ? `${first.replace(/ \/\/~ .*$/, "")}…` : first;
      const { line } = lineColumnAt(analysis.lines, error.span.start);
      out.push(
        `${line} ${error.code === undefined ? "" : `[${error.code}]`} ${error.message} <- ${shown}`,
      );
    }
  }
  return out.sort();
}

describe("ownership and borrowing, as rustc tells it", () => {
  const files = readdirSync(root).filter((file) => file.endsWith(".rs"));
  it("has programs", () => assert.ok(files.length >= 6));
  for (const file of files) {
    it(file, () => {
      const text = readFileSync(`${root}/${file}`, "utf8");
      const edition = /edition: 2024/.test(text) ? 2024 : 2021;
      assert.deepEqual(actual(text, edition), expected(text));
    });
  }
});
