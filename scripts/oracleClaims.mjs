// npm run oracle:claims [-- FOLDER…]: holds every double-lock and lock-order warning against all schedules of its program. A
// warning on a program that cannot stop for ever is a false alarm; the bar is none.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { stdPlugin } from "./stdPlugin.mjs";

const folders = process.argv.slice(2);
const outfile = `.cache/claims_${process.pid}.cjs`;
await build({
  entryPoints: ["scripts/oracle/claims.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  sourcemap: "inline",
  plugins: [stdPlugin],
  logLevel: "error",
});
const from = folders.length > 0 ? folders : ["test/programs", "samples"];
const run = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...from], {
  stdio: "inherit",
});
rmSync(outfile, { force: true });
process.exit(run.status ?? 1);
