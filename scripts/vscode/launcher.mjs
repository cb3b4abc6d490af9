#!/usr/bin/env node
// Takes the arguments that @vscode/test-electron gives to VS Code's executable, and runs the same extension tests in the
// extension host of the server build: a page in Chromium plays the part of the window.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../chromium.mjs";
import { startServer } from "./server.mjs";

const option = (name) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const extension = option("extensionDevelopmentPath");
const tests = option("extensionTestsPath");
const folder = process.argv.slice(2).find((arg) => !arg.startsWith("-")) ?? process.cwd();
const dataDir = mkdtempSync(join(tmpdir(), "lockstep-server-"));
const server = await startServer({ dataDir, token: undefined, smoke: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
let code = 1;
try {
  code = await runSuite();
} finally {
  await browser.close();
  server.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exit(code);

async function runSuite() {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("The extension tests did not end in 10 minutes.")),
      600_000,
    );
    page.exposeFunction("codeAutomationLog", (type, args) => {
      const texts = args.map(String).filter((text) => !text.startsWith("[object"));
      (type === "error" ? console.error : console.log)(...texts);
    });
    page.exposeFunction("codeAutomationExit", (result) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = JSON.stringify([
    ["extensionDevelopmentPath", remote(extension)],
    ["extensionTestsPath", remote(tests)],
    ["skipWelcome", "true"],
  ]);
  await page.goto(
    `${server.base}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`,
  );
  return ended;
}
