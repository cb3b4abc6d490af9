// Titles of the quick fixes: what will be so afterwards, in the imperative.

import { quoted, say, sayAll } from "./hoverText.ts";

export const FIX_WORDS = {
  addMove: "Move what the closure uses into it",
  addMut: "Declare {name} as `mut`",
  cloneBefore: "Clone {name} before the closure takes it",
  copyBefore: "Give the closure a copy of {name}",
  addSend: "Ask every {bound} to be `Send`",
  shareInArc: "Share {name} in an {pointer}, and clone that for the closure",
  lockInside: "Put a {lock} into the {pointer}, and lock it for each use",
  bindGuard: "Hold the lock to the end of the block, by `_guard`",
  cloneValue: "Move a clone of {name}",
  lend: "Go over {name}",
  rename: "Change to {name}",
  importName: "Import {path}",
  threaded: "Replace {pairs}",
  pair: "{from} by {to}",
  dropGuard: "Drop {name} after its last use",
  bindFirst: "Bind the value first, so that the guard goes before the body",
  waitInLoop: "Look at the condition again after each wake",
  dropSender: "Drop {name} before the loop",
  oneStep: "Do it in one step with {method}",
  releaseAcquire: "Release with the store, acquire with the load",
  swapLocks: "Take the locks of line {line} in the other order",
};

const W = FIX_WORDS;

export const FIXES = {
  addMut: (name: string) => say(W.addMut, { name: quoted(name) }),
  cloneBefore: (name: string) => say(W.cloneBefore, { name: quoted(name) }),
  copyBefore: (name: string) => say(W.copyBefore, { name: quoted(name) }),
  addSend: (trait: string) => say(W.addSend, { bound: quoted(`dyn ${trait}`) }),
  shareInArc: (name: string, pointer: string) =>
    say(W.shareInArc, { name: quoted(name), pointer: quoted(pointer) }),
  lockInside: (lock: string, pointer: string) =>
    say(W.lockInside, { lock: quoted(lock), pointer: quoted(pointer) }),
  cloneValue: (name: string) => say(W.cloneValue, { name: quoted(name) }),
  lend: (name: string) => say(W.lend, { name: quoted(`&${name}`) }),
  rename: (name: string) => say(W.rename, { name: quoted(name) }),
  importName: (path: string) => say(W.importName, { path: quoted(path) }),
  threaded: (pairs: readonly (readonly [string, string])[]) =>
    say(W.threaded, {
      pairs: sayAll(pairs.map(([from, to]) => say(W.pair, { from: quoted(from), to: quoted(to) }))),
    }),
  dropGuard: (name: string) => say(W.dropGuard, { name: quoted(name) }),
  dropSender: (name: string) => say(W.dropSender, { name: quoted(name) }),
  oneStep: (method: string) => say(W.oneStep, { method: quoted(method) }),
  swapLocks: (line: number) => say(W.swapLocks, { line }),
} as const;
