// Where a number ends, as rustc_lexer sees it.

import { identStartAt, isDigit, isHexDigit } from "./chars.ts";

interface NumberShape {
  /** First offset behind the digits; a suffix may follow. */
  readonly end: number;
  readonly float: boolean;
  readonly problem: string | undefined;
}

export function numberEnd(text: string, start: number): NumberShape {
  let at = start + 1;
  let radix = 10;
  if (text.charCodeAt(start) === 48) {
    radix = radixOf(text.charCodeAt(start + 1));
    if (radix !== 10) {
      at = radix === 16 ? skipHex(text, start + 2) : skipDigits(text, start + 2);
      const digits = text.slice(start + 2, at).replaceAll("_", "");
      if (digits === "")
        return { end: at, float: false, problem: "no valid digits found for number" };
      const bad = [...digits].find((digit) => Number.parseInt(digit, 16) >= radix);
      if (bad !== undefined)
        return { end: at, float: false, problem: `invalid digit for a base ${radix} literal` };
    } else {
      at = skipDigits(text, at);
    }
  } else {
    at = skipDigits(text, at);
  }
  return fraction(text, at, radix);
}

function fraction(text: string, at: number, radix: number): NumberShape {
  const unit = text.charCodeAt(at);
  if (unit === 46 && text.charCodeAt(at + 1) !== 46 && identStartAt(text, at + 1) === 0) {
    let end = at + 1;
    let problem: string | undefined;
    if (isDigit(text.charCodeAt(end))) {
      end = skipDigits(text, end);
      const next = text.charCodeAt(end);
      if (next === 69 || next === 101) ({ end, problem } = exponent(text, end));
    }
    return { end, float: true, problem: problem ?? floatProblem(radix) };
  }
  if (unit === 69 || unit === 101) {
    const { end, problem } = exponent(text, at);
    return { end, float: true, problem: problem ?? floatProblem(radix) };
  }
  return { end: at, float: false, problem: undefined };
}

function exponent(text: string, at: number): { end: number; problem: string | undefined } {
  let end = at + 1;
  const sign = text.charCodeAt(end);
  if (sign === 43 || sign === 45) end += 1;
  const stop = skipDigits(text, end);
  const some = text.slice(end, stop).replaceAll("_", "") !== "";
  return { end: stop, problem: some ? undefined : "expected at least one digit in exponent" };
}

function floatProblem(radix: number): string | undefined {
  if (radix === 10) return undefined;
  return `${radix === 16 ? "hexadecimal" : radix === 8 ? "octal" : "binary"} float literal is not supported`;
}

function radixOf(unit: number): number {
  return unit === 120 ? 16 : unit === 111 ? 8 : unit === 98 ? 2 : 10;
}

function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95) end += 1;
  return end;
}

function skipHex(text: string, at: number): number {
  let end = at;
  while (isHexDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 95) end += 1;
  return end;
}
