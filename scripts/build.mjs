// Builds everything: type check, then the bundles in dist/.
//   node scripts/build.mjs            check and bundle
//   node scripts/build.mjs --fast     bundles only, std's bodies left to be built when they run
//   node scripts/build.mjs --release  minified, for the package, in .cache/package/dist
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { createStdPlugin, readSnapshot } from "./stdPlugin.mjs";
import { shorten } from "./shorten.mjs";
import { buildUniversal } from "./universal.mjs";
import { workerEntry } from "./workerEntry.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const flags = new Set(process.argv.slice(2));

if (!flags.has("--fast")) {
  for (const project of [
    "tsconfig.json",
    "src/webview",
    "src/worker",
    "src/extension",
    "src/cli",
    "test",
  ]) {
    if (!existsSync(join(root, project))) continue;
    const run = spawnSync(
      process.execPath,
      ["node_modules/typescript/bin/tsc", "--noEmit", "-p", project],
      {
        stdio: "inherit",
      },
    );
    if (run.status !== 0) {
      console.error(`The type check of ${project} found errors; nothing was bundled.`);
      process.exit(1);
    }
  }
}

const common = {
  bundle: true,
  target: "es2023",
  minify: flags.has("--release"),
  sourcemap: flags.has("--release") ? false : "linked",
  logLevel: "warning",
};
const bodies = !flags.has("--fast");
const node = {
  ...common,
  plugins: [createStdPlugin({ bodies, file: "std.pack" })],
  platform: "node",
  target: "node20",
  format: "cjs",
};
const browser = {
  ...common,
  plugins: [createStdPlugin({ bodies })],
  platform: "browser",
  define: { LOCKSTEP_UNIVERSAL: "false" },
};

const out = flags.has("--release") ? ".cache/package/dist" : "dist";
rmSync(out, { recursive: true, force: true });
const webview = () =>
  build({
    ...browser,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    entryPoints: ["src/webview/main.tsx"],
    outfile: `${out}/webview.js`,
  });
if (flags.has("--release")) {
  await Promise.all([buildUniversal(common, out), webview()]);
  await shorten(`${out}/webview.js`);
  console.log(`Built ${out}/.`);
  process.exit(0);
}
mkdirSync(out);
writeFileSync(`${out}/std.pack`, await readSnapshot(bodies), "latin1");
await Promise.all([
  build({
    ...node,
    entryPoints: ["src/extension/node/activate.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
  }),
  build({ ...node, stdin: workerEntry("node"), outfile: "dist/worker.js" }),
  build({
    ...node,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  }),
  build({
    ...browser,
    format: "cjs",
    entryPoints: ["src/extension/web/activate.ts"],
    outfile: "dist/web/extension.js",
    external: ["vscode"],
  }),
  build({
    ...browser,
    format: "iife",
    stdin: workerEntry("web"),
    outfile: "dist/web/worker.js",
  }),
  webview(),
]);
console.log("Built dist/.");
