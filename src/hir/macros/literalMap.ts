// From the value of a string literal back to its text: which source position a character of the value stands at.

/** Offsets in `source` (the literal as written, quotes included) for each UTF-16 unit of the value, and its end. */
export function literalOffsets(source: string, raw: boolean): number[] {
  const open = source.indexOf('"');
  const close = source.lastIndexOf('"');
  const offsets: number[] = [];
  let at = open + 1;
  while (at < close) {
    const next = raw || source[at] !== "\\" ? at + 1 : escapeEnd(source, at);
    if (!raw && source[at] === "\\" && isContinuation(source, at)) {
      at = next;
      continue;
    }
    if (!raw && source[at] === "\r" && source[at + 1] === "\n") {
      at += 1;
      continue;
    }
    offsets.push(at);
    if (!raw && source[at] === "\\" && isAstral(source, at)) offsets.push(at);
    at = next;
  }
  offsets.push(close);
  return offsets;
}

function isContinuation(source: string, at: number): boolean {
  const next = source[at + 1];
  return next === "\n" || next === "\r";
}

function escapeEnd(source: string, at: number): number {
  const next = source[at + 1];
  if (next === "x") return at + 4;
  if (next === "u") return source.indexOf("}", at) + 1;
  if (!isContinuation(source, at)) return at + 2;
  let end = at + 1;
  while (/\s/.test(source[end] ?? "x")) end += 1;
  return end;
}

/** An escape such as `\u{1F600}` gives two units. */
function isAstral(source: string, at: number): boolean {
  if (source[at + 1] !== "u") return false;
  const digits = source.slice(at + 3, source.indexOf("}", at)).replaceAll("_", "");
  return Number.parseInt(digits, 16) > 0xffff;
}
