// Statements and lines: where a line can be put in so that the text keeps its layout.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import type { HirBlock, HirStmt } from "../../hir/hir.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { insertAt, type TextEdit } from "./fix.ts";

export interface Placed {
  readonly block: HirBlock;
  readonly span: Span;
  /** Undefined for the value at a block's end. */
  readonly statement: HirStmt | undefined;
  readonly index: number;
}

/** Every block of a body, outer ones first. */
export function blocksOf(typed: TypedBody): readonly HirBlock[] {
  return typed.map().exprs.flatMap((expr) => {
    if (expr.kind === "block") return [expr.block];
    return expr.kind === "loop" ? [expr.body] : [];
  });
}

/** The innermost statement around a range. */
export function statementAround(typed: TypedBody, range: Span): Placed | undefined {
  return placedAround(typed, range).at(-1);
}

/** Statements around a range, outermost first. */
export function placedAround(typed: TypedBody, range: Span): readonly Placed[] {
  return blocksOf(typed)
    .flatMap((block) => partsOf(block))
    .filter(({ span }) => span.start <= range.start && range.end <= span.end)
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
}

export function partsOf(block: HirBlock): readonly Placed[] {
  const parts = block.statements.map((statement, index): Placed => ({
    block,
    statement,
    span: statement.span,
    index,
  }));
  if (block.tail === undefined) return parts;
  return [...parts, { block, statement: undefined, span: block.tail.span, index: parts.length }];
}

/** A line of its own before a statement; undefined where the statement does not begin its line. */
export function lineBefore(
  { text }: Analysis,
  position: number,
  line: string,
): TextEdit | undefined {
  const start = lineStart(text, position);
  const indent = text.slice(start, position);
  if (/\S/.test(indent)) return undefined;
  return insertAt(start, `${indent}${line}${endOfLine(text)}`);
}

/** A line of its own behind a statement. */
export function lineAfter({ text }: Analysis, span: Span, line: string): TextEdit | undefined {
  const indent = indentAt(text, span.start);
  const end = lineEnd(text, span.end);
  if (indent === undefined || /[^\s;]/.test(text.slice(span.end, end).replace(/\/\/.*$/, "")))
    return undefined;
  return insertAt(end, `${endOfLine(text)}${indent}${line}`);
}

/** Takes a statement's line out. */
export function withoutLine({ text }: Analysis, span: Span): TextEdit | undefined {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  if (/\S/.test(text.slice(start, span.start)) || /[^\s;]/.test(text.slice(span.end, end)))
    return undefined;
  const next = text.indexOf("\n", end);
  return { span: { start, end: next < 0 ? text.length : next + 1 }, text: "" };
}

export function indentAt(text: string, position: number): string | undefined {
  const indent = text.slice(lineStart(text, position), position);
  return /\S/.test(indent) ? undefined : indent;
}

export function endOfLine(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function lineStart(text: string, position: number): number {
  return text.lastIndexOf("\n", position - 1) + 1;
}

/** Before the line break. */
function lineEnd(text: string, position: number): number {
  const end = text.indexOf("\n", position);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}
