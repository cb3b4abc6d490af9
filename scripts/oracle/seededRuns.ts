// In the thread: how a program ends under some seeds.
import { parentPort } from "node:worker_threads";
import type { Edition } from "../../src/base/edition.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { runProgram, strategyOf } from "../../src/driver/runProgram.ts";
import { plainMessages } from "./plainMessages.mjs";

const engine = createEngine();

interface Asked {
  readonly name: string;
  readonly text: string;
  readonly edition: Edition;
  readonly seeds: number;
}

parentPort?.on("message", (asked: Asked) => {
  try {
    parentPort?.postMessage(runsOf(asked));
  } catch (error) {
    parentPort?.postMessage({
      crash: error instanceof Error ? (error.stack ?? "") : String(error),
    });
  }
});

function runsOf({ name, text, edition, seeds }: Asked) {
  const analysis = engine.analyze(text, { file: name, edition });
  const runs = [];
  for (let seed = 0; seed < seeds; seed++) {
    const program = prepare(analysis, {});
    if (program.kind === "rejected")
      return {
        refused: program.errors.map(({ code, message }) => `${code} ${message}`).join("; "),
      };
    if (program.kind === "refused") return { refused: program.message };
    const { ending } = runProgram(program, strategyOf({ seed }));
    const { status, exitCode, stdout, stderr, reason } = ending;
    runs.push({ seed, status, exitCode, stdout, stderr: plainMessages(stderr), reason });
    // One that never ends takes long enough once.
    if (status === "limit") break;
  }
  return { runs };
}
