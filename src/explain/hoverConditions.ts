// Condition variables in words: who waits, who wakes.

export const CONDITIONS = {
  wakesOne:
    "**Wakes one thread** that waits on {lines}, any of them. If none waits yet, nothing happens: a later wait does not see it.",
  wakesAll:
    "**Wakes every thread** that waits on {lines} now. Each takes the mutex again, one after the other; a later wait does not see it.",
  waits: "**Waits** {until}.",
  waitsFor: "**Waits** {until} ({lines}).",
  waitsWhile: "**Waits** {until}; notified on {lines}.",
  again: "It can also wake without a notify; the loop of line {line} tests the condition again.",
  once: "It can also wake without a notify, and nothing tests the condition again.",
} as const;
