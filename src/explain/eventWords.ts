// What the panel says about each kind of event: whole sentences in the present tense, ready for translation. What the names
// in braces stand for is with the sentences' functions in events/.

export const EVENT_WORDS = {
  line: "{thread} reaches {line}.",
  lineCode: "{thread} reaches {line}: {code}",

  spawn: "{thread} starts {child} ({line}).",
  spawnMoves: "{thread} starts {child} ({line}) and moves {names} into it.",
  ownersOne: "{object} has 1 owner.",
  ownersMany: "{object} has {count} owners.",
  spawnReady: "It is ready; it runs when the scheduler picks it.",
  start: "{thread} begins to run ({line}).",
  end: "{thread} **ends**.",
  endMain: "{thread} **ends**, and with it the process: threads that still run are stopped.",
  endPanicked: "{thread} **ends by its panic**; joining it gives `Err`.",
  endFrees: "{waiting} waited in `join` for it and can go on.",
  join: "{thread} joins {child} ({line}): it has ended, and all that it did happens before what follows here.",
  joinPanicked:
    "{thread} joins {child} ({line}): it panicked, so `join` gives `Err` with the panic's value.",
  yield: "{thread} offers its turn ({line}); it stays ready.",
  sleep: "{thread} **sleeps** for {time} ({line}).",
  sleepHolds: "It keeps {locks} locked meanwhile.",
  park: "{thread} parks ({line}) until another thread unparks it.",
  unpark: "{thread} unparks {target} ({line}).",
  unparkWaiting: "{target} was parked and can go on.",
  unparkStored: "{target} is not parked: the token is kept, and its next `park` returns at once.",
  unblocked: "{thread} can run again.",
  unblockedLock: "{thread} can run again: {object} is free.",
  unblockedRoom: "{thread} can run again: there is room in {object}.",
  unblockedScope: "{thread} can run again: every thread of its scope has ended.",
  unblockedMessage: "{thread} can run again: a message is in {object}.",
  unblockedDisconnected: "{thread} can run again: the other end of {object} is gone.",
  unblockedJoin: "{thread} can run again: the thread that it waits for has ended.",
  unblockedNotified:
    "{thread} can run again: {object} was notified. It must take its mutex again first.",
  unblockedBarrier: "{thread} can run again: all have arrived at {object}.",
  unblockedPark: "{thread} can run again: it was unparked.",
  unblockedSleep: "{thread} wakes: its time is over.",
  unblockedOnce: "{thread} can run again: {object} is initialised.",

  create: "{thread} creates {object}: {type} ({line}).",
  createPlain: "{thread} creates {object} ({line}).",
  destroy: "{thread} drops {object} ({line}): nothing refers to it any more.",

  acquire: "{thread} acquires {lock} ({line}).",
  acquireRead: "{thread} acquires {lock} for reading ({line}).",
  acquireWrite: "{thread} acquires {lock} for writing ({line}).",
  guardHeld: "{guard} guards it until it is dropped {place}.",
  guardHeldForever: "{guard} guards it and is not dropped in this run.",
  guardTemporary: "The guard is a temporary, dropped {place}.",
  guardTemporaryForever: "The guard is a temporary and is not dropped in this run.",
  acquirePoisoned:
    "The lock is **poisoned**: a thread panicked while holding it. `lock()` gives `Err`, with the guard inside.",
  acquireReaders: "{others} read it too; a writer has to wait for all of them.",
  release: "{thread} drops {guard} {place}: {lock} is free.",
  releaseTemporary: "{thread} drops a temporary guard {place}: {lock} is free.",
  releaseShared: "{thread} drops {guard} {place}: {others} still read {lock}.",
  releaseSharedTemporary: "{thread} drops a temporary guard {place}: {others} still read {lock}.",
  releaseOneWaits: "{waiting} waits for it and can take it now.",
  releaseManyWait: "{waiting} wait for it; any of them may get it.",
  releaseTwoWait: "{waiting} wait for it; either may get it.",
  tryFailed: "{thread} tries {object} ({line}) and does not get it: {why}.",
  tryFailedPlain: "{thread} tries {object} ({line}) and does not get it.",
  tryGoesOn: "It does not wait; it goes on without.",
  poison:
    "{thread} is panicking while it holds {lock}: dropping the guard **poisons** it ({line}). The next `lock()` gives `Err`.",
  clearPoison: "{thread} clears the poison of {lock} ({line}): `lock()` gives `Ok` again.",

  cloneOne:
    "{thread} clones {handle} ({line}): a new owner of the same value, not a copy of it. {name} now has 1 owner.",
  cloneMany:
    "{thread} clones {handle} ({line}): a new owner of the same value, not a copy of it. {name} now has {count} owners.",
  dropCountNone:
    "{thread} drops {handle} ({line}): that was the last owner, so the value of {object} is dropped.",
  dropCountOne: "{thread} drops {handle} ({line}): {object} has 1 owner left.",
  dropCountMany: "{thread} drops {handle} ({line}): {object} has {count} owners left.",
  dropWeak:
    "{thread} drops {handle}, a `Weak` of {object} ({line}): strong {strong}, weak {weak}. The value does not depend on it.",
  dropWeakPlain:
    "{thread} drops a `Weak` of {object} ({line}): strong {strong}, weak {weak}. The value does not depend on it.",
  downgrade:
    "{thread} makes a `Weak` of {object} ({line}): strong {strong}, weak {weak}. A `Weak` does not keep the value alive.",
  upgrade:
    "{thread} upgrades a `Weak` of {object} ({line}): it is an owner again, one of {strong}.",
  upgradeFailed:
    "{thread} upgrades a `Weak` of {object} ({line}) and gets `None`: the last owner is gone.",
  handle: "its handle",
  message: "a message",

  borrow:
    "{thread} borrows {object} ({line}); more shared borrows are allowed, a mutable one panics.",
  borrowMut:
    "{thread} borrows {object} mutably ({line}); until that ends, every other borrow panics.",
  borrowFailed:
    "{thread} borrows {object} ({line}), but it is mutably borrowed: **this fails** where a second `lock` would wait.",
  borrowMutFailed:
    "{thread} borrows {object} mutably ({line}), but it is already borrowed: **this fails** where a second `lock` would wait.",
  borrowSince: "{guard} has borrowed it since {line}.",
  borrowEnd: "{thread} ends a borrow of {object} ({line}).",
  borrowMutEnd: "{thread} ends the mutable borrow of {object} ({line}).",

  send: "{thread} sends {value} into {object} ({line}) and no longer owns it.",
  sendQueuedOne: "1 message waits there.",
  sendQueuedMany: "{count} messages wait there.",
  sendWakes: "{waiting} waits for it and can go on.",
  sendDisconnected:
    "{thread} sends into {object} ({line}), but the `Receiver` is gone: `send` gives the value back in `Err`.",
  sendFull:
    "{thread} tries to send into {object} ({line}), but it is full: the value comes back in `Err`.",
  recv: "{thread} receives {value} from {object} ({line}): the value now belongs to it.",
  recvFrom:
    "{thread} receives {value} from {object} ({line}): the value now belongs to it; {sender} can no longer use it.",
  recvEmpty: "{thread} looks into {object} ({line}): no message is there.",
  recvDisconnected:
    "{thread} finds {object} empty and without a `Sender` ({line}): `recv` gives `Err`, a loop over it ends.",
  recvTimeout: "{thread} receives nothing from {object} in time ({line}).",
  senderDropped: "{thread} drops a `Sender` of {object} ({line}); {count} left.",
  lastSenderDropped:
    "{thread} drops the last `Sender` of {object} ({line}): a loop over it ends once the queue is empty.",
  receiverDropped: "{thread} drops the `Receiver` of {object} ({line}): every later `send` fails.",

  wait: "{thread} waits on {object} ({line}): in one step it gives its mutex back and goes to sleep until it is notified.",
  notifyLost:
    "{thread} notifies {object} ({line}), but nobody waits there: the notification is **lost**.",
  notifyOne:
    "{thread} notifies {object} ({line}) and wakes 1 waiting thread, which must take the mutex again before it goes on.",
  notifyMany:
    "{thread} notifies all on {object} ({line}) and wakes {count} threads; one after the other takes the mutex again.",
  woken: "{thread} was notified on {object} and returns from its wait.",
  wokenSpurious:
    "{thread} wakes from its wait on {object} **without a notification**: a spurious wake-up.",
  wokenTimeout: "{thread} wakes from its wait on {object}: the time is over.",
  barrier: "{thread} arrives at {object} ({line}), {arrived} of {size}.",
  barrierLast: "{thread} arrives at {object} ({line}) as the last of {size}: all go on.",
  onceStart: "{thread} begins to initialise {object} ({line}); others that need it wait.",
  onceDone: "{thread} has initialised {object} ({line}); nobody will do it again.",
  oncePoisoned: "{thread} panicked while it initialised {object}: it is **poisoned**.",
  onceAlready: "{thread} finds {object} initialised ({line}).",

  load: "{thread} loads {object} = {after} ({place}).",
  loadStale:
    "{thread} loads {object} = {after} ({place}), an **older value**: a newer one is stored, but nothing orders that store before this load.",
  store: "{thread} stores {after} into {object} ({place}); before it was {before}.",
  rmw: "{thread} does {op} on {object} ({place}): {before} becomes {after}, in one indivisible step.",
  rmwFailed:
    "{thread} does {op} on {object} ({place}): it holds {before}, so nothing is exchanged.",
  plainLoad:
    "{thread} reads the {what} of {object}: {after} ({line}). Nothing keeps other threads away until it writes.",
  plainStore: "{thread} writes the {what} of {object} ({line}): {before} becomes {after}.",
  memoryLoad: "{thread} reads {object} through a pointer: {after} ({line}).",
  memoryStore: "{thread} writes {object} through a pointer ({line}): {before} becomes {after}.",
  lostUpdate: "It had read {read}; another thread has written since. That change is **lost**.",
  fence: "{thread} passes a fence ({line}).",
  write: "{thread} writes {target} ({line}): {before} becomes {after}.",
  writeNew: "{thread} writes {target} = {after} ({line}).",
  writeUnder: "No other thread can see it meanwhile: {guard} holds {lock}.",

  print: "{thread} prints {text} ({line}).",
  printBreak: "{thread} prints a line break ({line}).",
  printErr: "{thread} prints {text} to stderr ({line}).",
  panic: "{thread} **panics** ({line}): “{message}”.",
  panicHolding: "It holds {locks}: unwinding drops the guards and **poisons** what they lock.",
  catch: "{thread} catches the panic ({line}) and goes on.",
  exit: "{thread} ends the process with code {code} ({line}).",
} as const;

