// The package as people get it: built once, unpacked for the web host, installed from its file on the server.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const VSIX = ".cache/package/lockstep.vsix";

/** The scripts are plain modules outside the bundle. */
export async function script<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(resolve(path)).href)) as T;
}

export function packExtension(): { readonly vsix: string; readonly bytes: number } {
  execFileSync(process.execPath, ["scripts/package.mjs", VSIX], { stdio: "pipe" });
  return { vsix: resolve(VSIX), bytes: readFileSync(VSIX).length };
}

/** Paths in the package, and the folder of the extension as it would be installed. */
export function unpack(vsix: string): {
  readonly files: readonly string[];
  readonly folder: string;
} {
  const folder = resolve(".cache/package/unpacked");
  rmSync(folder, { recursive: true, force: true });
  const entries = unzipSync(new Uint8Array(readFileSync(vsix)));
  for (const [path, bytes] of Object.entries(entries)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { files: Object.keys(entries), folder: join(folder, "extension") };
}

/** What `code --install-extension FILE` does, on the server build. */
export async function installFromFile(dataDir: string, vsix: string): Promise<string> {
  const { serverCommand } = await script<{ serverCommand(): string[] }>(
    "scripts/vscode/server.mjs",
  );
  const [node = "", main = ""] = serverCommand();
  const run = spawnSync(
    node,
    [
      main,
      "--accept-server-license-terms",
      "--server-data-dir",
      dataDir,
      "--install-extension",
      vsix,
    ],
    { encoding: "utf8" },
  );
  return `${run.stdout}${run.stderr}`;
}

export interface WebHost {
  readonly page: Page;
  close(): Promise<void>;
}

/** VS Code in the browser alone: the extension runs in a web worker. */
export async function startWebHost(extension: string): Promise<WebHost> {
  const { serveWeb } = await script<{
    serveWeb(options: object): Promise<{ base: string; stop(): void }>;
  }>("scripts/vscode/web.mjs");
  const { CHROMIUM_FLAGS, findChromium } = await script<{
    CHROMIUM_FLAGS: string[];
    findChromium(): string;
  }>("scripts/chromium.mjs");
  const web = await serveWeb({ extension });
  const profile = mkdtempSync(join(tmpdir(), "lockstep-web-"));
  mkdirSync(join(profile, "Default"), { recursive: true });
  // Webviews live on host names of their own and need their service worker.
  writeFileSync(
    join(profile, "Default", "Preferences"),
    JSON.stringify({ profile: { cookie_controls_mode: 0 } }),
  );
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: CHROMIUM_FLAGS,
    viewport: { width: 1500, height: 950 },
  });
  const page = await context.newPage();
  await page.goto(`${web.base}/`);
  await page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
  return {
    page,
    async close() {
      await context.close();
      web.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
