// Words that many sentences share. Tables only, ready for translation.

import type { ObjectKind } from "../trace/trace.ts";

export const WORDS = {
  and: "and",
  or: "or",
  line: "line",
  oneLine: "line {line}",
  lineRange: "lines {first}–{last}",
  eachLine: "lines {lines}",
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
  scope: "scope",
};

/** Links below hovers. */
export const ACTION_WORDS = {
  visualize: "Visualize concurrency",
  explore: "Show every schedule",
  whatIf: "See what would go wrong",
  why: "Why?",
};

/** Questions that a sentence may raise. */
export const QUESTION_WORDS = {
  poison: "What is poisoning?",
  order: "What would order them?",
  wait: "Why does a wait belong in a loop?",
  borrow: "Why does it not wait?",
};

/** The declaration of std whose card answers each. */
export const QUESTION_CARDS: Readonly<Record<keyof typeof QUESTION_WORDS, string>> = {
  poison: "std::sync::Mutex",
  order: "std::sync::atomic::Ordering",
  wait: "std::sync::Condvar",
  borrow: "std::cell::RefCell",
};

/** By DropReason; `drop` is an explicit call, `wait` a condition variable's, `other` whatever the recorder leaves open. */
export const DROP_WORDS: Readonly<Record<string, string>> = {
  scopeEnd: "at the end of its block ({line})",
  statementEnd: "at the end of the statement ({line})",
  assigned: "when a new value takes its place ({line})",
  unwind: "while the panic unwinds ({line})",
  return: "on return ({line})",
  break: "when the loop is left ({line})",
  temporaryTail: "at the end of the block whose last expression made it ({line})",
  drop: "with `drop` ({line})",
  wait: "by the wait ({line})",
  other: "on {line}",
};
