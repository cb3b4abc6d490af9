// A journey through a program that rustc rejects: its words in the panel, what would go wrong at run time, the repair as a button.

import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { panelFrame, runCommand, startWorkbench, type Workbench } from "../support/workbench.ts";

describe("a rejected program in the panel", function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: Page;
  let panel: Frame;

  before(async () => {
    workbench = await startWorkbench("Default Light Modern");
    page = await workbench.open("src/bin/rc_counter.rs");
  });
  after(async () => workbench?.close());

  it("shows the error in rustc's words, with the place of the capture", async () => {
    await page.locator(".view-lines .view-line").first().click();
    await runCommand(page, "Visualize concurrency");
    panel = await panelFrame(page);
    await panel.getByText("cannot be sent between threads safely").first().waitFor();
    assert.match(await panel.locator(".ls-excerpt").innerText(), /counter \(captured\)/);
  });

  it("shows what would go wrong, marked as what the compiler prevents", async () => {
    await panel.getByRole("button", { name: "What would go wrong at run time?" }).click();
    await panel.getByText("a check of the compiler is switched off").waitFor();
    await panel.getByText("use after free").first().waitFor({ timeout: 90_000 });
    await panel.getByRole("button", { name: "Back to the error" }).click();
    await panel.getByText("cannot be sent between threads safely").first().waitFor();
  });

  it("repairs the file and runs it", async () => {
    await panel.getByRole("button", { name: /Replace Rc by Arc/ }).click();
    await panel.locator(".ls-run").waitFor({ timeout: 60_000 });
    assert.match(await page.locator(".view-lines").first().innerText(), /Arc::new/);
    // The file stays as it was for others.
    await page.locator(".view-lines .view-line").first().click();
    await page.keyboard.press("Control+z");
    await panel.getByText("The text has changed since this run.").waitFor();
  });
});
