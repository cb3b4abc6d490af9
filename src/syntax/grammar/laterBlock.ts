// Function bodies that are parsed when somebody looks at them: for std, of which a program uses a small part.
//
// Only bodies without items are put off, so that collecting definitions need not look inside. Their syntax errors are
// not reported; a test reads every body of std.

import type { Edition } from "../../base/edition.ts";
import type { Attribute, Block, Expr, Stmt, TokenRange } from "../ast.ts";
import { T } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";

export class LaterBlock implements Block {
  readonly start: number;
  readonly end: number;
  private readonly read: () => Block;
  private block: Block | undefined;

  constructor(start: number, end: number, read: () => Block) {
    this.start = start;
    this.end = end;
    this.read = read;
  }

  private get parsed(): Block {
    this.block ??= this.read();
    return this.block;
  }

  get attrs(): readonly Attribute[] {
    return this.parsed.attrs;
  }

  get statements(): readonly Stmt[] {
    return this.parsed.statements;
  }

  get tail(): Expr {
    // Absent tails are undefined, as in any block.
    return this.parsed.tail as Expr;
  }
}

/** True for a body that was put off and holds no items. */
export function isLater(block: Block): boolean {
  return block instanceof LaterBlock;
}

/** The body at `{`, put off if it can be. */
export function parseBodyLater(
  p: Parser,
  read: (range: TokenRange, edition: Edition) => Block,
): Block {
  const { table, row, start, edition } = p;
  const close = p.closing();
  if (p.code !== T.OpenBrace || close <= row || close >= p.limit || holdsItems(p, row, close))
    return p.grammar.block(p);
  p.jump(close);
  p.bump();
  return new LaterBlock(start, p.prevEnd, () => read({ table, from: row, to: close + 1 }, edition));
}

const ITEM_CODES: ReadonlySet<T> = new Set([
  T.Fn,
  T.Struct,
  T.Enum,
  T.Union,
  T.Trait,
  T.Impl,
  T.Mod,
  T.Use,
  T.Static,
  T.Extern,
  T.Type,
  T.MacroRules,
  T.Macro,
]);

function holdsItems(p: Parser, from: number, to: number): boolean {
  const { codes } = p.table;
  for (let row = from + 1; row < to; row += 1) {
    const code = codes[row] as T;
    if (
      ITEM_CODES.has(code) ||
      (code === T.Const && codes[row - 1] !== T.Star && codes[row + 1] !== T.OpenBrace)
    )
      return true;
  }
  return false;
}
