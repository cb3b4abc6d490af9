// Which lines of the source an error shows, and where its carets stand; as rustc prints them. Pure.

import type { PanelDiagnostic, SourceText } from "../../protocol/messages.ts";

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** Lines left out; then the rest is empty. */
  readonly gap: boolean;
  readonly marks: readonly ExcerptMark[];
  /** The rail that joins the marked lines: where it begins, ends, or passes. */
  readonly rail: "none" | "first" | "through" | "last";
}

export interface ExcerptMark {
  readonly primary: boolean;
  readonly indent: number;
  readonly width: number;
  readonly message: string;
}

/** A gap of one line is shown, a longer one is cut. */
const LONGEST_BRIDGE = 1;

export function excerptOf(diagnostic: PanelDiagnostic, source: SourceText): readonly ExcerptLine[] {
  const marks = new Map<number, ExcerptMark[]>();
  const add = (line: number, mark: ExcerptMark): void => {
    marks.set(line, [...(marks.get(line) ?? []), mark]);
  };
  const text = (line: number): string | undefined => source.lines[line - source.firstLine];
  const end =
    diagnostic.endLine === diagnostic.line
      ? diagnostic.endColumn
      : (text(diagnostic.line)?.length ?? 0) + 1;
  add(diagnostic.line, {
    primary: true,
    indent: diagnostic.column - 1,
    width: Math.max(1, end - diagnostic.column),
    message: diagnostic.label === diagnostic.message ? "" : (diagnostic.label ?? ""),
  });
  for (const related of diagnostic.related) {
    const word = /^[\w]+|^./u.exec(text(related.line)?.slice(related.column - 1) ?? "")?.[0] ?? " ";
    add(related.line, {
      primary: false,
      indent: Math.max(0, related.column - 1),
      width: word.length,
      message: related.message,
    });
  }
  const lines: Omit<ExcerptLine, "rail">[] = [];
  let last: number | undefined;
  for (const number of [...marks.keys()].sort((a, b) => a - b)) {
    if (text(number) === undefined) continue;
    if (last !== undefined && number - last - 1 > LONGEST_BRIDGE)
      lines.push({ number: 0, text: "", gap: true, marks: [] });
    else if (last !== undefined)
      for (let at = last + 1; at < number; at++)
        lines.push({ number: at, text: text(at) ?? "", gap: false, marks: [] });
    lines.push({ number, text: text(number) ?? "", gap: false, marks: marks.get(number) ?? [] });
    last = number;
  }
  return lines.map((line, at) => ({ ...line, rail: railOf(at, lines.length) }));
}

function railOf(at: number, count: number): ExcerptLine["rail"] {
  if (count < 2) return "none";
  return at === 0 ? "first" : at === count - 1 ? "last" : "through";
}
