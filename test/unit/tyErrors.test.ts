// Type errors against rustc: codes, lines, columns and headlines in test/infer/errors are rustc 1.95's own, with paths
// cut to their last segment.
//
//     let n: i32 = "a";
//     (below it)  //~^ ERROR[E0308] 18: mismatched types

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { buildLineIndex, lineColumnAt } from "../../src/base/lineIndex.ts";
import { checkItems } from "../../src/ty/checkItems.ts";
import { typedProgram } from "../support/typedProgram.ts";

const FOLDER = "test/infer/errors";
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".rs"));

function expected(text: string): string[] {
  const out: string[] = [];
  text.split("\n").forEach((line, index) => {
    const match = /^\/\/~(\^+) ERROR\[(E\d+)\] (\d+): (.*)$/.exec(line);
    if (match)
      out.push(`${index + 1 - (match[1] ?? "").length}:${match[3]} ${match[2]} ${match[4]}`);
  });
  return out.sort();
}

function shorten(message: string): string {
  return message
    .replace(/\{closure@[^}]*\}/g, "{closure}")
    .replace(/\b(?:[a-z_]\w*::)+(?=[A-Z<])/g, "");
}

function found(text: string): string[] {
  const typed = typedProgram(text);
  const lines = buildLineIndex(text);
  const errors = [...checkItems(typed.cx), ...typed.bodies.flatMap((body) => body.errors)];
  const shown = errors.map(({ code, message, span }) => {
    const { line, column } = lineColumnAt(lines, span.start);
    return `${line}:${column} ${code} ${shorten(message)}`;
  });
  return [...new Set(shown)].sort();
}

describe("type errors", () => {
  it("has programs", () => assert.ok(files.length >= 10, `${files.length} programs`));

  for (const file of files) {
    it(file, () => {
      const text = readFileSync(`${FOLDER}/${file}`, "utf8");
      const wanted = expected(text);
      assert.ok(wanted.length >= 4);
      assert.deepEqual(found(text), wanted);
    });
  }
});
