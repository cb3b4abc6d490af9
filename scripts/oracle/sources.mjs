// Rust text that is not ours, as far as this machine has it: crates, std, rustc's own tests, the code blocks of the books.
//
// A source is { origin, name, text, edition }; `origin` groups the figures of a report. Nothing here decides what is right:
// rustc is asked about every text as it stands.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export const ORIGINS = ["project", "docs", "books", "codes", "tests", "crates"];

/** Every program of the wanted origins, each text once. */
export function programs(origins = ORIGINS) {
  const found = [
    ...(origins.includes("project") ? ownPrograms() : []),
    ...(origins.includes("docs") ? docExamples() : []),
    ...(origins.includes("books") ? bookBlocks() : []),
    ...(origins.includes("codes") ? explainedCodes() : []),
    ...(origins.includes("tests") ? rustcTests() : []),
    ...(origins.includes("crates") ? crates() : []),
  ];
  const seen = new Set();
  return found.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Files below a folder whose names end so, sorted. */
export function walk(folder, ending, found = []) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, ending, found);
    else if (entry.isFile() && path.endsWith(ending)) found.push(path);
  }
  return found;
}

/** Files of installed Debian packages. */
export function debianFiles(name) {
  try {
    const listed = execFileSync("dpkg", ["-L", name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 26,
    });
    return listed.split("\n");
  } catch {
    return [];
  }
}

export function sysroot() {
  return execFileSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).trim();
}

/** UTF-8 text, or undefined where it is none. */
export function utf8(path) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** What a reader sees of HTML. */
export function plain(html) {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&amp;/g, "&");
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

function ownPrograms() {
  return ["programs", "infer", "moves"]
    .map((folder) => join("test", folder))
    .concat("samples")
    .flatMap((folder) => walk(folder, ".rs"))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      const edition = Number(/^\/\/@ edition: (\d+)/m.exec(text)?.[1] ?? 2021);
      return { origin: "project", name: path, text, edition };
    });
}

// ---- documentation

function pages() {
  return join(sysroot(), "share", "doc", "rust", "html");
}

/** Examples of std's pages. Their hidden lines are not on the page: some are rejected for that, which is as good a question. */
function docExamples() {
  const block =
    /<div class="example-wrap([^"]*)"><pre class="rust rust-example-rendered"><code>([^]*?)<\/code><\/pre>/g;
  const html = pages();
  return ["core", "alloc", "std"].flatMap((crate) =>
    walk(join(html, crate), ".html").flatMap((path) =>
      [...(utf8(path) ?? "").matchAll(block)].map(([, , code], index) => ({
        origin: "docs",
        name: `${relative(html, path)}#${index}`,
        text: asDocTest(plain(code)),
        edition: 2024,
      })),
    ),
  );
}

function bookBlocks() {
  const block = /<pre[^>]*><code class="language-rust([^"]*)">([^]*?)<\/code><\/pre>/g;
  const html = pages();
  const books = ["book", "rust-by-example", "reference", "nomicon", "edition-guide"];
  return books.flatMap((book) =>
    walk(join(html, book), ".html")
      .filter((path) => !path.endsWith("print.html"))
      .flatMap((path) =>
        [...(utf8(path) ?? "").matchAll(block)].map(([, classes, code], index) => ({
          origin: "books",
          name: `${relative(html, path)}#${index}`,
          text: asDocTest(plain(code)),
          edition: Number(/edition(\d+)/.exec(classes)?.[1] ?? 2021),
        })),
      ),
  );
}

/** The examples of `rustc --explain`, erroneous and corrected. */
function explainedCodes() {
  return walk(join(pages(), "error_codes"), ".html").flatMap((path) => {
    const code = /(E\d{4})\.html$/.exec(path)?.[1];
    if (code === undefined) return [];
    const block = /<pre[^>]*><code class="language-rust([^"]*)">([^]*?)<\/code><\/pre>/g;
    return [...(utf8(path) ?? "").matchAll(block)].map(([, classes, text], index) => ({
      origin: "codes",
      name: `${code}#${index}`,
      text: asDocTest(plain(text)),
      edition: Number(/edition(\d+)/.exec(classes)?.[1] ?? 2021),
    }));
  });
}

/** As rustdoc makes a program of an example: statements become the body of a `main`. */
function asDocTest(text) {
  if (/\bfn\s+main\s*\(/.test(text)) return text;
  const lines = text.split("\n");
  const body = lines.findIndex((line) => !/^\s*(#!\[.*\]\s*|\/\/.*|)$/.test(line));
  const head = lines.slice(0, Math.max(body, 0)).join("\n");
  const rest = lines.slice(Math.max(body, 0)).join("\n");
  return `${head}${head === "" ? "" : "\n"}fn main() {\n${rest}\n}\n`;
}

// ---- sources

/** rustc's and clippy's own tests, from Debian's rust-src: whole programs in one file. */
function rustcTests() {
  return debianFiles("rust-src")
    .filter((path) => /\/(src\/test\/ui|clippy\/tests\/ui|miri\/tests)\/.*\.rs$/.test(path))
    .filter((path) => !/\/auxiliary\//.test(path))
    .flatMap((path) => {
      const text = utf8(path);
      // Compiler flags, other crates and several configurations are beyond what a text says.
      if (text === undefined || /^\/\/ *(compile-flags|aux-build|revisions|proc-macro)/m.test(text))
        return [];
      const edition = Number(/^\/\/ *edition: *(\d+)/m.exec(text)?.[1] ?? 2021);
      return [{ origin: "tests", name: path.replace(/^.*?\/(src|tests)\//, ""), text, edition }];
    });
}

/** Crates of Debian's librust-*-dev, of cargo's cache and of ORACLE_CRATES, the modules of each put into one text. */
function crates() {
  const given = process.env.ORACLE_CRATES?.split(":") ?? [];
  const roots = [join("/usr", "share", "cargo", "registry"), ...cargoSources(), ...given];
  return roots.flatMap((root) =>
    (existsSync(root) ? readdirSync(root).sort() : []).flatMap((name) => {
      const lib = join(root, name, "src", "lib.rs");
      const text = existsSync(lib) ? inlined(lib, dirname(lib)) : undefined;
      if (text === undefined) return [];
      const manifest = utf8(join(root, name, "Cargo.toml")) ?? "";
      const edition = Number(/^edition\s*=\s*"(\d+)"/m.exec(manifest)?.[1] ?? 2015);
      // Their tests need crates that are not here.
      const library = text
        .replace(/#\[test\]/g, "#[cfg(any())]")
        .replace(/#!?\[cfg(_attr)?\([^\]]*\)\]/g, (cfg) => cfg.replace(/\btest\b/g, "any()"));
      return [{ origin: "crates", name, text: library, edition }];
    }),
  );
}

function cargoSources() {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? ".", ".cargo");
  const src = join(home, "registry", "src");
  return existsSync(src) ? readdirSync(src).map((index) => join(src, index)) : [];
}

/** A file with the text of its `mod name;` items in their place. */
function inlined(path, folder) {
  const text = utf8(path);
  return text?.replace(
    /^([ \t]*(?:pub(?:\([^)]*\))?[ \t]+)?mod[ \t]+(\w+));/gm,
    (all, head, name) => {
      const file = [join(folder, `${name}.rs`), join(folder, name, "mod.rs")].find(existsSync);
      if (file === undefined) return all;
      const inner = inlined(file, join(folder, name));
      return inner === undefined ? all : `${head} {\n${inner}\n}`;
    },
  );
}
