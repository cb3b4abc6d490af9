// esbuild plugin: `lockstep:std` is the text of every src/std/**/*.rs, `lockstep:std-snapshot` what our own front end
// makes of it. The snapshot is kept in .cache, under a hash of everything that it is made from.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const std = join(root, "src", "std");
const cache = join(root, ".cache", "std");
/** The front end: rooms whose code decides what the snapshot holds. */
const ROOMS = ["base", "syntax", "hir", "ty"];
const ENTRY = join("driver", "storeStdText.ts");

export const stdPlugin = {
  name: "lockstep-std",
  setup(build) {
    build.onResolve({ filter: /^lockstep:std(-snapshot)?$/ }, ({ path }) => ({
      path,
      namespace: "lockstep",
    }));
    build.onLoad({ filter: /^lockstep:std$/, namespace: "lockstep" }, () => ({
      contents: `export const STD_SOURCES = ${JSON.stringify(sources())};`,
      loader: "js",
      watchFiles: files(std, ".rs"),
    }));
    build.onLoad({ filter: /^lockstep:std-snapshot$/, namespace: "lockstep" }, async () => ({
      contents: `export const STD_SNAPSHOT = ${await snapshot()};`,
      loader: "js",
      watchFiles: inputs(),
    }));
  },
};

/** For bundles that carry the text alone: what asks for the snapshot gets std read from the text instead. */
export const stdText = {
  name: "lockstep-std-text",
  setup(build) {
    build.onResolve({ filter: /\/stdSnapshot\.ts$/ }, () => ({
      path: "stdSnapshot",
      namespace: "lockstep-text",
    }));
    build.onLoad({ filter: /^lockstep:std$/, namespace: "lockstep-text" }, () => ({
      contents: `export const STD_SOURCES = ${JSON.stringify(sources().map(lean))};`,
      loader: "js",
    }));
    build.onLoad({ filter: /^stdSnapshot$/, namespace: "lockstep-text" }, () => ({
      contents: 'export { readStdText as loadStd } from "./stdText.ts";',
      resolveDir: join(root, "src", "driver"),
      loader: "ts",
    }));
    build.onResolve({ filter: /^lockstep:std$/ }, ({ path }) => ({
      path,
      namespace: "lockstep-text",
    }));
  },
};

/** Without the comments that no card shows, and without indentation. */
function lean({ name, text }) {
  const lines = text.split("\n").map((line) => line.trim());
  return { name, text: lines.filter((line) => !/^(\/\/(?![/!]).*)?$/.test(line)).join("\n") };
}

function files(folder, extension) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => join(folder, file));
}

function sources() {
  return files(std, ".rs").map((file) => ({
    name: file
      .slice(std.length + 1)
      .replaceAll("\\", "/")
      .replace(/\.rs$/, ""),
    text: readFileSync(file, "utf8").replaceAll("\r\n", "\n"),
  }));
}

function inputs() {
  const rooms = ROOMS.flatMap((room) => files(join(root, "src", room), ".ts"));
  const driver = ["stdText.ts", "storeStd.ts", "storeStdText.ts"];
  return [
    ...files(std, ".rs"),
    ...rooms,
    ...driver.map((file) => join(root, "src", "driver", file)),
  ];
}

const underWay = new Map();

/** The snapshot as JSON. Bundles that are made at the same time share the work. */
async function snapshot() {
  const hash = createHash("sha256");
  for (const file of inputs()) hash.update(file.slice(root.length)).update(readFileSync(file));
  const key = hash.digest("hex").slice(0, 16);
  const file = join(cache, `${key}.json`);
  try {
    return readFileSync(file, "utf8");
  } catch {
    if (!underWay.has(key)) underWay.set(key, makeSnapshot(file));
    return underWay.get(key);
  }
}

async function makeSnapshot(file) {
  mkdirSync(cache, { recursive: true });
  const bundle = `${file}.${process.pid}.cjs`;
  await build({
    entryPoints: [join(root, "src", ENTRY)],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    plugins: [stdPlugin],
    logLevel: "warning",
  });
  const { readStdText, storeStd } = createRequire(import.meta.url)(bundle);
  const text = JSON.stringify(storeStd(readStdText()));
  writeFileSync(`${bundle}.json`, text);
  renameSync(`${bundle}.json`, file);
  return text;
}
