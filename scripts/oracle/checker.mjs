// Our own answers, from a thread that can be ended: a program that takes too long must not stop the measurement.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { stdPlugin } from "../stdPlugin.mjs";

const LIMIT = 20_000;

/** Bundles `entry` (a module that answers messages) and returns `ask(program)` and `close()`. */
export async function createChecker(entry, limit = LIMIT) {
  const folder = join(".cache", "oracle", String(process.pid));
  mkdirSync(folder, { recursive: true });
  const file = join(process.cwd(), folder, "checker.cjs");
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    sourcemap: "inline",
    plugins: [stdPlugin],
    logLevel: "error",
  });
  let worker;
  let settle = () => {};
  const start = () => {
    const started = new Worker(file, {
      execArgv: ["--enable-source-maps"],
      resourceLimits: { stackSizeMb: 16 },
    });
    started.on("message", (answer) => settle(answer));
    started.on("error", (error) => end(started, String(error?.stack ?? error)));
    return started;
  };
  const end = (ended, crash) => {
    if (ended === worker) worker = undefined;
    void ended.terminate();
    settle({ crash });
  };
  const ask = (program) =>
    new Promise((resolve) => {
      const asked = (worker ??= start());
      const timer = setTimeout(() => end(asked, "took too long"), limit);
      settle = (answer) => {
        clearTimeout(timer);
        settle = () => {};
        resolve(answer);
      };
      asked.postMessage(program);
    });
  return { ask, close: () => worker?.terminate() };
}
