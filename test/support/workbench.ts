// VS Code's server with the built extension installed, and a page on it: what a person at a browser has.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalogue } from "../../src/base/language.ts";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";

export interface Workbench {
  readonly page: Page;
  /** Opens another file of samples/ in this window's place. */
  open(file: string): Promise<Page>;
  close(): Promise<void>;
}

interface Server {
  readonly base: string;
  readonly port: number;
  stop(): void;
}

/** The scripts are plain modules outside the bundle. */
async function script<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(resolve(path)).href)) as T;
}

/** `language`: another one than English, with the bundle that the extension has for it. */
export async function startWorkbench(
  theme: string,
  language?: { readonly name: string; readonly catalogue: Catalogue },
): Promise<Workbench> {
  const { startServer } = await script<{ startServer(options: object): Promise<Server> }>(
    "scripts/vscode/server.mjs",
  );
  const { linkExtension } = await script<{ linkExtension(dataDir: string): string }>(
    "scripts/vscode/link.mjs",
  );
  const { CHROMIUM_FLAGS, findChromium } = await script<{
    CHROMIUM_FLAGS: string[];
    findChromium(): string;
  }>("scripts/chromium.mjs");
  const dataDir = mkdtempSync(join(tmpdir(), "lockstep-journey-"));
  mkdirSync(join(dataDir, "data", "Machine"), { recursive: true });
  const settings = {
    "workbench.colorTheme": theme,
    "workbench.startupEditor": "none",
    "editor.hover.delay": 100,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    // Journeys edit samples, which are to stay as they are.
    "files.autoSave": "off",
  };
  writeFileSync(join(dataDir, "data", "Machine", "settings.json"), JSON.stringify(settings));
  const folder = linkExtension(dataDir);
  if (language !== undefined) {
    const bundle = join(folder, "l10n", `bundle.l10n.${language.name}.json`);
    writeFileSync(bundle, JSON.stringify(language.catalogue));
  }
  const server = await startServer({ dataDir, token: undefined, smoke: false });
  const browser: Browser = await chromium.launch({
    executablePath: findChromium(),
    args: CHROMIUM_FLAGS,
  });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  // What a language pack sets for the window.
  if (language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language.name)}`);
  const open = async (file: string): Promise<Page> => {
    const target = `vscode-remote://127.0.0.1:${server.port}${resolve("samples", file)}`;
    const payload = encodeURIComponent(JSON.stringify([["openFile", target]]));
    await page.goto(
      `${server.base}/?folder=${encodeURIComponent(resolve("samples"))}&payload=${payload}`,
    );
    await page.waitForSelector(".view-lines .view-line", { timeout: 60_000 });
    return page;
  };
  return {
    page,
    open,
    async close() {
      await browser.close();
      server.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Points at the nth place where a word stands in the editor and gives the text of the hover. */
export async function hoverOver(page: Page, word: string, nth = 0): Promise<string> {
  const place = page.locator(".view-lines .view-line span span", { hasText: word }).nth(nth);
  const content = page.locator(".monaco-hover:visible");
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.mouse.move(5, 5);
    await place.hover();
    try {
      await content.first().waitFor({ state: "visible", timeout: 4000 });
      const text = (await content.allInnerTexts()).join("\n");
      if (text.trim() !== "" && !/Loading/.test(text)) return text;
    } catch {
      // The extension may still be starting.
    }
  }
  throw new Error(`no hover on ${word}`);
}

export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator(".quick-input-widget input");
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  // A workbench that is still starting may close the list again, or not know the command yet.
  for (let attempt = 0; ; attempt++) {
    try {
      await page.keyboard.press("F1");
      await input.fill(`>${title}`, { timeout: 5000 });
      return await row.click({ timeout: 5000 });
    } catch (error) {
      if (attempt === 8) throw error;
      await page.keyboard.press("Escape");
    }
  }
}

/** The frame in which the panel's own page runs. */
export async function panelFrame(page: Page): Promise<Frame> {
  for (let attempt = 0; attempt < 300; attempt++) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(".ls-toolbar, .ls-pair, .ls-rejected")
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error("the panel did not come up");
}
