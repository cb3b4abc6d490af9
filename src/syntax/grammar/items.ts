// Items: which one begins here, and getting back in step between items.

import type { Attribute, Item, ItemKind } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { innerAttributes, outerAttributes } from "./attributes.ts";
import { looksLikeFn } from "./begins.ts";
import { parseEnum, parseStruct } from "./data.ts";
import { parseFn, parseFnHeader, startsFn } from "./functions.ts";
import { parseGenerics, withWhere } from "./generics.ts";
import { parseImpl, parseTrait } from "./impls.ts";
import { parseDelimited, parseMacroCall } from "./macros.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isPathStart, isQPathStart, parseModPath } from "./paths.ts";
import { parseBounds } from "./generics.ts";
import { opensGroup, parseAbi, parseType } from "./ty.ts";
import { expectSemi } from "./semicolons.ts";
import { parseRename, parseUseTree } from "./uses.ts";
import { parseVisibility } from "./visibility.ts";

/** Where an item stands. */
export type Place = "file" | "body" | "trait" | "impl" | "extern";

/** Items up to the end of the group or file. */
export function parseItems(p: Parser, place: Place): Item[] {
  const items: Item[] = [];
  while (!p.atClose()) {
    const { row } = p;
    const spliced = p.eatInterpolated<Item>("item");
    if (spliced !== undefined) items.push(spliced);
    else parseNextItem(p, place, items);
    if (p.row === row && !p.atClose()) p.bump();
    p.recovered();
  }
  return items;
}

function parseNextItem(p: Parser, place: Place, items: Item[]): void {
  const attrs = outerAttributes(p);
  if (p.atClose()) {
    if (attrs.length > 0) noItem(p, attrs, place);
    return;
  }
  const item = parseItem(p, attrs, place);
  if (item !== undefined) {
    items.push(item);
    if (p.failed) skipToItem(p, place, items);
    return;
  }
  if (p.code === T.Semi) {
    if (place === "file") p.complain("expected item, found `;`");
    else p.complain("non-item in item list");
    p.bump();
    return;
  }
  noItem(p, attrs, place);
  skipToItem(p, place, items);
}

function noItem(p: Parser, attrs: readonly Attribute[], place: Place): void {
  const last = attrs.at(-1);
  if (last !== undefined)
    p.error(
      `expected item after ${last.doc === undefined ? "attributes" : "doc comment"}`,
      last.start,
      last.end,
    );
  else if (p.code === T.Pub) p.error("visibility `pub` is not followed by an item");
  else if (p.isIdent() && p.peek(1) === T.OpenBrace && place === "file")
    p.error("missing `struct` for struct definition");
  else if (isPathStart(p) && !isQPathStart(p) && !looksLikeFn(p, 1)) {
    // Taken for the path of a macro call.
    parseModPath(p);
    p.want(T.Bang);
    p.unexpected();
  } else if (place !== "file") p.error("non-item in item list");
  else p.error(`expected item, found ${p.found()}`);
}

/** After an error: to the next line that begins an item; items in blocks on the way are kept. */
function skipToItem(p: Parser, place: Place, items: Item[]): void {
  while (!p.atClose()) {
    if (beginsItem(p) && (p.atLineStart || p.at(T.Fn) || p.at(T.Pub) || startsFn(p))) return;
    if (looksLikeFn(p)) return;
    if (p.code === T.OpenBrace && blockHoldsItems(p)) {
      const close = p.closing();
      p.bump();
      p.recovered();
      items.push(...parseItems(p, "impl"));
      closeGroup(p, T.CloseBrace, close);
      return;
    }
    const ends = p.code === T.Semi || p.code === T.OpenBrace;
    p.skipTree();
    if (ends && place !== "body" && (p.atLineStart || p.atClose())) return;
  }
}

function blockHoldsItems(p: Parser): boolean {
  const first = p.peek(1);
  if (first === T.Fn || first === T.Pub || first === T.Extern) return true;
  return (first === T.Async || first === T.Unsafe || first === T.Const) && p.peek(2) === T.Fn;
}

