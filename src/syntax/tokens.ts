// The token table: one row per token, in typed arrays. White space and comments are not tokens (doc comments are).
//
// A file has one table; macro expansion makes further ones, whose rows keep the source positions of the tokens they
// came from. Delimiters are matched while lexing, so that a token tree is a range of rows.

/** Kinds of token. Punctuation is split as rustc's parser sees it glued (`>>=` is one token; the parser splits it). */
export const enum TokenKind {
  End,
  /** Identifier or keyword; `textOf` tells which. A raw identifier sets FLAG_RAW. */
  Ident,
  Lifetime,
  Int,
  Float,
  Char,
  Byte,
  Str,
  RawStr,
  ByteStr,
  RawByteStr,
  CStr,
  RawCStr,
  /** Operators and separators. */
  Punct,
  /** `(` `[` `{` */
  Open,
  /** `)` `]` `}` */
  Close,
  OuterDoc,
  InnerDoc,
  /** A node spliced in by macro expansion (`$e:expr`): `nodes` holds it. */
  Interpolated,
  /** Not a Rust token. */
  Unknown,
}

/** White space stands before the token. */
export const FLAG_SPACED = 1;
/** Written with `r#`. */
export const FLAG_RAW = 2;
/** First token of its line. */
export const FLAG_LINE = 4;

export interface Tokens {
  readonly count: number;
  readonly kinds: Uint8Array;
  /** Keyword, operator or class of each row, as the parser compares them (`T` in lex/codes.ts). */
  readonly codes: Uint8Array;
  /** FLAG_SPACED, FLAG_RAW, FLAG_LINE. */
  readonly flags: Uint8Array;
  /** Global positions. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For Open the row of its Close, for Close that of its Open; else 0. Unmatched delimiters point at themselves. */
  readonly partners: Uint32Array;
  /** Text of a row, without `r#` for raw identifiers. */
  text(row: number): string;
  /** Hygiene mark of a row (0: written in the file itself). */
  context(row: number): number;
  /** True where white space stands before the row; `stringify!` and glued operators need it. */
  spaced(row: number): boolean;
  isRaw(row: number): boolean;
  /** The node behind an Interpolated row. */
  node(row: number): unknown;
}
