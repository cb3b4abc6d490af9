// The nightly run of the fuzzer: node FILE COUNT FIRST_SEED FOLDER…

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { exercise, inputOf, newFuzz } from "./fuzz.ts";

/** Processor time. A text takes milliseconds; longer than this is a hang on its way. */
const SLOW_MS = 5_000;

const [count = "100000", first = "1", ...folders] = process.argv.slice(2);
const seeds = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rs"))
    .map((file) => readFileSync(join(folder, file), "utf8")),
);
const fuzz = newFuzz(seeds);
let failed = 0;
let slowest = { milliseconds: 0, seed: 0 };
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const text = inputOf(fuzz, seed);
  const begun = process.cpuUsage();
  try {
    exercise(fuzz, text, seed);
  } catch (error) {
    failed++;
    console.log(`seed ${seed}: ${(error as Error).stack?.split("\n").slice(0, 6).join("\n")}`);
  }
  const used = process.cpuUsage(begun);
  const milliseconds = (used.user + used.system) / 1000;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
  if (milliseconds > SLOW_MS) {
    failed++;
    console.log(`seed ${seed}: ${milliseconds.toFixed(0)} ms`);
  }
  if (seed % 1000 === 0)
    console.log(
      `${seed}: ${failed} failed, slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`,
    );
}
console.log(
  `${count} inputs, ${failed} failed, slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`,
);
process.exit(failed > 0 ? 1 : 0);
