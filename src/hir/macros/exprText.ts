// Expressions as rustc's printer writes them, for `assertion failed: …`. Common forms are printed from the tree, with
// its spacing; the rest as written.

import type { Expr, Path, TokenRange } from "../../syntax/ast.ts";
import { sourceText, tokenText } from "./tokenText.ts";

export function exprText(expr: Expr, range: TokenRange): string {
  const text = (inner: Expr): string => exprText(inner, range);
  const list = (exprs: readonly Expr[]): string => exprs.map(text).join(", ");
  const written = (node: { readonly start: number; readonly end: number }): string =>
    sourceText(range, node.start, node.end);
  switch (expr.kind) {
    case "group":
      return text(expr.expr);
    case "paren":
      return `(${text(expr.expr)})`;
    case "path":
      return expr.qself === undefined ? pathText(expr.path, written) : written(expr);
    case "unary":
      return `${expr.op}${text(expr.expr)}`;
    case "binary":
      return `${text(expr.left)} ${expr.op} ${text(expr.right)}`;
    case "call":
      return `${text(expr.callee)}(${list(expr.args)})`;
    case "methodCall": {
      const name = written({ start: expr.segment.start, end: expr.segment.end });
      return `${text(expr.receiver)}.${name}(${list(expr.args)})`;
    }
    case "field":
      return `${text(expr.expr)}.${expr.name.name}`;
    case "index":
      return `${text(expr.expr)}[${text(expr.index)}]`;
    case "addrOf":
      return `&${expr.raw ? (expr.mutable ? "raw mut " : "raw const ") : expr.mutable ? "mut " : ""}${text(expr.expr)}`;
    case "array":
      return `[${list(expr.exprs)}]`;
    case "tuple":
      return expr.exprs.length === 1 ? `(${list(expr.exprs)},)` : `(${list(expr.exprs)})`;
    case "cast":
      return `${text(expr.expr)} as ${written(expr.type)}`;
    case "closure":
      return closureText(expr, text, written);
    case "macro":
      return macroText(expr, written);
    default:
      return written(expr);
  }
}

type Written = (node: { readonly start: number; readonly end: number }) => string;

function pathText(path: Path, written: Written): string {
  const plain = path.segments.every((segment) => segment.args === undefined);
  if (!plain) return written(path);
  return (path.global ? "::" : "") + path.segments.map((segment) => segment.ident.name).join("::");
}

function closureText(
  expr: Expr & { kind: "closure" },
  text: (inner: Expr) => string,
  written: Written,
): string {
  const params = expr.params.map((param) =>
    param.type === undefined ? written(param.pat) : `${written(param.pat)}: ${written(param.type)}`,
  );
  const output = expr.output === undefined ? "" : ` -> ${written(expr.output)}`;
  return `${expr.move ? "move " : ""}|${params.join(", ")}|${output} ${text(expr.body)}`;
}

function macroText(expr: Expr & { kind: "macro" }, written: Written): string {
  const { call } = expr;
  const close = call.delimiter === "(" ? ")" : call.delimiter === "[" ? "]" : "}";
  return `${pathText(call.path, written)}!${call.delimiter}${tokenText(call.tokens)}${close}`;
}
