// Guards in words: what taking one does, what others do meanwhile, and why it goes where it goes.

export type GuardWord = {
  /** “Acquires”, in front of the lock's name. */
  readonly acquires: string;
  /** What happens to others while it lives. */
  readonly meanwhile: string;
  /** “held” for a lock, “lasts” for a borrow. */
  readonly lasts: string;
  readonly ends: string;
};

/** By the value of `#[lockstep::guard]` on the guard's declaration. */
export const GUARDS: Readonly<Record<string, GuardWord>> = {
  mutex: {
    acquires: "Acquires",
    meanwhile: "Other threads that lock it meanwhile block; this thread would wait for itself.",
    lasts: "held",
    ends: "gives it back",
  },
  rwlockRead: {
    acquires: "Acquires for reading",
    meanwhile: "Other readers may come in; a writer blocks until every reader is gone.",
    lasts: "held",
    ends: "gives it back",
  },
  rwlockWrite: {
    acquires: "Acquires for writing",
    meanwhile:
      "Readers and writers in other threads block meanwhile; this thread would wait for itself.",
    lasts: "held",
    ends: "gives it back",
  },
  refcell_shared: {
    acquires: "Borrows",
    meanwhile: "A `borrow_mut` meanwhile panics; further `borrow`s are fine.",
    lasts: "borrowed",
    ends: "ends the borrow",
  },
  refcell_mut: {
    acquires: "Borrows mutably",
    meanwhile: "Any other `borrow` or `borrow_mut` meanwhile panics: a `RefCell` never waits.",
    lasts: "borrowed",
    ends: "ends the borrow",
  },
  stdout: {
    acquires: "Acquires",
    meanwhile: "Other threads that print meanwhile block; this thread may print.",
    lasts: "held",
    ends: "gives it back",
  },
  other: {
    acquires: "Acquires",
    meanwhile: "Others wait until the guard is gone.",
    lasts: "held",
    ends: "gives it back",
  },
};

export function guardWord(kind: string): GuardWord {
  return GUARDS[kind] ?? (GUARDS["other"] as GuardWord);
}

/** `held`: “held” or “borrowed”; `lock`: what is locked; `where`: lines. */
export const HELD = {
  theGuard: "the guard",
  ifFree: " if it is free",
  named: "**{acquires}{lock}**, {held} to {end}.",
  passedIn: "**{Held} already when this begins**, to {end}.",
  statement:
    "**{acquires}{lock} for this statement only** ({where}): the guard is a temporary and is dropped when the statement ends.",
  passedOn:
    "**{acquires}{lock} within this statement** ({where}): the guard is handed on, and gone when the statement ends.",
  notDropped: "**{acquires}{lock}** on {where}; the guard is not dropped here.",
  atOnce:
    "**Released at once**: `_` binds nothing, so the guard is dropped before the next statement. `let _guard = …` would keep it.",
  match:
    "**{Held} through the whole `match`** ({where}): the guard is a temporary of the scrutinee and lives until the statement ends.",
  forLoop:
    "**{Held} through the whole `for` loop** ({where}): the guard is a temporary of the loop's head and lives until the loop ends.",
  whileLet:
    "**{Held} through each turn of the loop** ({where}): the guard is a temporary of the scrutinee of `while let`.",
  ifLet:
    "**{Held} through the whole `if let`** ({where}): the guard is a temporary of the scrutinee.",
  ifLetElse2021:
    "**{Held} through the `if let` and its `else`** ({where}): up to edition 2021 a temporary of the scrutinee lives until the whole statement ends; edition 2024 drops it before the `else`.",
  ifLetElse2024:
    "**{Held} through the block of the `if let`** ({where}): the guard is a temporary of the scrutinee, which edition 2024 drops before the `else` (2021 after it).",
  condition:
    "**{acquires}{lock} for the condition only** ({where}): the guard is a temporary and is dropped before anything else runs.",
  tail2021:
    "**{acquires}{lock} to the end of the block** ({where}): the guard is a temporary of its last expression, which up to edition 2021 goes after the block's variables.",
  tail2024:
    "**{acquires}{lock} for the last expression** ({where}): the guard is a temporary, which edition 2024 drops before the block's variables.",
} as const;

/** Where a life ends. */
export const ENDS = {
  scopeEnd: "the end of line {line}, where {name} goes out of scope",
  return: "line {line}, where {name} is dropped on return",
  break: "line {line}, where the loop is left",
  assigned: "line {line}, where a new value takes the place of {name}",
  statementEnd: "the end of line {line}",
  temporaryTail: "the end of line {line}",
  unwind: "line {line}",
  drop: "line {line}, where `drop` {ends}",
  moved: "line {line}, where {name} moves into {call}",
  movedAway: "line {line}, where {name} is moved away",
  returned: "the end of the function, which gives the guard to its caller",
  several: "{ends}",
} as const;

export const DURING = {
  runs: "While this is {held}, {call} on line {line} runs.",
  waits: "While this is {held}, {call} on line {line} waits {what}.",
  untilThread: "until {thread} has ended",
  untilHandle: "until the thread of this handle has ended, {thread}",
  waitsHere: "**Waits** {what}.",
  givenBack:
    "{call} on line {line} gives it back while it waits, and takes it again before it returns.",
  givesBack: "It gives {guard} back while it waits, and takes it again before it returns.",
} as const;

export const REACHES = {
  write: "**Changes what the lock protects**: the {what} is reached through {name} by `{trait}`.",
  read: "**Reads what the lock protects**: the {what} is reached through {name} by `{trait}`.",
  writeBorrow:
    "**Changes the value in the cell**: the {what} is reached through {name} by `{trait}`.",
  readBorrow: "**Reads the value in the cell**: the {what} is reached through {name} by `{trait}`.",
  shared: "**The shared {what}**, reached through {name} by `{trait}`.",
} as const;

export const ERR = {
  means: "**`Err` here**: {meaning}",
  panics: "**{call} panics on `Err`**: {meaning}",
  propagates: "`?` returns it to the caller then.",
} as const;
