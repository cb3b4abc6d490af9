// npm test: sets up, builds, and runs everything: unit tests and programs, then journeys in a real VS Code.
// Ends with one line: N passed, N failed.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, mkdirSync } from "node:fs";
import { say, stop } from "./say.mjs";
import { setUp } from "./setup.mjs";

setUp();
rmSync(".cache/results", { recursive: true, force: true });
mkdirSync(".cache/results", { recursive: true });
const step = (what, ...args) => {
  say(what);
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status === 0;
};
if (!step("building", "scripts/build.mjs"))
  stop("The build failed; the messages above name file and line.");
const lint = step(
  "linting",
  "node_modules/oxlint/bin/oxlint",
  "--deny-warnings",
  "src",
  "test",
  "scripts",
);
const format = step("checking the format", "node_modules/oxfmt/bin/oxfmt", "--check", ".");
if (!format) say("npm run format mends it");
const suites = [
  ["unit tests and programs", "scripts/unit.mjs", "unit"],
  ["journeys in the extension host", "scripts/vscode/test.mjs", "vscode"],
  ["journeys in the browser", "scripts/vscode/browse.mjs", "browser"],
];
let passed = 0;
let failed = (lint ? 0 : 1) + (format ? 0 : 1);
for (const [what, script, name] of suites) {
  const fine = step(what, script);
  const counts = readCounts(name);
  passed += counts.passed;
  failed += counts.failed;
  if (!fine && counts.failed === 0) {
    failed++;
    say(`${what}: did not run to its end`);
  }
  if (fine && counts.passed === 0) {
    failed++;
    say(`${what}: no test was found`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function readCounts(name) {
  try {
    return JSON.parse(readFileSync(`.cache/results/${name}.json`, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