/** A token that hardly anything but an item begins with. */
function beginsItem(p: Parser): boolean {
  switch (p.code) {
    case T.Fn:
      return p.isIdent(p.peek(1));
    case T.Pub:
    case T.Struct:
    case T.Enum:
    case T.Impl:
    case T.Trait:
    case T.Mod:
    case T.Use:
    case T.Extern:
    case T.MacroRules:
    case T.Pound:
    case T.OuterDoc:
      return true;
    case T.Const:
    case T.Static:
    case T.Type:
      return (
        p.isIdent(p.peek(1)) ||
        p.peek(1) === T.Fn ||
        p.peek(1) === T.Unsafe ||
        p.peek(1) === T.Mut ||
        p.peek(1) === T.Underscore
      );
    case T.Async:
    case T.Unsafe:
      return startsFn(p) || p.peek(1) === T.Impl || p.peek(1) === T.Trait || p.peek(1) === T.Extern;
    default:
      return false;
  }
}

/** The item that begins here, behind its attributes; undefined, with nothing consumed, where none does. */
export function parseItem(p: Parser, attrs: readonly Attribute[], place: Place): Item | undefined {
  const { start } = p;
  const spliced = p.eatInterpolated<Item>("item");
  if (spliced !== undefined) return { ...spliced, attrs: [...attrs, ...spliced.attrs] };
  const mark = p.mark();
  const visibility = parseVisibility(p);
  if (p.code === T.Default && isDefaultness(p)) p.bump();
  const kind = parseItemKind(p, place, start);
  if (kind === undefined) {
    p.reset(mark);
    return undefined;
  }
  const inner = kind.kind === "mod" ? (kind.inner ?? []) : [];
  const all = inner.length === 0 ? attrs : [...attrs, ...inner];
  return { ...kind, start, end: p.prevEnd, attrs: all, visibility };
}

function isDefaultness(p: Parser): boolean {
  const next = p.peek(1);
  switch (next) {
    case T.Fn:
    case T.Type:
    case T.Const:
    case T.Async:
    case T.Unsafe:
    case T.Extern:
    case T.Impl:
    case T.Safe:
    case T.Static:
      return true;
    default:
      return false;
  }
}

function parseItemKind(p: Parser, place: Place, start: number): ItemKind | undefined {
  switch (p.code) {
    case T.Use:
      // `use |x|` is a closure.
      if (p.peek(1) === T.Or || p.peek(1) === T.OrOr) return undefined;
      return after(p, () => ended(p, { kind: "use", tree: parseUseTree(p) }));
    case T.Fn:
      return fnItem(p, place);
    case T.Struct:
      return after(p, () => parseStruct(p, "struct"));
    case T.Enum:
      return after(p, () => parseEnum(p));
    case T.Union:
      return p.isIdent(p.peek(1)) ? after(p, () => parseStruct(p, "union")) : tail(p, place, start);
    case T.Impl:
      return parseImpl(p, parseItems);
    case T.Trait:
      return parseTrait(p, parseItems);
    case T.Auto:
      return p.peek(1) === T.Trait ? parseTrait(p, parseItems) : tail(p, place, start);
    case T.Mod:
      return parseMod(p, false);
    case T.Type:
      return after(p, () => parseTypeAlias(p));
    case T.Static:
      return isStatic(p, 0) ? parseStatic(p, false, false) : undefined;
    case T.Const:
      return parseConst(p, place);
    case T.Unsafe:
      return parseUnsafe(p, place);
    case T.Extern:
      return parseExtern(p, place);
    case T.Safe:
      if (isStatic(p, 1)) return after(p, () => parseStatic(p, false, true));
      return startsFn(p) ? fnItem(p, place) : tail(p, place, start);
    case T.Async:
    case T.Gen:
      return startsFn(p) ? fnItem(p, place) : tail(p, place, start);
    case T.MacroRules:
      return isMacroRules(p) ? parseMacroRules(p) : tail(p, place, start);
    case T.Macro:
      return p.isIdent(p.peek(1)) ? parseMacroDef(p) : undefined;
    default:
      return tail(p, place, start);
  }
}

/** Steps over the keyword and goes on. */
function after(p: Parser, parse: () => ItemKind): ItemKind {
  p.bump();
  return parse();
}

