// A recorded run: the trace, its pictures, and what can be picked next where “you choose” stands.

import { lineColumnAt } from "../base/lineIndex.ts";
import { isStdSpan, type Span } from "../base/span.ts";
import type { ModelChoice } from "../explore/model.ts";
import { runOnce, type RunResult } from "../explore/run.ts";
import { alternativesOf } from "../machine/run/pending.ts";
import type { Strategy } from "../explore/strategy.ts";
import { replay } from "../explore/strategy.ts";
import type { ThreadId } from "../machine/state/value.ts";
import { createTraceBuilder } from "../trace/builder.ts";
import type { Picture } from "../trace/picture.ts";
import {
  TRACE_VERSION,
  type Ending,
  type ObjectKind,
  type Trace,
  type TraceFinding,
  type TraceObject,
  type TraceThread,
} from "../trace/trace.ts";
import { isHidden } from "./places.ts";
import { numberRows, type Numbering } from "./record/number.ts";
import { picturesBetween, type PictureSource } from "./record/pictures.ts";
import { createRecorder, MAX_ROWS, type Recorder } from "./record/recorder.ts";
import type { Row } from "./record/rows.ts";
import { endingOf, scheduleOf, threadNames } from "./runProgram.ts";
import { LIMITS, machineOf, type Ready } from "./program.ts";

export interface Recording {
  readonly program: Ready;
  readonly trace: Trace;
  /** Of the first rows; `picturesOf` gives others. */
  readonly pictures: readonly Picture[];
  readonly next: readonly NextStep[];
  readonly result: RunResult;
}

/** One of the choices where a run stands. `index` is its place in the list that `pickByIndex` picks from. */
export interface NextStep {
  readonly index: number;
  readonly thread: number;
  readonly label: string;
  readonly needs: string | undefined;
}

/** Visible steps that are recorded; a longer run is cut and says so. */
const MAX_RECORDED_STEPS = 20_000;

export function recordRun(program: Ready, strategy: Strategy, firstPictures: number): Recording {
  const { recorder, result } = record(program, strategy, { from: 0, to: firstPictures });
  const numbering = numberRows(recorder.rows, recorder.named.keys());
  const trace = traceOf(program, recorder, result, numbering);
  const source = pictureSource(program, recorder, numbering, trace);
  return {
    program,
    trace,
    pictures: picturesBetween(source, 0, firstPictures),
    next: result.next.map((choice, index) => nextStep(program, result, numbering, choice, index)),
    result,
  };
}

/** Pictures of further rows, by running the same schedule again. */
export function picturesOf(recording: Recording, from: number, to: number): readonly Picture[] {
  const { program, result } = recording;
  const again: Ready = { ...program, machine: machineOf(program) };
  const strategy = replay(result.steps, threadNames(again.machine));
  const { recorder } = record(again, strategy, { from, to });
  const numbering = numberRows(recorder.rows, recorder.named.keys());
  return picturesBetween(pictureSource(again, recorder, numbering, recording.trace), from, to);
}

function record(
  program: Ready,
  strategy: Strategy,
  window: { readonly from: number; readonly to: number },
) {
  const { analysis, machine } = program;
  const text = {
    lineOf: (position: number) => lineColumnAt(analysis.lines, position).line,
    end: isHidden(analysis, program.entry.span)
      ? undefined
      : Math.max(program.entry.span.end - 1, 0),
    isHidden: (span: Span) => isHidden(analysis, span),
    assignsBy: (position: number) =>
      /^[^;{}=<>]*?([+-]=)/.exec(analysis.text.slice(position, position + 200))?.[1] ?? "",
    startsStatement: (position: number) =>
      !/[{}]/.test(analysis.text[position] ?? "}") && !startsItem(analysis.text, position),
  };
  const recorder = createRecorder(machine, text, window);
  const result = runOnce(machine, {
    strategy,
    maxSteps: MAX_RECORDED_STEPS,
    maxStdout: LIMITS.stdout,
    sink: recorder.sink,
    onState: recorder.onState,
  });
  return { recorder, result };
}

