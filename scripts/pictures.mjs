// npm run pictures: makes the README's pictures and its animation from the real thing: VS Code's server, the built extension,
// samples/two_locks.rs and samples/counter.rs; and the icon's PNG from its SVG.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { animatedPng } from "./apng.mjs";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.mjs";
import { say } from "./say.mjs";
import { linkExtension } from "./vscode/link.mjs";
import { installServer, startServer } from "./vscode/server.mjs";

const DARK = "Default Dark Modern";
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

installServer();
if (wanted("icon")) await icon("media/icon.png");
if (wanted("dark")) await picture(DARK, "media/panel-dark.png");
if (wanted("light")) await picture("Default Light Modern", "media/panel-light.png");
if (wanted("hover")) await hover("media/hover-dark.png");
if (wanted("animation")) await animation("media/readme-animation.png");
process.exit(0);

async function icon(out) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  const style = "body{margin:0;background:transparent}svg{width:128px;height:128px;display:block}";
  await page.setContent(`<style>${style}</style>${readFileSync("media/icon.svg", "utf8")}`);
  await page.screenshot({ path: out, omitBackground: true });
  await browser.close();
  say(`wrote ${out}`);
}

/** The dark panel beside the code, at the step where thread 2 waits for the lock that thread 1 holds. */
async function picture(theme, out) {
  await inWorkbench({ theme, file: "two_locks.rs", width: 1600, height: 860 }, async (page) => {
    const frame = await visualize(page);
    await frame.getByText(/37\.5/).first().waitFor({ timeout: 60_000 });
    const step = frame.getByRole("button", { name: "Step", exact: true });
    for (let row = 0; row < 27; row++) await step.click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: out });
  });
  say(`wrote ${out}`);
}

async function hover(out) {
  await inWorkbench({ theme: DARK, file: "counter.rs", width: 980, height: 620 }, async (page) => {
    await hoverOver(page, "lock");
    await page.screenshot({ path: out });
  });
  say(`wrote ${out}`);
}

/** First the hover, then the run of the two locks, step by step into its deadlock. */
async function animation(out) {
  const frames = [];
  const size = { width: 1200, height: 640 };
  await inWorkbench({ theme: DARK, file: "two_locks.rs", ...size }, async (page) => {
    const shoot = async (milliseconds) =>
      frames.push({ png: await page.screenshot(), milliseconds });
    await shoot(900);
    await hoverOver(page, "lock");
    await shoot(2600);
    await page.mouse.move(5, 5);
    const frame = await visualize(page);
    await frame.getByText(/37\.5/).first().waitFor({ timeout: 60_000 });
    await shoot(1500);
    const step = frame.getByRole("button", { name: "Step", exact: true });
    for (let row = 0; row < 30; row++) {
      await step.click();
      if (row % 3 !== 2) continue;
      await page.waitForTimeout(700);
      await shoot(row < 27 ? 650 : 3000);
    }
  });
  writeFileSync(out, animatedPng(frames));
  say(`wrote ${out}`);
}

async function hoverOver(page, word) {
  const place = page.locator(".view-lines .view-line span span", { hasText: word }).first();
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.mouse.move(5, 5);
    await place.hover();
    const shown = await page
      .locator(".monaco-hover:visible", { hasText: "Acquires" })
      .first()
      .waitFor({ timeout: 4000 })
      .then(() => true)
      .catch(() => false);
    if (shown) break;
  }
  await page.waitForTimeout(600);
}

async function visualize(page) {
  await page.locator(".view-lines .view-line").first().click();
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(">Visualize concurrency");
  await page.locator(".quick-input-list .monaco-list-row").first().click();
  return panel(page);
}

/** A window on a file of the samples, without what is not ours to show: the banner of Restricted Mode, the side bar. */
async function inWorkbench({ theme, file, width, height }, work) {
  const dataDir = mkdtempSync(join(tmpdir(), "lockstep-pictures-"));
  mkdirSync(join(dataDir, "data", "Machine"), { recursive: true });
  const settings = {
    "workbench.colorTheme": theme,
    "workbench.startupEditor": "none",
    "workbench.sideBar.location": "left",
    "editor.minimap.enabled": false,
    "editor.hover.delay": 100,
    "editor.hover.above": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "chat.disableAIFeatures": true,
    "security.workspace.trust.banner": "never",
  };
  writeFileSync(join(dataDir, "data", "Machine", "settings.json"), JSON.stringify(settings));
  linkExtension(dataDir);
  const server = await startServer({ dataDir, token: undefined, smoke: false });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    const target = `vscode-remote://127.0.0.1:${server.port}${resolve("samples/src/bin", file)}`;
    const payload = encodeURIComponent(JSON.stringify([["openFile", target]]));
    await page.goto(
      `${server.base}/?folder=${encodeURIComponent(resolve("samples"))}&payload=${payload}`,
    );
    await page.waitForSelector(".view-lines .view-line");
    await page.waitForTimeout(3000);
    await page.keyboard.press("Control+B");
    await page
      .locator('[aria-label="Close Banner"]')
      .first()
      .click({ timeout: 3000 })
      .catch(() => {});
    await page.waitForTimeout(500);
    await work(page);
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
