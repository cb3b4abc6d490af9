// What the host has told the panel: a pure reducer over its messages.

import type {
  Comparison,
  NextChoice,
  PanelDiagnostic,
  PanelVariant,
  Repair,
  SourceText,
  ToPanel,
} from "../protocol/messages.ts";
import type { ToldVerdict } from "../explain/verdictSentence.ts";
import type { Aligned } from "../trace/align.ts";
import { buildTraceIndex } from "../trace/traceIndex.ts";
import type { TraceIndex } from "../trace/traceIndex.ts";
import type { Outcome, Verdict } from "../trace/verdict.ts";
import type { Ending } from "../trace/trace.ts";
import { objectRanks } from "../draw/scene.ts";

export interface Session {
  readonly screen: "waiting" | "run" | "rejected" | "refused";
  readonly run: Run | undefined;
  readonly rejected: Rejected | undefined;
  readonly repairs: readonly Repair[];
  readonly variants: readonly PanelVariant[];
  readonly entry: Entry | undefined;
  readonly besides: { readonly edition: number; readonly before: boolean } | undefined;
  /** Two runs side by side: their titles, and how they go in step. */
  readonly pair: readonly [string, string] | undefined;
  readonly aligned: Aligned | undefined;
  readonly comparing: Comparison | undefined;
  readonly reachable: Verdict | undefined;
  readonly refused: Refused | undefined;
  readonly verdict: Verdict | undefined;
  /** The verdict in words. */
  readonly told: ToldVerdict | undefined;
  readonly exploring:
    | {
        readonly states: number;
        readonly outcomes: number;
        readonly elapsedMs: number;
        /** How much seems to be done, 0 to 1. */
        readonly progress?: number | undefined;
      }
    | undefined;
  readonly busy: string;
  readonly stale: boolean;
  /** The host's own record; not looked into. */
  readonly target: unknown;
}

/** What is called, and with what. */
export type Entry = Omit<Extract<ToPanel, { readonly kind: "arguments" }>, "kind">;

export interface Run {
  readonly index: TraceIndex;
  readonly source: SourceText;
  readonly next: readonly NextChoice[];
  /** Colours of objects. */
  readonly ranks: ReadonlyMap<number, number>;
  readonly whatIf: boolean;
}

export interface Rejected {
  readonly file: string;
  readonly entry: string;
  readonly diagnostics: readonly PanelDiagnostic[];
  readonly source: SourceText;
  readonly whatIf: boolean;
}

export interface Refused {
  readonly file: string;
  readonly message: string;
  readonly reasons: readonly {
    readonly line: number;
    readonly what: string;
    readonly reason: string;
  }[];
}

export function initialSession(): Session {
  return {
    screen: "waiting",
    run: undefined,
    rejected: undefined,
    repairs: [],
    variants: [],
    entry: undefined,
    besides: undefined,
    pair: undefined,
    aligned: undefined,
    comparing: undefined,
    reachable: undefined,
    refused: undefined,
    verdict: undefined,
    told: undefined,
    exploring: undefined,
    busy: "",
    stale: false,
    target: undefined,
  };
}

export function receive(session: Session, message: ToPanel): Session {
  switch (message.kind) {
    case "trace":
      return {
        ...session,
        screen: "run",
        busy: "",
        rejected: undefined,
        refused: undefined,
        reachable: undefined,
        run: runOf(message),
      };
    case "exploring":
      return {
        ...session,
        exploring: {
          states: message.states,
          outcomes: message.outcomes,
          elapsedMs: message.elapsedMs,
          progress: message.progress,
        },
      };
    case "verdict":
      return { ...session, exploring: undefined, verdict: message.verdict, told: message.told };
    case "rejected":
      return {
        ...session,
        screen: "rejected",
        busy: "",
        verdict: undefined,
        exploring: undefined,
        rejected: message,
        repairs: [],
      };
    case "repairs":
      return { ...session, repairs: message.repairs };
    case "variants":
      return { ...session, variants: message.variants };
    case "arguments":
      return { ...session, entry: message };
    case "besides":
      return { ...session, besides: message };
    case "pair":
      return { ...session, pair: message.titles, aligned: undefined };
    case "aligned":
      return { ...session, aligned: message };
    case "reachable":
      return { ...session, reachable: message.verdict };
    case "comparing":
      return { ...forgetVerdict(session), comparing: message.with };
    case "refused":
      return { ...session, screen: "refused", busy: "", exploring: undefined, refused: message };
    case "busy":
      return { ...session, busy: message.what };
    case "stale":
      return { ...session, stale: message.stale };
    case "target":
      return { ...session, target: message.target };
    case "other":
    case "pictures":
    case "caret":
      return session;
  }
}

/** The panel asked for another program text to be run: what was found about the old one is void. */
export function forgetVerdict(session: Session): Session {
  return { ...session, verdict: undefined, exploring: undefined };
}

/** Which outcome of the verdict this run is one of. */
export function outcomeOfRun(verdict: Verdict, ending: Ending): number {
  return verdict.outcomes.findIndex((outcome) => isSameEnding(outcome, ending));
}

function isSameEnding(outcome: Outcome, ending: Ending): boolean {
  return (
    outcome.status === ending.status &&
    outcome.stdout === ending.stdout &&
    outcome.exitCode === ending.exitCode
  );
}

function runOf(message: Extract<ToPanel, { readonly kind: "trace" }>): Run {
  const index = buildTraceIndex(message.trace);
  return {
    index,
    source: message.source,
    next: message.next,
    ranks: objectRanks(index),
    whatIf: message.whatIf === true,
  };
}
