// Macro calls: the tokens, and the arguments in place where they read as a list of expressions.
//
// Which macros those are is not written down anywhere: any call whose tokens parse as expressions divided by `,` or
// `;`, each with an optional `name =` before it, gets `args`.

import type { MacroArg, MacroCall, Path, TokenRange } from "../ast.ts";
import { T } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";
import { opt } from "./parser.ts";

/** A call, standing at its `!`; a delimiter follows. */
export function parseMacroCall(p: Parser, path: Path): MacroCall {
  p.bump();
  const delimiter = p.code === T.OpenParen ? "(" : p.code === T.OpenBracket ? "[" : "{";
  const tokens = parseDelimited(p);
  return {
    start: path.start,
    end: p.prevEnd,
    path,
    delimiter,
    tokens,
    args: opt(parseArgs(p, tokens)),
  };
}

/** The tokens of the group that begins here; steps behind it. */
export function parseDelimited(p: Parser): TokenRange {
  const from = p.row + 1;
  const to = Math.max(p.closing(), from);
  p.jump(Math.min(to, p.limit));
  p.bump();
  return { table: p.table, from, to: Math.min(to, p.limit) };
}

function parseArgs(p: Parser, tokens: TokenRange): readonly MacroArg[] | undefined {
  if (tokens.from >= tokens.to) return [];
  if (p.guessing) return undefined;
  return p.inside(tokens.from, tokens.to, () => {
    const args: MacroArg[] = [];
    while (p.code !== T.Eof && !p.failed) {
      const name = p.isIdent() && p.peek(1) === T.Eq ? p.takeIdent() : undefined;
      if (name !== undefined) p.bump();
      args.push({ name: opt(name), value: p.grammar.expr(p) });
      if (!p.at(T.Eof) && !p.eat(T.Comma) && !p.eat(T.Semi)) p.unexpected();
    }
    return args;
  });
}
