// Programs with a warning that they can stop for ever, and whether any schedule of theirs does: node FILE FOLDER…

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../src/base/edition.ts";
import type { Analysis } from "../../src/driver/contract.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { exploreAll } from "../../src/driver/exploreProgram.ts";

const CLAIMS = new Set(["lockstep::double_lock", "lockstep::lock_order"]);
const MAX_STATES = 200_000;

const engine = createEngine();
const count = { programs: 0, warned: 0, confirmed: 0, undecided: 0, falseAlarms: 0 };
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".rs")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const edition = Number(/^\/\/@ edition: (\d+)/m.exec(text)?.[1] ?? 2021) as Edition;
    const analysis = engine.analyze(text, { file, edition });
    count.programs++;
    if (!analysis.diagnostics().some(({ code }) => CLAIMS.has(code ?? ""))) continue;
    count.warned++;
    const verdict = stops(analysis);
    count[verdict]++;
    if (verdict !== "confirmed") console.log(`${verdict}: ${file}`);
  }
}
console.log(JSON.stringify(count));
process.exit(count.falseAlarms > 0 ? 1 : 0);

function stops(analysis: Analysis): "confirmed" | "undecided" | "falseAlarms" {
  let complete = true;
  for (const { path } of analysis.entries) {
    const verdict = exploreAll(analysis, { entry: path, maxStates: MAX_STATES });
    complete &&= verdict.complete;
    const findings = verdict.outcomes.flatMap((one) => one.findings);
    if (verdict.outcomes.some((one) => one.status === "deadlock")) return "confirmed";
    // Threads that are left waiting when main ends.
    if (findings.some(({ kind }) => kind.startsWith("deadlock"))) return "confirmed";
  }
  return complete ? "falseAlarms" : "undecided";
}
