// What the driver found, as messages for the panel.

import { lineColumnAt } from "../base/lineIndex.ts";
import type { Steps } from "../base/steps.ts";
import type { Span } from "../base/span.ts";
import type { Analysis, Diagnostic } from "../driver/contract.ts";
import { canRunUnchecked, type Prepared } from "../driver/program.ts";
import type { Recording } from "../driver/record.ts";
import { tellVerdict } from "../explain/verdictSentence.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { TextEdit } from "../ide/fixes/fix.ts";
import { fixesFor } from "../ide/fixes/fixes.ts";
import type { Trace } from "../trace/trace.ts";
import type { Opening } from "./opening.ts";
import { variantsOf } from "../ide/variants/variants.ts";
import type {
  Edit,
  PanelDiagnostic,
  Repair,
  Scheduler,
  SourceText,
  ToPanel,
} from "../protocol/messages.ts";

export function traceMessage(
  recording: Recording,
  { source, shown, focus }: Opening,
  scheduler: Scheduler,
): ToPanel {
  const { program, trace, pictures, next } = recording;
  // “You choose” stands at its end: that is where the next choice is made.
  const cursor =
    scheduler.kind === "choose" ? Math.max(trace.events.count - 1, 0) : firstIn(trace, focus);
  return {
    kind: "trace",
    trace: shown === undefined ? trace : { ...trace, entry: shown.name, lines: shown.lines },
    scheduler,
    pictures,
    from: 0,
    next: scheduler.kind === "choose" ? next : [],
    source: sourceText(source),
    cursor,
    whatIf: program.unchecked,
  };
}

/** The first event on these lines; the start where the run never comes there. */
function firstIn({ events }: Trace, lines: Opening["focus"]): number {
  if (lines === undefined) return 0;
  const [from, to] = lines;
  return Math.max(
    0,
    events.line.subarray(0, events.count).findIndex((line) => from <= line && line <= to),
  );
}

export function argumentsMessage(opening: Opening): ToPanel {
  const { shown, chosen } = opening;
  return { kind: "arguments", name: shown?.name ?? "", fields: opening.arguments, chosen };
}

export function rejectedMessage(program: Prepared & { readonly kind: "rejected" }): ToPanel {
  const { analysis, entry } = program;
  return {
    kind: "rejected",
    file: analysis.file,
    entry: entry?.path ?? "",
    diagnostics: analysis.compilerDiagnostics().map((one) => panelDiagnostic(analysis, one)),
    source: sourceText(analysis),
    whatIf: canRunUnchecked(analysis),
  };
}

/** What makes the program compile, tried out on the text. */
export function* repairsMessage(
  { analysis }: Prepared & { readonly kind: "rejected" },
  analyze: (text: string) => Analysis,
): Steps<ToPanel> {
  const repairs: Repair[] = [];
  for (const [diagnostic, one] of analysis.diagnostics().entries()) {
    if (one.severity !== "error") continue;
    for (const { title, edits } of yield* fixesFor(analysis, one, analyze)) {
      repairs.push({ diagnostic, title, edits: plainEdits(edits) });
    }
  }
  return { kind: "repairs", repairs };
}

/** What else the program could be, to see what that changes. */
export function* variantsMessage(
  analysis: Analysis,
  analyze: (text: string) => Analysis,
): Steps<ToPanel> {
  const variants = yield* variantsOf(analysis, analyze);
  return {
    kind: "variants",
    variants: variants.map(({ title, edits }) => ({ title, edits: plainEdits(edits) })),
  };
}

function plainEdits(edits: readonly TextEdit[]): readonly Edit[] {
  return edits.map(({ span, text }) => ({ start: span.start, end: span.end, text }));
}

export function verdictMessage(verdict: Verdict): ToPanel {
  return { kind: "verdict", verdict, told: tellVerdict(verdict) };
}

export function refusedMessage(program: Prepared & { readonly kind: "refused" }): ToPanel {
  const { analysis, message } = program;
  const reasons = analysis.unsupported().map(({ span, what, reason }) => ({
    line: lineColumnAt(analysis.lines, span.start).line,
    what,
    reason,
  }));
  return { kind: "refused", file: analysis.file, message, reasons };
}

function sourceText(analysis: Analysis): SourceText {
  return { firstLine: 1, lines: analysis.text.split(/\r?\n/) };
}

function panelDiagnostic(analysis: Analysis, diagnostic: Diagnostic): PanelDiagnostic {
  const place = (span: Span) => lineColumnAt(analysis.lines, span.start);
  const end = lineColumnAt(analysis.lines, diagnostic.span.end);
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    message: diagnostic.message,
    ...place(diagnostic.span),
    ...(diagnostic.label === undefined ? {} : { label: diagnostic.label }),
    endLine: end.line,
    endColumn: end.column,
    related: diagnostic.related.map((related) => ({
      ...place(related.span),
      message: related.message,
    })),
  };
}
