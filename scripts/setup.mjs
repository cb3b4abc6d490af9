// Brings a fresh clone to where it can be built: the packages of package-lock.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { npm, say, stop } from "./say.mjs";

export function setUp() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20)
    stop(
      `Node 20 or newer is needed; this is ${process.version}. Install it from your package manager.`,
    );
  if (isInstalled()) return;
  say("installing packages (npm install, as package-lock.json says)");
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, which some registries do not carry.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const failed = "npm install failed: check the connection to the npm registry and run this again.";
  npm(args, failed);
  if (toolsRun()) return;
  // The lock file was written on Linux and may lack the native parts of another platform.
  say("installing once more without the lock file: a tool has no native part for this platform");
  rmSync("node_modules", { recursive: true, force: true });
  npm([...args, "--no-package-lock"], failed);
  if (!toolsRun())
    stop(
      "esbuild, TypeScript or oxlint does not run on this platform; the versions are in package.json.",
    );
}

/** Build tools with native parts, tried for real. */
function toolsRun() {
  const tools = ["esbuild/bin/esbuild", "typescript/bin/tsc", "oxlint/bin/oxlint"];
  return tools.every((tool) => {
    const path = `node_modules/${tool}`;
    const direct = spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
    return (
      direct || spawnSync(process.execPath, [path, "--version"], { stdio: "ignore" }).status === 0
    );
  });
}

/** npm writes node_modules/.package-lock.json when it is done. */
function isInstalled() {
  const done = "node_modules/.package-lock.json";
  if (!existsSync(done)) return false;
  if (statSync(done).mtimeMs < statSync("package-lock.json").mtimeMs - 1000) {
    const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync(done, "utf8")).packages;
    return Object.entries(locked).every(
      ([path, entry]) =>
        path === "" || entry.optional === true || present[path]?.version === entry.version,
    );
  }
  return true;
}
