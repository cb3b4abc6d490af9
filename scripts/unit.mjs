// npm run test:unit: bundles and runs every test/**/*.test.ts outside test/extension and test/browser.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => join("test", file))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => !/^test[/\\](extension|browser)[/\\]/.test(file))
  .sort();
mkdirSync(".cache/results", { recursive: true });
const run = spawnSync(
  process.execPath,
  [
    "scripts/mocha.mjs",
    ...files,
    "--",
    "--reporter",
    "./scripts/countReporter.cjs",
    "--reporter-option",
    "output=.cache/results/unit.json",
  ],
  { stdio: ["inherit", "inherit", "inherit"] },
);
process.exit(run.status ?? 1);
