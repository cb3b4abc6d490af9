// The corpus test/syntax/*.txt: `==== title`, source, `----`, tree. The trees were read against
// `rustc -Zunpretty=ast-tree`; UPDATE_EXPECT=1 rewrites them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { parseSnippet } from "../../src/syntax/parse.ts";
import { showSnippet } from "../support/syntaxTree.ts";

const FOLDER = join("test", "syntax");

interface Case {
  readonly title: string;
  readonly source: string;
  readonly tree: string;
}

function readCases(text: string): Case[] {
  return text
    .split(/^==== /m)
    .slice(1)
    .map((part) => {
      const [head = "", tree = ""] = part.split(/^----\n/m);
      const line = head.indexOf("\n");
      return {
        title: head.slice(0, line).trim(),
        source: head.slice(line + 1),
        tree: tree.trimEnd(),
      };
    });
}

function actual(source: string): string {
  const snippet = parseSnippet(source, 0, 2024);
  const errors = snippet.errors.map(
    (error) => `error ${source.slice(0, error.start).split("\n").length}: ${error.message}`,
  );
  return [showSnippet(snippet), ...errors].filter((line) => line !== "").join("\n");
}

describe("syntax corpus", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));
  it("is there", () => assert.ok(files.length >= 5));
  for (const file of files) {
    const path = join(FOLDER, file);
    const cases = readCases(readFileSync(path, "utf8"));
    if (process.env["UPDATE_EXPECT"] === "1") {
      writeFileSync(
        path,
        cases
          .map(({ title, source }) => `==== ${title}\n${source}----\n${actual(source)}\n\n`)
          .join("")
          .trimEnd() + "\n",
      );
      continue;
    }
    describe(file.replace(".txt", ""), () => {
      for (const { title, source, tree } of cases)
        it(title, () => assert.equal(actual(source), tree));
    });
  }
});