function ended(p: Parser, kind: ItemKind): ItemKind {
  expectSemi(p);
  return kind;
}

function fnItem(p: Parser, place: Place, start = p.start): ItemKind {
  const bodiless = place === "trait" || place === "extern";
  return parseFn(p, parseFnHeader(p), {
    unnamed: place === "trait" && p.edition === 2015,
    bodiless,
    start,
  });
}

/** What begins with a path: a macro call, or a function whose `fn` is missing. */
function tail(p: Parser, place: Place, start: number): ItemKind | undefined {
  if (looksLikeFn(p) && (place !== "body" || !p.isReserved())) return fnItem(p, place, start);
  if (place === "body" || !isPathStart(p) || isQPathStart(p)) return undefined;
  return parseMacroItem(p);
}

const NO_END =
  "macros that expand to items must be delimited with braces or followed by a semicolon";

function parseMacroItem(p: Parser): ItemKind | undefined {
  const mark = p.mark();
  const path = parseModPath(p);
  if (p.code !== T.Bang || p.failed) {
    p.reset(mark);
    return undefined;
  }
  if (!opensGroup(p.peek(1))) {
    p.bump();
    p.unexpected();
    return { kind: "error" };
  }
  const call = parseMacroCall(p, path);
  if (call.delimiter !== "{" && !p.eat(T.Semi)) {
    p.complain(NO_END, call.tokens.table.starts[call.tokens.from - 1], call.end);
  }
  return { kind: "macro", call };
}

// ---- macro definitions

function isMacroRules(p: Parser): boolean {
  return (
    p.peek(1) === T.Bang && (p.isIdent(p.peek(2)) || p.isReserved(p.peek(2)) || p.peek(2) === T.Try)
  );
}

function parseMacroRules(p: Parser): ItemKind {
  const { start } = p;
  p.bump();
  p.bump();
  const name = p.takeIdent();
  if (!opensGroup(p.code)) {
    p.want(T.OpenParen);
    p.want(T.OpenBracket);
    p.want(T.OpenBrace);
    p.unexpected();
    return { kind: "error" };
  }
  const braces = p.code === T.OpenBrace;
  const body = parseDelimited(p);
  if (!braces && !p.eat(T.Semi)) p.complain(NO_END, body.table.starts[body.from - 1], p.prevEnd);
  return { kind: "macroRules", rules: { start, end: p.prevEnd, name, body } };
}

/** `macro name(args) { … }` or `macro name { rules }` */
function parseMacroDef(p: Parser): ItemKind {
  p.bump();
  const name = p.ident();
  const from = p.row;
  if (p.code === T.OpenParen) p.skipTree();
  if (!p.check(T.OpenBrace)) {
    p.unexpected();
    return { kind: "error" };
  }
  p.skipTree();
  return { kind: "macroDef", name, body: { table: p.table, from, to: p.row } };
}

// ---- modules, aliases, values

function parseMod(p: Parser, unsafe: boolean): ItemKind {
  p.bump();
  const name = p.ident();
  if (!p.check(T.OpenBrace)) {
    expectSemi(p);
    return { kind: "mod", unsafe, name };
  }
  const close = p.closing();
  p.bump();
  if (!p.enter()) {
    p.leave();
    return { kind: "mod", unsafe, name };
  }
  const inner = innerAttributes(p);
  const items = parseItems(p, "file");
  closeGroup(p, T.CloseBrace, close);
  p.leave();
  return { kind: "mod", unsafe, name, inner, items };
}

function parseTypeAlias(p: Parser): ItemKind {
  const name = p.ident();
  const generics = parseGenerics(p);
  const bounds = p.eat(T.Colon) ? parseBounds(p) : [];
  const before = withWhere(p, generics);
  const type = p.eat(T.Eq) ? parseType(p) : undefined;
  const whole = withWhere(p, before);
  return ended(p, { kind: "typeAlias", name, generics: whole, bounds, type: opt(type) });
}

/** A static and not a closure, `ahead` tokens from here. */
function isStatic(p: Parser, ahead: number): boolean {
  if (p.peek(ahead) !== T.Static) return false;
  const next = p.peek(ahead + 1);
  return (
    next !== T.Or &&
    next !== T.OrOr &&
    next !== T.Move &&
    next !== T.Async &&
    next !== T.Use &&
    next !== T.OpenBrace
  );
}

