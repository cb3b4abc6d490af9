// Atomics and their orderings in words.

export const ORDERINGS = {
  relaxedLoad:
    "**Orders nothing else**: the value itself is atomic, but what other threads wrote before it may not be visible yet.",
  relaxedStore:
    "**Orders nothing else**: a thread that reads this value may still see old values of everything written before it.",
  relaxedRmw:
    "**Orders nothing else**: the change is one step and none is lost, but nothing before or after it becomes visible with it.",
  acquireLoad:
    "**Acquires**: what a thread wrote before the `Release` store that is read here is visible from here on.",
  releaseStore:
    "**Releases**: what this thread wrote before is visible to a thread that reads this value with `Acquire`.",
  acquireRmw:
    "**Acquires only**: sees what was released before the value it reads, but publishes nothing itself.",
  releaseRmw:
    "**Releases only**: publishes what this thread wrote before, but does not see what others released.",
  acqrelRmw:
    "**Acquires and releases**: sees what was released before the value it reads, and publishes what this thread wrote.",
  seqcstLoad:
    "**Acquires**, and all `SeqCst` operations happen in one order that every thread agrees on.",
  seqcstStore:
    "**Releases**, and all `SeqCst` operations happen in one order that every thread agrees on.",
  seqcstRmw:
    "**Acquires and releases**, and all `SeqCst` operations happen in one order that every thread agrees on.",
  fence:
    "**Orders what stands before and after it** without touching a value; it pairs with atomic operations, or a fence, in another thread.",
  none: "**Panics**: there is no such ordering for this operation.",
  failure: "For the case that the value is another one: the exchange is then only a load.",
} as const;

export const PAIRS = {
  /** A release here, the acquiring load there. */
  pairsLoad:
    "Pairs with the {order} {operation} of {atomic} on {lines}: what stands before this line is visible behind that one once it reads this value.",
  pairsStore:
    "Pairs with the {order} {operation} on {lines}: once its value is read here, what stands before that line is visible.",
  weakLoad:
    "The {operation} on {lines} is {order}: it takes nothing over. `Acquire` there would make what stands before this line visible.",
  weakStore:
    "The {operation} on {lines} is {order}: it publishes nothing. `Release` there would make what stands before it visible here.",
  staleStore:
    "**Orders nothing else**: a thread that reads this value may still read the old {data} ({dataLine}). `Release` here with `Acquire` on {reader} makes the write of {dataLine} visible.",
  staleLoad:
    "**Orders nothing else**: after it this thread may still read the old {data} ({dataLine}). `Acquire` here with `Release` on {writer} makes the write of {dataLine} visible.",
  counter: "That is enough for a count: no change is lost under any ordering.",
} as const;

export const ATOMICS = {
  uses: "**No lock needed**: each operation is one step. {accesses}.",
  loads: "read on {lines}",
  stores: "written on {lines}",
  rmws: "changed on {lines}",
  operations: { load: "load", store: "store", rmw: "change" },
} as const;
