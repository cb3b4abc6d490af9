// What Rust users call of std's concurrency, a row for each API, with the programs of test/programs that show it: in normal use,
// at its edge, and misused. `names` must occur in each of them.

export interface ApiRow {
  readonly api: string;
  readonly names: RegExp;
  readonly normal: readonly string[];
  readonly edge: readonly string[];
  readonly misuse: readonly string[];
}

function row(api: string, names: RegExp, normal: string, edge: string, misuse: string): ApiRow {
  const [first, second, third] = [normal, edge, misuse].map((list) => list.split(" "));
  return { api, names, normal: first ?? [], edge: second ?? [], misuse: third ?? [] };
}

export const API_ROWS: readonly ApiRow[] = [
  row(
    "Arc: new, clone, Deref",
    /Arc/,
    "arc/sharedChain pass/tenTurnstiles",
    "arc/lastOwnerDrops arc/countsRace",
    "compile_fail/arcLendsNoMutable",
  ),
  row(
    "bounds Send, Sync, 'static",
    /Send|Sync|'static|thread::spawn/,
    "pass/boxedJobsTravel",
    "pass/sharedIsSyncNotMoved unsafe/sentByPointer",
    "compile_fail/boundNeedsSend compile_fail/rcAcrossThreads compile_fail/borrowOutlivesItsOwner",
  ),
  row(
    "Mutex: new, lock, guard",
    /Mutex/,
    "mutex/staticCounter pass/tenTurnstiles",
    "mutex/unlockedBetween mutex/poisonIsSeenOrNot mutex/arrayOfConstants",
    "mutex/lockedTwice deadlock/oppositeOrder",
  ),
  row(
    "thread::sleep, Duration, Instant",
    /sleep|Duration|Instant/,
    "time/clockMovesWhileSleeping",
    "time/durations",
    "time/sleepIsNoOrder",
  ),
  row(
    "thread::spawn, move closures",
    /spawn/,
    "thread/valuesComeBack thread/parentOfAParent",
    "thread/panicIsCaught panic/inAChildOfAChild",
    "compile_fail/borrowOutlivesItsOwner compile_fail/movedInPreviousTurn",
  ),
  row(
    "JoinHandle::join, handles in a loop",
    /join\(\)|spawn/,
    "thread/valuesComeBack",
    "thread/panicIsCaught",
    "thread/unwrapsAPanic thread/mainDoesNotWait",
  ),
  row(
    "orderings, and their invalid pairs",
    /Relaxed|Acquire|Release|SeqCst|Ordering/,
    "atomic/messagePassing",
    "atomic/storeBuffering atomic/mutexOrdersRelaxed",
    "atomic/orderChosenAtRunTime compile_fail/lintsDenied",
  ),
  row(
    "atomics: load, store",
    /load\(|store\(/,
    "atomic/messagePassing",
    "atomic/storeBuffering",
    "atomic/lostUpdate",
  ),
  row(
    "AtomicBool to AtomicPtr: every width",
    /Atomic\w+/,
    "atomic/everyOperation",
    "atomic/smallWidths atomic/wrapsAround",
    "compile_fail/atomicIsNoNumber",
  ),
  row(
    "mpsc::channel: send, recv, clone",
    /mpsc/,
    "channel/lastSenderEndsIt pass/twoProducers channel/ownersMoveAlong",
    "channel/receiverGone channel/errorsInWords",
    "channel/forgottenSender compile_fail/receiverIsNotShared",
  ),
  row(
    "Rc, RefCell, Cell",
    /Rc|RefCell|Cell/,
    "pass/rcWeak std/cells",
    "std/counted pass/twoHandles",
    "panic/secondBorrow compile_fail/rcAcrossThreads",
  ),
  row(
    "RwLock: read, write, try_*, downgrade",
    /RwLock/,
    "rwlock/readersShare rwlock/downgraded",
    "rwlock/triesDoNotWait rwlock/writerPoisonsReaderDoesNot rwlock/readerPanicIsNoPoison",
    "rwlock/upgradeInPlace rwlock/writerBetweenTwoReads",
  ),
  row(
    "fetch_add, fetch_sub, swap",
    /fetch_add|fetch_sub|swap|store/,
    "atomic/ticketsAreUnique atomic/relaxedCounter",
    "atomic/wrapsAround atomic/everyOperation",
    "atomic/lostUpdate",
  ),
  row(
    "compare_exchange, _weak, fetch_update",
    /compare_exchange|fetch_update/,
    "atomic/exchangeUntilItFits",
    "atomic/weakMayFail atomic/everyOperation",
    "atomic/exchangeIgnored compile_fail/lintsDenied",
  ),
  row(
    "receiver iteration, try_recv, recv_timeout, try_iter",
    /try_recv|recv_timeout|try_iter|in &?rx|iter\(\)/,
    "channel/takesWhatIsThere channel/timeoutOrMessage",
    "channel/pollsOrWaits channel/timesOut",
    "channel/forgottenSender",
  ),
  row(
    "OnceLock, LazyLock, OnceCell, LazyCell",
    /OnceLock|LazyLock|OnceCell|LazyCell/,
    "once/lockSetOnce once/lazyMadeAtFirstUse",
    "once/cellsOfOneThread once/debugOfCells",
    "once/asksForItself once/poisonedLazy",
  ),
  row(
    "thread::scope: borrows, joins, panics",
    /scope\(/,
    "thread/scopeLendsAndTakesBack scope/borrowsLocals",
    "scope/joinedPanicIsHandled",
    "scope/panicsForChildren scope/childPanics",
  ),
  row(
    "guards: named, dropped, temporary",
    /guard|held|lock\(\)/,
    "mutex/guardLetGoEarly",
    "mutex/guardOfATemporary",
    "mutex/guardKeptByItsMatch compile_fail/guardStaysInItsThread",
  ),
  row(
    "thread::Builder: name, stack_size, spawn_scoped",
    /Builder/,
    "thread/nameOfABuilder thread/namesAndIds",
    "thread/builderInAScope",
    "thread/nameWithNul",
  ),
  row(
    "Weak: upgrade, downgrade, counts, ptr_eq",
    /Weak|downgrade|RefCell/,
    "pass/rcWeak arc/samePlaceOrEqual",
    "arc/weakOutlives arc/upgradedTooLate",
    "pass/rcCycle",
  ),
  row(
    "UnsafeCell, unsafe impl, static mut, raw pointers",
    /UnsafeCell|unsafe|static mut/,
    "unsafe/ownLock unsafe/staticMutJoined unsafe/stackOfNodes",
    "unsafe/sentByPointer unsafe/flagWithOrder",
    "unsafe/staticMutRace unsafe/ownLockRelaxed unsafe/flagWithoutOrder",
  ),
  row(
    "thread::current, ThreadId",
    /current\(\)/,
    "thread/namesAndIds",
    "thread/idsTellApart",
    "thread/noNameToUnwrap",
  ),
  row(
    "thread_local!",
    /thread_local!/,
    "threadLocal/eachHasItsOwn",
    "threadLocal/destructors threadLocal/diesWithItsThread",
    "threadLocal/deadAlready",
  ),
  row(
    "sync_channel, try_send",
    /sync_channel/,
    "channel/boundedWaits",
    "channel/rendezvousMeets channel/rendezvousTrySend",
    "channel/fillsUpAlone",
  ),
  row(
    "yield_now, spin_loop",
    /yield_now|spin_loop|while !/,
    "atomic/spinsUntilSet",
    "thread/yieldPromisesNothing",
    "atomic/spinsForEver",
  ),
  row(
    "Condvar: wait, notify, timeouts, wait_while",
    /Condvar/,
    "condvar/flagUnderLock condvar/notifyOneWakesAny",
    "condvar/timedWaits condvar/timeoutOrNotify condvar/timesOutAlone",
    "condvar/waitWithoutLoop",
  ),
  row(
    "catch_unwind, panicking, poison and its ways out",
    /catch_unwind|panicking|oison|Drop/,
    "pass/poisonRecovered panic/panickingIsKnown",
    "panic/dropsRunWhileUnwinding panic/payloads rwlock/writerPoisonsReaderDoesNot",
    "panic/twiceAborts",
  ),
  row(
    "try_lock",
    /try_lock/,
    "mutex/tryLockSeesHolder",
    "mutex/tryLockSaysWhy mutex/debugOfPoisoned",
    "mutex/tryLockUnwrapped",
  ),
  row(
    "Once and Barrier",
    /Once|Barrier/,
    "once/onlyOneRuns barrier/oneLeaderEachRound barrier/phases",
    "once/poisonedByPanic barrier/anyoneLeads",
    "barrier/oneMissing",
  ),
  row(
    "park, unpark, park_timeout",
    /park/,
    "park/tokenIsKept",
    "park/timeoutAlone park/oneTokenNotTwo",
    "park/oneTokenForTwoParks",
  ),
  row(
    "fence, compiler_fence",
    /fence\(/,
    "atomic/fencePair",
    "atomic/fencesOrder",
    "atomic/fenceOnOneSide compile_fail/lintsDenied",
  ),
  row(
    "Arc: make_mut, try_unwrap, get_mut, into_inner, from_raw",
    /make_mut|try_unwrap|get_mut|into_inner|from_raw/,
    "arc/copyOnWrite",
    "arc/intoInnerNeverLost arc/rawAndUnsized",
    "arc/tryUnwrapByBoth compile_fail/getMutNeedsASoleOwner",
  ),
  row(
    "is_finished, available_parallelism",
    /is_finished|available_parallelism/,
    "thread/coresAreCounted",
    "thread/finishedOrNot",
    "thread/finishedIsNoSuccess",
  ),
  row(
    "print from threads",
    /print|write/,
    "stdout/lockedTogether stdout/linesInAnyOrder",
    "stdout/formattingLocks",
    "stdout/abortLosesTheLine",
  ),
  row(
    "get_mut, into_inner, as_ptr and the rarer operations of atomics",
    /get_mut|into_inner|as_ptr|fetch_max|fetch_min|fetch_nand/,
    "mutex/soleOwnerNeedsNoLock",
    "atomic/everyOperation atomic/wrapsAround",
    "compile_fail/getMutNeedsASoleOwner",
  ),
];
