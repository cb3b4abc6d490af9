// npm run bench [part…]: prints what Lockstep takes, beside a yardstick measured in the same run.
//   coldStart     whole processes              editing       hovers after edits, memory
//   machine       MIR steps, forks             trace         100,000 events
//   exploration   every schedule (further arguments choose rows)
// Each part runs in a process of its own, one after the other. Nothing here passes or fails.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createStdPlugin, readSnapshot } from "./stdPlugin.mjs";
import { workerEntry } from "./workerEntry.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
const PARTS = ["coldStart", "editing", "machine", "trace", "exploration"];
const given = process.argv.slice(2);
const parts = given.some((one) => PARTS.includes(one))
  ? PARTS.filter((part) => given.includes(part))
  : PARTS;
const rest = given.filter((one) => !PARTS.includes(one));

const out = join(".cache", "bench");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "std.pack"), await readSnapshot(true), "latin1");
const common = {
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  define: { LOCKSTEP_UNIVERSAL: "false" },
  plugins: [createStdPlugin({ bodies: true, file: "std.pack" })],
  logLevel: "error",
};
await build({
  ...common,
  entryPoints: {
    ...Object.fromEntries(parts.map((part) => [part, `test/bench/${part}.ts`])),
    cli: "src/cli/main.ts",
  },
  outdir: out,
});
await build({ ...common, stdin: workerEntry("node"), outfile: join(out, "worker.js") });
for (const part of parts) {
  const run = spawnSync(process.execPath, ["--expose-gc", join(out, `${part}.js`), out, ...rest], {
    stdio: "inherit",
  });
  if (run.status !== 0) process.exitCode = 1;
}
