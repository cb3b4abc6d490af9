// Measures `check` against rustc: node scripts/oracleCheck.mjs [--only ORIGIN,…] [--name PART] [--programs N] [--seed S] [--list] [--missed CODE]
//
//   false errors   programs that rustc accepts and we report an error for; the bar is none
//   exact          of the rejected ones: the same errors, each by code and line
//   silent         of the rejected ones: we say nothing, which is honest and no success
// Sources: the project's own programs, std's doc examples and the books of the toolchain, the examples of `rustc --explain`,
// rustc's and clippy's tests in Debian's rust-src, crates of librust-*-dev. What is missing here is left out.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createChecker } from "./oracle/checker.mjs";
import { createTruth, rustcVersion } from "./oracle/rustc.mjs";
import { sample } from "./oracle/sample.mjs";
import { ORIGINS, programs } from "./oracle/sources.mjs";

const options = readOptions(process.argv.slice(2));
const version = rustcVersion();
if (version === undefined)
  console.log("oracle:check: nothing measured, because rustc is not installed.");
else process.exitCode = await measure();

async function measure() {
  const wanted = programs(options.only).filter(({ name }) => name.includes(options.name));
  const truth = createTruth(version);
  const checker = await createChecker(join("scripts", "oracle", "checkAnswer.ts"));
  const results = [];
  try {
    for (const program of sample(wanted, options.programs, options.seed)) {
      const right = await truth(program);
      if (right === undefined) continue;
      const result = judge(program, right.errors, await checker.ask(program));
      results.push(result);
      if (options.list) describe(result);
    }
  } finally {
    await checker.close();
    rmSync(join(".cache", "oracle", String(process.pid)), { recursive: true, force: true });
  }
  report(results);
  return results.some(({ verdict }) => verdict === "false" || verdict === "crash") ? 1 : 0;
}

function judge(program, right, { errors, crash, time }) {
  const judged = { program, right, ours: errors ?? [], time: time ?? 0, crash };
  if (crash !== undefined) return { ...judged, verdict: "crash" };
  if (right.length === 0) return { ...judged, verdict: errors.length === 0 ? "accepted" : "false" };
  if (keysOf(right).join() === keysOf(errors).join()) return { ...judged, verdict: "exact" };
  return { ...judged, verdict: errors.length === 0 ? "silent" : "different" };
}

function keysOf(errors) {
  return [...new Set(errors.map(({ code, line }) => `${code || "syntax"}@${line}`))].sort();
}

function describe({ program, right, ours, verdict, crash }) {
  if (verdict === "accepted" || verdict === "exact") return;
  const want = keysOf(right);
  const got = keysOf(ours);
  if (
    options.missed !== undefined &&
    !want.some((key) => key.startsWith(options.missed) && !got.includes(key))
  )
    return;
  console.log(`${verdict.toUpperCase()} ${program.name} (${program.edition})`);
  if (crash !== undefined) console.log(`    ${crash.split("\n").slice(0, 6).join("\n    ")}`);
  for (const error of right)
    if (!got.includes(keysOf([error])[0])) console.log(`    - ${lineText(error)}`);
  for (const error of ours)
    if (!want.includes(keysOf([error])[0])) console.log(`    + ${lineText(error)}`);
}

function lineText({ code, line, message }) {
  return `${code || "syntax"}@${line} ${message.split("\n")[0].slice(0, 160)}`;
}

function report(results) {
  console.log(`${version}, seed ${options.seed}, ${results.length} programs`);
  console.log(
    "origin     accepted  false errors    rejected     exact  different  silent   crashes",
  );
  for (const origin of [...ORIGINS, "all"]) {
    const of = results.filter(({ program }) => origin === "all" || program.origin === origin);
    if (of.length > 0) console.log(row(origin, of));
  }
  const slow = results.toSorted((a, b) => b.time - a.time).slice(0, 3);
  console.log(
    `slowest: ${slow.map((one) => `${one.program.name} ${one.time.toFixed(0)} ms`).join(", ")}`,
  );
  console.log(`not said:  ${tally(results, "right", "ours")}`);
  console.log(`too much:  ${tally(results, "ours", "right")}`);
}

function row(origin, of) {
  const count = (...verdicts) => of.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const rejected = count("exact", "different", "silent");
  const share = rejected === 0 ? "" : `${((100 * count("exact")) / rejected).toFixed(1)} %`;
  const cells = [
    count("accepted", "false"),
    count("false"),
    rejected,
    share,
    count("different"),
    count("silent"),
    count("crash"),
  ];
  const widths = [8, 14, 12, 10, 11, 8, 10];
  return origin.padEnd(11) + cells.map((cell, at) => String(cell).padStart(widths[at])).join("");
}

/** How often a code stands on one side and not on the other, most frequent first. */
function tally(results, side, other) {
  const counts = new Map();
  for (const result of results) {
    if (result.verdict === "exact" || result.verdict === "crash") continue;
    const there = keysOf(result[other]);
    for (const key of keysOf(result[side]))
      if (!there.includes(key))
        counts.set(key.split("@")[0], (counts.get(key.split("@")[0]) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60);
  return sorted.map(([code, count]) => `${code} ${count}`).join(", ");
}

function readOptions(args) {
  const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  return {
    only: value("--only")?.split(",") ?? ORIGINS,
    name: value("--name") ?? "",
    programs: Number(value("--programs") ?? 600),
    seed: Number(value("--seed") ?? Date.now() % 1_000_000_007),
    list: args.includes("--list") || args.includes("--missed"),
    missed: value("--missed"),
  };
}
