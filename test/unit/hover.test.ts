// Hovers as plain data: what they say, on programs of test/hover; and what holds for every hover of every program.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../src/base/edition.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { readHoverClaims } from "../support/hoverClaims.ts";

const engine = createEngine();
const files = readdirSync("test/hover").filter((file) => file.endsWith(".rs"));

function read(file: string) {
  const text = readFileSync(join("test/hover", file), "utf8");
  const edition = Number(/^\/\/@ edition: (\d+)/m.exec(text)?.[1] ?? 2021) as Edition;
  return { text, analysis: engine.analyze(text, { file, edition }) };
}

describe("hovers", () => {
  for (const file of files) {
    it(`${file} says what it must`, () => {
      const { text, analysis } = read(file);
      const claims = readHoverClaims(text);
      assert.ok(claims.length > 0, "a file without claims");
      const wrong = claims.flatMap((claim) => {
        const hover = hoverAt(analysis, claim.offset)?.markdown;
        const said = hover ?? "";
        const holds =
          claim.kind === "silent"
            ? hover === undefined
            : said.includes(claim.text) === (claim.kind === "says");
        return holds ? [] : [`${file}:${claim.at} ${claim.word}: ${said || "nothing"}`];
      });
      assert.deepEqual(wrong, []);
    });
  }

  it("are at most eight lines, without empty ones, gaps in templates or doubled words", () => {
    for (const file of files) {
      const { text, analysis } = read(file);
      for (const word of text.matchAll(/[A-Za-z_]\w*|[*?]/g)) {
        const hover = hoverAt(analysis, word.index);
        if (hover === undefined) continue;
        const lines = hover.markdown.split("\n\n");
        const at = `${file}, ${word[0]} at ${word.index}: ${hover.markdown}`;
        assert.ok(lines.length <= 8, at);
        assert.ok(
          lines.every((line) => line.trim() !== ""),
          at,
        );
        assert.doesNotMatch(
          hover.markdown.replace(/`[^`]*`/g, ""),
          /\{\w+\}|undefined|\b(\w+) \1\b/,
          at,
        );
      }
    }
  });

  it("say nothing on white space, comments and literals", () => {
    const { text, analysis } = read("sharedCounter.rs");
    for (const match of text.matchAll(/\/\/.*|\s\s+/g))
      assert.equal(hoverAt(analysis, match.index + 1), undefined, `at ${match.index}`);
  });
});
