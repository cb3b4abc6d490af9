// npm run pictures: makes the README's pictures from the real thing: VS Code's server, the built extension, samples/two_locks.rs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.mjs";
import { say } from "./say.mjs";
import { linkExtension } from "./vscode/link.mjs";
import { installServer, startServer } from "./vscode/server.mjs";

installServer();
for (const [name, theme] of [
  ["dark", "Default Dark Modern"],
  ["light", "Default Light Modern"],
]) {
  const out = `media/panel-${name}.png`;
  await picture(theme, out);
  say(`wrote ${out}`);
}
process.exit(0);

async function picture(theme, out) {
  const dataDir = mkdtempSync(join(tmpdir(), "lockstep-pictures-"));
  mkdirSync(join(dataDir, "data", "Machine"), { recursive: true });
  const settings = {
    "workbench.colorTheme": theme,
    "workbench.startupEditor": "none",
    "workbench.sideBar.location": "left",
    "editor.minimap.enabled": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "chat.disableAIFeatures": true,
  };
  writeFileSync(join(dataDir, "data", "Machine", "settings.json"), JSON.stringify(settings));
  linkExtension(dataDir);
  const server = await startServer({ dataDir, token: undefined, smoke: false });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 860 } });
    const file = `vscode-remote://127.0.0.1:${server.port}${resolve("samples/src/bin/two_locks.rs")}`;
    const payload = encodeURIComponent(JSON.stringify([["openFile", file]]));
    await page.goto(
      `${server.base}/?folder=${encodeURIComponent(resolve("samples"))}&payload=${payload}`,
    );
    await page.waitForSelector(".view-lines .view-line");
    await page.waitForTimeout(3000);
    await page.keyboard.press("Control+B");
    // The banner of Restricted Mode and a chat beside the panel are not ours to show.
    await page
      .locator(".banner-action-container .codicon-widget-close, .banner .codicon-close")
      .first()
      .click({ timeout: 2000 })
      .catch(() => {});
    await page.locator(".view-lines .view-line").first().click();
    await page.keyboard.press("F1");
    const input = page.locator(".quick-input-widget input");
    await input.fill(">Visualize concurrency");
    await page.locator(".quick-input-list .monaco-list-row").first().click();
    const frame = await panel(page);
    await frame.getByText(/37\.5/).first().waitFor({ timeout: 60_000 });
    // Where thread 2 waits for the lock that thread 1 holds.
    const step = frame.getByRole("button", { name: "Step", exact: true });
    for (let row = 0; row < 27; row++) await step.click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: out });
  } finally {
    await browser.close();
    server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function panel(page) {
  for (let attempt = 0; attempt < 300; attempt++) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(".ls-toolbar")
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error("the panel did not come up");
}
