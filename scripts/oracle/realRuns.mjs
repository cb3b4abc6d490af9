// Programs built by rustc and run for real.
//
// rustc takes longer to start than to compile one of them: all programs of an edition become modules of one crate, whose
// `main` runs the one it is asked for. What rustc has errors about leaves the crate, until the others compile. A program that
// cannot stand in a module (`crate::…`, `file!()`) is built alone.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { plainMessages } from "./plainMessages.mjs";

const ALONE =
  /\bcrate::|\bfile!\(|\bmodule_path!\(|\btype_name|\bTypeId\b|^#!\[(?!allow)|\$crate|no_mangle|global_allocator|extern "C" \{|\.file\(\)|#\[macro_/m;
const LIMIT = 10_000;
/** A run that may never end is given up sooner. */
const DEADLOCK_LIMIT = 1_000;

/** For each program: `start` for `realRun`, or what rustc says against it. */
export async function buildPrograms(programs) {
  const folder = resolve(".cache", "oracle", String(process.pid));
  mkdirSync(folder, { recursive: true });
  const built = new Map();
  for (const edition of new Set(programs.map((program) => program.edition))) {
    const group = programs.filter(
      (program) => program.edition === edition && !ALONE.test(program.text),
    );
    await buildTogether(group, edition, folder, built);
  }
  for (const program of programs)
    if (!built.has(program)) built.set(program, await buildAlone(program, folder));
  return built;
}

async function buildTogether(programs, edition, folder, built) {
  let left = programs.map((program, index) => ({ program, name: `p${edition}_${index}` }));
  for (const { program, name } of left) {
    const entry =
      "#[allow(unused)] pub(crate) fn lockstep_entry() -> std::process::ExitCode { std::process::Termination::report(main()) }";
    writeFileSync(join(folder, `${name}.rs`), `${program.text}\n${entry}\n`);
  }
  const path = join(folder, `all${edition}.rs`);
  const binary = join(folder, `all${edition}`);
  const args = [`--edition=${edition}`, "-Awarnings", "-o", binary, path];
  while (left.length > 1) {
    writeFileSync(path, crateOf(left.map(({ name }) => name)));
    const { code, stderr } = await run("rustc", args, 240_000);
    if (code === 0) break;
    const named = new Set(
      [...stderr.matchAll(/^ *--> .*?(p\d+_\d+)\.rs:/gm)].map(([, name]) => name),
    );
    const rest = left.filter(({ name }) => !named.has(name));
    left = rest.length < left.length ? rest : [];
  }
  if (left.length < 2) return;
  for (const { program, name } of left)
    built.set(program, (limit, options) => run(binary, [name], limit, options));
}

function crateOf(names) {
  return [
    "#![allow(warnings)]",
    ...names.map((name) => `mod ${name};`),
    "fn main() -> std::process::ExitCode {",
    "    match std::env::args().nth(1).unwrap().as_str() {",
    ...names.map((name) => `        "${name}" => ${name}::lockstep_entry(),`),
    "        _ => unreachable!(),",
    "    }",
    "}\n",
  ].join("\n");
}

async function buildAlone({ file, text, edition }, folder) {
  const name = file.replaceAll(/[^\w]/g, "_").replace(/_rs$/, "");
  const path = join(folder, `${name}.rs`);
  writeFileSync(path, text);
  const binary = join(folder, name);
  const args = [`--edition=${edition}`, "-Awarnings", "--crate-name=main", "-o", binary, path];
  const { code, stderr } = await run("rustc", args, 60_000);
  return code === 0 ? (limit, options) => run(binary, [], limit, options) : stderr.split("\n")[0];
}

/** One run: how it ended, and what it wrote, in the words of the expectations. */
export async function realRun({ statuses = [] }, start, options) {
  const { code, timedOut, stdout, stderr } = await start(
    statuses.includes("deadlock") ? DEADLOCK_LIMIT : LIMIT,
    options,
  );
  const status = timedOut ? "deadlock" : code === 0 ? "ok" : code === 101 ? "panic" : "exit";
  return { status, exitCode: code ?? undefined, stdout, stderr: plainMessages(stderr) };
}

function run(command, args, limit, more = {}) {
  return new Promise((resolve) => {
    const options = { ...more, timeout: limit, killSignal: "SIGKILL", maxBuffer: 1 << 26 };
    const child = execFile(
      command,
      args,
      { ...options, env: { ...process.env, RUST_BACKTRACE: "0" } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
        const isCut = error?.killed === true || error?.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";
        resolve({ code, timedOut: isCut && code === null, stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}
