// Every API that Rust users call for concurrency has its programs: normal use, the edge, the misuse.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { API_ROWS, type ApiRow } from "../support/apiRows.ts";

const LEAST = 3;

describe("an API of std's concurrency", () => {
  for (const row of API_ROWS)
    it(`has its programs: ${row.api}`, () => assert.deepEqual(lacking(row), []));

  it("would be missed without them", () => {
    const [first] = API_ROWS;
    assert.ok(first);
    const poorer = { ...first, names: /NoSuchName/, normal: ["arc/lastOwnerDrops"], misuse: [] };
    assert.deepEqual(lacking(poorer), [
      "no program for misuse",
      "arc/lastOwnerDrops does not use it",
      "arc/countsRace does not use it",
      "2 programs",
    ]);
  });
});

function lacking(row: ApiRow): string[] {
  const kinds = (["normal", "edge", "misuse"] as const).filter((kind) => row[kind].length === 0);
  const files = new Set([...row.normal, ...row.edge, ...row.misuse]);
  const silent = [...files].filter((file) => !row.names.test(codeOf(file)));
  return [
    ...kinds.map((kind) => `no program for ${kind}`),
    ...silent.map((file) => `${file} does not use it`),
    ...(files.size < LEAST ? [`${files.size} programs`] : []),
  ];
}

/** Without comments: what a program says about itself is no use of an API. */
function codeOf(file: string): string {
  const text = readFileSync(join("test", "programs", `${file}.rs`), "utf8");
  return text.replaceAll(/\/\/.*$/gm, "");
}
