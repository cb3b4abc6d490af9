// Re-checks the expectations of test/programs: node scripts/oracle.mjs [--only PART] [--runs N] [--seeds N] [--bless FILE…]
//
//   rustc        the errors that a program expects are those of rustc, each by code and line
//   real runs    every run of a program ends in one of the outcomes it records, with the exit code and messages it records
//   our runs     so does every one of our own, under ten seeds each
// `--bless` writes what real runs of the given programs showed into them. Without rustc only our own runs are checked.
import { rmSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createChecker } from "./oracle/checker.mjs";
import { blessed } from "./oracle/bless.mjs";
import { ownDirectives } from "./oracle/directives.mjs";
import { buildPrograms, realRun } from "./oracle/realRuns.mjs";
import { createTruth, rustcVersion } from "./oracle/rustc.mjs";
import { walk } from "./oracle/sources.mjs";

const ROOT = "test/programs";
const options = readOptions(process.argv.slice(2));
const version = rustcVersion();
const read = await ownDirectives();
const failures = [];

if (options.bless.length > 0) await bless(options.bless);
else await check();

async function check() {
  const programs = walk(ROOT, ".rs")
    .filter((file) => file.includes(options.only))
    .map((file) => read(file, readFileSync(file, "utf8")))
    .filter((program) => program.knownWrong === undefined);
  const rejected = programs.filter(({ statuses }) => statuses.includes("error"));
  const running = programs.filter(({ statuses }) => !statuses.includes("error"));
  if (version === undefined)
    console.log("oracle: rustc is not installed; only our own runs are checked.");
  else {
    console.log(
      `rustc        ${await checkErrors(rejected)} of ${rejected.length} programs rejected as expected`,
    );
    console.log(
      `real runs    ${await checkRuns(running)} of ${running.length} programs, ${options.runs} runs each`,
    );
  }
  console.log(
    `our runs     ${await checkSeeds(running)} of ${running.length} programs, ${options.seeds} seeds each`,
  );
  for (const one of failures) console.log(`  ${one}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function checkErrors(programs) {
  const truth = createTruth(version);
  const right = [];
  for (const program of programs) {
    const told = await truth({ text: program.text, edition: program.edition });
    const wanted = program.messages
      .filter(({ severity, code }) => severity === "error" && isRustcs(code))
      .map(({ code, line }) => `${code ?? ""}@${line}`);
    const found = told?.errors
      .filter(({ code }) => isRustcs(code))
      .map(({ code, line }) => `${code}@${line}`);
    if (found !== undefined && same(wanted, found)) right.push(program);
    else
      failures.push(`${program.file}: expects ${wanted.join(" ")}, rustc says ${found?.join(" ")}`);
  }
  return right.length;
}

async function checkRuns(programs) {
  const built = await buildPrograms(programs);
  let right = 0;
  for (const program of programs) {
    const binary = built.get(program);
    if (typeof binary !== "function") {
      failures.push(`${program.file}: rustc rejects it: ${binary}`);
      continue;
    }
    const before = failures.length;
    for (let run = 0; run < options.runs && failures.length === before; run += 1)
      judge(program, await realRun(program, binary), "a real run");
    if (failures.length === before) right += 1;
  }
  return right;
}

async function checkSeeds(programs) {
  const runner = await createChecker(join("scripts", "oracle", "seededRuns.ts"));
  let right = 0;
  for (const { file: name, text, edition, ...program } of programs) {
    const before = failures.length;
    const answer = await runner.ask({ name, text, edition, seeds: options.seeds });
    const trouble = answer.crash ?? answer.refused;
    if (trouble !== undefined) failures.push(`${name}: ${trouble}`);
    for (const one of answer.runs ?? []) {
      if (failures.length === before) judge({ ...program, file: name }, one, `seed ${one.seed}`);
    }
    if (failures.length === before) right += 1;
  }
  await runner.close();
  return right;
}

/** Lints are no errors everywhere. */
function isRustcs(code) {
  return code === undefined || code === "" || /^E\d/.test(code);
}

/** One run against what the program records. */
function judge(program, run, who) {
  const { file, statuses, outcomes } = program;
  // What never ends is cut off.
  if (run.status === "limit" && statuses.includes("deadlock")) return;
  const isRecorded = outcomes.some(
    ({ status, stdout }) => status === run.status && stdout === run.stdout,
  );
  if (!statuses.includes(run.status) || (outcomes.length > 0 && !isRecorded))
    failures.push(`${file}: ${who} ended ${run.status} ${JSON.stringify(run.stdout)}`);
  else if (program.exitCode !== undefined && program.exitCode !== run.exitCode)
    failures.push(`${file}: ${who} had exit code ${run.exitCode}`);
  else if (program.stderr !== undefined && program.stderr !== run.stderr)
    failures.push(`${file}: ${who} wrote ${JSON.stringify(run.stderr)}`);
}

async function bless(files) {
  if (version === undefined) return console.log("bless: rustc is not installed.");
  let changed = files;
  // What is written above a program moves the lines that its messages name.
  for (let round = 0; round < 3 && changed.length > 0; round += 1)
    changed = await blessOnce(changed);
  return undefined;
}

/** The files that changed. */
async function blessOnce(files) {
  const changed = [];
  const programs = files.map((file) => {
    const text = readFileSync(file, "utf8");
    return read(file, /^\/\/@ status:/m.test(text) ? text : `//@ status: ok\n${text}`);
  });
  const built = await buildPrograms(programs);
  for (const program of programs) {
    const binary = built.get(program);
    if (typeof binary !== "function") {
      console.log(`${program.file}: rustc rejects it: ${binary}`);
      continue;
    }
    const runs = [];
    for (let run = 0; run < 20; run += 1) runs.push(await realRun(program, binary));
    const before = readFileSync(program.file, "utf8");
    const after = blessed(before, runs);
    if (after !== before) changed.push(program.file);
    writeFileSync(program.file, after);
  }
  return changed;
}

function same(one, other) {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}

function readOptions(args) {
  const value = (name, fallback) => {
    const at = args.indexOf(name);
    return at < 0 ? fallback : args[at + 1];
  };
  const bless = args.indexOf("--bless");
  return {
    only: value("--only", ""),
    runs: Number(value("--runs", 3)),
    seeds: Number(value("--seeds", 10)),
    bless: bless < 0 ? [] : args.slice(bless + 1),
  };
}

process.on("exit", () =>
  rmSync(join(".cache", "oracle", String(process.pid)), { recursive: true, force: true }),
);
