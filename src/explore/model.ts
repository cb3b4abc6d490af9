// What is explored: states as values, choices between them. The machine is one such model (machineModel.ts); small
// models of operations alone serve the tests.

/** Codes for what a choice needs besides scheduling; their order is the order in which outcomes list them. */
export const NEEDS = ["spurious wake", "weak failure", "timer", "stale load"] as const;

export type Need = (typeof NEEDS)[number];

/** One way to go on from a state. */
export interface ModelChoice {
  readonly thread: number;
  readonly alternative: number;
  readonly needs: Need | undefined;
  /** For a timer: when, in virtual nanoseconds. */
  readonly deadline?: bigint | undefined;
  /**
   * Set for an operation that, once enabled, commutes with every operation that another thread can do before it, except
   * those that observe this class (a release of a lock is seen only by `try_lock` and its like). Lipton's left movers
   * ("Reduction: a method of proving properties of parallel programs", CACM 1975).
   */
  readonly mover: string | undefined;
  /** Classes of movers that this operation can tell from their absence. */
  readonly observes: readonly string[];
}

/** What a thread stands before, as far as persistent sets need it (footprints.ts). */
export interface Stance {
  readonly thread: number;
  /** Who spawns it; undefined: nobody. */
  readonly parent: number | undefined;
  readonly ended: boolean;
  /** What its operation works on. */
  readonly touches: readonly Touch[];
  /** It works on nothing else. */
  readonly nothingElse: boolean;
  /** Blocked until one of these has moved; an empty list: until somebody touches the same. Undefined: not blocked. */
  readonly waitsFor: readonly number[] | undefined;
}

export interface Touch {
  readonly key: number;
  readonly write: boolean;
}

/** How a process ended; undefined while it can still go on. */
export interface ModelEnd {
  readonly kind: "exit" | "unsupported" | "limit";
  /** For `exit`: the code, undefined when killed. */
  readonly code: number | undefined;
  readonly reason: string;
  /** Position in the source, for `unsupported` and `limit`. */
  readonly position: number;
  /** For `limit`: what ran out, and how much of it there was. */
  readonly limit?: Limit;
}

export interface Limit {
  readonly what: string;
  readonly limit: number;
}

export interface Model<S> {
  initial(): S;
  choices(state: S): readonly ModelChoice[];
  /** Gives the next state; it may be unfinished when `fuel` ran out. */
  step(state: S, choice: ModelChoice, fuel: number): S;
  isFinished(state: S): boolean;
  resume(state: S, fuel: number): S;
  end(state: S): ModelEnd | undefined;
  /** Canonical: equal exactly for states with the same future (and, with `output`, the same stdout). */
  key(state: S, output: boolean): string;
  stdout(state: S): string;
  /** Of every thread that there is, or of one; undefined, or no such function: nothing is known. */
  stances?(state: S, only?: number): readonly Stance[] | undefined;
  /** Whether a thread's work is done in this ending. Default: always. */
  hasEnded?(state: S, thread: number): boolean;
  /** About how many bytes a state takes that shares nothing. */
  sizeOf?(state: S): number;
  /** What else tells one ending from another; default: nothing. */
  mark?(state: S): string;
  /** Where all threads stand, without data. */
  place?(state: S): string;
  /** Shown states that differ in data alone: true when it will tell fewer states apart from now on; all of them are void. */
  coarsen?(states: readonly S[]): boolean;
  /** Shown states as for `coarsen`: where in the source a loop goes on for ever with numbers that matter. */
  grows?(states: readonly S[]): number | undefined;
  /** Shown a state that was just reached: true when it had told too few states apart; all of them are void. */
  refine?(state: S): boolean;
}

/**
 * The choices that take nothing but scheduling; where there are none, the earliest timers. A wake-up without a reason is never
 * among them.
 */
export function schedulingChoices(choices: readonly ModelChoice[]): readonly ModelChoice[] {
  const plain = choices.filter((choice) => choice.needs === undefined);
  if (plain.length > 0) return plain;
  const timers = choices.filter((choice) => choice.needs === "timer");
  const earliest = timers.reduce(
    (least, one) => ((one.deadline ?? 0n) < least ? (one.deadline ?? 0n) : least),
    timers[0]?.deadline ?? 0n,
  );
  return timers.filter((one) => (one.deadline ?? 0n) === earliest);
}

/** True where nothing but a wake-up without a reason can happen: a deadlock, while the process has not ended. */
export function isStuck(choices: readonly ModelChoice[]): boolean {
  return choices.every((choice) => choice.needs === "spurious wake");
}
