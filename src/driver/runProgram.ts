// One run of a prepared program, reported: how it ended, what it printed, what was found, and the schedule that replays it.

import { quoted, say } from "../explain/hoverText.ts";
import { REFUSALS } from "../explain/refusalWords.ts";
import { textHash } from "../base/hash.ts";
import { lineColumnAt } from "../base/lineIndex.ts";
import { findingsOf } from "../explore/findings.ts";
import { runOnce, type RunResult } from "../explore/run.ts";
import { randomly, replay, roundRobin, type Strategy } from "../explore/strategy.ts";
import { UNKNOWN_TYPE } from "../machine/layout/layout.ts";
import type { Machine } from "../machine/machine.ts";
import { printedText } from "../machine/sync/stdout.ts";
import { decodeSchedule, encodeSchedule, type ScheduleStep } from "../trace/schedule.ts";
import type { Ending } from "../trace/trace.ts";
import type { Analysis } from "./contract.ts";
import { LIMITS, type Ready } from "./program.ts";
import { toTraceFinding } from "./findings.ts";

export interface RunReport {
  readonly ending: Ending;
  readonly steps: number;
  readonly schedule: string;
}

export function runProgram(program: Ready, strategy: Strategy): RunReport {
  const result = runOnce(program.machine, {
    strategy,
    maxSteps: LIMITS.visibleSteps,
    maxStdout: LIMITS.stdout,
  });
  return {
    ending: endingOf(program, result),
    steps: result.steps.length,
    schedule: scheduleOf(program, result.steps),
  };
}

export function strategyOf(choice: { seed?: number | undefined }): Strategy {
  return choice.seed === undefined ? roundRobin() : randomly(choice.seed);
}

/** The strategy of a schedule string, or a sentence that says why it does not fit this text. */
export function scheduleStrategy(program: Ready, text: string): Strategy | string {
  const schedule = decodeSchedule(text);
  if (typeof schedule === "string") return schedule;
  const { analysis } = program;
  if (schedule.program !== textHash(analysis.text)) return REFUSALS.otherText;
  if (schedule.edition !== analysis.edition)
    return say(REFUSALS.otherEdition, { edition: schedule.edition });
  if (schedule.entry !== program.entry.path)
    return say(REFUSALS.otherEntry, { entry: quoted(schedule.entry) });
  return replay(schedule.steps, threadNames(program.machine), roundRobin());
}

/** The schedule's name of a thread: spawn numbers from main. */
export function threadNames(machine: Machine): (thread: number) => string {
  return (thread) => {
    for (const [path, id] of machine.threadIds) if (id === thread) return path;
    return "";
  };
}

export function scheduleOf(program: Ready, steps: readonly ScheduleStep[]): string {
  const { analysis, entry } = program;
  return encodeSchedule({
    edition: analysis.edition,
    program: textHash(analysis.text),
    entry: entry.path,
    steps,
  });
}

export function endingOf(program: Ready, result: RunResult): Ending {
  const { analysis, machine } = program;
  const { state, end } = result;
  const findings = findingsOf(machine, state, end === undefined && result.deadlock).map((finding) =>
    toTraceFinding(program, state, finding),
  );
  const base = {
    stdout: printedText(machine, state),
    stderr: state.stderr,
    findings,
    exitCode: undefined,
  };
  if (result.limit !== undefined) {
    const line = firstLine(analysis, result);
    const { limit } = result;
    return { ...base, status: "limit", reason: `${limit.limit} ${limit.what}`, line, limit };
  }
  if (end === undefined) return { ...base, status: "deadlock" };
  if (end.kind === "unsupported" || end.kind === "limit") {
    const { kind, position } = end;
    return {
      ...base,
      status: kind,
      reason: kind === "unsupported" ? refusal(analysis, end.reason, position) : end.reason,
      line: lineColumnAt(analysis.lines, position).line,
      ...(end.limit === undefined ? {} : { limit: end.limit }),
    };
  }
  const status = end.code === 0 ? "ok" : end.code === 101 ? "panic" : "exit";
  return {
    ...base,
    status,
    exitCode: end.code,
    ...(end.reason === "" ? {} : { reason: end.reason }),
  };
}

/** Why the place where a run stopped cannot be run: what stands there, the import it names, or what its unknown type came from. */
function refusal(analysis: Analysis, reason: string, position: number): string {
  const { text, lines } = analysis;
  const places = analysis.unsupported();
  const { line } = lineColumnAt(lines, position);
  const here = places.find((one) => lineColumnAt(lines, one.span.start).line === line);
  if (here !== undefined) return here.reason;
  const name = /^\w+/.exec(text.slice(position))?.[0];
  const imported = places.find(({ span }) => {
    return /\w+$/.exec(text.slice(span.start, span.end))?.[0] === name;
  });
  if (imported !== undefined) return imported.reason;
  const before = places.findLast((one) => one.span.start <= position);
  return (reason.startsWith(UNKNOWN_TYPE) ? before?.reason : undefined) ?? reason;
}

/** Where the run stood when a limit ended it: the running threads' lines, main's first. */
function firstLine(analysis: Analysis, result: RunResult): number {
  const frame = result.state.threads
    .find((thread) => thread?.status === "live")
    ?.frames.findLast((one) => one.code.isUser);
  const span = frame?.code.spans[frame.pc];
  return span === undefined
    ? analysis.entries.length && 1
    : lineColumnAt(analysis.lines, span.start).line;
}
