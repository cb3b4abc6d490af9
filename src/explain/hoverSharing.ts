// Who owns what, and who may use it: sentences about handles, threads and `Send`.

/** Threads that a line starts. */
export const THREADS = {
  one: "the thread of line {line}",
  each: "the threads of lines {lines}",
  many: "the {count} threads of line {line}",
  loop: "a thread for each turn of the loop of line {loop}",
  item: "a thread for each item on line {line}",
  ofLine: "the threads of line {line}",
  oneOf: "one of {threads}",
  oneOfLine: "one of the threads of line {line}",
} as const;

export const SHARING = {
  counted: "**Shared by {count} owners**: {who}.",
  uncounted: "**Shared**: {who}.",
  perhapsMore: "**Shared**: {who}; what gets it or a reference to it may clone it further.",
  only: "**The only owner** of this {what}: nothing clones it.",
  onlyBesideWeak:
    "**The only owner** of this {what} that is made here; `upgrade` of a `Weak` can make another.",
  fromCaller: "**One of the owners** of a shared {what}, handed over by the caller.",
  someOwner: "**One of the owners** of a shared {what}.",
  clone: "This clone is a new owner of the same {what}, not a copy of it",
  moves: "it moves into {thread}",
  belongs: "here it belongs to {thread}",
  passed: "it goes to {call} on line {line}",
  kept: "{keeper} keeps it",
  keptThere: "a value on line {line} keeps it",
  closure: "it moves into the closure of line {line}",
  dropped: "it is dropped on line {line}",
  stays: "it stays here and is dropped on line {line}",
  weak: "**Not an owner**: it does not keep the {what} alive. `upgrade` makes an owner while one is left, else `None`.",
  ownerVariables: "{names} in {owner}",
  ownerCall: "{call} (called on line {line})",
  ownerUntil: "{owner} until line {line}",
  ownerKept: "{one} inside {keeper}",
  ownerKeptThere: "{one} inside a value of line {line}",
  ownerClosure: "the closure of line {line}",
  anOwner: "one",
  value: "value",
  aSender: "a sender",
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
  borrowedHere:
    "**Borrowed**: others in this thread may use the same {what} meanwhile; other threads may not.",
  borrowedOwner: "**Borrows an owner** of a shared {what}; it is none itself.",
  borrowedAlone:
    "**Borrowed for this use alone**: through `&mut` nobody else can use the {what} meanwhile.",
  static:
    "**Shared by every thread**: a `static` lives as long as the program, so no thread needs an owner of its own.",
  staticMut:
    "**Open to every thread, without a lock**: an access while another thread writes is a data race.",
  perThread:
    "**One for each thread**: made when a thread first uses it, dropped when the thread ends; no thread sees another's.",
  usedIn: "Used in {who}.",
  more: "{count} more",
} as const;

/** For variables of any type that a thread takes or borrows. */
export const CROSSING = {
  moves: "**Moves into {thread}**: {owner} can no longer use it.",
  movesPart: "**{part} moves into {thread}**; {owner} keeps the other fields.",
  lentShared: "**Lent to {threads}** until the scope ends on line {end}.",
  lent: "**Lent to {threads}** until the scope ends on line {end}: nobody can change it meanwhile.",
  lentMut:
    "**Lent to {threads}** to change until the scope ends on line {end}: nobody else can use it meanwhile.",
} as const;

export const HANDLES = {
  of: "**The handle of {threads}**.",
  joined: "**The handle of {threads}**; {method} on {lines} waits for its end.",
  lost: "Nothing waits for the thread: dropping the handle lets it run on, and the end of `main` stops it.",
  all: "**Holds the handles of {threads}**.",
  allJoined: "**Holds the handles of {threads}**; {method} on {lines} waits for each.",
  allLost:
    "Nothing waits for the threads: dropping their handles lets them run on, and the end of `main` stops them.",
} as const;

export const REASONS = {
  given: "{trait} if {bounds}",
  bothGiven: "`Send` and `Sync` if {bounds}",
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
  atMostHere: "**At most {count}** here: {who}.",
  clonesField:
    "**Clones the handle, not the data**: {fields} of the new {what} leads to the same as before.",
  clonesFields:
    "**Clones the handles, not the data**: {fields} of the new {what} lead to the same as before.",
  noOwner:
    "**`None`** when the last owner is gone; otherwise the result is an owner as well and keeps the {what} alive.",
  nowOwners:
    "**`Some`** here: {who} still {own} the {what}. The result is a further owner while it lives.",
} as const;
