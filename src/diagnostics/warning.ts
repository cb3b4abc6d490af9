// Warnings that no compiler gives: what they are made of.

import type { Edition } from "../base/edition.ts";
import { isStdSpan, type Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { MirContext } from "../mir/context.ts";
import type { Behaviour, ThreadEvent } from "../flow/threads/events.ts";

export interface Warning {
  readonly severity: "warning" | "info";
  /** `lockstep::…`; docs/warnings has a page for each. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** A claim that the program can stop for ever: what running it may still prove or refute. */
  readonly claim?: Claim;
}

export interface Claim {
  /** The entry from which it was found. */
  readonly entry: DefId;
  /** Every run comes there: believed unless every schedule was tried and none stops. Otherwise only when one does stop there. */
  readonly sure: boolean;
  /** Where the threads would wait. */
  readonly waits: readonly Span[];
}

export interface WarningCx {
  readonly mir: MirContext;
  readonly text: string;
  readonly edition: Edition;
  readonly behaviours: readonly Behaviour[];
  lineOf(span: Span): number;
}

/** What a method is called on, as it is written: `self.queue` in `self.queue.lock()`. */
export function receiverText(cx: WarningCx, event: ThreadEvent): string | undefined {
  if (isStdSpan(event.span) || isStdSpan(event.nameSpan)) return undefined;
  const text = cx.text.slice(event.span.start, event.nameSpan.start).replace(/\s*\.\s*$/, "");
  return /^[\w.:[\]*&() ]{1,40}$/.test(text) && text !== "" ? text : undefined;
}

export function eventOf(behaviour: Behaviour, key: string): ThreadEvent | undefined {
  return behaviour.events.find((event) => event.key === key);
}

/** The call in the frame that keeps a guard which leads to an event deeper in. */
export function callIn(event: ThreadEvent, root: string): Span {
  const frame = root.split(":")[0] ?? "";
  if (!frame.startsWith(event.thread) || !event.key.startsWith(`${frame}/`)) return event.span;
  const depth = frame.slice(event.thread.length).split("/").length - 1;
  const span = event.path[depth];
  return span === undefined || isStdSpan(span) ? event.span : span;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
