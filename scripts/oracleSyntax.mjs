// Measures the parser against rustc over real sources: node scripts/oracleSyntax.mjs [--files N] [--seed S] [--list]
//
// Three figures, over files and damages drawn with a fresh seed each run:
//   misread         files that rustc accepts (-Zparse-crate-root-only, in the newest edition that takes them) and we do not
//   ms/1000 lines   warm parse of the accepted files
//   functions kept  after one token inside a function is deleted, inserted or replaced: every function around it is still
//                   there, under its name, at its place, and reaches over the damage
// Sources: Debian's rust-src, the toolchain's own (component rust-src, or the source pages of its HTML documentation).
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { rustcVersion } from "./oracle/rustc.mjs";
import { debianFiles, plain, sysroot, utf8, walk } from "./oracle/sources.mjs";

const run = promisify(execFile);
const EDITIONS = [2024, 2021, 2018, 2015];
const INSERTED = [
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  ".",
  ",",
  ";",
  ":",
  "=",
  "<",
  ">",
  "&",
  "|",
  "let",
  "if",
  "match",
  "fn",
  "x",
  "1",
  "=>",
  "::",
  "#",
];
const BARS = { misread: 0.4, time: 2, kept: 99.9 };

const options = readOptions(process.argv.slice(2));
const random = seeded(options.seed);
const work = join(".cache", "oracleSyntax", String(process.pid));

