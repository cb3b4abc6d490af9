// An analysis from its parts: what is asked of it later is computed at first use.

import { lineColumnAt, type LineColumn, type LineIndex } from "../base/lineIndex.ts";
import { isStdSpan, type Span } from "../base/span.ts";
import { finish } from "../base/steps.ts";
import type { DefId } from "../hir/defs.ts";
import type { Analysis, Diagnostic } from "./contract.ts";
import { diagnose, diagnoseBody, type Findings } from "./diagnose.ts";
import { findEntries } from "./entries.ts";
import { allDiagnostics } from "./warnings.ts";

type Parts = Pick<
  Analysis,
  | "file"
  | "text"
  | "source"
  | "padding"
  | "edits"
  | "edition"
  | "lines"
  | "hidden"
  | "syntax"
  | "fragment"
  | "program"
  | "cx"
  | "mir"
  | "memo"
  | "catalogue"
>;

export function makeAnalysis(parts: Parts): Analysis {
  let entries: Analysis["entries"] | undefined;
  let found: Findings | undefined;
  let all: readonly Diagnostic[] | undefined;
  const findings = () => (found ??= finish(diagnose(parts)));
  const byBody = new Map<DefId, readonly Diagnostic[]>();
  const analysis: Analysis = {
    file: parts.file,
    text: parts.text,
    source: parts.source,
    padding: parts.padding,
    edits: parts.edits,
    edition: parts.edition,
    lines: parts.lines,
    hidden: parts.hidden,
    syntax: parts.syntax,
    fragment: parts.fragment,
    program: parts.program,
    cx: parts.cx,
    mir: parts.mir,
    memo: parts.memo,
    catalogue: parts.catalogue,
    get entries() {
      return (entries ??= findEntries(parts.program, parts.syntax, parts.fragment));
    },
    diagnostics: () => (all ??= finish(allDiagnostics(analysis))),
    *diagnosing() {
      all ??= yield* allDiagnostics(analysis);
      return all;
    },
    *compiling() {
      found ??= yield* diagnose(parts);
      return found.diagnostics;
    },
    compilerDiagnostics: () => findings().diagnostics,
    bodyDiagnostics(owner) {
      const known = byBody.get(owner) ?? diagnoseBody(parts, owner);
      byBody.set(owner, known);
      return known;
    },
    unsupported: () => findings().unsupported,
  };
  return analysis;
}

export interface Locating {
  position(at: number): LineColumn & { readonly file: string };
  /** `file:line:column`, for closures in messages. */
  place(span: Span): string;
}

export function locating(file: string, lines: LineIndex): Locating {
  return {
    position: (at) => ({ ...lineColumnAt(lines, at), file }),
    place(span) {
      if (isStdSpan(span)) return "std";
      const { line, column } = lineColumnAt(lines, span.start);
      return `${file}:${line}:${column}`;
    },
  };
}
