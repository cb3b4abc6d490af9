// Colours for a line of Rust in the panel's small source view: enough to read it, not a grammar. Each line stands alone, so
// a string or comment that runs over lines is coloured on its first line only.

export type TokenStyle = "plain" | "keyword" | "string" | "number" | "comment" | "type" | "macro";

export interface Token {
  readonly text: string;
  readonly style: TokenStyle;
}

export function highlight(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKENS)) {
    const text = match[0];
    const style = styleOf(match.groups ?? {}, text);
    const last = tokens[tokens.length - 1];
    if (last !== undefined && last.style === style)
      tokens[tokens.length - 1] = { text: last.text + text, style };
    else tokens.push({ text, style });
  }
  return tokens;
}

const KEYWORDS = new Set(
  (
    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return " +
    "self static struct super trait true type unsafe use where while"
  ).split(" "),
);

/** A character literal is told from a lifetime by its closing quote. */
const TOKENS =
  /(?<comment>\/\/.*$|\/\*.*?(?:\*\/|$))|(?<string>[bc]?r?#*"(?:[^"\\]|\\.)*(?:"#*|$)|b?'(?:[^'\\]|\\.[^']*)')|(?<number>\b\d[\w.]*?\b(?!\.\d))|(?<macro>\b[A-Za-z_]\w*!(?!=))|(?<word>[A-Za-z_]\w*)|[^A-Za-z_\d"'/]+|./g;

function styleOf(groups: Readonly<Record<string, string | undefined>>, text: string): TokenStyle {
  if (groups["comment"] !== undefined) return "comment";
  if (groups["string"] !== undefined) return "string";
  if (groups["number"] !== undefined) return "number";
  if (groups["macro"] !== undefined) return "macro";
  if (groups["word"] === undefined) return "plain";
  if (KEYWORDS.has(text)) return "keyword";
  return /^[A-Z]/.test(text) || PRIMITIVES.test(text) ? "type" : "plain";
}

const PRIMITIVES = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str)$/;
