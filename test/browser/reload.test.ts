// Nothing is lost when the window is loaded again: arguments, the schedule that was played, the place in it, the second run.

import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { panelFrame, runCommand, startWorkbench, type Workbench } from "../support/workbench.ts";

const count = (panel: Frame) => panel.locator(".ls-narration__count").first().innerText();

describe("a panel after the window is loaded again", function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: Page;

  /** The panel writes down where it stands a little later; VS Code keeps it when the window goes. */
  const reload = async (): Promise<Frame> => {
    // VS Code writes what panels leave of themselves once a minute, and has not always the time for it while a page goes.
    await page.waitForTimeout(70_000);
    // The file that the address names would be all that is opened.
    await page.goto(page.url().replace(/&payload=.*$/, ""));
    await page.waitForSelector(".view-lines .view-line", { timeout: 60_000 });
    return panelFrame(page);
  };

  before(async () => {
    workbench = await startWorkbench("Default Dark Modern");
  });
  after(async () => workbench?.close());

  it("has its arguments, its outcome's schedule and its cursor", async () => {
    page = await workbench.open("src/bin/with_arguments.rs");
    await page.locator(".view-lines .view-line", { hasText: "thread::scope" }).first().click();
    await page.keyboard.press("End");
    await runCommand(page, "Visualize concurrency");
    const panel = await panelFrame(page);
    await panel.getByLabel(/^list:/).fill("&Mutex::new(vec![7])");
    await panel.getByLabel(/^list:/).press("Enter");
    await panel.getByText("[7, 1, 0]").first().waitFor({ timeout: 60_000 });
    await panel.getByRole("button", { name: /^Replay .*\[7, 1, 0\]/ }).click();
    await panel.getByText("The switches of this schedule").waitFor({ timeout: 60_000 });
    for (let step = 0; step < 3; step++)
      await panel.getByRole("button", { name: "Step", exact: true }).click();
    const before = await count(panel);
    const again = await reload();
    assert.equal(await again.getByLabel(/^list:/).inputValue(), "&Mutex::new(vec![7])");
    await again.getByText("The switches of this schedule").waitFor({ timeout: 60_000 });
    assert.equal(await count(again), before);
  });
});
