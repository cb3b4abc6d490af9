// Measures `explore` on programs made by chance: node scripts/oracleExplore.mjs [--programs N] [--runs N] [--seed S] [--compare] [--progress]
//
// Every program is explored, compiled, and run many times with random yields: whatever really happens must be among the
// outcomes. A run that stands still for STALL_MS is a deadlock. --compare also explores without the reduction, which must give
// the same outcomes. Programs with more than MAX_STATES states are left out and counted.
import { execFile, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createChecker } from "./oracle/checker.mjs";
import { rustcVersion } from "./oracle/rustc.mjs";

const BATCH = 20;
const MAX_STATES = 5_000;
const STALL_MS = 400;
/** A program that can deadlock is started again this often after it has. */
const MAX_STALLS = 2;

const options = readOptions(process.argv.slice(2));
const folder = join(".cache", "oracle", String(process.pid));
if (rustcVersion() === undefined)
  console.log("oracle:explore: nothing measured, because rustc is not installed.");
else process.exitCode = await measure();

async function measure() {
  mkdirSync(folder, { recursive: true });
  const checker = await createChecker(join("scripts", "oracle", "exploreAnswer.ts"), 600_000);
  const total = { explored: 0, large: 0, runs: 0, seen: 0, possible: 0, wrong: 0, compared: 0 };
  try {
    for (let from = 0; from < options.programs; from += BATCH) {
      const count = Math.min(BATCH, options.programs - from);
      const seed = options.seed + from;
      const batch = { seed, count, maxStates: MAX_STATES, compare: options.compare };
      const answer = await checker.ask(batch);
      if (answer.crash !== undefined) throw new Error(answer.crash);
      await judge(answer, seed, total);
      if (process.stdout.isTTY || options.progress) console.log(summary(total));
    }
  } finally {
    await checker.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(summary(total));
  return total.wrong > 0 ? 1 : 0;
}

function summary({ explored, large, runs, seen, possible, wrong, compared }) {
  const happened = runs === 0 ? "" : `, ${runs} runs: ${seen} of ${possible} outcomes were seen`;
  const without = options.compare ? `, ${compared} compared with no reduction` : "";
  return `${explored} programs explored (${large} more were too large)${happened}${without}; ${wrong} did something else`;
}

async function judge({ functions, results, header }, seed, total) {
  const binary = options.runs > 0 ? await compile(header, functions) : undefined;
  for (const [index, { endings, all, refused }] of results.entries()) {
    const tell = (what, list) => {
      total.wrong++;
      console.log(`${what}: ${JSON.stringify(list.slice(0, 4))}\n  seed ${seed}, number ${index}:`);
      console.log(functions[index]);
    };
    if (refused !== undefined) tell("refused", [refused]);
    if (endings === undefined) {
      total.large++;
      continue;
    }
    total.explored++;
    total.possible += endings.length;
    if (all !== undefined) {
      total.compared++;
      const odd = [...difference(all, endings), ...difference(endings, all)];
      if (odd.length > 0) tell("with and without the reduction", odd);
    }
    if (binary === undefined) continue;
    const seen = await runs(binary, index);
    total.runs += seen.count;
    const strange = difference([...seen.outcomes], endings);
    total.seen += seen.outcomes.size - strange.length;
    if (strange.length > 0) tell("really happened", strange);
  }
}

function difference(a, b) {
  return a.filter((one) => !b.includes(one));
}

async function compile(header, functions) {
  const source = join(folder, "programs.rs");
  const binary = join(folder, "programs");
  const arms = functions.map((_, index) => `${index} => run${index},`).join(" ");
  writeFileSync(
    source,
    `${header}${functions.join("\n")}
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<usize>().unwrap());
    let run: fn() -> String = match args.next().unwrap() { ${arms} _ => return };
    for _ in 0..args.next().unwrap() {
        match thread::spawn(run).join() {
            Ok(text) => println!("ok {text}"),
            Err(_) => println!("panic "),
        }
    }
}
`,
  );
  await promisify(execFile)("rustc", ["--edition=2021", "-Copt-level=1", "-o", binary, source]);
  return binary;
}

/** Runs one program again and again; a stall counts as one run that deadlocked. */
async function runs(binary, index) {
  const outcomes = new Set();
  let count = 0;
  for (let stalls = 0; count < options.runs && stalls < MAX_STALLS;) {
    const { lines, stalled } = await attempt(binary, index, options.runs - count);
    for (const line of lines) outcomes.add(line);
    count += lines.length;
    if (!stalled) break;
    stalls++;
    count++;
    outcomes.add("deadlock ");
  }
  return { outcomes, count };
}

function attempt(binary, index, times) {
  return new Promise((resolve) => {
    const child = spawn(binary, [String(index), String(times)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let text = "";
    let stalled = false;
    const stall = () => {
      stalled = true;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(stall, STALL_MS * 5);
    child.stdout.on("data", (chunk) => {
      text += chunk;
      clearTimeout(timer);
      timer = setTimeout(stall, STALL_MS);
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve({ lines: text.split("\n").filter((line) => line !== ""), stalled });
    });
  });
}

function readOptions(args) {
  const read = (name, fallback) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : Number(args[at + 1]);
  };
  return {
    programs: read("programs", 500),
    runs: read("runs", 200),
    seed: read("seed", Math.floor(Math.random() * 1e6)),
    compare: args.includes("--compare"),
    progress: args.includes("--progress"),
  };
}
