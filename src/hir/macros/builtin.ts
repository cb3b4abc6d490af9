// Macros that the compiler itself expands to tokens: `concat!`, `stringify!`, `line!`, `cfg!`, …
//
// std declares them with `#[rustc_builtin_macro(name)]`; the name is the key here. `format_args` is not among them: it
// becomes an expression of its own kind when the body is lowered (lowerFormat.ts).

import type { Expr, Lit } from "../../syntax/ast.ts";
import { parseExprTokens } from "../../syntax/fragments.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import { cfgHolds, splitCommas } from "../attrs.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { Crate, MacroDef } from "../crate.ts";
import type { CallSite } from "./callSite.ts";
import { exprText } from "./exprText.ts";
import { tokenText } from "./tokenText.ts";

type Mark = (context: number) => number;

/** What a builtin macro's call stands for; undefined after an error or where it is not supported. */
export function expandBuiltin(
  crate: Crate,
  macro: MacroDef,
  site: CallSite,
  mark: Mark,
): Tokens | undefined {
  const { call } = site;
  switch (macro.builtin) {
    case "concat":
      return concat(crate, site);
    case "stringify":
      return single(site, TokenKind.Str, quote(tokenText(call.tokens)));
    case "expr_text":
      return single(
        site,
        TokenKind.Str,
        quote(exprText(parseExprTokens(call.tokens, crate.edition).node, call.tokens)),
      );
    case "line":
      return single(site, TokenKind.Int, `${position(crate, site).line}u32`);
    case "column":
      return single(site, TokenKind.Int, `${position(crate, site).column}u32`);
    case "file":
      return single(site, TokenKind.Str, quote(position(crate, site).file));
    case "module_path":
      return single(site, TokenKind.Str, quote(site.modulePath));
    case "cfg":
      return single(
        site,
        TokenKind.Ident,
        String(cfgHolds(call.tokens, { test: crate.options.test === true })),
      );
    case "compile_error":
      return compileError(crate, site);
    case "panic":
    case "unreachable":
      return byEdition(crate, macro.builtin, site, mark);
    default:
      reportUnsupported(
        crate,
        callSpan(site),
        `${macro.name}!`,
        `\`${macro.name}!\` is not part of Lockstep's model`,
      );
      return undefined;
  }
}

function callSpan(site: CallSite): { start: number; end: number } {
  return site.frame?.outer ?? { start: site.call.start, end: site.call.end };
}

function single(site: CallSite, kind: TokenKind, text: string): Tokens {
  const { start, end } = callSpan(site);
  const buffer = new TokenBuffer();
  buffer.push(kind, text, start, end, 0, false, false);
  return buffer.finish();
}

function position(crate: Crate, site: CallSite): { line: number; column: number; file: string } {
  crate.located = true;
  return (
    crate.options.locate?.(callSpan(site).start) ?? { line: 1, column: 1, file: "src/main.rs" }
  );
}

/** A string as a Rust literal. */
export function quote(text: string): string {
  const escapes: Readonly<Record<string, string>> = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\0": "\\0",
  };
  return `"${text.replace(/[\\"\n\r\t\0]/g, (char) => escapes[char] ?? char)}"`;
}

function concat(crate: Crate, site: CallSite): Tokens | undefined {
  let text = "";
  for (const part of splitCommas(site.call.tokens)) {
    const parsed = parseExprTokens(part, crate.edition);
    const literal = site.literal(parsed.node);
    const piece = literal === undefined ? undefined : literalText(literal);
    if (piece === undefined) {
      const { table, from } = part;
      const span = { start: table.starts[from] ?? 0, end: table.ends[part.to - 1] ?? 0 };
      reportError(crate, { code: undefined, message: "expected a literal", span });
      return undefined;
    }
    text += piece;
  }
  return single(site, TokenKind.Str, quote(text));
}

function literalText(expr: Expr): string | undefined {
  if (expr.kind === "unary") {
    const inner = literalText(expr.expr);
    return inner === undefined ? undefined : `-${inner}`;
  }
  if (expr.kind === "paren" || expr.kind === "group") return literalText(expr.expr);
  return expr.kind === "lit" ? litText(expr.lit) : undefined;
}

function litText(lit: Lit): string | undefined {
  switch (lit.kind) {
    case "str":
    case "char":
      return lit.value;
    case "bool":
      return String(lit.value);
    case "int":
      return BigInt(lit.digits).toString();
    case "float":
      return lit.digits;
    default:
      return undefined;
  }
}

function compileError(crate: Crate, site: CallSite): undefined {
  const parsed = parseExprTokens(site.call.tokens, crate.edition);
  const literal = site.literal(parsed.node);
  const message = literal === undefined ? undefined : literalText(literal);
  reportError(crate, {
    code: undefined,
    message: message ?? "argument must be a string literal",
    span: callSpan(site),
  });
  return undefined;
}

/** `panic!` means `panic_2015!` or `panic_2021!`, by the edition of the crate that calls it. */
function byEdition(crate: Crate, name: string, site: CallSite, mark: Mark): Tokens {
  const { call } = site;
  const { start, end } = call.path;
  const edition = crate.edition >= 2021 ? "2021" : "2015";
  const buffer = new TokenBuffer();
  const push = (kind: TokenKind, text: string): void =>
    buffer.push(kind, text, start, end, mark(0), false, false);
  push(TokenKind.Ident, "$crate");
  push(TokenKind.Punct, "::");
  push(TokenKind.Ident, `${name}_${edition}`);
  push(TokenKind.Punct, "!");
  push(TokenKind.Open, "(");
  for (let row = call.tokens.from; row < call.tokens.to; row += 1)
    buffer.copy(call.tokens.table, row);
  push(TokenKind.Close, ")");
  return buffer.finish();
}
