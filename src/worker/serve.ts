// The checking thread: takes requests, answers with what the panel shows. An exploration is advanced in slices; mail is read
// between them, so that everything can be cancelled.

import { translate } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Steps } from "../base/steps.ts";
import type { Analysis } from "../driver/contract.ts";
import { createEngine } from "../driver/engine.ts";
import { startExploration } from "../driver/exploreProgram.ts";
import { keepPace } from "../driver/pace.ts";
import { recordRun, picturesOf, type Recording } from "../driver/record.ts";
import { withSeqCst, type Ready } from "../driver/program.ts";
import { schedulerStrategy } from "../driver/scheduler.ts";
import { exportRun } from "../exports/exportRun.ts";
import type { PageLanguage } from "../exports/htmlPage.ts";
import { say } from "../explain/hoverText.ts";
import { REFUSALS } from "../explain/refusalWords.ts";
import { TABLES } from "../explain/tables.ts";
import type { FromWorker, Orders, Subject, ToWorker } from "../protocol/work.ts";
import type { ToPanel } from "../protocol/messages.ts";
import type { ScheduleStep } from "../trace/schedule.ts";
import {
  argumentsMessage,
  refusedMessage,
  rejectedMessage,
  repairsMessage,
  traceMessage,
  variantsMessage,
  verdictMessage,
} from "./messages.ts";
import { openSubject, type Opening } from "./opening.ts";
import { warmUp } from "./warmUp.ts";

/** What differs between a Node worker and a web worker. */
export interface ThreadHost {
  post(message: FromWorker): void;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** A snapshot of std that the host keeps; see driver/stdKept.ts. */
  readonly snapshot?: () => string | undefined;
  /** Calls back after mail has been delivered. */
  later(task: () => void): void;
}

/** Texts that are kept analysed: the user's, and those with a wrapper. */
const KEPT = 4;
/** Operations between two looks at the clock; some 5 ms. */
const SLICE = 100_000;
const SLICE_MS = 20;
const PROGRESS_MS = 200;
/** States behind a choice that are looked through at once. */
const MAX_REACHABLE = 50_000;
/** Pictures sent along with a run; further ones are asked for. */
const FIRST_PICTURES = 400;

