// Guards in words: what taking one does, what others do meanwhile, and why it goes where it goes.

export interface GuardWord {
  /** “Acquires”, in front of the lock's name. */
  readonly acquires: string;
  /** What happens to others while it lives. */
  readonly meanwhile: string;
}

/** By the value of `#[lockstep::guard]` on the guard's declaration. */
const GUARDS: Readonly<Record<string, GuardWord>> = {
  mutex: {
    acquires: "Acquires",
    meanwhile: "Other threads that call `lock` meanwhile block; this thread would wait for itself.",
  },
  rwlock_read: {
    acquires: "Acquires for reading",
    meanwhile: "Other readers may come in; a writer waits until every reader is gone.",
  },
  rwlock_write: {
    acquires: "Acquires for writing",
    meanwhile: "Readers and writers of other threads block meanwhile.",
  },
  refcell_shared: {
    acquires: "Borrows",
    meanwhile: "A `borrow_mut` meanwhile panics; further `borrow`s are fine.",
  },
  refcell_mut: {
    acquires: "Borrows mutably",
    meanwhile: "Any other `borrow` or `borrow_mut` meanwhile panics: a `RefCell` never waits.",
  },
};

const OTHER: GuardWord = { acquires: "Acquires", meanwhile: "Others wait until the guard is gone." };

export function guardWord(kind: string): GuardWord {
  return GUARDS[kind] ?? OTHER;
}

/** Why a value is dropped where it is dropped; MIR's DropReason, or `moved` and `drop` for a call that takes it. */
const RELEASES: Readonly<Record<string, string>> = {
  scopeEnd: "is dropped at the end of its block,",
  statementEnd: "is dropped at the end of the statement,",
  assigned: "is dropped because a new value is assigned",
  return: "is dropped when the function returns",
  break: "is dropped when the loop is left",
  temporaryTail: "is dropped at the end of the block whose value needed it,",
  unwind: "is dropped while a panic unwinds",
  moved: "is moved away",
  drop: "is dropped by an explicit call",
};

export function releaseWords(reason: string): string {
  return RELEASES[reason] ?? "is dropped";
}
