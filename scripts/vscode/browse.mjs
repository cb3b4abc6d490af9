// Journeys in the browser: VS Code's server with the built extension installed, driven by playwright as a person would.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../chromium.mjs";
import { installServer } from "./server.mjs";
import { installWeb } from "./web.mjs";

installServer();
installWeb();
const files = readdirSync("test/browser")
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join("test/browser", file));
const run = spawnSync(
  process.execPath,
  [
    "scripts/mocha.mjs",
    ...files,
    "--",
    "--timeout",
    "180000",
    "--reporter",
    "./scripts/countReporter.cjs",
    "--reporter-option",
    "output=.cache/results/browser.json",
  ],
  { stdio: "inherit", env: { ...process.env, LOCKSTEP_CHROMIUM: findChromium() } },
);
process.exit(run.status ?? 1);