/** A function's own span is no statement of it. */
function startsItem(text: string, position: number): boolean {
  return /^(pub\b|fn\b|const fn\b|unsafe fn\b)/.test(text.slice(position, position + 12));
}

function traceOf(
  program: Ready,
  recorder: Recorder,
  result: RunResult,
  numbering: Numbering,
): Trace {
  const { analysis, entry } = program;
  const lines = (span: Span) => lineColumnAt(analysis.lines, span.start).line;
  return {
    version: TRACE_VERSION,
    file: analysis.file,
    entry: entry.path,
    edition: analysis.edition,
    lines: [lines(entry.span), lineColumnAt(analysis.lines, Math.max(entry.span.end - 1, 0)).line],
    threads: traceThreads(recorder.rows, result, numbering),
    objects: numbering.objects.map((key, index) => traceObject(program, recorder, key, index)),
    events: eventTable(program, recorder.rows, numbering),
    ending: traceEnding(program, recorder, result, numbering),
    schedule: scheduleOf(program, result.steps),
  };
}

function traceEnding(
  program: Ready,
  recorder: Recorder,
  result: RunResult,
  numbering: Numbering,
): Ending {
  const ending = endingOf(program, result);
  const findings = ending.findings.map((finding) =>
    numberCycle(finding, recorder.rows, numbering, program),
  );
  if (recorder.rows.length < MAX_ROWS) return { ...ending, findings };
  return { ...ending, findings, status: "limit", reason: `${MAX_ROWS} events` };
}

/** A deadlock's cycle with the trace's numbers, and the line on which each thread got what it holds. */
function numberCycle(
  finding: TraceFinding,
  rows: readonly Row[],
  numbering: Numbering,
  program: Ready,
): TraceFinding {
  if (finding.cycle === undefined) return finding;
  const object = (id: number | undefined) =>
    id === undefined ? undefined : numbering.objectIndex.get(`o${id}`);
  const cycle = finding.cycle.map((link) => {
    const held = rows.findLast(
      (row) =>
        row.kind === "acquire" && row.thread === link.thread && row.key === `o${link.holds ?? -1}`,
    );
    return {
      thread: numbering.threadIndex.get(link.thread) ?? 0,
      holds: object(link.holds),
      holdsSince:
        held === undefined || held.span.end === 0
          ? 0
          : lineColumnAt(program.analysis.lines, held.span.start).line,
      wants:
        (link.wantsKind === "thread"
          ? numbering.threadIndex.get(link.wants)
          : object(link.wants)) ?? -1,
      wantsKind: link.wantsKind,
      wantsAt: link.wantsAt,
    };
  });
  return { ...finding, cycle };
}

function traceThreads(
  rows: readonly Row[],
  result: RunResult,
  numbering: Numbering,
): TraceThread[] {
  return numbering.threads.map((id, index) => {
    const spawn = rows.findIndex((row) => row.kind === "spawn" && row.a === id);
    const end = rows.findIndex((row) => row.kind === "end" && row.thread === id);
    const name = index === 0 ? "main" : (result.state.threads[id]?.name ?? `thread ${index}`);
    const parent = spawn < 0 ? undefined : numbering.threadIndex.get(rows[spawn]?.thread ?? 0);
    return { index, name, parent, start: Math.max(spawn, 0), end: end < 0 ? undefined : end };
  });
}

function traceObject(program: Ready, recorder: Recorder, key: string, index: number): TraceObject {
  const node = recorder.named.get(key);
  const first = recorder.rows.find((row) => row.key === key);
  const line =
    first === undefined || isStdSpan(first.span) || first.span.end === 0
      ? 0
      : lineColumnAt(program.analysis.lines, first.span.start).line;
  if (node !== undefined) {
    return { index, kind: node.kind as ObjectKind, name: node.name, type: node.type, line };
  }
  const kind = kindByEvent(first);
  return { index, kind, name: line > 0 ? `${kind} of line ${line}` : kind, type: "", line };
}

