// What a token is, in one number: the parser compares codes and hardly ever looks at text.
//
// The order carries meaning. Identifiers come first, then words that are keywords only in some place or edition, so
// that "may stand for an identifier" is one range test (see `lastIdentCode`); strict keywords follow.

import type { Edition } from "../../base/edition.ts";
import { TokenKind } from "../tokens.ts";

export const enum T {
  Eof,
  Ident,
  // Words that are special only in their place.
  Auto,
  Builtin,
  Default,
  MacroRules,
  Pin,
  Raw,
  Safe,
  Union,
  // Keywords of later editions: 2024, then 2018.
  Gen,
  Async,
  Await,
  Dyn,
  Try,
  // Strict and reserved keywords of every edition.
  As,
  Break,
  Const,
  Continue,
  Crate,
  Else,
  Enum,
  Extern,
  False,
  Fn,
  For,
  If,
  Impl,
  In,
  Let,
  Loop,
  Match,
  Mod,
  Move,
  Mut,
  Pub,
  Ref,
  Return,
  SelfValue,
  SelfType,
  Static,
  Struct,
  Super,
  Trait,
  True,
  Type,
  Unsafe,
  Use,
  Where,
  While,
  Abstract,
  Become,
  Box,
  Do,
  Final,
  Macro,
  Override,
  Priv,
  Typeof,
  Unsized,
  Virtual,
  Yield,
  Underscore,
  // Literals.
  Lifetime,
  Int,
  Float,
  Char,
  Byte,
  Str,
  ByteStr,
  CStr,
  // The rest.
  OuterDoc,
  InnerDoc,
  Interpolated,
  Unknown,
  OpenParen,
  CloseParen,
  OpenBracket,
  CloseBracket,
  OpenBrace,
  CloseBrace,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  Caret,
  Bang,
  And,
  Or,
  Eq,
  Lt,
  Gt,
  At,
  Dot,
  Comma,
  Semi,
  Colon,
  Pound,
  Dollar,
  Question,
  Tilde,
  PathSep,
  RArrow,
  FatArrow,
  EqEq,
  Ne,
  Le,
  Ge,
  AndAnd,
  OrOr,
  PlusEq,
  MinusEq,
  StarEq,
  SlashEq,
  PercentEq,
  CaretEq,
  AndEq,
  OrEq,
  Shl,
  Shr,
  ShlEq,
  ShrEq,
  DotDot,
  DotDotDot,
  DotDotEq,
  LArrow,
  // Not tokens, but names of things that may be expected in an error message.
  XOperator,
  XIdent,
  XLifetime,
  XPath,
  XType,
  XConst,
  XLiteral,
}

/** The last code that can be an identifier in `edition`. */
export function lastIdentCode(edition: Edition): T {
  if (edition >= 2024) return T.Union;
  return edition >= 2018 ? T.Gen : T.Try;
}

const WORDS: readonly (readonly [string, T])[] = [
  ["auto", T.Auto],
  ["builtin", T.Builtin],
  ["default", T.Default],
  ["macro_rules", T.MacroRules],
  ["pin", T.Pin],
  ["raw", T.Raw],
  ["safe", T.Safe],
  ["union", T.Union],
  ["gen", T.Gen],
  ["async", T.Async],
  ["await", T.Await],
  ["dyn", T.Dyn],
  ["try", T.Try],
  ["as", T.As],
  ["break", T.Break],
  ["const", T.Const],
  ["continue", T.Continue],
  ["crate", T.Crate],
  ["else", T.Else],
  ["enum", T.Enum],
  ["extern", T.Extern],
  ["false", T.False],
  ["fn", T.Fn],
  ["for", T.For],
  ["if", T.If],
  ["impl", T.Impl],
  ["in", T.In],
  ["let", T.Let],
  ["loop", T.Loop],
  ["match", T.Match],
  ["mod", T.Mod],
  ["move", T.Move],
  ["mut", T.Mut],
  ["pub", T.Pub],
  ["ref", T.Ref],
  ["return", T.Return],
  ["self", T.SelfValue],
  ["Self", T.SelfType],
  ["static", T.Static],
  ["struct", T.Struct],
  ["super", T.Super],
  ["trait", T.Trait],
  ["true", T.True],
  ["type", T.Type],
  ["unsafe", T.Unsafe],
  ["use", T.Use],
  ["where", T.Where],
  ["while", T.While],
  ["abstract", T.Abstract],
  ["become", T.Become],
  ["box", T.Box],
  ["do", T.Do],
  ["final", T.Final],
  ["macro", T.Macro],
  ["override", T.Override],
  ["priv", T.Priv],
  ["typeof", T.Typeof],
  ["unsized", T.Unsized],
  ["virtual", T.Virtual],
  ["yield", T.Yield],
  ["_", T.Underscore],
];

