// Measures our static half against rustc's MIR: node scripts/oracleTypes.mjs [--only ORIGIN,…] [--name PART] [--programs N] [--seed S] [--list]
//
//   locals        variables that a person named: the type is the same; one that we cannot tell (`?`) is wrong
//   closures      the call trait, and every capture: its place, how, of what type
//   drops         what goes at which line, after drop elaboration; unwind drops are those of a panic
// `--list` prints every difference. The figures are for programs that rustc accepts; sources: see oracle/sources.mjs.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createChecker } from "./oracle/checker.mjs";
import { rustcMir, rustcVersion } from "./oracle/rustc.mjs";
import { sample } from "./oracle/sample.mjs";
import { ORIGINS, programs } from "./oracle/sources.mjs";

const KINDS = ["locals", "closures", "drops", "unwind drops"];
const options = readOptions(process.argv.slice(2));
const version = rustcVersion();
if (version === undefined) console.log("oracle:types: skipped, because rustc is not installed.");
else await measure();

async function measure() {
  const wanted = programs(options.only).filter(({ name }) => name.includes(options.name));
  const checker = await createChecker(join("scripts", "oracle", "typesAnswer.ts"));
  const results = [];
  try {
    for (const program of sample(wanted, options.programs, options.seed)) {
      // The flags for MIR open the gates of nightly, too.
      if (/#!\[feature/.test(program.text)) continue;
      const mir = await rustcMir(program);
      if (mir === undefined) continue;
      const { name, text, edition } = program;
      const result = { program, ...(await checker.ask({ name, text, edition, mir })) };
      results.push(result);
      if (options.list) describe(result);
    }
  } finally {
    await checker.close();
    rmSync(join(".cache", "oracle", String(process.pid)), { recursive: true, force: true });
  }
  report(results);
}

function describe({ program, differences, crash }) {
  if (crash !== undefined)
    console.log(`CRASH ${program.name}: ${crash.split("\n").slice(0, 6).join("\n    ")}`);
  for (const { kind, line, column, rustc, ours } of differences ?? [])
    console.log(`${program.name}:${line}:${column} ${kind}: rustc has ${rustc}; we have ${ours}`);
}

function report(results) {
  console.log(`${version}, seed ${options.seed}, ${results.length} programs that it accepts`);
  console.log(`origin     ${KINDS.map((kind) => kind.padStart(24)).join("")}`);
  for (const origin of [...ORIGINS, "all"]) {
    const of = results.filter(({ program }) => origin === "all" || program.origin === origin);
    if (of.length > 0)
      console.log(origin.padEnd(11) + KINDS.map((kind) => cell(of, kind)).join(""));
  }
  const crashes = results.filter(({ crash }) => crash !== undefined);
  if (crashes.length > 0)
    console.log(`crashes: ${crashes.map(({ program }) => program.name).join(", ")}`);
}

function cell(results, kind) {
  let equal = 0;
  let all = 0;
  for (const { counts } of results) {
    equal += counts?.[kind].equal ?? 0;
    all += counts?.[kind].all ?? 0;
  }
  const share = all === 0 ? "" : ` ${((100 * equal) / all).toFixed(1)} %`;
  return `${equal}/${all}${share}`.padStart(24);
}

function readOptions(args) {
  const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  return {
    only: value("--only")?.split(",") ?? ["project"],
    name: value("--name") ?? "",
    programs: Number(value("--programs") ?? 600),
    seed: Number(value("--seed") ?? Date.now() % 1_000_000_007),
    list: args.includes("--list"),
  };
}