/** An object that no variable leads to any more: what happened to it tells what it was. */
function kindByEvent(row: Row | undefined): ObjectKind {
  switch (row?.kind) {
    case "create":
      return row.text as ObjectKind;
    case "send":
    case "recv":
    case "endDropped":
      return "channel";
    case "wait":
    case "notify":
    case "woken":
      return "condvar";
    case "borrow":
    case "borrowEnd":
      return "refcell";
    case "clone":
    case "dropCount":
      return "arc";
    case "load":
    case "store":
    case "rmw":
      return "atomic";
    case "barrier":
      return "barrier";
    case "once":
      return "once";
    default:
      return "mutex";
  }
}

function eventTable(program: Ready, rows: readonly Row[], numbering: Numbering): Trace["events"] {
  const { lines } = program.analysis;
  const builder = createTraceBuilder();
  const acquires = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const start = lineColumnAt(lines, row.span.start);
    const end = lineColumnAt(lines, Math.max(row.span.end, row.span.start));
    const thread = numbering.threadIndex.get(row.thread) ?? 0;
    builder.push({
      kind: row.kind,
      thread,
      step: row.step,
      line: row.span.end === 0 ? 0 : start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      object: row.key === undefined ? undefined : numbering.objectIndex.get(row.key),
      a: row.threadInA === true ? (numbering.threadIndex.get(row.a) ?? -1) : row.a,
      b:
        row.kind === "recv" && row.b >= 0
          ? (numbering.threadIndex.get(row.b) ?? -1)
          : pairRelease(row, at, acquires),
      text: row.kind === "release" ? `${guardName(rows, row, acquires)}${row.text}` : row.text,
    });
    if (row.kind === "release") popAcquire(row, acquires);
  });
  return builder.finish();
}

/** A release names the row of its acquire in `b`. */
function pairRelease(row: Row, at: number, acquires: Map<string, number[]>): number {
  const key = `${row.key ?? ""} ${row.thread}`;
  if (row.kind === "acquire") acquires.set(key, [...(acquires.get(key) ?? []), at]);
  if (row.kind !== "release") return row.b;
  return acquires.get(key)?.at(-1) ?? -1;
}

function guardName(
  rows: readonly Row[],
  row: Row,
  acquires: ReadonlyMap<string, number[]>,
): string {
  const at = acquires.get(`${row.key ?? ""} ${row.thread}`)?.at(-1);
  return at === undefined ? "" : (rows[at]?.text ?? "");
}

function popAcquire(row: Row, acquires: Map<string, number[]>): void {
  acquires.get(`${row.key ?? ""} ${row.thread}`)?.pop();
}

function pictureSource(
  program: Ready,
  recorder: Recorder,
  numbering: Numbering,
  trace: Trace,
): PictureSource {
  return {
    rows: recorder.rows,
    scenes: recorder.scenes,
    numbering,
    lineOf: (position) => lineColumnAt(program.analysis.lines, position).line,
    threadName: (thread) => trace.threads[numbering.threadIndex.get(thread) ?? 0]?.name ?? "",
    objectName: (key) =>
      recorder.named.get(key)?.name ??
      trace.objects[numbering.objectIndex.get(key) ?? -1]?.name ??
      "",
  };
}

function nextStep(
  program: Ready,
  result: RunResult,
  numbering: Numbering,
  choice: ModelChoice,
  index: number,
): NextStep {
  const label =
    alternativesOf(program.machine, result.state, choice.thread as ThreadId)[choice.alternative]
      ?.label ?? "";
  return {
    index,
    thread: numbering.threadIndex.get(choice.thread) ?? 0,
    label,
    needs: choice.needs,
  };
}