const missing = rustcVersion() === undefined ? "rustc is not installed" : undefined;
const files = missing === undefined ? sourceFiles() : [];
if (missing !== undefined) console.log(`oracle:syntax: nothing measured, because ${missing}.`);
else if (files.length === 0) {
  console.log(
    "oracle:syntax: nothing measured, because no Rust sources are here (apt-get install rust-src, or rustup component add rust-src).",
  );
} else {
  mkdirSync(work, { recursive: true });
  try {
    process.exitCode = await measure();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measure() {
  const { parseFile } = await ours();
  const valid = await validFiles(sample(files, options.files));
  const misread = valid.filter((file) => parseFile(file.text, 0, file.edition).errors.length > 0);
  if (options.list) for (const file of misread) console.log(describe(file, parseFile));
  const time = warmTime(valid, parseFile);
  const kept = functionsKept(
    valid.filter((file) => !misread.includes(file)),
    parseFile,
  );
  const share = (100 * misread.length) / valid.length;
  console.log(
    `seed ${options.seed}: ${valid.length} files that rustc accepts, of ${files.length} here`,
  );
  console.log(
    `misread         ${share.toFixed(2)} % (${misread.length})   bar: at most ${BARS.misread} %`,
  );
  console.log(`ms/1000 lines   ${time.toFixed(2)}   bar: at most ${BARS.time}`);
  console.log(
    `functions kept  ${kept.share.toFixed(2)} % of ${kept.count}   bar: at least ${BARS.kept} %`,
  );
  return share <= BARS.misread && time <= BARS.time && kept.share >= BARS.kept ? 0 : 1;
}

function describe(file, parseFile) {
  const error = parseFile(file.text, 0, file.edition).errors[0];
  const line = file.text.slice(0, error.start).split("\n").length;
  return `${file.path}:${line}: (${file.edition}) ${error.message}\n    ${file.text.split("\n")[line - 1]}`;
}

async function ours() {
  const entry = join(work, "parse.mjs");
  await build({
    entryPoints: ["src/syntax/parse.ts"],
    outfile: entry,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return import(join(process.cwd(), entry));
}

// ---- sources

function sourceFiles() {
  const root = sysroot();
  return [
    ...debianFiles("rust-src").filter((path) => path.endsWith(".rs")),
    ...walk(join(root, "lib", "rustlib", "src"), ".rs"),
    // The source pages are std of this very version.
    ...walk(join(root, "share", "doc", "rust", "html", "src"), ".rs.html"),
  ].sort();
}

function sourceText(path) {
  const text = utf8(path);
  return text !== undefined && path.endsWith(".html") ? pageText(text) : text;
}

function pageText(page) {
  const body = /<code>([^]*?)<\/code><\/pre>/.exec(page)?.[1];
  if (body === undefined) return undefined;
  return plain(body.replace(/<a href=#\d+ id=\d+ data-nosnippet>\d+<\/a>/g, ""));
}

async function validFiles(paths) {
  const valid = [];
  const queue = [...paths];
  const workers = Array.from({ length: 2 }, async (_, index) => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const text = sourceText(path);
      if (text === undefined) continue;
      const edition = await newestEdition(text, index);
      if (edition !== undefined) valid.push({ path, text, edition });
    }
  });
  await Promise.all(workers);
  return valid.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function newestEdition(text, index) {
  const path = join(work, `file${index}.rs`);
  writeFileSync(path, text);
  for (const edition of EDITIONS) {
    try {
      await run(
        "rustc",
        ["-Zparse-crate-root-only", `--edition=${edition}`, "--cap-lints=allow", path],
        {
          env: { ...process.env, RUSTC_BOOTSTRAP: "1" },
        },
      );
      return edition;
    } catch {
      // Not in this edition.
    }
  }
  return undefined;
}

// ---- speed

function warmTime(files, parseFile) {
  const pass = () => {
    for (const file of files) parseFile(file.text, 0, file.edition);
  };
  pass();
  // Whatever else runs here only ever makes a pass longer.
  const spent = Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      pass();
      return performance.now() - start;
    }),
  );
  const lines = files.reduce((sum, file) => sum + file.text.split("\n").length, 0);
  return (spent * 1000) / lines;
}

// ---- damage

function functionsKept(files, parseFile) {
  let count = 0;
  let kept = 0;
  for (const file of files) {
    const tree = parseFile(file.text, 0, file.edition);
    const functions = functionsOf(tree);
    const names = new Set(functions.map((fn) => fn.at));
    for (let round = 0; round < 3 && functions.length > 0; round += 1) {
      const target = functions[Math.floor(random() * functions.length)];
      const damage = damageIn(file.text, tree.tokens, target, names);
      if (damage === undefined) continue;
      const after = new Set(
        functionsOf(parseFile(damage.text, 0, file.edition)).map((fn) => `${fn.name}@${fn.at}`),
      );
      for (const fn of functions) {
        if (fn.start > damage.at || fn.end <= damage.at) continue;
        const at = fn.at > damage.at ? fn.at + damage.shift : fn.at;
        count += 1;
        if (after.has(`${fn.name}@${at}`)) kept += 1;
        else if (options.list)
          console.log(
            `lost ${fn.name} in ${file.path}: ${damage.what}\n    ${lineAt(damage.text, damage.at)}`,
          );
      }
    }
  }
  return { count, share: count === 0 ? 100 : (100 * kept) / count };
}

function lineAt(text, at) {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? undefined : end);
}

/** One token of the function deleted, replaced, or another inserted before it; never a function's name. */
function damageIn(text, tokens, fn, names) {
  const rows = [];
  for (let row = 0; row < tokens.count; row += 1) {
    if (
      tokens.starts[row] >= fn.start &&
      tokens.ends[row] <= fn.end &&
      !names.has(tokens.starts[row])
    )
      rows.push(row);
  }
  if (rows.length === 0) return undefined;
  const row = rows[Math.floor(random() * rows.length)];
  const start = tokens.starts[row];
  const end = tokens.ends[row];
  const how = Math.floor(random() * 3);
  const made = how === 0 ? "" : INSERTED[Math.floor(random() * INSERTED.length)];
  const old = how === 2 ? text.slice(start, end) : "";
  const middle = spacedOut(text.slice(0, start), made, old, text.slice(end));
  const line = text.slice(0, start).split("\n").length;
  const what = `${["deleted", "replaced", "inserted before"][how]} \`${text.slice(start, end)}\` ${made} at line ${line}`;
  return {
    text: text.slice(0, start) + middle + text.slice(end),
    at: start,
    shift: middle.length - (end - start),
    what,
  };
}

/** The damage between what stands before and behind it, with a blank where two words would become one. */
function spacedOut(before, made, old, after) {
  const word = /[\p{XID_Continue}]/u;
  let out = "";
  for (const part of [made, old, after.slice(0, 2)]) {
    const last = [...(out === "" ? before.slice(-2) : out)].at(-1) ?? "";
    if (part !== "") out += (word.test(last) && word.test([...part][0]) ? " " : "") + part;
  }
  return out.slice(0, out.length - Math.min(2, after.length));
}

/** All functions below a node, with the place of their names. */
function functionsOf(tree) {
  const found = [];
  const seen = (node) => {
    if (Array.isArray(node)) {
      for (const part of node) seen(part);
      return;
    }
    if (node === null || typeof node !== "object" || ArrayBuffer.isView(node)) return;
    if (node.kind === "fn" && node.header !== undefined && node.body !== undefined) {
      found.push({ name: node.name.name, at: node.name.start, start: node.start, end: node.end });
    }
    for (const key in node)
      if (key !== "tokens" && key !== "table" && key !== "args") seen(node[key]);
  };
  seen(tree.items);
  return found;
}

// ---- drawing

function readOptions(args) {
  const value = (name, fallback) => {
    const at = args.indexOf(name);
    return at < 0 ? fallback : Number(args[at + 1]);
  };
  return {
    files: value("--files", 1000),
    seed: value("--seed", Date.now() % 1_000_000_007),
    list: args.includes("--list"),
  };
}

function sample(all, count) {
  const pool = [...all];
  for (let at = 0; at < Math.min(count, pool.length); at += 1) {
    const other = at + Math.floor(random() * (pool.length - at));
    [pool[at], pool[other]] = [pool[other], pool[at]];
  }
  return pool.slice(0, count);
}

/** mulberry32 */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
