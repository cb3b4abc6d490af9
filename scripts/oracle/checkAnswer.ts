// In the thread: the errors that `check` reports about a program.
import { parentPort } from "node:worker_threads";
import { lineColumnAt } from "../../src/base/lineIndex.ts";
import type { Edition } from "../../src/base/edition.ts";
import { createEngine } from "../../src/driver/engine.ts";

const engine = createEngine();

parentPort?.on(
  "message",
  ({ name, text, edition }: { name: string; text: string; edition: Edition }) => {
    try {
      const started = performance.now();
      const analysis = engine.analyze(text, { file: name, edition });
      const errors = analysis
        .diagnostics()
        .filter(({ severity }) => severity === "error")
        .map(({ code, message, span }) => ({
          code: code ?? "",
          message,
          line: lineColumnAt(analysis.lines, span.start).line,
        }));
      parentPort?.postMessage({ errors, time: performance.now() - started });
    } catch (error) {
      parentPort?.postMessage({
        crash: error instanceof Error ? (error.stack ?? "") : String(error),
      });
    }
  },
);
