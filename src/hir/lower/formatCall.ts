// Reading a call of `format_args!`: the string with its place in the text, and the arguments.

import type { Span } from "../../base/span.ts";
import type { Expr, Ident, MacroArg, MacroCall } from "../../syntax/ast.ts";
import { parseExprTokens } from "../../syntax/fragments.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { InterpolatedNode } from "../macros/fragments.ts";
import { literalOffsets } from "../macros/literalMap.ts";
import { expandToLiteral } from "../names/expandHere.ts";
import type { BodyContext } from "./bodyContext.ts";
import { placeOf } from "./lateMacros.ts";

export interface Literal {
  readonly text: string;
  /** Span of the characters [from, to) of the text. */
  readonly at: (from: number, to: number) => Span;
  readonly span: Span;
  readonly context: number;
  /** Written as a literal: names in it may capture. */
  readonly direct: boolean;
}

export type ReadArgs =
  | { readonly list: readonly MacroArg[] }
  | { readonly message: string; readonly span: Span };

export function argumentsOf(cx: BodyContext, call: MacroCall): ReadArgs {
  if (call.args !== undefined) return { list: call.args };
  const { table, from, to } = call.tokens;
  const list: MacroArg[] = [];
  let row = from;
  while (row < to) {
    const named =
      table.kinds[row] === TokenKind.Ident && row + 1 < to && table.text(row + 1) === "=";
    const start = named ? row + 2 : row;
    const parsed = parseExprTokens({ table, from: start, to }, cx.crate.edition);
    const [error] = parsed.errors;
    if (error !== undefined)
      return { message: error.message, span: { start: error.start, end: error.end } };
    list.push(named ? { name: identAt(call, row), value: parsed.node } : { value: parsed.node });
    row = parsed.next;
    if (row < to && table.text(row) !== ",") {
      return {
        message: `expected \`,\`, found \`${table.text(row)}\``,
        span: { start: table.starts[row] ?? 0, end: table.ends[row] ?? 0 },
      };
    }
    row += 1;
  }
  return { list };
}

function identAt(call: MacroCall, row: number): Ident {
  const { table } = call.tokens;
  return {
    name: table.text(row),
    context: table.context(row),
    start: table.starts[row] ?? 0,
    end: table.ends[row] ?? 0,
  };
}

/** The format string: a literal, an interpolated one, or a macro call that gives one. */
export function literalOf(cx: BodyContext, call: MacroCall, value: Expr): Literal | undefined {
  const expr = expandToLiteral(placeOf(cx), value);
  if (expr?.kind !== "lit" || expr.lit.kind !== "str") return undefined;
  const text = expr.lit.value;
  const source = sourceOf(call);
  const span: Span = { start: value.start, end: value.end };
  if (source === undefined)
    return { text, at: () => span, span, context: 0, direct: isWritten(value) };
  const offsets = literalOffsets(source.text, source.raw);
  const whole: Span = { start: source.start, end: source.start + source.text.length };
  if (offsets.length !== text.length + 1)
    return { text, at: () => whole, span: whole, context: source.context, direct: true };
  const at = (from: number, to: number): Span => ({
    start: source.start + (offsets[from] ?? 0),
    end: source.start + (offsets[to] ?? source.text.length),
  });
  return { text, at, span: whole, context: source.context, direct: true };
}

function isWritten(expr: Expr): boolean {
  return expr.kind === "group" || expr.kind === "paren"
    ? isWritten(expr.expr)
    : expr.kind === "lit";
}

interface LiteralSource {
  readonly text: string;
  readonly raw: boolean;
  readonly start: number;
  readonly context: number;
}

/** The token of the format string, through `$fmt:expr` and the like. */
function sourceOf(call: MacroCall): LiteralSource | undefined {
  let { table, from } = call.tokens;
  for (let depth = 0; table.kinds[from] === TokenKind.Interpolated && depth < 64; depth += 1) {
    const node = table.node(from) as InterpolatedNode;
    if (node.range === undefined) return undefined;
    ({ table, from } = node.range);
  }
  const kind = table.kinds[from];
  if (kind !== TokenKind.Str && kind !== TokenKind.RawStr) return undefined;
  return {
    text: table.text(from),
    raw: kind === TokenKind.RawStr,
    start: table.starts[from] ?? 0,
    context: table.context(from),
  };
}
