// A journey through the real workbench: open a file, hover, run the command, play, step back, pick the next thread; and what the
// panel says is compared with the trace of the same program.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import { eventText } from "../../src/explain/eventSentence.ts";
import { buildTraceIndex } from "../../src/trace/traceIndex.ts";
import {
  hoverOver,
  panelFrame,
  runCommand,
  startWorkbench,
  type Workbench,
} from "../support/workbench.ts";

const FILE = "src/bin/two_locks.rs";

/** The sentences of the round-robin run, by row. */
function expectedSentences(): string[] {
  const text = readFileSync(`samples/${FILE}`, "utf8");
  const analysis = createEngine().analyze(text, { file: FILE, edition: 2021 });
  const program = prepare(analysis, {});
  assert.equal(program.kind, "ready");
  if (program.kind !== "ready") return [];
  const strategy = schedulerStrategy(program, { kind: "roundRobin" });
  assert.notEqual(typeof strategy, "string");
  if (typeof strategy === "string") return [];
  const { trace } = recordRun(program, strategy, 400);
  const cx = { index: buildTraceIndex(trace), source: { firstLine: 1, lines: text.split("\n") } };
  return Array.from({ length: trace.events.count }, (_, row) => eventText(cx, row));
}

const spoken = (frame: Frame) => frame.locator(".ls-narration [role=status]").innerText();
const press = (frame: Frame, name: string) =>
  frame.getByRole("button", { name, exact: true }).click();

describe("the panel in a real VS Code", function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: Page;
  let panel: Frame;

  before(async () => {
    workbench = await startWorkbench("Default Dark Modern");
    page = await workbench.open(FILE);
  });
  after(async () => workbench?.close());

  it("hovers over a lock", async () => {
    assert.match(await hoverOver(page, "lock"), /Acquires checking/);
  });

  it("opens beside the editor and says how the program can end", async () => {
    // The hover covers the text.
    await page.keyboard.press("Escape");
    await page.locator(".view-lines .view-line").first().click();
    await runCommand(page, "Visualize concurrency");
    panel = await panelFrame(page);
    await panel.getByText("deadlock", { exact: false }).first().waitFor();
    await panel.getByText(/37\.5/).first().waitFor({ timeout: 60_000 });
  });

  it("says what the trace says, step by step, forwards and backwards", async () => {
    const expected = expectedSentences();
    if (await panel.getByRole("button", { name: "To start" }).isEnabled())
      await press(panel, "To start");
    for (let row = 0; row < 12; row++) {
      assert.equal(await spoken(panel), expected[row], `row ${row}`);
      await press(panel, "Step");
    }
    await press(panel, "Back");
    assert.equal(await spoken(panel), expected[11]);
  });

  it("plays and pauses", async () => {
    const before = await spoken(panel);
    await press(panel, "Play");
    await page.waitForTimeout(3000);
    await press(panel, "Pause");
    assert.notEqual(await spoken(panel), before);
  });

  it("lets the user pick the next thread", async () => {
    await panel.getByRole("button", { name: /^Scheduler/ }).click();
    await panel.getByRole("menuitemradio", { name: "You choose" }).click();
    const pick = panel.getByRole("button", { name: /^Run .* next/ }).first();
    await pick.waitFor();
    const rows = await panel.locator(".ls-narration__count").innerText();
    await pick.click();
    await panel.waitForFunction(
      (old) => document.querySelector(".ls-narration__count")?.textContent !== old,
      rows,
    );
  });

  it("marks the threads' lines in the editor", async () => {
    await page.locator(".view-overlays .cdr").first().waitFor({ state: "attached" });
  });
});
