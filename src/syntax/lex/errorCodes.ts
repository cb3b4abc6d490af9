// Errors as data, with rustc's codes for the few syntax errors that have one.

import type { SyntaxError } from "../ast.ts";

const CODES: ReadonlyMap<string, string> = new Map([
  ["unterminated double quote string", "E0765"],
  ["unterminated double quote byte string", "E0766"],
  ["unterminated C string", "E0767"],
  ["unterminated raw string", "E0748"],
  ["unterminated byte constant", "E0763"],
  ["unterminated character literal", "E0762"],
  ["unterminated block comment", "E0758"],
  ["unterminated block doc-comment", "E0758"],
  ["no valid digits found for number", "E0768"],
  ["inclusive range with no end", "E0586"],
  ["`async fn` is not permitted in Rust 2015", "E0670"],
  ["expected a path on the left-hand side of `+`", "E0178"],
  ["found a documentation comment that doesn't document anything", "E0585"],
  ["expected outer doc comment", "E0753"],
  ["incorrect visibility restriction", "E0704"],
]);

export function syntaxError(message: string, start: number, end: number): SyntaxError {
  const code = CODES.get(message);
  const span = { start, end: Math.max(start, end), message };
  return code === undefined ? span : { ...span, code };
}
