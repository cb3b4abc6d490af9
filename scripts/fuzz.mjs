// npm run fuzz [COUNT [FIRST_SEED [FOLDER…]]]: mutated programs through hover, check, fixes and explore. 100,000 by default.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { stdPlugin } from "./stdPlugin.mjs";

const [count = "100000", first = "1", ...folders] = process.argv.slice(2);
const outfile = `.cache/fuzz_${process.pid}.cjs`;
await build({
  entryPoints: ["test/support/fuzzMain.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  sourcemap: "inline",
  plugins: [stdPlugin],
  logLevel: "error",
});
const from = folders.length > 0 ? folders : ["test/programs", "test/warnings", "samples"];
const run = spawnSync(
  process.execPath,
  ["--enable-source-maps", "--stack-size=3900", outfile, count, first, ...from],
  { stdio: "inherit" },
);
rmSync(outfile, { force: true });
process.exit(run.status ?? 1);
