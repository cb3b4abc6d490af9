// lockstep explore: every schedule, within the bounds given.

import type { Analysis } from "../driver/contract.ts";
import { emptyVerdict, startExploration } from "../driver/exploreProgram.ts";
import { keepPace } from "../driver/pace.ts";
import { prepare, withSeqCst } from "../driver/program.ts";
import { verdictText } from "../explain/verdictText.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { Arguments } from "./args.ts";
import {
  diagnosticsJson,
  diagnosticText,
  errorsOf,
  type Report,
  unsupportedJson,
} from "./report.ts";

/** Operations between two looks at the clock: some 10 ms. */
const SLICE = 200_000;

/** Counts may take half as long as the verdict, and at least this. */
const MIN_COUNTING_MS = 300;

export function explore(analysis: Analysis, args: Arguments): Report | string {
  const written = prepare(analysis, { path: args.entry, test: args.test });
  if (written.kind === "refused") return written.message;
  if (written.kind === "rejected") {
    const text = errorsOf(analysis)
      .map((one) => diagnosticText(analysis, one))
      .join("\n");
    return { json: json(analysis, emptyVerdict("error")), text, found: true };
  }
  const program = args.orders === "seqcst" ? withSeqCst(written) : written;
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const running = startExploration(program, { maxStates: args.maxStates });
  const { exploration } = running;
  let decided: number | undefined;
  while (exploration.phase !== "done") {
    exploration.advance(SLICE);
    if (!exploration.deciding) decided ??= elapsed();
    keepPace(exploration, {
      elapsedMs: elapsed(),
      limitMs: args.timeLimit * 1000,
      decidedMs: decided,
      countingMs: Math.max(MIN_COUNTING_MS, (decided ?? 0) / 2),
    });
  }
  const verdict = running.verdict(Math.round(decided ?? elapsed()));
  const bad = verdict.outcomes.some((one) => one.status !== "ok" || one.findings.length > 0);
  return { json: json(analysis, verdict), text: verdictText(verdict), found: bad };
}

function json(analysis: Analysis, verdict: Verdict): unknown {
  return {
    file: analysis.file,
    ...verdict,
    bound: verdict.bound ?? null,
    covered: verdict.covered ?? null,
    schedules: verdict.schedules ?? null,
    outcomes: verdict.outcomes.map((one) => ({
      ...one,
      panic: undefined,
      exitCode: one.exitCode ?? null,
      schedules: one.schedules ?? null,
      probability: one.probability ?? null,
    })),
    diagnostics: diagnosticsJson(analysis),
    unsupported: unsupportedJson(analysis),
  };
}
