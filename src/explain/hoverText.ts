// How the sentences of hovers are put together: Markdown templates with `{name}` for what is filled in.
//
// What is filled in is finished Markdown (program text already as code) and is never read as a template.

import { WORDS } from "./words.ts";

export type Values = Readonly<Record<string, string | number>>;

/** A name without a value stays visible as `{name}`: a table and its use that disagree must show. */
export function say(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (piece, name: string) =>
    name in values ? String(values[name]) : piece,
  );
}

/** `a`, `a and b`, `a, b and c`. */
export function sayAll(items: readonly string[], last: string = WORDS.and): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;
}

/** `line 9`, `lines 9–12`. */
export function sayLines(first: number, last: number): string {
  return first === last
    ? say(WORDS.oneLine, { line: first })
    : say(WORDS.lineRange, { first, last });
}

/** `lines 3, 7 and 9` of single lines. */
export function sayEachLine(lines: readonly number[]): string {
  const each = [...new Set(lines)].sort((a, b) => a - b);
  const all = sayAll(each.map(String));
  return each.length === 1
    ? say(WORDS.oneLine, { line: all })
    : say(WORDS.eachLine, { lines: all });
}

/** A name in a message that is shown as plain text. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For a sentence that goes on behind a colon. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
