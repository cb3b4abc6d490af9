// Cold start: whole processes of the command line tool, beside a node that does nothing.
// Arguments: the folder of the built tool.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker } from "../../src/protocol/work.ts";
import { counter } from "./programs.ts";
import { against, median, milliseconds, print, ratio, time } from "./table.ts";

const RUNS = 7;
const dist = resolve(process.argv[2] ?? "dist");
const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
const file = join(folder, "counter.rs");
writeFileSync(file, counter(10));
const hoverLine =
  counter(10)
    .split("\n")
    .findIndex((line) => line.includes("lock()")) + 1;

const repeated = (action: () => number): number => median(Array.from({ length: RUNS }, action));
const node = (...args: readonly string[]): number =>
  repeated(() => time(() => spawnSync(process.execPath, args, { stdio: "ignore" })));
const cli = (...args: readonly string[]): number => node(join(dist, "cli.js"), ...args);

void main();

async function main(): Promise<void> {
  const bare = node("-e", "0");
  const wanted: readonly (readonly [string, number, number])[] = [
    ["lockstep --help", cli("--help"), 150],
    ["lockstep check, counter(10)", cli("check", file), 350],
    ["lockstep hover, counter(10)", cli("hover", `${file}:${hoverLine}:35`), 350],
    ["lockstep run, counter(10)", cli("run", file), 600],
    ["lockstep explore, counter(10)", cli("explore", file), 1000],
    ["first frame of a run, new worker", await firstFrame(0), 600],
    ["first frame of a run, worker ready", await firstFrame(1), 300],
  ];
  print({
    title: `Cold start: wall time of a new process, median of ${RUNS}`,
    columns: ["", "time", "of bare node", "goal", ""],
    rows: [
      ["node -e 0", milliseconds(bare), "1x", "", ""],
      ...wanted.map(([what, ms, goal]) => [
        what,
        milliseconds(ms),
        ratio(ms, bare),
        milliseconds(goal),
        against(ms, goal),
      ]),
    ],
  });
  rmSync(folder, { recursive: true });
}

/** From the command to the answer that holds the run; `warm`: earlier runs of another program in the same worker. */
async function firstFrame(warm: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const worker = new Worker(join(dist, "worker.js"));
    let last = 0;
    for (let at = 0; at <= warm; at += 1) {
      const begun = performance.now();
      await ask(worker, at, counter(at < warm ? 2 : 10));
      last = performance.now() - begun;
    }
    times.push(last);
    await worker.terminate();
  }
  return median(times);
}

function ask(worker: Worker, id: number, text: string): Promise<void> {
  const request: ToWorker = {
    kind: "run",
    id,
    subject: { file: "counter.rs", text, edition: 2021, entry: undefined, focus: undefined },
    scheduler: { kind: "roundRobin" },
    whatIf: false,
    variants: false,
  };
  return new Promise((resolve, reject) => {
    worker.once("message", (message: FromWorker) =>
      message.kind === "failed" ? reject(new Error(message.message)) : resolve(),
    );
    worker.postMessage(request);
  });
}
