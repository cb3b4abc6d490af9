// What exploration found, as plain data for panel, CLI and hovers. Definitions: docs/model.md.

import type { TraceFinding } from "./trace.ts";

export interface Verdict {
  readonly status: "explored" | "error" | "unsupported";
  readonly complete: boolean;
  readonly completeExceptOutput: boolean;
  /** Why it is not complete. */
  readonly bound: string | undefined;
  /** What was covered all the same. */
  readonly covered: string | undefined;
  readonly counts: "exact" | "estimated" | "infinite" | "none";
  readonly states: number;
  readonly executions: number;
  /** Decimal. */
  readonly schedules: string | undefined;
  /** Relative, one standard deviation; undefined where the number is exact. */
  readonly schedulesError?: number | undefined;
  readonly elapsedMs: number;
  readonly assumptions: readonly { readonly id: string; readonly line: number }[];
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  readonly status: "ok" | "panic" | "exit" | "deadlock";
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** What main panicked with in the runs that end so, a line for each message. */
  readonly panic?: string | undefined;
  readonly findings: readonly TraceFinding[];
  /** Choices other than scheduling that it takes. */
  readonly needs: readonly string[];
  /** Decimal number of schedules that lead here. */
  readonly schedules: string | undefined;
  /** When each enabled thread is equally likely. */
  readonly probability: number | undefined;
  /** One standard deviation; undefined where the probability is exact. */
  readonly probabilityError?: number | undefined;
  readonly preemptions: number;
  readonly switches: number;
  /** The shortest schedule. */
  readonly schedule: string;
}
