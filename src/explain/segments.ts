// Sentences as runs of styled text, and the templates they are made from.
//
// A template is one whole sentence with `{name}` for what is filled in, `**strong**` and `` `code` ``. What is filled in is
// never read as a template, so text of the user's program stays text. Whole sentences keep the tables translatable.

import type { ObjectIndex, ThreadIndex } from "../trace/trace.ts";

export type SegmentStyle = "plain" | "strong" | "thread" | "object" | "code" | "line";

/** What a click on a segment leads to. */
export type Ref =
  | { readonly kind: "thread"; readonly thread: ThreadIndex }
  | { readonly kind: "object"; readonly object: ObjectIndex }
  | { readonly kind: "line"; readonly line: number; readonly column: number }
  /** An event of the run. */
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "card"; readonly concept: string };

export interface Segment {
  readonly text: string;
  readonly style: SegmentStyle;
  readonly ref?: Ref;
}

export type Sentence = readonly Segment[];

export type Value = string | number | Segment | Sentence;

/** Fills a template. A name without a value stays visible as `{name}`: a table and its use that disagree must show. */
export function fill(template: string, values: Readonly<Record<string, Value>> = {}): Sentence {
  const segments: Segment[] = [];
  for (const [piece, strong, code, name] of template.matchAll(PIECES)) {
    if (strong !== undefined) segments.push({ text: strong, style: "strong" });
    else if (code !== undefined) segments.push({ text: code, style: "code" });
    else if (name !== undefined) segments.push(...asSentence(values[name] ?? `{${name}}`));
    else segments.push({ text: piece, style: "plain" });
  }
  return mergePlain(segments);
}

/** `a`, `a and b`, `a, b and c` with the given last word. */
export function listOf(items: readonly Value[], lastWord: string): Sentence {
  const segments: Segment[] = [];
  items.forEach((item, at) => {
    if (at > 0)
      segments.push({ text: at === items.length - 1 ? ` ${lastWord} ` : ", ", style: "plain" });
    segments.push(...asSentence(item));
  });
  return mergePlain(segments);
}

/** One after the other, with a space between; empty ones are left out. */
export function joinSentences(sentences: readonly (Sentence | undefined)[]): Sentence {
  const segments: Segment[] = [];
  for (const sentence of sentences) {
    if (sentence === undefined || sentence.length === 0) continue;
    if (segments.length > 0) segments.push({ text: " ", style: "plain" });
    segments.push(...sentence);
  }
  return mergePlain(segments);
}

/** For live regions, the terminal and exports as text. */
export function plainText(sentence: Sentence): string {
  return sentence.map((segment) => segment.text).join("");
}

/** Thousands apart by a narrow space, as in `12 298`. */
export function formatCount(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
}

/** `37.5 %`; tiny and nearly certain probabilities do not become 0 or 100. */
export function formatPercent(probability: number): string {
  const percent = probability * 100;
  if (percent > 0 && percent < 0.1) return "< 0.1\u202f%";
  if (percent < 100 && percent > 99.9) return "> 99.9\u202f%";
  const rounded =
    percent >= 10 && Math.abs(percent - Math.round(percent)) < 0.05
      ? Math.round(percent)
      : Math.round(percent * 10) / 10;
  return `${rounded}\u202f%`;
}

/** `41 ms`, `2.4 s`, `1 min 5 s`. */
export function formatTime(ms: number): string {
  if (ms < 1000) return `${Math.max(1, Math.round(ms))}\u202fms`;
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)}\u202fs`
    : `${Math.floor(ms / 60_000)}\u202fmin ${Math.round((ms % 60_000) / 1000)}\u202fs`;
}

/** Program text on one line and of bearable length. */
export function shorten(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}

const PIECES = /\*\*(.+?)\*\*|`([^`]+)`|\{(\w+)\}|[^*`{]+|[*`{]/g;

function asSentence(value: Value): Sentence {
  if (typeof value === "string" || typeof value === "number")
    return [{ text: String(value), style: "plain" }];
  return isSegment(value) ? [value] : value;
}

function isSegment(value: Segment | Sentence): value is Segment {
  return !Array.isArray(value);
}

function mergePlain(segments: readonly Segment[]): Sentence {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged[merged.length - 1];
    if (
      last !== undefined &&
      last.style === "plain" &&
      segment.style === "plain" &&
      last.ref === undefined &&
      segment.ref === undefined
    ) {
      merged[merged.length - 1] = { text: last.text + segment.text, style: "plain" };
    } else if (segment.text !== "") merged.push(segment);
  }
  return merged;
}
