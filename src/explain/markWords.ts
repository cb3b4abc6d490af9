// What the editor writes between the lines: where guards go, and what a function starts and holds.

/** Inlay hints, short: they stand inside the code. */
export const RELEASES = {
  lock: "{name} is free",
  borrow: "borrow of {name} ends",
  someLock: "the lock is free",
  someBorrow: "the borrow ends",
  tooltip: "{guard}, made on line {line}, is dropped here: {what}.",
  temporary: "The guard made on line {line}, a temporary, is dropped here: {what}.",
} as const;

/** The status bar, for the function under the caret. */
export const STATUS = {
  tooltip: "`{fn}` and what it calls: {parts}. Click to visualize it.",
  held: "held here: {names}",
} as const;
