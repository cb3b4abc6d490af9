// Closures and the threads that run them: sentences about captures and bounds.

export const STARTS = {
  one: "**Starts a thread**",
  many: "**Starts {count} threads**, one for each turn of the loop of line {loop}",
  manyItems: "**Starts {count} threads**, one for each item",
  loop: "**Starts a thread for each turn** of the loop of line {loop}",
  item: "**Starts a thread for each item**",
  runs: "{start}, which runs {fn}.",
  plain: "{start}.",
  withClosure: "{start}; the closure {what}.",
  scope:
    "**Waits for its threads** at the end (line {end}), so they may borrow what lives outside.",
  scopeThreads:
    "**Waits for {threads}** at the end (line {end}), so they may borrow what lives outside.",
} as const;

export const CAPTURES = {
  nothing: "captures nothing",
  list: "captures {captures}",
  moved: "{name} (moved)",
  clone: "{name} (moved: the clone of line {line})",
  copied: "{name} (copied)",
  borrowed: "{name} (borrowed)",
  borrowedMut: "{name} (borrowed mutably)",
  more: "{count} more",
  alone: "**Captures** {captures}.",
} as const;

export const BOUNDS = {
  met: "{call} requires {bounds}: ✓ {why}",
  metWhy: "met by everything it captures.",
  metNothing: "it captures nothing.",
  result: "Its result {ty} has to be {bounds} too: ✓",
  resultFails: "Its result {ty} has to be {bound} too: ✗ {why}",
  fails: "**Cannot cross into the thread** (E0277): {reason}.",
  failsShared: "**Cannot be shared with the thread** (E0277): {reason}.",
  captured: "{call} on line {line} requires {bound}, and the closure captures {name} {how}.",
  closureIsNot: "the closure is not {trait}",
  repair: "Repair: {repair}",
  byMove: "by move",
  byReference: "by reference",
  outlives:
    "**May outlive what it borrows**: {call} requires `'static`, because the thread can run longer than {owner}, but the closure borrows {names}. `move` gives the values to the thread.",
  unknown: "{call} requires {bounds} of what it captures.",
} as const;