function parseStatic(p: Parser, unsafe: boolean, safe: boolean): ItemKind {
  p.bump();
  const mutable = p.eat(T.Mut);
  const name = p.ident();
  const type = parseValueType(p, mutable ? "static mut" : "static");
  const value = p.eat(T.Eq) ? p.grammar.expr(p) : undefined;
  return ended(p, {
    kind: "static",
    mutable,
    unsafe,
    safe,
    name,
    type: opt(type),
    value: opt(value),
  });
}

function parseValueType(p: Parser, what: string): ReturnType<typeof parseType> | undefined {
  if (p.eat(T.Colon)) return parseType(p);
  if (p.check(T.Eq) || p.check(T.Semi))
    p.complain(`missing type for \`${what}\` item`, p.prevEnd, p.prevEnd);
  else p.unexpected();
  return undefined;
}

function parseConst(p: Parser, place: Place): ItemKind | undefined {
  if (startsFn(p)) return fnItem(p, place);
  if (!p.isIdent(p.peek(1)) && p.peek(1) !== T.Mut && looksLikeFn(p, 2)) {
    p.bump();
    p.error(`expected identifier, found ${p.found()}`);
    p.bump();
    return fnItem(p, place);
  }
  let n = 1;
  if (p.peek(n) === T.Unsafe) n += 1;
  if (p.peek(n) === T.Auto) n += 1;
  if (p.peek(n) === T.Trait) return parseTrait(p, parseItems);
  if (p.peek(1) === T.Impl) return parseImpl(p, parseItems);
  switch (p.peek(1)) {
    case T.OpenBrace:
    case T.Or:
    case T.OrOr:
    case T.Move:
    case T.Static:
    case T.Async:
    case T.Use:
      if (p.peek(1) !== T.Async || !p.isIdent(T.Async)) return undefined;
  }
  p.bump();
  if (p.code === T.Mut || p.code === T.Let) {
    p.complain("const globals cannot be mutable");
    p.bump();
  }
  const name = p.code === T.Underscore ? p.takeIdent() : p.ident();
  const generics = parseGenerics(p);
  const type = parseValueType(p, "const");
  const before = withWhere(p, generics);
  const value = p.eat(T.Eq) ? p.grammar.expr(p) : undefined;
  const whole = withWhere(p, before);
  return ended(p, { kind: "const", name, generics: whole, type: opt(type), value: opt(value) });
}

// ---- unsafe and extern

function parseUnsafe(p: Parser, place: Place): ItemKind | undefined {
  if (startsFn(p)) return fnItem(p, place);
  switch (p.peek(1)) {
    case T.Impl:
      return parseImpl(p, parseItems);
    case T.Trait:
    case T.Auto:
      return parseTrait(p, parseItems);
    case T.Mod:
      p.bump();
      return parseMod(p, true);
    case T.Extern:
      p.bump();
      return parseExternBlock(p, true);
    case T.Static:
      return isStatic(p, 1) ? after(p, () => parseStatic(p, true, false)) : undefined;
    default:
      return undefined;
  }
}

function parseExtern(p: Parser, place: Place): ItemKind | undefined {
  if (p.peek(1) === T.Crate) {
    p.jump(p.row + 2);
    const name = p.code === T.SelfValue ? p.takeIdent() : p.ident();
    const rename = p.eat(T.As) ? parseRename(p) : undefined;
    return ended(p, { kind: "externCrate", name, rename: opt(rename) });
  }
  if (startsFn(p)) return fnItem(p, place);
  return parseExternBlock(p, false);
}

function parseExternBlock(p: Parser, unsafe: boolean): ItemKind {
  const abi = parseAbi(p) ?? "";
  const close = p.closing();
  if (!p.expect(T.OpenBrace)) return { kind: "externBlock", unsafe, abi, items: [] };
  innerAttributes(p);
  const items = parseItems(p, "extern");
  closeGroup(p, T.CloseBrace, close);
  return { kind: "externBlock", unsafe, abi, items };
}
