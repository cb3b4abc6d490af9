// Findings as people read them: with lines of the text and the names that the source gives.

import type { Finding, FindingLink, Waiter } from "../explore/finding.ts";
import {
  deadlockText,
  leakMadeText,
  leakText,
  livelockText,
  lostWakeupText,
  partialDeadlockText,
  raceFirstText,
  poisonFromText,
  poisonText,
  raceText,
  starvationText,
  waitsHereText,
  type LinkText,
  type WaitText,
} from "../explain/findingText.ts";
import { threadName } from "../explore/waiting.ts";
import type { State } from "../machine/state/state.ts";
import type { TraceFinding } from "../trace/trace.ts";
import { objectNames } from "./picture/objectNames.ts";
import { lineAt } from "./places.ts";
import type { Ready } from "./program.ts";

interface Words {
  line(span: { readonly start: number }): number;
  object(id: number | undefined): string | undefined;
  thread(id: number): string;
}

/** `state` is the one in which the run ended. */
export function toTraceFinding(program: Ready, state: State, finding: Finding): TraceFinding {
  const words = wordsOf(program, state);
  const base = { kind: finding.kind, line: words.line(finding.span), related: [] };
  switch (finding.kind) {
    case "deadlock_cycle":
    case "partial_deadlock":
      return deadlock(words, finding);
    case "lost_wakeup": {
      const waits = finding.waiting.map((one) => waitOf(words, one));
      return { ...base, message: lostWakeupText(waits[0] as WaitText), related: beside(waits) };
    }
    case "livelock": {
      const waits = finding.waiting.map((one) => waitOf(words, one));
      return { ...base, message: livelockText(waits, finding.possible) };
    }
    case "starvation": {
      const waits = finding.waiting.map((one) => waitOf(words, one));
      const others = finding.others.map((one) => waitOf(words, one));
      return { ...base, message: starvationText(waits, others) };
    }
    case "poison_cascade": {
      const { thread, object, from } = finding;
      const related =
        from === undefined ? [] : [{ line: words.line(from), message: poisonFromText() }];
      return { ...base, message: poisonText(thread, words.object(object)), related };
    }
    case "leak": {
      const { count, sites } = finding;
      const lines = [...new Set(sites.map((site) => words.line(site)))];
      const related = lines.map((line) => ({ line, message: leakMadeText(count) }));
      return { ...base, line: lines[0] ?? 0, message: leakText(count), related };
    }
    case "undefined_behaviour":
      return { ...base, message: finding.message };
    case "data_race": {
      const { first, second, write } = finding;
      const related = [{ line: words.line(first.span), message: raceFirstText(first.name, write) }];
      return { ...base, message: raceText(first.name, second.name, write), related };
    }
  }
}

type Circle = Finding & { readonly kind: "deadlock_cycle" | "partial_deadlock" };

function deadlock(words: Words, finding: Circle): TraceFinding {
  const waits = finding.waiting.map((one) => waitOf(words, one));
  const links = finding.cycle.map((one): LinkText => ({
    ...waitOf(words, one),
    holds: words.object(one.holds),
    since: one.holdsSince === undefined ? 0 : words.line(one.holdsSince),
  }));
  const message =
    finding.kind === "partial_deadlock" ? partialDeadlockText(links) : deadlockText(links, waits);
  return {
    kind: finding.kind,
    message,
    line: words.line(finding.span),
    related: beside(waits),
    ...(finding.cycle.length === 0
      ? {}
      : { cycle: finding.cycle.map((link) => cycleLink(words, link)) }),
  };
}

function cycleLink(words: Words, link: FindingLink): NonNullable<TraceFinding["cycle"]>[number] {
  return {
    thread: link.thread,
    holds: link.holds,
    holdsSince: link.holdsSince === undefined ? 0 : words.line(link.holdsSince),
    wants: link.wants,
    wantsKind: link.wantsKind,
    wantsAt: words.line(link.span),
  };
}

function beside(waits: readonly WaitText[]): TraceFinding["related"] {
  return waits.map((one) => ({ line: one.line, message: waitsHereText(one) }));
}

function waitOf(words: Words, { name, span, reason }: Waiter): WaitText {
  const line = words.line(span);
  if (reason === undefined) return { thread: name, line, kind: undefined, wanted: undefined };
  const wanted =
    reason.kind === "join"
      ? words.thread(reason.thread)
      : words.object("object" in reason ? reason.object : undefined);
  const missing = reason.kind === "barrier" ? { missing: reason.missing } : {};
  return { thread: name, line, kind: reason.kind, wanted, ...missing };
}

function wordsOf(program: Ready, state: State): Words {
  const { analysis, machine } = program;
  const line = (span: { readonly start: number }) => lineAt(analysis, span.start);
  let names: ReadonlyMap<number, string> | undefined;
  return {
    line,
    object(id) {
      if (id === undefined) return undefined;
      names ??= objectNames({ machine, state }, (position) => lineAt(analysis, position));
      const name = names.get(id);
      return name === undefined ? undefined : `\`${name}\``;
    },
    thread(id) {
      const thread = state.threads[id];
      return thread === undefined ? "a thread" : threadName(thread);
    },
  };
}
