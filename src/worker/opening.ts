// What a request means: which text is analysed, which entry of it runs, with which arguments, and where the picture opens.
//
// Where nothing leads to the place that was pointed at, the text gets a wrapper (ide/wrap). A wrapper that rustc would not accept is
// told field by field; its other ways are tried before that.

import { lineColumnAt } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { Analysis, Diagnostic } from "../driver/contract.ts";
import { prepare, type Prepared } from "../driver/program.ts";
import { chosenTypes } from "../ide/wrap/chosen.ts";
import type { Composed } from "../ide/wrap/compose.ts";
import { planEntry, type EntryPlan } from "../ide/wrap/plan.ts";
import { WRAPPER, type Wrapped } from "../ide/wrap/wrapper.ts";
import type { PanelArgument } from "../protocol/messages.ts";
import type { Subject } from "../protocol/work.ts";
import { REFUSALS } from "../explain/refusalWords.ts";

export interface Opening {
  /** The user's own text. */
  readonly source: Analysis;
  readonly program: Prepared;
  /** What people are shown as the entry, and its first and last line; undefined: the program's own. */
  readonly shown: { readonly name: string; readonly lines: readonly [number, number] } | undefined;
  readonly arguments: readonly PanelArgument[];
  /** Types that the arguments decide: `T = i32`. */
  readonly chosen: string;
  /** Lines whose first event the picture opens at. */
  readonly focus: readonly [number, number] | undefined;
}

/** Analyses a text of the same file; `hidden` are parts that are not the user's. */
export type AnalyzeText = (text: string, hidden?: readonly Span[]) => Analysis;

export function openSubject(subject: Subject, unchecked: boolean, analyze: AnalyzeText): Opening {
  const source = analyze(subject.text);
  const none = { source, shown: undefined, arguments: [], chosen: "", focus: undefined };
  const at = subject.focus && { start: subject.focus[0], end: subject.focus[1] };
  const plain = prepare(source, { path: subject.entry, at: at?.start }, unchecked);
  if (plain.kind === "rejected" || source.fragment) return { ...none, program: plain };
  const plan = planEntry(source, { path: subject.entry, at });
  if (plan.kind === "wrap")
    return openWrapped(subject, plan, unchecked, analyze) ?? { ...none, program: plain };
  const { entry } = plan;
  const program = entry === undefined ? plain : prepare(source, { path: entry.path }, unchecked);
  const lines = at === undefined || at.end === at.start ? undefined : linesOf(source, at);
  return { ...none, program, focus: lines };
}

function linesOf({ lines }: Analysis, { start, end }: Span): readonly [number, number] {
  return [lineColumnAt(lines, start).line, lineColumnAt(lines, Math.max(start, end - 1)).line];
}

interface Tried {
  readonly way: Wrapped;
  readonly values: readonly string[];
  readonly composed: Composed;
  readonly analysis: Analysis;
  readonly errors: readonly Diagnostic[];
}

function openWrapped(
  subject: Subject,
  plan: EntryPlan & { readonly kind: "wrap" },
  unchecked: boolean,
  analyze: AnalyzeText,
): Opening | undefined {
  const tried = plan.ways.map((way) => tryWay(subject, way, unchecked, analyze));
  // A way whose own text is wrong was a bad idea; one with a wrong argument only needs a better one.
  const best = tried.find((one) => one.errors.every((error) => fieldAt(one, error) !== undefined));
  const chosen = best ?? tried.at(-1);
  if (chosen === undefined) return undefined;
  const { way, values, analysis, errors } = chosen;
  const args = way.fields.map(({ kind, name, type }, at): PanelArgument => {
    const error = errors.find((one) => fieldAt(chosen, one) === at);
    const missing = (values[at] ?? "").trim() === "" ? REFUSALS.noValue : undefined;
    return { kind, name, type, value: values[at] ?? "", error: missing ?? (error && told(error)) };
  });
  const source = analyze(subject.text);
  const entry = analysis.entries.find((one) => one.path.endsWith(WRAPPER));
  const program = args.some((one) => one.error !== undefined)
    ? ({ kind: "refused", analysis: source, message: REFUSALS.wrongValues } as const)
    : prepare(analysis, { path: entry?.path ?? WRAPPER }, unchecked);
  return {
    source,
    program,
    shown: { name: way.name, lines: linesOf(source, way.span) },
    arguments: args,
    chosen: entry === undefined ? "" : chosenTypes(analysis, entry, way.name),
    focus: linesOf(source, way.span),
  };
}

/** rustc's headline, and what it writes under the place. */
function told({ message, label }: Diagnostic): string {
  return label === undefined || label === "" ? message : `${message}: ${label}`;
}

function tryWay(subject: Subject, way: Wrapped, unchecked: boolean, analyze: AnalyzeText): Tried {
  const given = subject.arguments?.length === way.fields.length ? subject.arguments : undefined;
  const values = given ?? way.fields.map((field) => field.value);
  const composed = way.compose(values);
  const analysis = analyze(composed.text, composed.inserted);
  const errors = analysis
    .compilerDiagnostics()
    .filter((one) => one.severity === "error" && !(unchecked && one.unsendable === true));
  return { way, values, composed, analysis, errors };
}

function fieldAt({ composed }: Tried, { span }: Diagnostic): number | undefined {
  return composed.fields.find((one) => one.span.start <= span.start && span.end <= one.span.end)
    ?.field;
}
