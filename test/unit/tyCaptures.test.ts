// Captures against rustc: the annotations are what `#[rustc_capture_analysis]` printed for every closure
// (`q.1.0 mut`: the second field's first field by mutable reference; `.*` is a dereference).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Edition } from "../../src/base/edition.ts";
import type { Capture, TypeckResults } from "../../src/ty/typeck.ts";
import { closureHeads } from "../../src/ty/hirWalk.ts";
import { readAnnotations } from "../support/annotations.ts";
import { typedProgram } from "../support/typedProgram.ts";

const MODES: Readonly<Record<Capture["mode"], string>> = {
  value: "value",
  ref: "ref",
  mutRef: "mut",
  uniqueRef: "unique",
};

function showCapture(results: TypeckResults, { place, mode }: Capture): string {
  const path = place.projections.map((p) => (p.kind === "deref" ? ".*" : `.${p.index}`)).join("");
  return `${results.body.locals[place.local]?.name}${path} ${MODES[mode]}`;
}

function capturesAt(text: string, edition: Edition): Map<number, string> {
  const out = new Map<number, string>();
  for (const results of typedProgram(text, edition).bodies) {
    closureHeads(results.body).forEach((head, index) => {
      const captures = results.closures[index]?.captures ?? [];
      out.set(
        head.start,
        captures.map((capture) => showCapture(results, capture)).join(", ") || "nothing",
      );
    });
  }
  return out;
}

describe("captures", () => {
  it("are rustc's in edition 2021", () => {
    const text = readFileSync("test/infer/captures/edition2021.rs", "utf8");
    const found = capturesAt(text, 2021);
    const annotations = readAnnotations(text);
    assert.ok(annotations.length >= 60);
    const wrong = annotations.flatMap(({ start, line, value }) => {
      const shown = found.get(start) ?? "no closure";
      return shown === value ? [] : [`line ${line}: ${shown}, not ${value}`];
    });
    assert.deepEqual(wrong, []);
  });

  it("are whole variables before edition 2021", () => {
    const text =
      "fn main() { let p = (String::new(), 1); let c = || p.0.len(); let m = move || p.1; c(); m(); }";
    assert.deepEqual([...capturesAt(text, 2018).values()], ["p ref", "p value"]);
    assert.deepEqual([...capturesAt(text, 2021).values()], ["p.0 ref", "p.1 value"]);
  });

  it("find the weakest call trait", () => {
    const text = `fn main() {
      let s = String::new(); let mut n = 0;
      let read = || s.len(); let mut write = || n += 1; let give = move || s;
      read(); write(); give();
    }`;
    const kinds = typedProgram(text).bodies.flatMap((body) =>
      body.closures.map((closure) => closure.kind),
    );
    assert.deepEqual(kinds, ["Fn", "FnMut", "FnOnce"]);
  });
});
