// Measures `explore` on programs made by chance: node scripts/oracleExplore.mjs [--programs N] [--runs N] [--seed S] [--compare] [--progress]
//
// Every program is explored, compiled, and run many times with random yields: whatever really happens must be among the
// outcomes. A run in which all threads sleep, and still do so after much longer than any of their timers, is a deadlock: it is left
// as it is, and the next one begins beside it. --compare also explores without the reduction, which must give the same outcomes.
// Programs with more than MAX_STATES states are left out and counted. Runs need Linux's /proc.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createChecker } from "./oracle/checker.mjs";
import { rustcVersion } from "./oracle/rustc.mjs";

const BATCH = 20;
const MAX_STATES = 5_000;
const AT_A_TIME = 4;
/** Of all the runs of one program. */
const LIMIT_MS = 300_000;

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
  const runnable = results.flatMap(({ endings }, index) => (endings === undefined ? [] : [index]));
  const happened = binary && (await runAll(binary, runnable));
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
    const seen = happened?.get(index);
    if (seen === undefined) continue;
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
  writeFileSync(source, `${header}${functions.join("\n")}${harness(arms)}`);
  await promisify(execFile)("rustc", ["--edition=2021", "-Copt-level=1", "-o", binary, source]);
  return binary;
}

/** A main function that runs one of the functions as often as it is told, and says how each run ends. */
function harness(arms) {
  return `
type Threads = std::collections::HashSet<std::ffi::OsString>;

/// All other threads, unless one of those that are not \`stuck\` has something to do.
fn asleep(stuck: &Threads) -> Option<Threads> {
    let me = std::fs::read_link("/proc/thread-self").unwrap();
    let mut found = Threads::new();
    for task in std::fs::read_dir("/proc/self/task").unwrap() {
        let task = task.unwrap();
        let id = task.file_name();
        if Some(id.as_os_str()) == me.file_name() { continue; }
        if !stuck.contains(&id) {
            let stat = std::fs::read_to_string(task.path().join("stat")).ok()?;
            if !matches!(stat[stat.rfind(')').unwrap() + 2..].chars().next(), Some('S' | 'Z' | 'X')) { return None; }
        }
        found.insert(id);
    }
    Some(found)
}

fn outcome(run: fn() -> String, stuck: &mut Threads) -> String {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let text = match thread::spawn(run).join() {
            Ok(text) => format!("ok {text}"),
            Err(_) => "panic ".to_string(),
        };
        let _ = tell.send(text);
    });
    let mut looks = 0;
    loop {
        if let Ok(text) = told.recv_timeout(Duration::from_millis(5)) {
            return text;
        }
        let threads = asleep(stuck);
        looks = if threads.is_some() { looks + 1 } else { 0 };
        if let (6, Some(threads)) = (looks, threads) {
            *stuck = threads;
            return "deadlock ".to_string();
        }
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<usize>().unwrap());
    let run: fn() -> String = match args.next().unwrap() { ${arms} _ => return };
    let mut stuck = Threads::new();
    for _ in 0..args.next().unwrap() {
        println!("{}", outcome(run, &mut stuck));
    }
    std::process::exit(0);
}
`;
}

/** Several at a time: what they do most is sleep. */
async function runAll(binary, indices) {
  const happened = new Map();
  const left = [...indices];
  const work = async () => {
    for (let index = left.shift(); index !== undefined; index = left.shift())
      happened.set(index, await runs(binary, index));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return happened;
}

/** Runs one program again and again. */
async function runs(binary, index) {
  const limits = { timeout: LIMIT_MS, maxBuffer: 1 << 26 };
  const { stdout } = await promisify(execFile)(
    binary,
    [String(index), String(options.runs)],
    limits,
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { outcomes: new Set(lines), count: lines.length };
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
