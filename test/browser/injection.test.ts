// Program text in the real panel and on an exported page: markup in strings, thread names, panic messages, outputs, file names
// and paths stays text. Nothing runs, nothing is loaded, no element comes of it.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame, Page } from "playwright-core";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { picturesOf, recordRun } from "../../src/driver/record.ts";
import { exportRun } from "../../src/exports/exportRun.ts";
import { SCRIPT_MARK, STYLE_MARK } from "../../src/exports/htmlPage.ts";
import { roundRobin } from "../../src/explore/strategy.ts";
import type { FileFormat } from "../../src/protocol/messages.ts";
import { panelFrame, runCommand, startWorkbench, type Workbench } from "../support/workbench.ts";

const EVIL =
  `</script><img src=x onerror="window.pwned=1"><svg onload="window.pwned=1"></svg>` +
  `<script>window.pwned=1</script>[a](command:evil)\u202E`;
const NAME = `<img src=x onerror="window.pwned=1">.rs`;

const PROGRAM = `use std::sync::{mpsc, Arc, Mutex};
use std::thread;

const EVIL: &str = ${JSON.stringify(EVIL).replace("\\u202e", "\\u{202E}")};

fn main() {
    let text = Arc::new(Mutex::new(String::from(EVIL)));
    let shared = Arc::clone(&text);
    let builder = thread::Builder::new().name(EVIL.to_string());
    let worker = builder.spawn(move || {
        let mut inside = shared.lock().unwrap();
        inside.push_str("<b>bold</b>");
        println!("{inside}");
        panic!("{EVIL}");
    });
    let _ = worker.unwrap().join();
    let (tx, rx) = mpsc::channel();
    tx.send(EVIL).unwrap();
    eprintln!("{}", rx.recv().unwrap());
}
`;

/** Elements that only the program's text could have made. */
async function foreign(frame: Frame | Page): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const made = "img, b, iframe, object, embed, a, [onerror], [onload], [style*=expression]";
    const found = [...document.querySelectorAll(made)].map((element) => element.outerHTML);
    const ran = "pwned" in window ? ["a script ran"] : [];
    return [...ran, ...found];
  });
}

describe("injection into the panel", function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "lockstep-injection-"));
  let workbench: Workbench;
  let page: Page;
  const dialogs: string[] = [];

  before(async () => {
    writeFileSync(join(folder, NAME), PROGRAM);
    workbench = await startWorkbench("Default Dark Modern");
    page = workbench.page;
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("a run shows hostile text as text, at every step", async () => {
    await workbench.open(join(folder, NAME));
    await page.locator(".view-lines .view-line").first().click();
    await runCommand(page, "Visualize concurrency");
    const panel = await panelFrame(page);
    const step = panel.getByRole("button", { name: "Step", exact: true });
    await step.waitFor();
    for (let row = 0; row < 200 && (await step.isEnabled()); row++) {
      await step.click();
      if (row % 8 === 0) assert.deepEqual(await foreign(panel), [], `row ${row}`);
    }
    assert.deepEqual(await foreign(panel), []);
    assert.match(await panel.locator("#root").innerText(), /<img src=x onerror=/);
    const scripts = await panel.locator("script").allTextContents();
    assert.ok(scripts.every((one) => !one.includes("pwned")));
    assert.deepEqual(dialogs, []);
  });

  it("so does an exported page, and an exported picture", async () => {
    const analysis = createEngine().analyze(PROGRAM, { file: NAME, edition: 2021 });
    const program = prepare(analysis, {});
    if (program.kind !== "ready") throw new Error(program.kind);
    const recording = recordRun(program, roundRobin(), 400);
    const { trace, pictures } = recording;
    const source = { firstLine: 1, lines: PROGRAM.split("\n") };
    const scheduler = { kind: "roundRobin" } as const;
    const message = {
      kind: "trace",
      trace,
      scheduler,
      pictures,
      from: 0,
      next: [],
      source,
      cursor: 0,
    } as const;
    const look = {
      cursor: 0,
      view: undefined,
      pinned: [],
      colors: {},
      font: "sans-serif",
      variables: {},
      bodyClass: "vscode-dark",
    };
    const exported = (format: FileFormat) =>
      exportRun(
        {
          message,
          verdict: undefined,
          look,
          language: { name: "en" },
          nonce: "abc",
          pictures: (from, to) => picturesOf(recording, from, to),
        },
        format,
      );
    const script = readFileSync("dist/webview.js", "utf8").replaceAll("</script", "<\\/script");
    const whole = exported("html")
      .replace(STYLE_MARK, () => readFileSync("media/panel.css", "utf8"))
      .replace(SCRIPT_MARK, () => script);
    for (const [file, content] of [
      ["run.html", whole],
      ["run.svg", exported("svg")],
    ] as const) {
      writeFileSync(join(folder, file), content);
      await page.goto(pathToFileURL(join(folder, file)).href);
      if (file === "run.html") {
        await page.locator(".ls-toolbar").waitFor();
        await page.keyboard.press("End");
        assert.match(await page.locator("#root").innerText(), /<img src=x onerror=/);
      }
      assert.deepEqual(await foreign(page), [], file);
    }
    assert.deepEqual(dialogs, []);
  });
});
