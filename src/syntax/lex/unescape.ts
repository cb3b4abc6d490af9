// What string and character literals stand for.

export interface Unescaped<V> {
  readonly value: V;
  readonly problem?: string;
}

/** The text of a string literal, given with its quotes. */
export function unescapeString(token: string): Unescaped<string> {
  const open = token.indexOf('"');
  if (open < 0) return { value: "" };
  const raw = token[0] === "r" || token[1] === "r";
  const hashes = raw ? countHashes(token) : 0;
  const close = token.lastIndexOf('"');
  const body = token.slice(open + 1, close > open ? close : token.length).replaceAll("\r\n", "\n");
  if (raw || hashes > 0 || !body.includes("\\")) return { value: body };
  return unescapeText(body, false);
}

/** The bytes of a byte string (`wide` false) or C string. */
export function unescapeBytes(token: string, wide: boolean): Unescaped<readonly number[]> {
  const open = token.indexOf('"');
  const close = token.lastIndexOf('"');
  const body = token.slice(open + 1, close > open ? close : token.length).replaceAll("\r\n", "\n");
  const raw = token[1] === "r";
  const ascii = wide || !/[^\0-\x7f]/.test(body);
  if (raw && !ascii)
    return { value: utf8(body), problem: "non-ASCII character in raw byte string literal" };
  if (raw || !body.includes("\\"))
    return ascii
      ? { value: utf8(body) }
      : { value: utf8(body), problem: "non-ASCII character in byte string literal" };
  const { value, problem } = unescapeText(body, true);
  const bytes: number[] = [];
  for (const char of value) {
    const point = char.codePointAt(0) ?? 0;
    // Escaped bytes above 0x7f are kept apart from characters by a private mark, see `escapedByte`.
    if (point >= BYTE_MARK && point < BYTE_MARK + 256) bytes.push(point - BYTE_MARK);
    else bytes.push(...(wide || point > 0x7f ? utf8(char) : [point]));
  }
  return problem === undefined ? { value: bytes } : { value: bytes, problem };
}

/** The character of `'x'` or the byte of `b'x'`. */
export function unescapeChar(token: string, byte: boolean): Unescaped<string> {
  const open = token.indexOf("'");
  const close = token.lastIndexOf("'");
  const body = token.slice(open + 1, close > open ? close : token.length);
  if (body === "")
    return { value: "", problem: byte ? "empty byte literal" : "empty character literal" };
  if (body[0] !== "\\") {
    if (body === "\n" || body === "\r" || body === "\t" || body === "'") {
      return {
        value: body,
        problem: `${byte ? "byte" : "character"} constant must be escaped: \`${JSON.stringify(body).slice(1, -1)}\``,
      };
    }
    const one = String.fromCodePoint(body.codePointAt(0) ?? 0);
    if (byte && one > "\x7f") return { value: "?", problem: "non-ASCII character in byte literal" };
    return one === body
      ? { value: body }
      : { value: one, problem: "character literal may only contain one codepoint" };
  }
  const { value, problem } = unescapeText(body, byte);
  const one = byte ? String.fromCharCode(byteOf(value.codePointAt(0) ?? 0)) : value;
  return problem === undefined ? { value: one } : { value: one, problem };
}

const BYTE_MARK = 0x10fe00;

function byteOf(point: number): number {
  return point >= BYTE_MARK && point < BYTE_MARK + 256 ? point - BYTE_MARK : point;
}

function countHashes(token: string): number {
  let count = 0;
  for (let at = token.indexOf("#"); token[at] === "#"; at += 1) count += 1;
  return count;
}

const SIMPLE: { readonly [letter: string]: string } = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "0": "\0",
  "'": "'",
  '"': '"',
};

function unescapeText(body: string, bytes: boolean): Unescaped<string> {
  let value = "";
  let problem: string | undefined;
  let at = 0;
  while (at < body.length) {
    const slash = body.indexOf("\\", at);
    if (slash < 0) break;
    value += body.slice(at, slash);
    const escape = oneEscape(body, slash + 1, bytes);
    value += escape.value;
    problem ??= escape.problem;
    at = escape.end;
  }
  value += body.slice(at);
  return problem === undefined ? { value } : { value, problem };
}

interface Escape extends Unescaped<string> {
  readonly end: number;
}

/** The escape whose letter is at `at`. */
function oneEscape(body: string, at: number, bytes: boolean): Escape {
  const letter = body[at];
  if (letter === undefined) return { value: "", end: at };
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { value: simple, end: at + 1 };
  if (letter === "\n") {
    let end = at + 1;
    while (end < body.length && " \t\n\r".includes(body[end] ?? "")) end += 1;
    return { value: "", end };
  }
  if (letter === "x") return hexEscape(body, at, bytes);
  if (letter === "u") return unicodeEscape(body, at);
  const shown = String.fromCodePoint(body.codePointAt(at) ?? 0);
  return {
    value: shown,
    end: at + shown.length,
    problem: `unknown ${bytes ? "byte" : "character"} escape: \`${shown}\``,
  };
}

function hexEscape(body: string, at: number, bytes: boolean): Escape {
  const digits = body.slice(at + 1, at + 3);
  if (digits.length < 2)
    return { value: "", end: body.length, problem: "numeric character escape is too short" };
  if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
    const bad = [...digits].find((digit) => !/[0-9a-fA-F]/.test(digit)) ?? "";
    return {
      value: "",
      end: at + 3,
      problem: `invalid character in numeric character escape: \`${bad}\``,
    };
  }
  const unit = Number.parseInt(digits, 16);
  if (bytes)
    return { value: String.fromCodePoint(unit < 128 ? unit : BYTE_MARK + unit), end: at + 3 };
  if (unit > 0x7f) return { value: "", end: at + 3, problem: "out of range hex escape" };
  return { value: String.fromCharCode(unit), end: at + 3 };
}

function unicodeEscape(body: string, at: number): Escape {
  const match = /^u\{([0-9a-fA-F_]*)\}/.exec(body.slice(at, at + 32));
  if (match === null) {
    return {
      value: "",
      end: at + 1,
      problem:
        body[at + 1] === "{" ? "unterminated unicode escape" : "incorrect unicode escape sequence",
    };
  }
  const digits = (match[1] ?? "").replaceAll("_", "");
  const end = at + match[0].length;
  if (digits === "") return { value: "", end, problem: "empty unicode escape" };
  if (digits.length > 6) return { value: "", end, problem: "overlong unicode escape" };
  const point = Number.parseInt(digits, 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
    return { value: "", end, problem: "invalid unicode character escape" };
  return { value: String.fromCodePoint(point), end };
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
  }
  return bytes;
}
