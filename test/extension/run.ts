// Entry of the tests inside the extension host: mocha over this folder's tests, counts written for `npm test`.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Mocha from "mocha";

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, color: false });
  mocha.suite.emit("pre-require", globalThis as never, "", mocha);
  await import("./journeys.ts");
  await import("./fixes.ts");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const stats = runner.stats;
      const output = process.env["LOCKSTEP_RESULTS"] ?? resultsFile();
      mkdirSync(dirname(output), { recursive: true });
      const failed = failures + (stats?.pending ?? 0);
      writeFileSync(output, JSON.stringify({ passed: stats?.passes ?? 0, failed }));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}

/** The server build's extension host does not get the launcher's environment: the bundle lies in .cache/tests/extension. */
function resultsFile(): string {
  return `${dirname(dirname(__dirname))}/results/vscode.json`;
}
