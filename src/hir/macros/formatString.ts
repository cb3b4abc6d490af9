// Format strings: the grammar of `std::fmt`, as `rustc_parse_format` reads it.
//
// Offsets are into the string's value; the caller maps them to source positions.

export type ParsedPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "argument"; readonly argument: ParsedArgument };

export interface ParsedArgument {
  readonly position: ParsedPosition;
  readonly trait: string;
  readonly fill: string;
  readonly align: "left" | "right" | "center" | "none";
  readonly sign: "plus" | "minus" | "none";
  readonly alternate: boolean;
  readonly zeroPad: boolean;
  readonly debugHex: "lower" | "upper" | "none";
  readonly width: ParsedCount | undefined;
  readonly precision: ParsedCount | undefined;
  readonly start: number;
  readonly end: number;
  /** Where the format trait stands. */
  readonly traitStart: number;
}

export type ParsedPosition =
  | {
      readonly kind: "index";
      readonly index: number;
      readonly implicit: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "name"; readonly name: string; readonly start: number; readonly end: number };

export type ParsedCount =
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "argument"; readonly position: ParsedPosition }
  /** `.*`: the next positional argument. */
  | { readonly kind: "star"; readonly index: number; readonly start: number; readonly end: number };

export interface FormatStringError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedFormat {
  readonly pieces: readonly ParsedPiece[];
  readonly error: FormatStringError | undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  /** The next argument that `{}` takes. */
  next: number;
  error: FormatStringError | undefined;
}

export function parseFormatString(text: string): ParsedFormat {
  const reader: Reader = { text, at: 0, next: 0, error: undefined };
  const pieces: ParsedPiece[] = [];
  let literal = "";
  while (reader.at < text.length && reader.error === undefined) {
    const char = text[reader.at] as string;
    const doubled = text[reader.at + 1] === char;
    if ((char === "{" || char === "}") && doubled) {
      literal += char;
      reader.at += 2;
    } else if (char === "{") {
      if (literal !== "") pieces.push({ kind: "text", text: literal });
      literal = "";
      const argument = readArgument(reader);
      if (argument !== undefined) pieces.push({ kind: "argument", argument });
    } else if (char === "}") {
      reader.error = { message: "unmatched `}` found", start: reader.at, end: reader.at + 1 };
    } else {
      literal += char;
      reader.at += 1;
    }
  }
  if (literal !== "") pieces.push({ kind: "text", text: literal });
  return { pieces, error: reader.error };
}

function readArgument(reader: Reader): ParsedArgument | undefined {
  const start = reader.at;
  reader.at += 1;
  const written = readPosition(reader);
  skipSpace(reader);
  const spec = readSpec(reader);
  skipSpace(reader);
  if (reader.error !== undefined || !closeBrace(reader)) return undefined;
  // `.*` takes its argument before the value does.
  const position = written ?? implicitPosition(reader, start, reader.at);
  return { ...spec, position, start, end: reader.at };
}

function implicitPosition(reader: Reader, start: number, end: number): ParsedPosition {
  const index = reader.next;
  reader.next += 1;
  return { kind: "index", index, implicit: true, start, end };
}

function closeBrace(reader: Reader): boolean {
  const { text, at } = reader;
  if (text[at] === "}") {
    reader.at += 1;
    return true;
  }
  const message =
    at >= text.length
      ? "expected `}` but string was terminated"
      : text[at] === "."
        ? "field access isn't supported"
        : `expected \`}\`, found \`${charName(charAt(text, at))}\``;
  const start = text[at] === "." ? fieldStart(text, at) : at;
  const end = text[at] === "." ? fieldEnd(text, at) : at;
  reader.error = { message, start, end };
  return false;
}

function fieldStart(text: string, at: number): number {
  return text.lastIndexOf("{", at) + 1;
}

function fieldEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && /[\p{XID_Continue}.]/u.test(charAt(text, end))) end += 1;
  return end;
}

function charName(char: string): string {
  return char === "\n" ? "\\n" : char === '"' ? '\\"' : char;
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? "x")) reader.at += 1;
}

