// What went wrong, in sentences: from who waits for what, with the names that the source gives.

import { FINDING_TEXTS as W } from "./findingWords.ts";

export interface WaitText {
  readonly thread: string;
  readonly line: number;
  /** A kind of BlockReason; undefined: it runs. */
  readonly kind: string | undefined;
  /** What it waits for: an object's name in code, a thread's name, or nothing that has a name. */
  readonly wanted: string | undefined;
  /** At a barrier. */
  readonly missing?: number;
}

export interface LinkText extends WaitText {
  readonly holds: string | undefined;
  readonly since: number;
}

/** “Deadlock: thread 1 holds `a` (line 6) and wants `b` (line 8); thread 2 holds `b` (line 12) and wants `a` (line 14).” */
export function deadlockText(cycle: readonly LinkText[], waiting: readonly WaitText[]): string {
  if (cycle.length > 0) return say(W.deadlock, { links: linksText(cycle) });
  const [only, second] = waiting;
  if (only !== undefined && second === undefined) return say(W.stuckOne, { wait: waitText(only) });
  return say(W.stuck, { waits: waiting.map((one) => waitText(one)).join("; ") });
}

export function partialDeadlockText(cycle: readonly LinkText[]): string {
  return say(W.partial, { links: linksText(cycle) });
}

export function lostWakeupText(lost: WaitText): string {
  return say(lost.kind === "park" ? W.lostUnpark : W.lostNotify, { wait: waitText(lost) });
}

/** `possible`: each gets its turn, and luck can end it. */
export function livelockText(running: readonly WaitText[], possible: boolean): string {
  const where = running.map((one) => say(W.livelockAt, valuesOf(one))).join(", ");
  if (possible) return say(W.livelockPossible, { where });
  const [only, second] = running;
  if (only === undefined) return W.livelockNobody;
  if (second === undefined) return say(W.livelockOne, valuesOf(only));
  return say(W.livelock, { where });
}

export function leakText(count: number): string {
  if (count === 0) return W.miscounted;
  return count === 1 ? W.leakOne : say(W.leak, { count });
}

/** `lock` undefined: it has no name. */
export function poisonText(thread: string, lock: string | undefined): string {
  return lock === undefined ? say(W.poisonSome, { thread }) : say(W.poison, { thread, lock });
}

/** Beside the line of the first panic. */
export function poisonFromText(): string {
  return W.poisonFrom;
}

/** The others never end; they come first again and again. */
export function starvationText(kept: readonly WaitText[], others: readonly WaitText[]): string {
  const places = (list: readonly WaitText[]) =>
    list.map((one) => say(W.livelockAt, valuesOf(one))).join(", ");
  return say(W.starvation, { where: places(kept), others: places(others) });
}

/** Beside a line on which such values are made. */
export function leakMadeText(count: number): string {
  return count === 1 ? W.leakMade : W.leakMadeOne;
}

export function raceText(first: string, second: string, write: boolean): string {
  return say(write ? W.raceWrite : W.raceRead, { first, second });
}

/** For the first of two racing accesses. */
export function raceFirstText(first: string, write: boolean): string {
  return say(write ? W.raceUses : W.raceWrites, { first });
}

/** “thread 1 waits here for `b`”, beside its line. */
export function waitsHereText(wait: WaitText): string {
  return say(W.here, { wait: plainWait(wait) });
}

function linksText(cycle: readonly LinkText[]): string {
  if (cycle.length === 1) return selfText(cycle[0] as LinkText);
  return cycle
    .map((link, index) => {
      const next = cycle[(index + 1) % cycle.length] as LinkText;
      const wait = waitText(link, next.thread);
      if (link.holds === undefined) return wait;
      const since = link.since > 0 ? say(W.since, { line: link.since }) : "";
      const want = wantText(link, next.thread);
      return say(W.holds, { thread: link.thread, held: link.holds, since, want });
    })
    .join("; ");
}

/** A thread that waits for itself. */
function selfText(link: LinkText): string {
  const own = W.itself[link.kind ?? ""];
  return own === undefined ? waitText(link) : say(own, { ...valuesOf(link), since: link.since });
}

function waitText(wait: WaitText, next?: string): string {
  return say(W.waits, { thread: wait.thread, want: wantText(wait, next) });
}

function plainWait(wait: WaitText): string {
  return say(W.waits, { thread: wait.thread, want: fillWant(wait) });
}

/** `next`: who could end the wait. */
function wantText(wait: WaitText, next?: string): string {
  const want = say(W.at, { want: fillWant(wait), line: wait.line });
  if (next === undefined) return want;
  if (wait.kind === "recv") return say(W.keepsSender, { wait: want, next });
  return wait.kind === "send" ? say(W.keepsReceiver, { wait: want, next }) : want;
}

function fillWant(wait: WaitText): string {
  const kind = wait.kind ?? "";
  const named = wait.wanted === undefined ? undefined : W.wants[kind];
  const template = named ?? W.wantsUnnamed[kind] ?? W.wantsAnything;
  return say(template, valuesOf(wait));
}

function valuesOf(wait: WaitText): Record<string, string | number> {
  return {
    thread: wait.thread,
    line: wait.line,
    wanted: wait.wanted ?? "",
    missing: wait.missing ?? 0,
  };
}

function say(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
