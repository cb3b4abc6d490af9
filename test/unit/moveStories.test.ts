// The places that tell the story of an error: test/moves/stories.labels is what rustc 1.95 wrote under the text of
// stories.rs, labels and notes. Where we write something, it is that, and at that place; what we leave out is listed here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import { createEngine } from "../../src/driver/engine.ts";

/** Part of rustc's story that a reader does without, or that ours tells in a hint. */
const LEFT_OUT =
  /this parameter takes ownership|in this function|inside of this loop|cannot move out of here|lifetime `'a` defined here|let's call the lifetime|implicit `'static` lifetime/;
/** Hints of rustc's that stand beside its labels. */
const HINTS = /^consider changing this to be mutable$|^partial move occurs because/;

interface Story {
  readonly head: string;
  readonly notes: readonly string[];
}

function recorded(): Story[] {
  const text = readFileSync("test/moves/stories.labels", "utf8").trimEnd();
  return text.split(/\n(?=\d)/).map((part) => {
    const [head = "", ...notes] = part.split("\n");
    return { head, notes: notes.map((note) => note.trim()) };
  });
}

function told(): Story[] {
  const text = readFileSync("test/moves/stories.rs", "utf8");
  const analysis = createEngine().analyze(text, { file: "stories.rs", edition: 2021 });
  const at = (position: number): string => {
    const { line, column } = lineColumnAt(analysis.lines, position);
    return `${line}:${column}`;
  };
  return analysis
    .diagnostics()
    .filter(({ severity }) => severity === "error")
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ message, span, label, related }) => ({
      head: `${at(span.start)} ${message}`,
      notes: [...(label === undefined ? [] : [{ span, message: label }]), ...related]
        .filter((note) => !HINTS.test(note.message))
        .map((note) => `${at(note.span.start)} ${note.message}`),
    }));
}

describe("the story of an error", () => {
  const rustc = recorded();
  const ours = told();

  it("is told for every error", () => {
    assert.deepEqual(
      ours.map(({ head }) => head),
      rustc.map(({ head }) => head),
    );
    assert.ok(ours.length >= 30);
  });

  it("is rustc's", () => {
    const wrong = ours.flatMap(({ head, notes }, index) =>
      notes.filter((note) => !rustc[index]?.notes.includes(note)).map((note) => `${head}: ${note}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("leaves out what is listed, and nothing else", () => {
    const missing = rustc.flatMap(({ head, notes }, index) =>
      notes
        .filter((note) => !LEFT_OUT.test(note) && !ours[index]?.notes.includes(note))
        .map((note) => `${head}: ${note}`),
    );
    assert.deepEqual(missing, []);
  });
});
