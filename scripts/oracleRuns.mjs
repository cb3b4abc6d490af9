// Measures `run` on programs that are not the project's: node scripts/oracleRuns.mjs [--folder FOLDER | --only ORIGIN,…] [--name PART] [--programs N] [--seeds N] [--list]
//
//   right          every run of ours ended as a real one: status, exit code, stdout and panic messages
//   wrong          no run of ours did, though all real runs agree; the bar is none
//   varies         real runs differ among themselves, or ours do: only the status is compared
//   unsupported    we say in words that it is outside, or that we cannot check it
// A folder may hold recorded outcomes (`oracle/recorded.mjs`); then each seed must give one of them. Everything else is
// compiled by rustc and run twice. Sources: see `oracle/sources.mjs`.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createChecker } from "./oracle/checker.mjs";
import { createOutcomes } from "./oracle/realOutcomes.mjs";
import { against, folderPrograms } from "./oracle/recorded.mjs";
import { rustcVersion } from "./oracle/rustc.mjs";
import { programs } from "./oracle/sources.mjs";

const options = readOptions(process.argv.slice(2));
const version = rustcVersion();
const found =
  options.folder === undefined ? programs(options.only) : folderPrograms(options.folder);
const wanted = found
  .filter((program) => program.name.includes(options.name) && isRunnable(program))
  .slice(0, options.programs);
process.exitCode = await measure();

async function measure() {
  const unrecorded = wanted.filter(({ recorded }) => recorded === undefined);
  if (unrecorded.length > 0 && version === undefined)
    console.log("oracle:runs: rustc is not installed; only recorded outcomes are compared.");
  const outcomes = version === undefined ? new Map() : await createOutcomes(version)(unrecorded);
  const runner = await createChecker(join("scripts", "oracle", "seededRuns.ts"));
  const counts = new Map();
  for (const program of wanted) {
    const real = outcomes.get(program);
    if (program.recorded === undefined && real === undefined) continue;
    const { text, edition } = program;
    // Whose name ends otherwise is a block of a page.
    const name = program.name.endsWith(".rs") ? program.name : "main.rs";
    const started = performance.now();
    const answer = await runner.ask({ name, text, edition, seeds: options.seeds });
    const { verdict, why } = judge(program, real, answer);
    const time = performance.now() - started;
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (verdict === "wrong" || (options.list && verdict !== "right") || time > options.slow)
      console.log(
        `${verdict.padEnd(12)} ${time.toFixed(0).padStart(6)} ms  ${program.name}  ${why ?? ""}`,
      );
  }
  await runner.close();
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const parts = [...counts].map(([verdict, count]) => `${count} ${verdict}`);
  console.log(`${total} programs, ${options.seeds} seeds each: ${parts.join(", ")}`);
  return (counts.get("wrong") ?? 0) > 0 ? 1 : 0;
}

function judge({ recorded }, real, { runs, crash, refused }) {
  if (crash !== undefined)
    return { verdict: "wrong", why: crash.split("\n").slice(0, 4).join(" ") };
  if (refused !== undefined) return { verdict: "wrong", why: refused };
  const outside = runs.find(({ status }) => status === "unsupported");
  if (outside !== undefined) return { verdict: "unsupported", why: outside.reason };
  if (recorded !== undefined) {
    const unlike = runs.map((run) => against(recorded, run)).find((why) => why !== undefined);
    return unlike === undefined ? { verdict: "right" } : { verdict: "wrong", why: unlike };
  }
  return compare(real, runs);
}

/** Tests are on in an editor and off where rustc makes a program to run. Of rustc's own tests few are there to be run. */
function isRunnable({ text, origin }) {
  if (origin === "tests" && !/^\/\/ ?@? ?run-pass/m.test(text)) return false;
  return /\bfn\s+main\b/.test(text) && !/#\[(?:cfg\(test\)|test)\]/.test(text);
}

/** Real runs against ours, where nothing is recorded. */
function compare(real, runs) {
  // What never ends is cut off somewhere.
  if ([...real, ...runs].every(({ status }) => /^(deadlock|limit)$/.test(status)))
    return { verdict: "right" };
  const known = new Set(real.map(keyOf));
  const fitting = runs.filter((run) => known.has(keyOf(run)));
  if (fitting.length === runs.length) return { verdict: "right" };
  const unlike = runs.find((run) => !known.has(keyOf(run)));
  const why = `${keyOf(unlike)} and not ${[...known][0]}`;
  const alike = real.some(({ status }) => status === unlike.status);
  return { verdict: alike && (known.size > 1 || fitting.length > 0) ? "varies" : "wrong", why };
}

function keyOf({ status, exitCode, stdout, stderr }) {
  return JSON.stringify([status === "limit" ? "deadlock" : status, exitCode, stdout, stderr]);
}

function readOptions(args) {
  const value = (name, fallback) => {
    const at = args.indexOf(name);
    return at < 0 ? fallback : args[at + 1];
  };
  return {
    folder: value("--folder", undefined),
    only: value("--only", "docs,books").split(","),
    name: value("--name", ""),
    programs: Number(value("--programs", Infinity)),
    seeds: Number(value("--seeds", value("--folder", undefined) === undefined ? 1 : 10)),
    slow: Number(value("--slow", Infinity)),
    list: args.includes("--list"),
  };
}

process.on("exit", () =>
  rmSync(join(".cache", "oracle", String(process.pid)), { recursive: true, force: true }),
);
