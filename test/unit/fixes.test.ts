// Quick fixes: each program of test/fixes has a message with a code, and a fix for it with a title.
//
// Where rustfmt is installed, a text that it leaves alone must be left alone after the fix. A fix that does not help is not
// offered: what `recheck.ts` promises.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { finish } from "../../src/base/steps.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { applyEdits } from "../../src/ide/fixes/fix.ts";
import { fixAll, fixesAt, fixesFor } from "../../src/ide/fixes/fixes.ts";

const root = "test/fixes";
const engine = createEngine();
const analyze = (text: string) => engine.analyze(text, { file: "main.rs", edition: 2021 });

describe("quick fixes", () => {
  for (const file of readdirSync(root).sort()) {
    it(file, () => checkFix(readFileSync(join(root, file), "utf8")));
  }

  it("keep the layout that rustfmt gives", function () {
    this.timeout(60_000);
    if (!isTidy("fn main() {}\n")) return this.skip();
    for (const file of readdirSync(root).sort()) {
      const text = readFileSync(join(root, file), "utf8");
      assert.ok(isTidy(text), `${file} itself`);
      assert.ok(isTidy(fixed(text).after), `${file} after the fix:\n${fixed(text).after}`);
    }
  });

  it("keep other line ends", () => {
    const text = readFileSync(join(root, "cloneInLoop.rs"), "utf8").replaceAll("\n", "\r\n");
    assert.ok(!/[^\r]\n/.test(fixed(text).after));
  });

  it("are not offered where they do not help", () => {
    const analysis = analyze(
      "struct Once;\nfn take(_: Once) {}\nfn main() {\n    let v = Once;\n    take(v);\n    take(v);\n}\n",
    );
    assert.equal(analysis.diagnostics()[0]?.code, "E0382");
    const range = { start: 0, end: analysis.text.length };
    assert.deepEqual(finish(fixesAt(analysis, range, analyze)), []);
  });

  it("all at once: those that are the only ones for their messages", () => {
    const text = "fn main() {\n    let n = 1;\n    let m = 2;\n    n += 1;\n    m += n;\n}\n";
    const after = finish(fixAll(analyze(text), analyze));
    assert.equal(after, text.replace("let n", "let mut n").replace("let m ", "let mut m "));
    assert.equal(finish(fixAll(analyze("fn main() {}\n"), analyze)), undefined);
  });

  it("say which one to take where there is only one", () => {
    const analysis = analyze("fn main() {\n    let n = 1;\n    n += 1;\n}\n");
    const [only, ...others] = finish(fixesAt(analysis, { start: 0, end: 60 }, analyze));
    assert.equal(only?.preferred, true);
    assert.equal(others.length, 0);
  });
});

function checkFix(text: string): void {
  const { after, codeGone } = fixed(text);
  assert.ok(codeGone, after);
  for (const wanted of directives(text, "has"))
    assert.ok(body(after).includes(wanted), `lacks ${wanted}:\n${after}`);
  for (const unwanted of directives(text, "lacks"))
    assert.ok(!body(after).includes(unwanted), `has ${unwanted}:\n${after}`);
}

function fixed(text: string): { readonly after: string; readonly codeGone: boolean } {
  const [code = ""] = directives(text, "code");
  const [title = ""] = directives(text, "title");
  const analysis = analyze(text);
  const diagnostics = analysis.diagnostics().filter((one) => one.code === code);
  assert.ok(
    diagnostics.length > 0,
    `no ${code}: ${analysis
      .diagnostics()
      .map((one) => one.message)
      .join("; ")}`,
  );
  const fixes = diagnostics.flatMap((one) => finish(fixesFor(analysis, one, analyze)));
  const fix = fixes.find((one) => one.title.startsWith(title));
  assert.ok(fix !== undefined, `offered: ${fixes.map((one) => one.title).join("; ") || "nothing"}`);
  const after = applyEdits(text, fix.edits);
  const left = analyze(after)
    .diagnostics()
    .filter((one) => one.code === code);
  return { after, codeGone: left.length < diagnostics.length };
}

function directives(text: string, key: string): string[] {
  return [...text.matchAll(new RegExp(`^//@ ${key}: (.*?)\\r?$`, "gm"))].map(
    ([, value]) => value ?? "",
  );
}

function body(text: string): string {
  return text.replaceAll(/^\/\/@.*$/gm, "");
}

function isTidy(text: string): boolean {
  const run = spawnSync("rustfmt", ["--check", "--edition", "2021"], { input: text });
  return run.status === 0;
}
