// What is said about one outcome of an exploration. Tables only.

export const OUTCOME_WORDS = {
  ok: "ends normally",
  panic: "panic",
  exit: "exit code {code}",
  killed: "killed",
  deadlock: "deadlock",
  silent: "no output",
  switchesNone: "no switch between threads",
  switchesOne: "1 switch",
  switchesMany: "{count} switches",
} as const;

export const FINDING_WORDS: Readonly<Record<string, string>> = {
  deadlock_cycle: "deadlock cycle",
  partial_deadlock: "some threads wait for ever",
  lost_wakeup: "lost wake-up",
  livelock: "livelock",
  starvation: "starvation",
  data_race: "data race",
  poison_cascade: "poison spreads",
  leak: "leak",
  undefined_behaviour: "undefined behaviour",
};

/** Environment choices that an outcome takes. */
export const NEED_WORDS: Readonly<Record<string, string>> = {
  "spurious wake": "needs a spurious wake-up",
  "weak failure": "needs a weak compare-exchange that fails for no reason",
  timer: "needs a timer that fires early",
  "stale load": "needs a load that reads an older value",
};
