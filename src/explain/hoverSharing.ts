// Who owns what, and who may use it: sentences about handles, threads and `Send`.

/** Threads that a line starts. */
export const THREADS = {
  one: "the thread of line {line}",
  each: "the threads of lines {lines}",
  many: "the {count} threads of line {line}",
  loop: "a thread for each turn of the loop of line {loop}",
  item: "a thread for each item on line {line}",
} as const;

export const SHARING = {
  counted: "**Shared by {count} owners**: {who}.",
  uncounted: "**Shared**: {who}.",
  perhapsMore: "**Shared**: {who}; what gets it or a reference to it may clone it further.",
  only: "**The only owner** of this {what}: nothing clones it.",
  fromCaller: "**One of the owners** of a shared {what}, handed over by the caller.",
  someOwner: "**One of the owners** of a shared {what}.",
  clone: "This clone is a new owner of the same {what}, not a copy of it",
  moves: "it moves into {thread}",
  belongs: "here it belongs to {thread}",
  passed: "it goes to {call} on line {line}",
  kept: "{keeper} keeps it",
  keptThere: "a value on line {line} keeps it",
  closure: "it moves into the closure of line {line}",
  stays: "it stays here and is dropped on line {line}",
  weak: "**Not an owner**: it does not keep the {what} alive. `upgrade` makes an owner while one is left, else `None`.",
  ownerVariables: "{names} in {owner}",
  ownerCall: "what {call} got on line {line}",
  ownerKept: "one inside {keeper}",
  ownerKeptThere: "one inside a value of line {line}",
  ownerClosure: "the closure of line {line}",
} as const;

export const HOLDING = {
  owned: "**Owned by {owner}** (line {line})",
  lentThreads: "lent to {threads}",
  lentUntil: "lent to {threads} until the scope ends on line {end}",
  lentClosures: "lent to {closures}",
  moved: "it moves into {thread}, and {owner} can no longer use it",
  movedClosure: "it moves into the closure of line {line}",
  passed: "it moves into {call} on line {line}",
  scope:
    "**Starts threads that end before line {end}**, the end of the scope: they may borrow what lives longer.",
  borrowed: "**Borrowed**: other threads may use the same {what} at the same time.",
  borrowedAlone:
    "**Borrowed for this use alone**: through `&mut` nobody else can use the {what} meanwhile.",
  static:
    "**Shared by every thread**: a `static` lives as long as the program, so no thread needs an owner of its own. Used in {who}.",
  staticUnused:
    "**Shared by every thread**: a `static` lives as long as the program, so no thread needs an owner of its own.",
} as const;

/** For variables of any type that a thread takes or borrows. */
export const CROSSING = {
  moves: "**Moves into {thread}**: {owner} can no longer use it.",
  lent: "**Lent to {threads}** until the scope ends on line {end}: nobody can change it meanwhile.",
  lentMut:
    "**Lent to {threads}** to change until the scope ends on line {end}: nobody else can use it meanwhile.",
} as const;

export const HANDLES = {
  of: "**The handle of the thread** that line {line} starts{each}.",
  joined:
    "**The handle of the thread** that line {line} starts{each}; {method} on {lines} waits for its end.",
  unused:
    "**The handle of the thread** that line {line} starts{each}. Nothing waits for the thread: dropping the handle lets it run on, and the end of `main` stops it.",
  each: ", one in each turn of the loop",
} as const;

export const REASONS = {
  is: "{ty} is {trait}",
  isNot: "{ty} is not {trait}",
  field: "field {name}: {link}",
  capture: "captured {name}: {link}",
  captureByRef: "captured {name}, by reference: {link}",
  dynWithout: "The trait object does not promise {trait}: {written} would.",
  param: "Nothing says so: the bound {bound} is missing.",
} as const;

export const COUNTS = {
  newOwner:
    "**A new owner of the same {what}**, not a copy of it: only the count of owners goes up by one.",
  ofTotal:
    "**One of {count} owners of the same {what}** in all: {who}. Nothing is copied; the count goes up by one.",
  eachTurn: "The loop of line {loop} makes {count} of them.",
  eachTurnUncounted: "Each turn of the loop of line {loop} makes one.",
  eachItemUncounted: "Each item makes one.",
  weakNew: "**A further `Weak`** to the same {what}: it keeps nothing alive.",
  sender:
    "**A further sender** into the same channel; the channel closes when the last one is dropped.",
  certain: "**{count}** here: {who}.",
  atMost: "**At most {count}** here: {who}. Other threads may have dropped theirs already.",
  changing: "Another thread can change the count before the number is used.",
  noOwner:
    "**`None`** when the last owner is gone; otherwise the result is an owner as well and keeps the {what} alive.",
  nowOwners:
    "**`Some`** here: {who} still {own} the {what}. The result is a further owner while it lives.",
} as const;
