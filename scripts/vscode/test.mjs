// The extension's own tests inside a real extension host: on a desktop VS Code where one can be had, else on the server build
// through a launcher that takes the same arguments.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { build } from "esbuild";
import { say } from "../say.mjs";
import { installServer } from "./server.mjs";

const { downloadAndUnzipVSCode, runTests } = createRequire(import.meta.url)(
  "@vscode/test-electron",
);
const out = resolve(".cache", "tests", "extension");
mkdirSync(out, { recursive: true });
await build({
  entryPoints: ["test/extension/run.ts"],
  outfile: `${out}/run.js`,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode", "mocha"],
  logLevel: "error",
});
const version = process.env.LOCKSTEP_VSCODE ?? "stable";
const executable = await desktop(version);
try {
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: resolve("."),
    extensionTestsPath: `${out}/run.js`,
    launchArgs: [resolve("samples"), "--disable-extensions", "--disable-workspace-trust"],
    extensionTestsEnv: { LOCKSTEP_RESULTS: resolve(".cache", "results", "vscode.json") },
  });
} catch (error) {
  console.error(`lockstep: the extension tests failed: ${error.message}`);
  process.exit(1);
}

/** A downloaded desktop build, or the launcher of the server build where none can be downloaded or shown. */
async function desktop(wanted) {
  const screen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (screen) {
    try {
      return await downloadAndUnzipVSCode({
        version: wanted,
        timeout: 15_000,
        cachePath: resolve(".cache", "desktop"),
      });
    } catch (error) {
      say(`no desktop VS Code could be downloaded (${error.message}); using the server build`);
    }
  } else {
    say("no display: using the server build of VS Code");
  }
  installServer();
  return resolve("scripts/vscode/launcher.mjs");
}
