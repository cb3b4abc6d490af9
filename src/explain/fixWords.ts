// Titles of the quick fixes: what will be so afterwards, in the imperative.

export const FIXES = {
  addMove: "Move what the closure uses into it",
  addMut: (name: string) => `Declare \`${name}\` as \`mut\``,
  cloneBefore: (name: string) => `Clone \`${name}\` before the closure takes it`,
  copyBefore: (name: string) => `Give the closure a copy of \`${name}\``,
  addSend: (trait: string) => `Ask every \`dyn ${trait}\` to be \`Send\``,
  shareInArc: (name: string, pointer: string) =>
    `Share \`${name}\` in an \`${pointer}\`, and clone that for the closure`,
  cloneValue: (name: string) => `Move a clone of \`${name}\``,
  lend: (name: string) => `Go over \`&${name}\``,
  rename: (name: string) => `Change to \`${name}\``,
  importName: (path: string) => `Import \`${path}\``,
  threaded: (pairs: readonly (readonly [string, string])[]) =>
    `Replace ${pairs.map(([from, to]) => `\`${from}\` by \`${to}\``).join(" and ")}`,
  dropGuard: (name: string) => `Drop \`${name}\` after its last use`,
  bindFirst: "Bind the value first, so that the guard goes before the body",
  waitInLoop: "Look at the condition again after each wake",
  dropSender: (name: string) => `Drop \`${name}\` before the loop`,
  oneStep: (method: string) => `Do it in one step with \`${method}\``,
  releaseAcquire: "Release with the store, acquire with the load",
  swapLocks: (line: number) => `Take the locks of line ${line} in the other order`,
} as const;
