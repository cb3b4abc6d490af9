// Where characters and block comments end.

import { codePointLength } from "./chars.ts";

/** First offset behind the character literal whose quote is at `quote`; -1 where it does not end. */
export function characterEnd(text: string, quote: number): number {
  let at = quote + 1;
  const second = at + codePointLength(text, at);
  if (text.charCodeAt(second) === 39 && text.charCodeAt(at) !== 92) return second + 1;
  for (;;) {
    if (at >= text.length) return -1;
    const unit = text.charCodeAt(at);
    if (unit === 39) return isOneCharacter(text.slice(quote + 1, at)) ? at + 1 : -1;
    if (unit === 47 || (unit === 10 && text.charCodeAt(at + 1) !== 39)) return -1;
    at += unit === 92 ? 2 : 1;
  }
}

/** More than a character is an error in any case; what looks like code between two quotes is left to be code. */
function isOneCharacter(body: string): boolean {
  return (
    body.length <= 2 ||
    body.startsWith("\\") ||
    /^\w+$/.test(body) ||
    /^[^\s()[\]{},;&<>]+$/.test(body)
  );
}

export function blockCommentEnd(text: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  for (;;) {
    const close = text.indexOf("*/", at);
    if (close < 0) return -1;
    let open = text.indexOf("/*", at);
    while (open >= 0 && open < close) {
      depth += 1;
      at = open + 2;
      open = text.indexOf("/*", at);
      // `/*/` opens; its slash does not close.
      if (at > close) break;
    }
    if (at > close) continue;
    depth -= 1;
    at = close + 2;
    if (depth === 0) return at;
  }
}
