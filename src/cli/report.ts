// What a command has to say, for people and for scripts, and the places in it.

import { lineColumnAt } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { Analysis, Diagnostic } from "../driver/contract.ts";

export interface Report {
  readonly json: unknown;
  readonly text: string;
  /** Errors or bad outcomes: the exit code is 1. */
  readonly found: boolean;
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(analysis: Analysis, span: Span): Place {
  const start = lineColumnAt(analysis.lines, span.start);
  const end = lineColumnAt(analysis.lines, Math.max(span.end, span.start));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

export function diagnosticsJson(analysis: Analysis): readonly unknown[] {
  return analysis.diagnostics().map((diagnostic) => ({
    severity: diagnostic.severity,
    code: diagnostic.code ?? null,
    message: diagnostic.message,
    ...placeOf(analysis, diagnostic.span),
    related: diagnostic.related.map((related) => {
      const { line, column } = placeOf(analysis, related.span);
      return { line, column, message: related.message };
    }),
  }));
}

export function unsupportedJson(analysis: Analysis): readonly unknown[] {
  return analysis.unsupported().map(({ span, what, reason }) => {
    const { line, column } = placeOf(analysis, span);
    return { line, column, what, reason };
  });
}

export function errorsOf(analysis: Analysis): readonly Diagnostic[] {
  return analysis.compilerDiagnostics().filter((diagnostic) => diagnostic.severity === "error");
}

/** In the manner of rustc: headline, place, related places. */
export function diagnosticText(analysis: Analysis, diagnostic: Diagnostic): string {
  const at = placeOf(analysis, diagnostic.span);
  const code = diagnostic.code === undefined ? "" : `[${diagnostic.code}]`;
  const source = analysis.text.split("\n")[at.line - 1] ?? "";
  const width =
    at.endLine === at.line ? Math.max(at.endColumn - at.column, 1) : source.length - at.column + 1;
  const gutter = " ".repeat(String(at.line).length);
  const lines = [
    `${diagnostic.severity}${code}: ${diagnostic.message}`,
    `${gutter}--> ${analysis.file}:${at.line}:${at.column}`,
    `${at.line} | ${source}`,
    `${gutter} | ${" ".repeat(at.column - 1)}${"^".repeat(Math.max(width, 1))}`,
    ...diagnostic.related.map((related) => {
      const place = placeOf(analysis, related.span);
      return `${gutter} = line ${place.line}: ${related.message}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
