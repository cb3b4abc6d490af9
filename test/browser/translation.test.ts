// Another language in the real VS Code: its bundle is all that a translation needs. Hovers, lenses, the panel's labels and
// the sentences of the checking thread follow it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { pseudo, pseudoCatalogue } from "../support/pseudo.ts";
import {
  hoverOver,
  panelFrame,
  runCommand,
  startWorkbench,
  type Workbench,
} from "../support/workbench.ts";

describe("another language", function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    const texts = Object.keys(JSON.parse(readFileSync("l10n/bundle.l10n.json", "utf8")) as object);
    const language = { name: "de", catalogue: pseudoCatalogue(texts) };
    workbench = await startWorkbench("Default Dark Modern", language);
    page = await workbench.open("src/bin/two_locks.rs");
  });
  after(async () => workbench?.close());

  it("is spoken by hovers and their links", async () => {
    const said = await hoverOver(page, "lock");
    assert.match(said, new RegExp(`${pseudo("Acquires")} checking`));
    assert.ok(said.includes(pseudo("Visualize concurrency")), said);
  });

  it("is spoken by the panel, its sentences and its verdict", async () => {
    await page.keyboard.press("Escape");
    await page.locator(".view-lines .view-line").first().click();
    await runCommand(page, "Visualize concurrency");
    const panel = await panelFrame(page);
    await panel.getByText(pseudo("deadlock")).first().waitFor({ timeout: 60_000 });
    const said = (await panel.locator("#root").textContent()) ?? "";
    for (const words of ["Outcomes", "Memory", "reaches", "schedules"])
      assert.ok(said.includes(pseudo(words)), `${words}: ${said}`);
    assert.ok(!/\b(reaches|Outcomes|Explore)\b/.test(said), said);
  });
});
