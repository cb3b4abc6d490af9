// In the thread: where rustc's MIR of a program and our static half differ.
import { parentPort } from "node:worker_threads";
import type { Edition } from "../../src/base/edition.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { compareFacts } from "./compareFacts.ts";
import { mirFacts } from "./mirFacts.ts";
import { ownFacts } from "./ownFacts.ts";

const engine = createEngine();

interface Asked {
  readonly name: string;
  readonly text: string;
  readonly edition: Edition;
  readonly mir: string;
}

parentPort?.on("message", ({ name, text, edition, mir }: Asked) => {
  try {
    const analysis = engine.analyze(text, { file: name, edition });
    parentPort?.postMessage(compareFacts(mirFacts(mir, text), ownFacts(analysis)));
  } catch (error) {
    parentPort?.postMessage({
      crash: error instanceof Error ? (error.stack ?? "") : String(error),
    });
  }
});
