// Journeys through what a panel compares: a function with arguments that somebody writes, and two runs side by side.
// With LOCKSTEP_SHOTS=DIR each one leaves screenshots, wide and narrow.

import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { panelFrame, runCommand, startWorkbench, type Workbench } from "../support/workbench.ts";

const SHOTS = process.env["LOCKSTEP_SHOTS"];
const THEME = process.env["LOCKSTEP_THEME"] ?? "Default Dark Modern";

describe("what a panel compares", function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: Page;

  const shoot = async (name: string) => {
    if (SHOTS === undefined) return;
    for (const width of [1600, 1100]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${SHOTS}/${name}-${width}.png` });
    }
    await page.setViewportSize({ width: 1600, height: 1000 });
  };
  /** The caret goes to the end of the line with this text. */
  const toLine = async (text: string) => {
    await page.locator(".view-lines .view-line", { hasText: text }).first().click();
    await page.keyboard.press("End");
  };

  before(async () => {
    workbench = await startWorkbench(THEME);
  });
  after(async () => workbench?.close());

  describe("a function that nothing calls", () => {
    let panel: Frame;

    it("runs with values of its parameters' types", async () => {
      page = await workbench.open("src/bin/with_arguments.rs");
      await toLine("thread::scope");
      await runCommand(page, "Visualize concurrency");
      panel = await panelFrame(page);
      assert.equal(await panel.getByLabel(/^n:/).inputValue(), "2");
      assert.equal(await panel.locator("h1").innerText(), "with_arguments.rs › fill");
      await panel.getByText("[1, 2, 3, 0, 1]").first().waitFor({ timeout: 60_000 });
      await shoot("arguments");
    });

    it("runs again on Enter, its outcomes before and now side by side", async () => {
      await panel.getByLabel(/^list:/).fill("&Mutex::new(vec![])");
      await panel.getByLabel(/^list:/).press("Enter");
      const table = panel.locator(".ls-compare");
      await table.getByText("[0, 1]", { exact: false }).first().waitFor({ timeout: 60_000 });
      assert.equal(await table.locator(".ls-compare__new").count(), 2);
      assert.equal(await table.locator(".ls-compare__gone").count(), 2);
      await shoot("compared");
    });

    it("says under the field what does not fit, in rustc's words", async () => {
      await panel.getByLabel(/^n:/).fill('"two"');
      await panel.getByLabel(/^n:/).press("Enter");
      await panel.getByRole("alert").getByText("mismatched types").waitFor({ timeout: 60_000 });
      await shoot("wrong");
    });
  });

  describe("two runs side by side", () => {
    let panel: Frame;

    it("puts a Mutex beside a RefCell by command", async () => {
      page = await workbench.open("src/bin/second_borrow.rs");
      await runCommand(page, "Visualize two runs side by side");
      const first = page.locator(".quick-input-list .monaco-list-row").first();
      await first.getByText("Mutex and Arc instead of RefCell and Rc").click({ timeout: 60_000 });
      panel = await panelFrame(page);
      await panel.locator(".ls-pair__side .ls-narration").nth(1).waitFor({ timeout: 60_000 });
    });

    it("moves both with one scrubber: where the borrow panics, the lock waits", async () => {
      const [cell, lock] = [0, 1].map((at) => panel.locator(".ls-pair__side").nth(at));
      await panel.getByRole("button", { name: "To end" }).click();
      await shoot("pair");
      await cell?.getByText("RefCell already borrowed").first().waitFor();
      await lock?.getByText("The run never ends").waitFor();
      await panel.getByRole("button", { name: "To start" }).click();
      await panel.getByLabel("Step of both runs").focus();
      await page.keyboard.press("ArrowRight");
      await panel.getByText(/^step 2 of/).waitFor();
    });

    it("goes back to one run", async () => {
      await panel.getByRole("button", { name: "One run" }).click();
      await panel.locator(".ls-run").waitFor();
    });
  });
});
