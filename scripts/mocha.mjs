// Bundles test files with esbuild and runs them in mocha: node scripts/mocha.mjs FILE… [-- mocha options]
import { build } from "esbuild";
import { stdPlugin } from "./stdPlugin.mjs";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const split = process.argv.indexOf("--");
const files = process.argv.slice(2, split < 0 ? undefined : split);
const options = split < 0 ? [] : process.argv.slice(split + 1);
const out = join(".cache", "tests", String(process.pid));
mkdirSync(out, { recursive: true });
const outputs = await Promise.all(
  files.map(async (file) => {
    const outfile = join(
      out,
      relative(".", file)
        .replaceAll("/", "_")
        .replace(/\.tsx?$/, ".cjs"),
    );
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      sourcemap: "inline",
      plugins: [stdPlugin],
      logLevel: "error",
      external: ["mocha", "esbuild", "fast-check", "vscode", "playwright-core"],
    });
    return outfile;
  }),
);
const run = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "node_modules/mocha/bin/mocha.js",
    "--timeout",
    "60000",
    ...options,
    ...outputs,
  ],
  { stdio: "inherit" },
);
rmSync(out, { recursive: true, force: true });
process.exitCode = run.status ?? 1;
