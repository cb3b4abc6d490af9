// What rustc says about a text, remembered by its version, the edition and the text in .cache/oracle.
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";

const folder = join(".cache", "oracle");
// Only a nightly compiler, other crates or other files could say more about such a text.
const ELSEWHERE = new Set(["E0554", "E0658", "E0463", "E0583", "E0514", "E0786", "E0455"]);

/** rustc's version, or undefined where there is none. */
export function rustcVersion() {
  try {
    return execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** Lints that only warn: denied by an attribute they are no error that we would tell of. */
function warnings() {
  const help = execFileSync("rustc", ["-W", "help"], { encoding: "utf8" });
  return new Set(
    [...help.matchAll(/^ +([a-z][\w-]*) +(?:warn|allow)/gm)].map(([, name]) =>
      name.replaceAll("-", "_"),
    ),
  );
}

/** `truth(program)` gives { errors: [{ code, line, message }] }, or undefined where only more than this text could decide. */
export function createTruth(version) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "check.jsonl");
  const known = new Map(
    (existsSync(file) ? readFileSync(file, "utf8").split("\n") : []).flatMap((line) => {
      if (line === "") return [];
      const { key, ...answer } = JSON.parse(line);
      return [[key, answer]];
    }),
  );
  const warned = warnings();
  // An error from edition 2024 on.
  warned.delete("static_mut_refs");
  return async (program) => {
    const key = createHash("sha1")
      .update(`${version}\n${program.edition}\n${program.text}`)
      .digest("base64")
      .slice(0, 20);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = await ask(program);
      known.set(key, answer);
      appendFileSync(file, `${JSON.stringify({ key, ...answer })}\n`);
    }
    if (!answer.errors || answer.errors.some(({ code }) => ELSEWHERE.has(code))) return undefined;
    return { errors: answer.errors.filter(({ code }) => !warned.has(code)) };
  };
}

async function ask({ text, edition, origin }) {
  const path = join(folder, `program${process.pid}.rs`);
  // More than `metadata`: some lints come with MIR.
  const args = ["--emit=mir", "--error-format=json", `--out-dir=${outFolder()}`];
  const { stderr, code } = await compile({ text, edition, origin }, path, args);
  const errors = stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter(({ level, spans }) => level === "error" && spans !== undefined)
    .filter(({ message }) => !/^aborting due to|^could not compile/.test(message))
    .map((found) => ({
      code: found.code?.code ?? "",
      line: lineOf(found.spans, path),
      message: found.message,
    }));
  if (code === 0) return { errors: [] };
  // A crash, a time limit, or trouble that is not in the text.
  return errors.length === 0 || code !== 1 ? {} : { errors };
}

function outFolder() {
  return join(folder, `out${process.pid}`);
}

/** rustc's MIR with spans, drops elaborated and nothing optimised; undefined for a program that it rejects. */
export async function rustcMir(program) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `program${process.pid}.rs`);
  const out = join(folder, `program${process.pid}.mir`);
  const args = ["--emit=mir", "-Zmir-include-spans", "-Zmir-opt-level=0", "-o", out];
  const { code } = await compile(program, path, args);
  const mir = code === 0 ? readFileSync(out, "utf8") : undefined;
  rmSync(out, { force: true });
  return mir;
}

async function compile({ text, edition, origin }, path, options) {
  writeFileSync(path, text);
  const args = [
    ...options,
    `--edition=${edition}`,
    "-Awarnings",
    "--crate-name=program",
    // `#[cfg(test)]` is on in an editor.
    ...(origin === "crates" ? ["--crate-type=lib", "--cap-lints=allow"] : crateKind(text)),
    path,
  ];
  // Without the gates of nightly only where a flag needs that: what they refuse is part of the answer.
  const gated = options.some((option) => option.startsWith("-Z"));
  const result = await run("rustc", args, 30_000, gated ? { RUSTC_BOOTSTRAP: "1" } : {});
  rmSync(path);
  return result;
}

function crateKind(text) {
  if (/\btest\b/.test(text)) return ["--test"];
  return [`--crate-type=${/\bfn\s+main\b/.test(text) ? "bin" : "lib"}`];
}

/** The line of the first primary place, seen from outside of the macros that made it. */
function lineOf(spans, path) {
  const primary = spans.find((span) => span.is_primary);
  const places = [];
  for (let span = primary; span; span = span.expansion?.span) places.push(span);
  return places.find((span) => span.file_name === path)?.line_start ?? 0;
}

function run(command, args, limit, variables) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...variables };
    const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), limit);
    const chunks = [];
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ stderr: Buffer.concat(chunks).toString("utf8"), code });
    });
  });
}
