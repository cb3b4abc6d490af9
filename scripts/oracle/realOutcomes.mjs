// How programs really end, remembered by compiler, edition and text in .cache/oracle.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildPrograms, realRun } from "./realRuns.mjs";

const FOLDER = join(".cache", "oracle");
const BATCH = 60;
const RUNS = 2;
/** What such a program does to the machine it runs on is not worth the answer. */
const OUTSIDE = /\bfs::|\bCommand\b|\bnet::|\bos::|set_current_dir|\blibc::|\bsystem_allocator/;

/** `outcomes(programs)` gives for each program its real runs, or undefined where rustc (stable) or this machine has none. */
export function createOutcomes(version) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, "runs.jsonl");
  const known = new Map();
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    if (line === "") continue;
    const { key, runs } = JSON.parse(line);
    known.set(key, runs);
  }
  return async (programs) => {
    const keyOf = ({ text, edition }) =>
      createHash("sha1").update(`${version}\n${edition}\n${text}`).digest("base64").slice(0, 20);
    const unknown = programs.filter((program) => !known.has(keyOf(program)));
    for (let from = 0; from < unknown.length; from += BATCH) {
      for (const [program, runs] of await ask(unknown.slice(from, from + BATCH))) {
        known.set(keyOf(program), runs);
        appendFileSync(file, `${JSON.stringify({ key: keyOf(program), runs })}\n`);
      }
    }
    return new Map(programs.map((program) => [program, known.get(keyOf(program)) ?? undefined]));
  };
}

async function ask(programs) {
  const cwd = resolve(FOLDER, String(process.pid), "cwd");
  mkdirSync(cwd, { recursive: true });
  const stable = programs.filter(({ text }) => !/^#!\[feature/m.test(text) && !OUTSIDE.test(text));
  const built = await buildPrograms(stable.map((program) => ({ ...program, file: program.name })));
  const starts = new Map([...built].map(([{ name }, start]) => [name, start]));
  const answers = new Map();
  for (const program of programs) {
    const start = starts.get(program.name);
    answers.set(program, typeof start === "function" ? await runsOf(program, start, cwd) : null);
  }
  rmSync(cwd, { recursive: true, force: true });
  return answers;
}

async function runsOf(program, start, cwd) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await realRun(program, start, { cwd }));
  return runs;
}
