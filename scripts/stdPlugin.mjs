// esbuild plugin: `lockstep:std` is the text of every src/std/**/*.rs, `lockstep:std-snapshot` what our own front end
// makes of it. Snapshots are kept in .cache/std, under a hash of everything that they are made from.
import { build } from "esbuild";
import { compress } from "lzma1";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const std = join(root, "src", "std");
const cache = join(root, ".cache", "std");
/** Rooms whose code decides what the snapshot holds. */
const ROOMS = ["base", "syntax", "hir", "ty", "mir"];
const DRIVER = ["stdText.ts", "storeStd.ts", "storeStdText.ts"];

/**
 * `bodies`: with the MIR of std, which takes a while to build. `file`: the snapshot lies in that file beside the bundle,
 * which reads it; else it is in the bundle.
 */
export function createStdPlugin({ bodies, file }) {
  return {
    name: "lockstep-std",
    setup(build) {
      build.onResolve({ filter: /^lockstep:std(-snapshot)?$/ }, ({ path }) => ({
        path,
        namespace: "lockstep",
      }));
      build.onLoad({ filter: /^lockstep:std$/, namespace: "lockstep" }, () => ({
        contents: textModule(sources()),
        loader: "js",
        watchFiles: files(std, ".rs"),
      }));
      build.onLoad({ filter: /^lockstep:std-snapshot$/, namespace: "lockstep" }, async () => ({
        contents: file === undefined ? inBundle(await readSnapshot(bodies)) : besideBundle(file),
        loader: "js",
        resolveDir: root,
        watchFiles: inputs(bodies),
      }));
    },
  };
}

/** For tests and tools: bodies of std are built when they are needed. */
export const stdPlugin = createStdPlugin({ bodies: false });

function inBundle(snapshot) {
  return `export const stdSnapshot = () => ${JSON.stringify(snapshot)};`;
}

function besideBundle(file) {
  return `
    import { readFileSync } from "node:fs";
    import { join } from "node:path";
    export const stdSnapshot = () => readFileSync(join(__dirname, ${JSON.stringify(file)}), "latin1");`;
}

/** For bundles that carry the text alone: what asks for the snapshot gets one that the host keeps, or std read from the text. */
export const stdText = {
  name: "lockstep-std-text",
  setup(build) {
    build.onResolve({ filter: /\/stdSnapshot\.ts$/ }, () => ({
      path: "stdSnapshot",
      namespace: "lockstep-text",
    }));
    build.onLoad({ filter: /^lockstep:std$/, namespace: "lockstep-text" }, () => ({
      contents: packedModule(sources().map(lean)),
      loader: "js",
      resolveDir: join(root, "scripts"),
    }));
    build.onLoad({ filter: /^stdSnapshot$/, namespace: "lockstep-text" }, () => ({
      contents: 'export * from "./stdKept.ts";',
      resolveDir: join(root, "src", "driver"),
      loader: "ts",
    }));
    build.onResolve({ filter: /^lockstep:std$/ }, ({ path }) => ({
      path,
      namespace: "lockstep-text",
    }));
  },
};

/**
 * Without indentation and comments. Doc comments stay where cards show them (in modules that declare a concept, and below),
 * and in macro calls, whose macros match them.
 */
function lean({ name, text }) {
  const cards = text.includes("lockstep::concept") || CARD_FOLDERS.test(name);
  const out = [];
  let callEnd;
  for (const line of text.split("\n")) {
    const call = /^(\s*)[\w:]+! ?[({[]$/.exec(line);
    if (call !== null) callEnd ??= new RegExp(`^${call[1]}[)}\\]]`);
    else if (callEnd?.test(line)) callEnd = undefined;
    const kept = cards || callEnd !== undefined;
    const comment = kept ? /^\s*(\/\/(?![/!]).*)?$/ : /^\s*(\/\/.*)?$/;
    if (!comment.test(line)) out.push(line.trim());
  }
  return { name, text: out.join("\n") };
}

const CARD_FOLDERS = /^(sync|thread|rc|cell)\//;

function textModule(texts) {
  const key = JSON.stringify(keyOf(true));
  return `export const stdSources = () => ${JSON.stringify(texts)}; export const STD_KEY = ${key};`;
}

/** By LZMA, whose window is as long as std: a fifth smaller than what a zip's 32 KB window makes of the text. */
function packedModule(texts) {
  const packed = Buffer.from(compress(Buffer.from(JSON.stringify(texts)), 9)).toString("base64");
  const key = JSON.stringify(keyOf(true));
  return `import { unpack } from "./unpackStd.mjs";
    export const stdSources = () => JSON.parse(unpack(${JSON.stringify(packed)}));
    export const STD_KEY = ${key};`;
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

function inputs(bodies) {
  const rooms = bodies ? ROOMS : ROOMS.filter((room) => room !== "mir");
  return [
    fileURLToPath(import.meta.url),
    ...files(std, ".rs"),
    ...rooms.flatMap((room) => files(join(root, "src", room), ".ts")),
    ...DRIVER.map((file) => join(root, "src", "driver", file)),
  ];
}

const underWay = new Map();

function keyOf(bodies) {
  const hash = createHash("sha256");
  for (const file of inputs(bodies))
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Bundles that are made at the same time share the work. */
export async function readSnapshot(bodies) {
  const name = `${bodies ? "bodies" : "names"}-${keyOf(bodies)}.pack`;
  const file = join(cache, name);
  try {
    return readFileSync(file, "latin1");
  } catch {
    if (!underWay.has(name)) underWay.set(name, makeSnapshot(file, bodies));
    return underWay.get(name);
  }
}

async function makeSnapshot(file, bodies) {
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) {
    if (old.startsWith(bodies ? "bodies" : "names")) rmSync(join(cache, old), { force: true });
  }
  const bundle = `${file}.${process.pid}.cjs`;
  await build({
    entryPoints: [join(root, "src", "driver", "storeStdText.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    plugins: [stdPlugin],
    logLevel: "warning",
  });
  const { readStdText, storeStd } = createRequire(import.meta.url)(bundle);
  const text = storeStd(readStdText(), { bodies });
  writeFileSync(`${bundle}.pack`, text, "latin1");
  renameSync(`${bundle}.pack`, file);
  rmSync(bundle);
  return text;
}
