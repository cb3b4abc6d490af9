// Character classes of Rust's lexer.

export const enum Class {
  Other,
  Space,
  Newline,
  Word,
  Digit,
  Punct,
  DoubleQuote,
  SingleQuote,
  Slash,
  Open,
  Close,
}

const CLASSES = new Uint8Array(128);
for (let c = 97; c <= 122; c += 1) CLASSES[c] = CLASSES[c - 32] = Class.Word;
for (let c = 48; c <= 57; c += 1) CLASSES[c] = Class.Digit;
CLASSES[95] = Class.Word;
for (const c of " \t\r\v\f") CLASSES[c.charCodeAt(0)] = Class.Space;
CLASSES[10] = Class.Newline;
for (const c of "+-*%^!&|=<>@.,;:#$?~") CLASSES[c.charCodeAt(0)] = Class.Punct;
CLASSES[34] = Class.DoubleQuote;
CLASSES[39] = Class.SingleQuote;
CLASSES[47] = Class.Slash;
for (const c of "([{") CLASSES[c.charCodeAt(0)] = Class.Open;
for (const c of ")]}") CLASSES[c.charCodeAt(0)] = Class.Close;

export function classOf(unit: number): Class {
  return unit < 128 ? (CLASSES[unit] as Class) : Class.Other;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isHexDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
}

/** White space beyond ASCII, as in Pattern_White_Space. */
export function isWideSpace(unit: number): boolean {
  return unit === 0x85 || unit === 0x200e || unit === 0x200f || unit === 0x2028 || unit === 0x2029;
}

const XID_START = /^\p{XID_Start}/u;
const XID_CONTINUE = /^\p{XID_Continue}/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;

/** Length in UTF-16 units of the identifier start at `at`; 0 where there is none. */
export function identStartAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return CLASSES[unit] === Class.Word ? 1 : 0;
  return wideMatch(text, at, XID_START);
}

/** First offset behind the identifier characters that begin at `at`. */
export function skipIdentContinue(text: string, at: number): number {
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      const c = CLASSES[unit];
      if (c !== Class.Word && c !== Class.Digit) return at;
      at += 1;
    } else {
      const length = at < text.length ? wideMatch(text, at, XID_CONTINUE) : 0;
      if (length === 0) return at;
      at += length;
    }
  }
}

/** A pictograph: never part of a name, but taken for one in a message. */
export function isPictograph(text: string, at: number): boolean {
  return wideMatch(text, at, PICTOGRAPH) > 0;
}

export function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function wideMatch(text: string, at: number, pattern: RegExp): number {
  const point = text.codePointAt(at);
  if (point === undefined || point < 128) return 0;
  return pattern.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}
