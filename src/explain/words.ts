// Words that many sentences share. Tables only, ready for translation.

import type { ObjectKind } from "../trace/trace.ts";

export const WORDS = {
  and: "and",
  or: "or",
  line: "line",
  why: "Why?",
  theObject: "the {kind} {name}",
  unnamedObject: "it",
  temporaryGuard: "its guard, a temporary,",
} as const;

export const KIND_WORDS: Readonly<Record<ObjectKind, string>> = {
  mutex: "mutex",
  rwlock: "RwLock",
  condvar: "condition variable",
  barrier: "barrier",
  once: "once-cell",
  channel: "channel",
  atomic: "atomic",
  arc: "Arc",
  rc: "Rc",
  refcell: "RefCell",
  cell: "Cell",
  stdout: "standard output",
  park: "park token",
  memory: "memory",
};

/** Questions that a sentence may raise, with the declaration of std whose card answers them. */
export const QUESTIONS = {
  poison: { text: "What is poisoning?", path: "std::sync::Mutex" },
  order: { text: "What would order them?", path: "std::sync::atomic::Ordering" },
  wait: { text: "Why does a wait belong in a loop?", path: "std::sync::Condvar" },
  borrow: { text: "Why does it not wait?", path: "std::cell::RefCell" },
} as const;

/** By DropReason; `drop` is an explicit call, `wait` a condition variable's, `other` whatever the recorder leaves open. */
export const DROP_WORDS: Readonly<Record<string, string>> = {
  scopeEnd: "at the end of its block ({line})",
  statementEnd: "at the end of the statement ({line})",
  assigned: "when a new value takes its place ({line})",
  unwind: "while the panic unwinds ({line})",
  return: "on return ({line})",
  break: "when the loop is left ({line})",
  temporaryTail: "at the end of the block whose last expression made it ({line})",
  drop: "by `drop` ({line})",
  wait: "by the wait ({line})",
  other: "on {line}",
};