const PUNCTUATION: readonly (readonly [string, T])[] = [
  ["(", T.OpenParen],
  [")", T.CloseParen],
  ["[", T.OpenBracket],
  ["]", T.CloseBracket],
  ["{", T.OpenBrace],
  ["}", T.CloseBrace],
  ["+", T.Plus],
  ["-", T.Minus],
  ["*", T.Star],
  ["/", T.Slash],
  ["%", T.Percent],
  ["^", T.Caret],
  ["!", T.Bang],
  ["&", T.And],
  ["|", T.Or],
  ["=", T.Eq],
  ["<", T.Lt],
  [">", T.Gt],
  ["@", T.At],
  [".", T.Dot],
  [",", T.Comma],
  [";", T.Semi],
  [":", T.Colon],
  ["#", T.Pound],
  ["$", T.Dollar],
  ["?", T.Question],
  ["~", T.Tilde],
  ["::", T.PathSep],
  ["->", T.RArrow],
  ["=>", T.FatArrow],
  ["==", T.EqEq],
  ["!=", T.Ne],
  ["<=", T.Le],
  [">=", T.Ge],
  ["&&", T.AndAnd],
  ["||", T.OrOr],
  ["+=", T.PlusEq],
  ["-=", T.MinusEq],
  ["*=", T.StarEq],
  ["/=", T.SlashEq],
  ["%=", T.PercentEq],
  ["^=", T.CaretEq],
  ["&=", T.AndEq],
  ["|=", T.OrEq],
  ["<<", T.Shl],
  [">>", T.Shr],
  ["<<=", T.ShlEq],
  [">>=", T.ShrEq],
  ["..", T.DotDot],
  ["...", T.DotDotDot],
  ["..=", T.DotDotEq],
  ["<-", T.LArrow],
];

const BY_TEXT: ReadonlyMap<string, T> = new Map([...WORDS, ...PUNCTUATION]);
const TEXTS: ReadonlyMap<T, string> = new Map(
  [...WORDS, ...PUNCTUATION].map(([text, code]) => [code, text]),
);

/** Keywords by length and first letter, so that few are compared. */
const BUCKETS = new Array<{ readonly words: string[]; readonly codes: T[] } | undefined>(
  12 * 128,
).fill(undefined);
for (const [word, code] of WORDS) {
  const bucket = (BUCKETS[bucketOf(word.length, word.charCodeAt(0))] ??= { words: [], codes: [] });
  bucket.words.push(word);
  bucket.codes.push(code);
}

/** The code of the word `text[start, end)`: a keyword's, or Ident. */
export function wordCode(text: string, start: number, end: number): T {
  const length = end - start;
  if (length > 11) return T.Ident;
  const bucket = BUCKETS[bucketOf(length, text.charCodeAt(start))];
  if (bucket === undefined) return T.Ident;
  const { words, codes } = bucket;
  for (let at = 0; at < words.length; at += 1) {
    if (text.startsWith(words[at] ?? "", start)) return codes[at] ?? T.Ident;
  }
  return T.Ident;
}

function bucketOf(length: number, first: number): number {
  return length * 128 + (first & 127);
}

/** The fixed text of a keyword, operator or delimiter. */
export function fixedText(code: T): string | undefined {
  return TEXTS.get(code);
}

/** The code of a token given by kind and text, as macro expansion makes them. */
export function codeOf(kind: TokenKind, text: string, raw: boolean): T {
  switch (kind) {
    case TokenKind.End:
      return T.Eof;
    case TokenKind.Ident:
      return raw ? T.Ident : (BY_TEXT.get(text) ?? T.Ident);
    case TokenKind.Punct:
    case TokenKind.Open:
    case TokenKind.Close:
      return BY_TEXT.get(text) ?? T.Unknown;
    default:
      return KIND_CODES[kind] ?? T.Unknown;
  }
}

const KIND_CODES: { readonly [kind: number]: T } = {
  [TokenKind.Lifetime]: T.Lifetime,
  [TokenKind.Int]: T.Int,
  [TokenKind.Float]: T.Float,
  [TokenKind.Char]: T.Char,
  [TokenKind.Byte]: T.Byte,
  [TokenKind.Str]: T.Str,
  [TokenKind.RawStr]: T.Str,
  [TokenKind.ByteStr]: T.ByteStr,
  [TokenKind.RawByteStr]: T.ByteStr,
  [TokenKind.CStr]: T.CStr,
  [TokenKind.RawCStr]: T.CStr,
  [TokenKind.OuterDoc]: T.OuterDoc,
  [TokenKind.InnerDoc]: T.InnerDoc,
  [TokenKind.Interpolated]: T.Interpolated,
};

/** An identifier in some edition. */
export function mayBeName(code: T): boolean {
  return code >= T.Ident && code <= T.Try;
}

/** Operators that the parser may split: the first token and the rest. */
const SPLITS: { readonly [code: number]: readonly [T, T] } = {
  [T.Shl]: [T.Lt, T.Lt],
  [T.Le]: [T.Lt, T.Eq],
  [T.ShlEq]: [T.Lt, T.Le],
  [T.LArrow]: [T.Lt, T.Minus],
  [T.Shr]: [T.Gt, T.Gt],
  [T.Ge]: [T.Gt, T.Eq],
  [T.ShrEq]: [T.Gt, T.Ge],
  [T.AndAnd]: [T.And, T.And],
  [T.AndEq]: [T.And, T.Eq],
  [T.OrOr]: [T.Or, T.Or],
  [T.OrEq]: [T.Or, T.Eq],
  [T.PlusEq]: [T.Plus, T.Eq],
  [T.StarEq]: [T.Star, T.Eq],
  [T.MinusEq]: [T.Minus, T.Eq],
  [T.Ne]: [T.Bang, T.Eq],
  [T.PathSep]: [T.Colon, T.Colon],
};

export function splitOf(code: T): readonly [T, T] | undefined {
  return SPLITS[code];
}

export function isKeyword(code: T): boolean {
  return code >= T.As && code <= T.Underscore;
}

export function isLiteral(code: T): boolean {
  return code >= T.Int && code <= T.CStr;
}
