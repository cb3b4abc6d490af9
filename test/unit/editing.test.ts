// Analyses that go on from the one before an edit say what a fresh one says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { buildLineIndex, lineColumnAt } from "../../src/base/lineIndex.ts";
import { NO_PADDING, makePadding, padText, paddedPosition } from "../../src/base/padding.ts";
import { plainOffset, takeRoom } from "../../src/base/padding.ts";
import type { Span } from "../../src/base/span.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { lensesOf } from "../../src/ide/lenses.ts";
import { buildMir } from "../../src/mir/build.ts";
import { prettyBody } from "../../src/mir/pretty.ts";
import { programFiles, randomOf, typing } from "../support/typing.ts";

const engine = createEngine();
const OPTIONS = { file: "main.rs" };

describe("analyses of a text that is being edited", () => {
  const files = programFiles();
  for (let part = 0; part < 3; part += 1) {
    it(`say what fresh ones say, part ${part + 1}`, function () {
      this.timeout(60_000);
      const random = randomOf(part + 11);
      let incremental = 0;
      for (let index = part; index < files.length; index += 48) {
        const text = readFileSync(files[index] ?? "", "utf8");
        if (text.length < 4000) incremental += follow(text, random, files[index] ?? "");
      }
      assert.ok(incremental > 8, `only ${incremental} edits were incremental`);
    });
  }

  it("go on from an edit in a body, from no other", () => {
    const text = "struct S;\nimpl S {\n    fn a(&self) -> u8 { 1 }\n}\nfn main() { S.a(); }\n";
    const opened = engine.open(text, OPTIONS);
    const edits = (changed: string) => engine.edit(opened, changed).edits;
    assert.equal(edits(text.replace("{ 1 }", "{ 12 }")), 1);
    assert.equal(edits(text.replace("S.a()", "S.b()")), 1);
    assert.equal(edits(text.replace("-> u8", "-> u16")), 0);
    assert.equal(edits(text.replace("{ 1 }", "{ fn x() {} 1 }")), 0);
    assert.equal(edits(text.replace("{ 1 }", "{ 1 ")), 0);
    assert.equal(edits(text.replace("{ 1 }", '{ 1 " }')), 0);
    assert.equal(edits(text.replace("{ 1 }", `{ ${"1 + ".repeat(200)}1 }`)), 0);
  });

  it("go on with their std while the engine opens a new one", () => {
    const small = createEngine(undefined, undefined, { types: 1, bodies: 0 });
    const text = 'fn main() { let v = vec![1]; println!("{:?}", v); }\n';
    const opened = small.open(text, OPTIONS);
    assert.deepEqual(opened.diagnostics(), []);
    const edited = small.edit(opened, text.replace("vec![1]", "vec![1, 2]"));
    assert.notEqual(edited.cx.base, opened.cx.base);
    assert.deepEqual(edited.diagnostics(), []);
    const [, main] = opened.program.localDefs;
    const [local] = main === undefined ? [] : opened.cx.typeck(main).localTys;
    assert.equal(local && opened.cx.show(local), "Vec<i32>");
  });

  it("keep what they know about all other bodies", () => {
    const text = "fn other() -> u8 { 3 }\nfn main() { other(); }\n";
    const opened = engine.open(text, OPTIONS);
    const other = opened.program.localDefs.find((id) => opened.program.def(id).name === "other");
    assert.ok(other !== undefined);
    const results = opened.cx.typeck(other);
    const edited = engine.edit(opened, text.replace("other();", "other(); "));
    assert.equal(edited.cx.typeck(other), results);
    assert.notEqual(opened.cx.typeck(other), results, "the old one begins anew");
  });
});

/** Types in a text; after every few edits all is compared with a fresh analysis. */
function follow(start: string, random: (below: number) => number, file: string): number {
  let text = start;
  let analysis = engine.open(text, OPTIONS);
  if (random(2) === 0) factsOf(analysis, []);
  let incremental = 0;
  for (let edit = 0; edit < 5; edit += 1) {
    const before = text;
    text = typing(start, text, random);
    analysis = engine.edit(analysis, text);
    if (analysis.edits > 0) incremental += 1;
    if (random(3) === 0) continue;
    const offsets = Array.from({ length: 6 }, () => random(text.length));
    const fresh = factsOf(engine.analyze(text, OPTIONS), offsets);
    assert.deepEqual(factsOf(analysis, offsets), fresh, `${file}\n${before}\n=====\n${text}`);
  }
  return incremental;
}

function factsOf(analysis: Analysis, offsets: readonly number[]): unknown {
  const { program, cx, padding } = analysis;
  const plain = ({ start, end }: Span): Span => ({
    start: plainOffset(padding, start),
    end: plainOffset(padding, end),
  });
  const bodies = program.localDefs.filter((id) => program.body(id) !== undefined);
  return {
    diagnostics: analysis.compilerDiagnostics().map((one) => ({
      ...one,
      span: plain(one.span),
      related: one.related.map((place) => ({ ...place, span: plain(place.span) })),
    })),
    unsupported: analysis.unsupported().map((one) => ({ ...one, span: plain(one.span) })),
    entries: analysis.entries.map(({ path, kind, span }) => ({ path, kind, span: plain(span) })),
    lenses: lensesOf(analysis).map(({ title, span }) => ({ title, span: plain(span) })),
    hovers: offsets.map((offset) => {
      const hover = hoverAt(analysis, paddedPosition(padding, offset));
      return hover && { ...hover, span: plain(hover.span), tint: hover.tint && plain(hover.tint) };
    }),
    bodies: bodies
      .map((def) => {
        const results = cx.typeck(def);
        const mir = results.tainted ? undefined : buildMir(analysis.mir, { def });
        const types = results.localTys.map((ty) => cx.show(ty));
        return `${program.path(def)}: ${types.join(", ")}\n${mir ? prettyBody(analysis.mir, mir) : ""}`;
      })
      .sort(),
  };
}

describe("room in a text", () => {
  const text = "ab\ncd\r\nef";
  const padding = makePadding([2, 5], [3, 4]);

  it("stands at ends of lines and moves no column", () => {
    const padded = padText(text, padding);
    assert.equal(padded, "ab   \ncd    \r\nef");
    const lines = buildLineIndex(padded);
    for (const [offset, char] of [...text].entries()) {
      const position = paddedPosition(padding, offset);
      if (char !== "\n" && char !== "\r") assert.equal(padded[position], char);
      assert.equal(plainOffset(padding, position), offset);
      if (char === "\n") continue;
      const { line, column } = lineColumnAt(lines, position);
      assert.deepEqual({ line, column }, lineColumnAt(buildLineIndex(text), offset));
    }
    assert.equal(plainOffset(padding, 4), 2);
    assert.equal(paddedPosition(NO_PADDING, 4), 4);
  });

  it("is taken by what is typed before it", () => {
    const taken = takeRoom(padding, 0, 1);
    assert.equal(padText("axb\ncd\r\nef", taken), "axb  \ncd    \r\nef");
  });
});
