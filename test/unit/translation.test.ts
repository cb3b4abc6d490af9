// Another language: every text is in the bundle for translators, and with a pseudo-locale nothing that people read stays English.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../src/base/edition.ts";
import { finish } from "../../src/base/steps.ts";
import { translate, type Catalogue } from "../../src/base/language.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine, type Engine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { eventSentence } from "../../src/explain/eventSentence.ts";
import { plainText, type Sentence } from "../../src/explain/segments.ts";
import { TABLES } from "../../src/explain/tables.ts";
import { verdictSentence } from "../../src/explain/verdictSentence.ts";
import { conceptCard } from "../../src/ide/concepts.ts";
import { fixesFor } from "../../src/ide/fixes/fixes.ts";
import { hoverAt } from "../../src/ide/hover.ts";
import { lensesOf } from "../../src/ide/lenses.ts";
import { statusAt } from "../../src/ide/status.ts";
import { roundRobin } from "../../src/explore/strategy.ts";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import { KEY_WORDS, PANEL_TABLES, UI } from "../../src/webview/words.ts";
import { allTexts } from "../support/allTexts.ts";
import { pseudo, pseudoCatalogue } from "../support/pseudo.ts";

/** Words with a plain vowel outside of code and links: nobody has translated them. */
function english(markdown: string): readonly string[] {
  const said = markdown.replace(/(`+)[\s\S]*?\1/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return [...said.matchAll(/[\p{L}]+/gu)]
    .map(([word]) => word)
    .filter((word) => /[aeiouy]/i.test(word) && word.length > 1);
}

/** Names that are the same in every language. */
const NAMES = new Set(["std", "Book", "Send", "Sync", "Lockstep", "Result", "main"]);

/** Enough to see titles; each fix is tried out. */
const FIX_FILES = 10;
const SMALL = 1_500;

function programs(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".rs"))
    .map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
}

describe("translation", function () {
  this.timeout(120_000);
  const texts = allTexts();
  const catalogue = pseudoCatalogue(texts);
  const back: Catalogue = Object.fromEntries(texts.map((text) => [pseudo(text), text]));
  let engine: Engine;

  before(() => {
    translate(TABLES, catalogue);
    translate(PANEL_TABLES, catalogue);
    engine = createEngine(undefined, catalogue);
  });
  after(() => {
    translate(TABLES, back);
    translate(PANEL_TABLES, back);
  });

  const read = (file: string, text: string): Analysis =>
    engine.analyze(text, {
      file,
      edition: Number(/^\/\/@ edition: (\d+)/m.exec(text)?.[1] ?? 2021) as Edition,
    });
  /** What rustc says stays as rustc says it. */
  const rustcsWords = (analysis: Analysis): ReadonlySet<string> =>
    new Set(
      analysis
        .compilerDiagnostics()
        .flatMap((one) => [one.message, one.label ?? "", ...one.related.map((r) => r.message)])
        .flatMap(english)
        .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
    );
  const left = (markdown: string, allowed: ReadonlySet<string> = new Set()) =>
    english(markdown).filter((word) => !allowed.has(word) && !NAMES.has(word));

  it("l10n/bundle.l10n.json has every text (npm run l10n)", () => {
    const bundle = JSON.parse(readFileSync("l10n/bundle.l10n.json", "utf8")) as Catalogue;
    assert.deepEqual(Object.keys(bundle), texts);
  });

  it("changes every hover and its links", () => {
    const untranslated = new Map<string, string>();
    for (const [file, text] of programs("test/hover")) {
      const analysis = read(file, text);
      const allowed = rustcsWords(analysis);
      for (const word of text.matchAll(/[A-Za-z_]\w*|[*?]/g)) {
        const hover = hoverAt(analysis, word.index);
        const said = [hover?.markdown ?? "", ...(hover?.actions ?? []).map((one) => one.title)];
        for (const part of said.flatMap((one) => left(one, allowed)))
          untranslated.set(part, `${file}: ${hover?.markdown}`);
      }
    }
    assert.deepEqual(Object.fromEntries(untranslated), {});
  });

  it("changes warnings, fixes, lenses, the status bar and cards", () => {
    const untranslated = new Map<string, string>();
    const check = (said: string, allowed: ReadonlySet<string>) =>
      left(said, allowed).forEach((word) => untranslated.set(word, said));
    let fixes = 0;
    const small = programs("test/fixes").slice(0, FIX_FILES);
    for (const [file, text] of [...programs("test/warnings"), ...small]) {
      const analysis = read(file, text);
      const allowed = rustcsWords(analysis);
      const again = (changed: string) => read(file, changed);
      for (const one of analysis.diagnostics()) {
        if (one.code?.startsWith("lockstep::") !== true) continue;
        for (const said of [one.message, ...one.related.map((related) => related.message)])
          check(said, new Set());
      }
      for (const lens of lensesOf(analysis)) check(lens.title, allowed);
      check(statusAt(analysis, text.indexOf("fn main") + 12)?.tooltip ?? "", allowed);
      const [first] = analysis.diagnostics();
      if (first === undefined || text.length > SMALL) continue;
      for (const fix of finish(fixesFor(analysis, first, again))) {
        fixes++;
        check(fix.title, allowed);
      }
    }
    check(conceptCard(engine, "std::sync::Mutex")?.split("\n\n")[1] ?? "Nothing", new Set());
    assert.ok(fixes > 5, `${fixes} fixes`);
    assert.deepEqual(Object.fromEntries(untranslated), {});
  });

  it("changes every sentence of a run and the verdict", () => {
    const untranslated = new Map<string, string>();
    for (const [file, text] of programs("samples/src/bin")) {
      const program = prepare(read(file, text), {});
      if (program.kind !== "ready") continue;
      const { trace } = recordRun(program, roundRobin(), 0);
      const cx = {
        index: buildTraceIndex(trace),
        source: { firstLine: 1, lines: text.split("\n") },
      };
      const running = startExploration(program, { maxStates: 2_000 });
      running.exploration.advance(200_000);
      running.exploration.stop("budget");
      const said: Sentence[] = [...verdictSentence(running.verdict(1))];
      for (let row = 0; row < trace.events.count; row++) said.push(...eventSentence(cx, row));
      // The message of a panic is the program's, or core's.
      const allowed = new Set(
        said
          .flatMap((one) => [...plainText(one).matchAll(/“(.*?)”/g)])
          .flatMap(([, own]) => english(own ?? "")),
      );
      for (const sentence of said) {
        const words = sentence.filter(({ style }) => style === "plain" || style === "strong");
        for (const word of left(plainText(words), allowed))
          untranslated.set(word, `${file}: ${plainText(sentence)}`);
      }
    }
    assert.deepEqual(Object.fromEntries(untranslated), {});
  });

  it("changes the panel's own labels", () => {
    assert.equal(UI.play, "Pláý");
    assert.deepEqual(KEY_WORDS[0]?.[1], "pláý ór páúsé");
    assert.deepEqual(
      texts.filter((text) => english(pseudo(text.replace(/\{\w+\}/g, ""))).length > 0),
      [],
    );
  });
});