/** A thread that comes to a stop: what it does, and why it cannot go on. */
export const BLOCKED_WORDS = {
  lockHeld: "{thread} calls {call} ({line}) and **blocks**: {holder} holds {lock} since {since}.",
  lockHeldUntil:
    "{thread} calls {call} ({line}) and **blocks**: {holder} holds {lock} since {since} and gives it back when {guard} is dropped {place}.",
  lockSelf:
    "{thread} calls {call} ({line}) and **blocks on itself**: it holds {lock} since {since}. Nobody else can give it back.",
  lockBusy: "{thread} calls {call} ({line}) and **blocks**: {lock} is not free.",
  alsoOne: "{others} waits for it too; either may get it next.",
  alsoMany: "{others} wait for it too; any of them may get it next.",
  join: "{thread} waits in {call} for {target} to end ({line}).",
  joinEnded: "{thread} waits in {call} for another thread to end ({line}).",
  recv: "{thread} waits in {call} ({line}): no message is in {object}.",
  send: "{thread} waits in {call} ({line}): {object} is full.",
  condvar:
    "{thread} sleeps on {object} ({line}) until a notification. A wake-up that came earlier does not count.",
  barrier: "{thread} waits at {object} ({line}) until the others arrive.",
  once: "{thread} waits ({line}): {holder} is initialising {object}.",
  onceBusy: "{thread} waits ({line}): {object} is being initialised.",
  park: "{thread} is **parked** ({line}) until another thread unparks it.",
  scope:
    "{thread} waits at the end of the scope ({line}) until every thread of the scope has ended.",
  sleep: "{thread} sleeps ({line}).",
  stdout: "{thread} waits for standard output ({line}): {holder} is printing.",
  other: "{thread} waits ({line}).",
  callLock: "`lock()`",
  callRead: "`read()`",
  callWrite: "`write()`",
  callJoin: "`join`",
  callRecv: "`recv`",
  callSend: "`send`",
  callOther: "it",
} as const;

/** Short forms, for tooltips and the reason why a thread cannot be picked. */
export const REASON_WORDS = {
  mutex: "waits for {object}, which {holder} holds",
  mutexFree: "waits for {object}",
  rwlockRead: "waits to read {object}, which {holder} is writing",
  rwlockReadFree: "waits to read {object}",
  rwlockWrite: "waits to write {object}, which {holder} holds",
  rwlockWriteFree: "waits to write {object}",
  self: "waits for {object}, which it holds itself",
  join: "waits for {holder} to end",
  joinAny: "waits for a thread to end",
  recv: "waits for a message in {object}",
  send: "waits for room in {object}",
  condvar: "waits to be notified on {object}",
  barrier: "waits at {object} for the others",
  once: "waits until {object} is initialised",
  park: "is parked until another thread unparks it",
  scope: "waits for the threads of its scope",
  sleep: "sleeps",
  stdout: "waits while {holder} prints",
  stdoutFree: "waits for standard output",
  other: "waits",
  ended: "has ended",
  panicked: "has panicked",
  unborn: "has not been started yet",
  running: "is running",
  ready: "is ready to run",
  stands: "{thread} {reason}.",
} as const;
