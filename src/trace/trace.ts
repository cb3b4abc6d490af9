// A recorded run as plain data. It is derived: replaying the schedule on the same text gives the same trace, byte for byte.
//
// Events are rows of typed columns with a string table, so that a million of them can be kept, sent and searched.
// `eventAt` gives a row as a readable record. The panel plays a trace and computes no meaning.

export const TRACE_VERSION = 1;

/** Index into `Trace.threads`. 0 is main. */
export type ThreadIndex = number;
/** Index into `Trace.objects`. */
export type ObjectIndex = number;

export interface Trace {
  readonly version: typeof TRACE_VERSION;
  readonly file: string;
  /** `main`, a test's or function's name. */
  readonly entry: string;
  readonly edition: number;
  /** First and last line of the entry, 1-based. */
  readonly lines: readonly [number, number];
  readonly threads: readonly TraceThread[];
  readonly objects: readonly TraceObject[];
  readonly events: EventTable;
  readonly ending: Ending;
  /** Replays this run. */
  readonly schedule: string;
}

export interface TraceThread {
  readonly index: ThreadIndex;
  /** `main`, the name given by Builder, else `thread 1` … in order of spawning. */
  readonly name: string;
  readonly parent: ThreadIndex | undefined;
  /** Event rows of its birth and end. */
  readonly start: number;
  readonly end: number | undefined;
}

export interface TraceObject {
  readonly index: ObjectIndex;
  readonly kind: ObjectKind;
  /** Name in the source that owns it first (`counter`), or `Mutex of line 7`. */
  readonly name: string;
  /** The type as rustc writes it. */
  readonly type: string;
  /** Line of creation, 1-based. */
  readonly line: number;
}

/** As declared in std by `#[lockstep::object = "…"]`. */
export type ObjectKind =
  | "mutex"
  | "rwlock"
  | "condvar"
  | "barrier"
  | "once"
  | "channel"
  | "atomic"
  | "arc"
  | "rc"
  | "refcell"
  | "cell"
  | "stdout"
  | "park"
  | "scope"
  | "memory";

export interface Ending {
  readonly status: "ok" | "panic" | "exit" | "deadlock" | "error" | "unsupported" | "limit";
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly findings: readonly TraceFinding[];
  /** For `unsupported` and `limit`: what was reached, and where. */
  readonly reason?: string;
  readonly line?: number;
  /** For `limit`: what ran out, and how much of it there was. */
  readonly limit?: { readonly what: string; readonly limit: number };
}

export interface TraceFinding {
  readonly kind: string;
  readonly message: string;
  readonly line: number;
  readonly related: readonly { readonly line: number; readonly message: string }[];
  /** For a deadlock: the cycle, each thread with what it holds and wants. */
  readonly cycle?: readonly CycleLink[];
}

export interface CycleLink {
  readonly thread: ThreadIndex;
  readonly holds: ObjectIndex | undefined;
  readonly holdsSince: number;
  readonly wants: ObjectIndex | ThreadIndex;
  readonly wantsKind: "object" | "thread";
  readonly wantsAt: number;
}

export const EVENT_KINDS = [
  "line",
  "spawn",
  "start",
  "end",
  "blocked",
  "unblocked",
  "join",
  "create",
  "destroy",
  "acquire",
  "release",
  "tryFailed",
  "poison",
  "clearPoison",
  "clone",
  "dropCount",
  "downgrade",
  "upgrade",
  "borrow",
  "borrowEnd",
  "send",
  "recv",
  "endDropped",
  "wait",
  "notify",
  "woken",
  "barrier",
  "once",
  "park",
  "unpark",
  "sleep",
  "yield",
  "load",
  "store",
  "rmw",
  "fence",
  "write",
  "print",
  "panic",
  "catch",
  "exit",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Columns. What `a`, `b` and `text` mean depends on the kind:
 *
 * | kind | object | a | b | text |
 * |---|---|---|---|---|
 * | spawn | | child thread | | names of what moves in, comma-separated |
 * | end | | 1: panicked | | |
 * | blocked | what it waits for, or -1 | holder thread or -1 | line where the holder got it or 0 | kind of wait: `mutex`, `rwlockRead`, `rwlockWrite`, `join`, `recv`, `send`, `condvar`, `barrier`, `once`, `park`, `scope`, `sleep`, `stdout` |
 * | join | | joined thread | 1: it panicked | |
 * | acquire, release | lock | 0 lock, 1 read, 2 write | acquire: 1 poisoned; release: row of the acquire | name of the guard or "" (a temporary); release: `name\nreason` with reason a DropReason |
 * | tryFailed | object | | | why |
 * | clone, dropCount, downgrade, upgrade | counted box | strong | weak | name of the handle, `name\nweak` when a `Weak` is dropped; upgrade that failed: strong 0 |
 * | borrow, borrowEnd | cell | 1: mutable | 1: failed | guard's name |
 * | send, recv | channel | queued after | recv: sending thread or -1 | value; failed: "" with b = -2 empty, -3 disconnected, -4 timeout |
 * | endDropped | channel | left of that end | 0 sender, 1 receiver | |
 * | notify | condvar | number woken | 1: all | |
 * | woken | condvar | 0 notified, 1 spurious, 2 timeout | | |
 * | barrier | barrier | arrived | size | |
 * | once | once | 0 start, 1 done, 2 poisoned, 3 already | | |
 * | unpark | | target thread | | |
 * | sleep | | milliseconds | | |
 * | load, store, rmw | atomic | | 1: stale | `order\nbefore\nafter\nop` |
 * | write | object that holds the data or -1 | | | `place\nbefore\nafter\nop`, op as the source writes it: `+=`, `-=`, else "" |
 * | print | stdout | 0 stdout, 1 stderr | | what was printed |
 * | panic | | | | message |
 * | exit | | code | | |
 */
export interface EventTable {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly thread: Uint16Array;
  /** Index of the scheduling step this event belongs to. */
  readonly step: Uint32Array;
  /** 1-based place in the user's file. */
  readonly line: Uint32Array;
  readonly column: Uint32Array;
  readonly endLine: Uint32Array;
  readonly endColumn: Uint32Array;
  /** Object index or -1. */
  readonly object: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Index into `strings`; 0 is "". */
  readonly text: Uint32Array;
  readonly strings: readonly string[];
}

/** One row, readable. */
export interface TraceEvent {
  readonly row: number;
  readonly kind: EventKind;
  readonly thread: ThreadIndex;
  readonly step: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly object: ObjectIndex | undefined;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

export function eventAt(table: EventTable, row: number): TraceEvent {
  const object = table.object[row] ?? -1;
  return {
    row,
    kind: EVENT_KINDS[table.kind[row] ?? 0] ?? "line",
    thread: table.thread[row] ?? 0,
    step: table.step[row] ?? 0,
    line: table.line[row] ?? 0,
    column: table.column[row] ?? 0,
    endLine: table.endLine[row] ?? 0,
    endColumn: table.endColumn[row] ?? 0,
    object: object < 0 ? undefined : object,
    a: table.a[row] ?? 0,
    b: table.b[row] ?? 0,
    text: table.strings[table.text[row] ?? 0] ?? "",
  };
}
