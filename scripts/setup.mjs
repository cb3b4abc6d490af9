// Brings a fresh clone to where it can be built: the packages of package-lock.json.
import { existsSync, readFileSync, statSync } from "node:fs";
import { npm, say, stop } from "./say.mjs";

export function setUp() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) stop(`Node 20 or newer is needed; this is ${process.version}. Install it from your package manager.`);
  if (isInstalled()) return;
  say("installing packages (npm ci)");
  npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci failed: check the connection to the npm registry and run this again.");
}

/** npm writes node_modules/.package-lock.json when it is done. */
function isInstalled() {
  const done = "node_modules/.package-lock.json";
  if (!existsSync(done)) return false;
  if (statSync(done).mtimeMs < statSync("package-lock.json").mtimeMs - 1000) {
    const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync(done, "utf8")).packages;
    return Object.entries(locked).every(
      ([path, entry]) => path === "" || entry.optional === true || present[path]?.version === entry.version,
    );
  }
  return true;
}
