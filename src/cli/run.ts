// lockstep run: one run under round robin, a seed, or a schedule.

import type { Analysis } from "../driver/contract.ts";
import { prepare, withSeqCst } from "../driver/program.ts";
import { runProgram, scheduleStrategy, strategyOf } from "../driver/runProgram.ts";
import type { Arguments } from "./args.ts";
import { diagnosticText, errorsOf, type Report, unsupportedJson } from "./report.ts";

export function run(analysis: Analysis, args: Arguments): Report | string {
  const written = prepare(analysis, { path: args.entry, test: args.test });
  if (written.kind === "refused") return written.message;
  const unsupported = unsupportedJson(analysis);
  const base = { file: analysis.file, unsupported };
  if (written.kind === "rejected") {
    const json = {
      ...base,
      status: "error",
      exitCode: null,
      stdout: "",
      stderr: "",
      steps: 0,
      schedule: null,
      findings: [],
    };
    return {
      json,
      text: errorsOf(analysis)
        .map((one) => diagnosticText(analysis, one))
        .join("\n"),
      found: true,
    };
  }
  const program = args.orders === "seqcst" ? withSeqCst(written) : written;
  const strategy =
    args.schedule === undefined
      ? strategyOf({ seed: args.seed })
      : scheduleStrategy(program, args.schedule);
  if (typeof strategy === "string") return strategy;
  const { ending, steps, schedule } = runProgram(program, strategy);
  const limit =
    ending.limit === undefined ? {} : { limit: { ...ending.limit, line: ending.line ?? 0 } };
  const json = {
    ...base,
    status: ending.status,
    exitCode: ending.exitCode ?? null,
    stdout: ending.stdout,
    stderr: ending.stderr,
    steps,
    schedule,
    findings: ending.findings,
    ...limit,
  };
  const summary = [
    ...ending.findings.map((finding) => finding.message),
    `${ending.status}${ending.exitCode === undefined ? "" : ` (exit code ${ending.exitCode})`} after ${steps} steps`,
    ...(ending.reason === undefined
      ? []
      : [`${ending.reason}${ending.line === undefined ? "" : `, line ${ending.line}`}`]),
    `schedule: ${schedule}`,
  ];
  return {
    json,
    text: `${ending.stdout}${ending.stderr}${ending.stdout.endsWith("\n") || ending.stdout === "" ? "" : "\n"}--\n${summary.join("\n")}\n`,
    found: ending.status !== "ok" || ending.findings.length > 0,
  };
}