export function serve(host: ThreadHost): (message: ToWorker) => void {
  let engine = createEngine(host.snapshot);
  let language: PageLanguage = { name: "en" };
  const analyses = new Map<string, Analysis>();
  const cancelled = new Set<number>();
  let recording: Recording | undefined;
  let shown: ToPanel | undefined;
  let latestRun = 0;
  let warming: Steps<void> | undefined;

  const analysisOf = (
    { file, edition }: Subject,
    text: string,
    hidden: readonly Span[] = [],
  ): Analysis => {
    const key = `${edition}\n${file}\n${text}`;
    const known = analyses.get(key);
    if (known !== undefined) return known;
    const fresh = engine.analyze(text, { file, edition, hidden });
    if (analyses.size >= KEPT) analyses.clear();
    analyses.set(key, fresh);
    return fresh;
  };
  const opened = (subject: Subject, unchecked: boolean, orders: Orders | undefined): Opening => {
    const opening = openSubject(subject, unchecked, (text, hidden) =>
      analysisOf(subject, text, hidden),
    );
    const { program } = opening;
    if (program.kind !== "ready" || orders !== "seqCst") return opening;
    return { ...opening, program: withSeqCst(program) };
  };
  const show = (id: number, message: ToPanel) => host.post({ kind: "panel", id, message });

  /** In slices; given up when another run was asked for meanwhile. */
  const inSlices = (id: number, steps: Steps<ToPanel>) => {
    const until = host.now() + SLICE_MS;
    while (host.now() < until) {
      const step = steps.next();
      if (step.done === true) return show(id, step.value);
    }
    if (id === latestRun) host.later(() => inSlices(id, steps));
  };
  /** What can still happen behind the choices made so far; nothing is said where it would take long. */
  function* reachable(program: Ready, after: readonly ScheduleStep[]): Steps<ToPanel> {
    const { exploration, verdict } = startExploration(program, {
      maxStates: MAX_REACHABLE,
      maxWalks: 0,
      after,
    });
    while (exploration.phase !== "done") {
      exploration.advance(SLICE);
      yield;
    }
    const now = verdict(0);
    return { kind: "reachable", verdict: now.complete ? now : undefined };
  }
  const run = (message: ToWorker & { kind: "run" }) => {
    latestRun = message.id;
    const opening = opened(message.subject, message.whatIf, message.orders);
    const { program } = opening;
    const { file, edition } = message.subject;
    show(message.id, argumentsMessage(opening));
    const again = (text: string) => engine.analyze(text, { file, edition });
    if (program.kind === "rejected") {
      show(message.id, rejectedMessage(program));
      return host.later(() => inSlices(message.id, repairsMessage(program, again)));
    }
    if (program.kind === "refused") return show(message.id, refusedMessage(program));
    const strategy = schedulerStrategy(program, message.scheduler);
    if (typeof strategy === "string") {
      return show(message.id, {
        kind: "refused",
        file: message.subject.file,
        message: strategy,
        reasons: [],
      });
    }
    recording = recordRun(program, strategy, FIRST_PICTURES);
    shown = traceMessage(recording, opening, message.scheduler);
    show(message.id, shown);
    if (message.scheduler.kind === "choose")
      host.later(() => inSlices(message.id, reachable(program, recording?.result.steps ?? [])));
    if (message.variants)
      host.later(() => inSlices(message.id, variantsMessage(opening.source, again)));
  };
  const exportShown = (message: ToWorker & { kind: "export" }) => {
    const from = recording;
    if (from === undefined || shown?.kind !== "trace") return;
    const pictures = (first: number, last: number) => picturesOf(from, first, last);
    const content = exportRun({ ...message, message: shown, language, pictures }, message.format);
    host.post({ kind: "exported", id: message.id, content });
  };
  const explore = (message: ToWorker & { kind: "explore" }) => {
    const { program } = opened(message.subject, message.whatIf, message.orders);
    if (program.kind !== "ready") return host.post({ kind: "done", id: message.id });
    const running = startExploration(program, { maxStates: message.maxStates });
    const started = host.now();
    let told = started;
    let decidedMs: number | undefined;
    const slice = () => {
      const { exploration } = running;
      const until = host.now() + SLICE_MS;
      while (exploration.phase !== "done" && host.now() < until) exploration.advance(SLICE);
      const elapsedMs = Math.round(host.now() - started);
      if (cancelled.delete(message.id)) exploration.stop("cancelled");
      keepPace(exploration, {
        elapsedMs,
        limitMs: message.timeLimitMs,
        decidedMs,
        countingMs: message.timeLimitMs,
      });
      if (decidedMs === undefined && !exploration.deciding) {
        decidedMs = elapsedMs;
        show(message.id, verdictMessage(running.verdict(decidedMs)));
      }
      if (exploration.phase === "done") {
        // Counts come behind the verdict, where they could be had.
        if (exploration.counted)
          show(message.id, verdictMessage(running.verdict(decidedMs ?? elapsedMs)));
        host.post({ kind: "done", id: message.id });
        return;
      }
      if (decidedMs === undefined && host.now() - told > PROGRESS_MS) {
        told = host.now();
        show(message.id, {
          kind: "exploring",
          states: exploration.states,
          outcomes: exploration.endings,
          progress: exploration.progress,
          elapsedMs,
        });
      }
      host.later(slice);
    };
    slice();
  };
  /** A piece at a time. What goes wrong here will be told where somebody asks for it. */
  const warm = (id: number, steps: Steps<void>) => {
    if (warming !== steps) return;
    try {
      if (steps.next().done === true) host.post({ kind: "done", id });
      else host.later(() => warm(id, steps));
    } catch {
      host.post({ kind: "done", id });
    }
  };
  const handle = (message: ToWorker) => {
    warming = undefined;
    switch (message.kind) {
      case "run":
        return run(message);
      case "pictures":
        if (recording === undefined) return;
        return show(message.id, {
          kind: "pictures",
          from: message.from,
          pictures: picturesOf(recording, message.from, message.to),
        });
      case "export":
        return exportShown(message);
      case "explore":
        return explore(message);
      case "cancel":
        cancelled.add(message.id);
        return;
      case "language":
        translate(TABLES, message.catalogue);
        engine = createEngine(host.snapshot, message.catalogue);
        language = message;
        return;
      case "warmUp":
        warming = warmUp(engine);
        return warm(message.id, warming);
    }
  };
  return (message) => {
    try {
      handle(message);
    } catch (error) {
      host.post({
        kind: "failed",
        id: message.id,
        message: say(REFUSALS.failed, {
          reason: error instanceof Error ? error.message : String(error),
        }),
      });
    }
  };
}