function readPosition(reader: Reader): ParsedPosition | undefined {
  const start = reader.at;
  const index = readInteger(reader);
  if (index !== undefined) return { kind: "index", index, implicit: false, start, end: reader.at };
  const name = readWord(reader);
  return name === "" ? undefined : { kind: "name", name, start, end: reader.at };
}

function readInteger(reader: Reader): number | undefined {
  const match = /^[0-9]+/.exec(reader.text.slice(reader.at, reader.at + 20));
  if (match === null) return undefined;
  reader.at += match[0].length;
  const value = Number(match[0]);
  if (value <= 65535) return value;
  const start = reader.at - match[0].length;
  const message = `integer \`${match[0]}\` does not fit into the type \`u16\` whose range is \`0..=65535\``;
  reader.error = { message, start, end: reader.at };
  return value;
}

function readWord(reader: Reader): string {
  const raw = reader.text.startsWith("r#", reader.at) ? 2 : 0;
  const match = /^[\p{XID_Start}_][\p{XID_Continue}]*/u.exec(reader.text.slice(reader.at + raw));
  if (match === null || match[0] === "_") return "";
  reader.at += raw + match[0].length;
  return match[0];
}

type Spec = Omit<ParsedArgument, "position" | "start" | "end">;

const ALIGN: Readonly<Record<string, "left" | "right" | "center">> = {
  "<": "left",
  ">": "right",
  "^": "center",
};

function readSpec(reader: Reader): Spec {
  const { text } = reader;
  if (text[reader.at] !== ":") {
    return {
      trait: "",
      fill: " ",
      align: "none",
      sign: "none",
      alternate: false,
      zeroPad: false,
      debugHex: "none",
      width: undefined,
      precision: undefined,
      traitStart: reader.at,
    };
  }
  reader.at += 1;
  const { fill, align } = readAlign(reader);
  let sign: "plus" | "minus" | "none" = "none";
  if (take(reader, "+")) sign = "plus";
  else if (take(reader, "-")) sign = "minus";
  const alternate = take(reader, "#");
  // `0$` is a width taken from argument 0, not the flag.
  const zeroPad = text[reader.at] === "0" && text[reader.at + 1] !== "$" && take(reader, "0");
  const width = readCount(reader);
  const precision = readPrecision(reader);
  const traitStart = reader.at;
  const { trait, debugHex } = readTrait(reader);
  return { trait, fill, align, sign, alternate, zeroPad, debugHex, width, precision, traitStart };
}

function readAlign(reader: Reader): { fill: string; align: ParsedArgument["align"] } {
  const first = charAt(reader.text, reader.at);
  const after = ALIGN[charAt(reader.text, reader.at + first.length)];
  if (first !== "" && after !== undefined) {
    reader.at += first.length + 1;
    return { fill: first, align: after };
  }
  const align = ALIGN[first];
  if (align === undefined) return { fill: " ", align: "none" };
  reader.at += 1;
  return { fill: " ", align };
}

function take(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at += 1;
  return true;
}

/** A number, or `index$` or `name$`. */
function readCount(reader: Reader): ParsedCount | undefined {
  const start = reader.at;
  const value = readInteger(reader);
  if (value !== undefined) {
    if (!take(reader, "$")) return { kind: "literal", value };
    return {
      kind: "argument",
      position: { kind: "index", index: value, implicit: false, start, end: reader.at },
    };
  }
  const name = readWord(reader);
  if (name !== "" && take(reader, "$")) {
    return { kind: "argument", position: { kind: "name", name, start, end: reader.at - 1 } };
  }
  reader.at = start;
  return undefined;
}

function readPrecision(reader: Reader): ParsedCount | undefined {
  const start = reader.at;
  if (!take(reader, ".")) return undefined;
  if (!take(reader, "*")) return readCount(reader);
  const index = reader.next;
  reader.next += 1;
  return { kind: "star", index, start, end: reader.at };
}

function readTrait(reader: Reader): { trait: string; debugHex: "lower" | "upper" | "none" } {
  if (take(reader, "?")) return { trait: "?", debugHex: "none" };
  const rest = reader.text.slice(reader.at, reader.at + 2);
  if (rest === "x?" || rest === "X?") {
    reader.at += 2;
    return { trait: "?", debugHex: rest === "x?" ? "lower" : "upper" };
  }
  return { trait: readWord(reader), debugHex: "none" };
}
