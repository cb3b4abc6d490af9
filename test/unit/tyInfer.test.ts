// Inference against rustc: every annotation in test/infer was taken from rustc's MIR (or from its messages where MIR
// shows through `impl Trait`), with paths cut to their last segment.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Edition } from "../../src/base/edition.ts";
import { readAnnotations } from "../support/annotations.ts";
import { typeAt, typedProgram } from "../support/typedProgram.ts";

const files = readdirSync("test/infer").filter((file) => file.endsWith(".rs"));

function editionOf(text: string): Edition {
  return Number(/\/\/@ edition: (\d+)/.exec(text)?.[1] ?? 2021) as Edition;
}

describe("inference", () => {
  it("has programs", () => assert.ok(files.length >= 17, `${files.length} programs`));

  for (const file of files) {
    it(file, () => {
      const text = readFileSync(`test/infer/${file}`, "utf8");
      const typed = typedProgram(text, editionOf(text));
      const annotations = readAnnotations(text);
      assert.ok(annotations.length > 8, `${annotations.length} annotations`);
      const wrong = annotations.flatMap(({ start, end, line, fact, value }) => {
        assert.equal(fact, "type");
        const ty = typeAt(typed, { start, end });
        const shown = ty === undefined ? "nothing" : typed.cx.show(ty);
        return shown === value
          ? []
          : [`line ${line}: ${text.slice(start, end)}: ${shown}, not ${value}`];
      });
      assert.deepEqual(wrong, []);
      assert.deepEqual(
        typed.bodies.flatMap((body) => body.errors.map((error) => error.message)),
        [],
      );
      assert.deepEqual(typed.bodies.filter((body) => body.tainted).length, 0);
    });
  }
});
