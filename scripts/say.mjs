// How the scripts talk: what they do now, and why they stop.
import { spawnSync } from "node:child_process";

export function say(message) {
  console.log(`lockstep: ${message}`);
}

/** Ends the process with a sentence that tells what to do. */
export function stop(message) {
  console.error(`lockstep: ${message}`);
  process.exit(1);
}

/** Runs a command and ends the process with `message` when it fails. */
export function must(command, args, message, options = {}) {
  const run = spawnSync(command, args, { stdio: "inherit", ...options });
  if (run.status !== 0) stop(message);
}

/** npm as it comes with the running Node, also on Windows. */
export function npm(args, message, options = {}) {
  const windows = process.platform === "win32";
  must(windows ? "npm.cmd" : "npm", args, message, { shell: windows, ...options });
}
