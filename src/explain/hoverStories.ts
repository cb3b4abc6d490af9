// Errors as stories: what happened to the value, on which lines, and what would help.

export const STORY = {
  headline: "**{message}** ({code}){line}.",
  headlineBare: "**{message}**{line}.",
  onLine: ", line {line}",
  place: "{Lines}: {message}.",
} as const;

/** E0382: the value is gone. */
export const MOVED = {
  closureLoop:
    "**{name} is gone after the first turn** (E0382): the closure on line {moved} takes it, so from the second turn on it was moved in the previous iteration of the loop.",
  loop: "**{name} is gone after the first turn** (E0382): line {moved} moves it, so from the second turn on it was moved in the previous iteration of the loop.",
  closure: "**{name} has moved away** (E0382): the closure on line {moved} took it.",
  plain: "**{name} has moved away** (E0382): line {moved} gave it away.",
  usedAgain: "Line {line} uses it again.",
  why: "Its type {ty} is not `Copy`: a move leaves nothing behind.",
} as const;

export const REPAIRS = {
  cloneHandle: "Repair: clone it {where}, so that each thread gets an owner of its own.",
  cloneHandleElse:
    "Repair: clone it before it moves; the clone is another owner of the same value.",
  inLoop: "inside the loop, in front of the closure",
  before: "in front of the closure",
  cloneSender: "Repair: clone the sender {where}, so that each thread gets one of its own.",
  shareObject:
    "Repair: put it into an `Arc` and clone that {where}; or start the threads in `thread::scope`, where they may borrow it.",
  cloneOrScope:
    "Repair: clone it in front of the closure, or start the thread in `thread::scope`, where it may borrow.",
  cloneOrBorrow: "Repair: pass a reference, or a clone where the value is needed twice.",
  sharedAccess:
    "An {pointer} gives shared access only, because others may read at the same time. Repair: put a `Mutex` or an atomic inside.",
} as const;

/** What helps, by rustc's code, where it does not depend on the types. */
export const REPAIR_BY_CODE: Readonly<Record<string, string>> = {
  E0373:
    "Repair: `move` in front of the closure gives it the values; to keep using them here, give it clones, or use `thread::scope`.",
  E0381: "Repair: give it a value on every way that leads here.",
  E0384: "Repair: declare it `mut`, or shadow it with a new `let`.",
  E0499:
    "Repair: let the first borrow end before the second begins; a guard or reference ends where it is last used or dropped.",
  E0502:
    "Repair: let the first borrow end before; a guard or reference ends where it is last used or dropped.",
  E0503: "Repair: use the value before it is borrowed, or after the borrow has ended.",
  E0505: "Repair: let the borrow end before the value moves, or move a clone.",
  E0506: "Repair: let the borrow end before the assignment.",
  E0507:
    "Repair: clone it, borrow it, or take it out and leave something in its place (`mem::take`, `Option::take`).",
  E0521:
    "Repair: share it in an `Arc`, or start the thread in `thread::scope`, where it may borrow.",
  E0594: "Repair: declare it `mut`, or take it by `&mut`.",
  E0596: "Repair: declare it `mut`, or take it by `&mut`.",
  E0597:
    "Repair: declare it further out, so that it lives long enough, or move it to where it is needed.",
  E0716: "Repair: bind the temporary with `let` first; it then lives to the end of the block.",
  let_underscore_lock:
    "Repair: `let _guard = …` holds the lock to the end of the block; `drop(…)` says that it is meant to be released at once.",
};
