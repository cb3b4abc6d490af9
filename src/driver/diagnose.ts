// All messages about a text, in rustc's phases.
//
// A text that does not parse reports only that. A body with an unresolved name or a type error reports no borrow error; the
// story of the move is told all the same, as information. Lints come last (diagnostics/lints). In a fragment, names that
// are not defined may be defined in what was left out.

import type { Span } from "../base/span.ts";
import { isStdSpan } from "../base/span.ts";
import type { Steps } from "../base/steps.ts";
import type { DefId } from "../hir/defs.ts";
import { borrowErrors } from "../flow/check.ts";
import type { FlowError } from "../flow/flowError.ts";
import { lintErrors, lintsOf } from "../diagnostics/lints/lints.ts";
import type { BodyLints } from "../diagnostics/lints/lints.ts";
import { checkItems } from "../ty/checkItems.ts";
import { showTy } from "../ty/show.ts";
import type { TyError } from "../ty/typeck.ts";
import { guessesIn } from "./guessed.ts";
import type { Analysis, Diagnostic, UnsupportedPlace } from "./contract.ts";
import { remembered } from "./memo.ts";

export type Analyzed = Pick<
  Analysis,
  "program" | "cx" | "mir" | "syntax" | "fragment" | "text" | "memo"
>;

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly unsupported: readonly UnsupportedPlace[];
}

/** A step is one body. */
export function* diagnose(analyzed: Analyzed): Steps<Findings> {
  const bodies = bodiesOf(analyzed);
  yield;
  for (const owner of bodies) {
    typeErrors(analyzed, owner);
    borrowsOf(analyzed, owner);
    if (analyzed.syntax.errors.length === 0) lintsIn(analyzed, owner);
    yield;
  }
  return {
    diagnostics: together(analyzed, bodies, nameErrors(analyzed), itemErrors(analyzed)),
    unsupported: unsupportedPlaces(analyzed, bodies),
  };
}

/** What there is to say about one body; the others are not even lowered. */
export function diagnoseBody(analyzed: Analyzed, owner: DefId): readonly Diagnostic[] {
  if (analyzed.program.body(owner) === undefined) return [];
  return together(analyzed, [owner], nameErrors(analyzed, owner), []);
}

function together(
  analyzed: Analyzed,
  bodies: readonly DefId[],
  names: readonly Diagnostic[],
  items: readonly Diagnostic[],
): readonly Diagnostic[] {
  const syntax = syntaxErrors(analyzed);
  const types = [...items, ...bodies.flatMap((owner) => typeErrors(analyzed, owner))];
  const borrows = bodies.flatMap((owner) => borrowMessages(analyzed, owner));
  const errors = [...(syntax.length > 0 ? syntax : [...names, ...types]), ...borrows];
  const lints = syntax.length > 0 ? [] : lintMessages(analyzed, bodies, errors.some(isError));
  return unique([...errors, ...lints])
    .filter((one) => !isStdSpan(one.span))
    .sort((one, other) => one.span.start - other.span.start || rank(one) - rank(other));
}

/** What lies outside the model, in the order of the text. */
function unsupportedPlaces(
  { program, cx }: Analyzed,
  bodies: readonly DefId[],
): readonly UnsupportedPlace[] {
  const items = bodies.flatMap((owner) =>
    (cx.typeck(owner).unmodelled ?? []).map(({ span, path }) => ({
      span,
      what: path,
      reason: path.includes("::")
        ? `\`${path}\` is not part of Lockstep's model`
        : `\`${path}\` may come from a crate that is not part of Lockstep's model`,
    })),
  );
  return [...program.unsupported, ...items]
    .filter((one) => !isStdSpan(one.span))
    .sort((a, b) => a.span.start - b.span.start);
}

function syntaxErrors({ syntax }: Analyzed): Diagnostic[] {
  return syntax.errors.map((error) => ({
    severity: "error" as const,
    code: error.code,
    message: error.message,
    span: { start: error.start, end: error.end },
    related: [],
  }));
}

/** Bodies are lowered here, so that every error of names inside them is known. */
function bodiesOf({ program }: Analyzed): readonly DefId[] {
  return program.localDefs.filter((id) => {
    const def = program.def(id);
    const hasBody =
      (def.kind === "fn" || def.kind === "const" || def.kind === "static") && def.hasBody;
    return hasBody && program.body(id) !== undefined;
  });
}

/** Of the bodies lowered so far; with an owner, those of its body alone. */
function nameErrors(analyzed: Analyzed, owner?: DefId): Diagnostic[] {
  const all = analyzed.program.errors;
  const errors = owner === undefined ? all : all.filter((error) => error.owner === owner);
  return errors.map((error) => ({
    severity: analyzed.fragment ? ("info" as const) : ("error" as const),
    code: error.code,
    message: error.message,
    span: error.span,
    related: userPlaces(error.related),
  }));
}

function itemErrors(analyzed: Analyzed): Diagnostic[] {
  return checkItems(analyzed.cx).map((error) => typeMessage(analyzed, error));
}

function typeErrors(analyzed: Analyzed, owner: DefId): Diagnostic[] {
  return analyzed.cx.typeck(owner).errors.map((error) => typeMessage(analyzed, error));
}

function typeMessage({ cx }: Analyzed, error: TyError): Diagnostic {
  return {
    severity: "error",
    code: error.code,
    message: error.message,
    span: error.span,
    ...(error.label === undefined ? {} : { label: error.label }),
    ...(isUnsendable(cx, error) ? { unsendable: true } : {}),
    related: userPlaces([...reasonPlaces(cx, error), ...error.related]),
  };
}

function isUnsendable(cx: Analyzed["cx"], error: TyError): boolean {
  const trait = error.reasons?.[0]?.trait;
  return trait !== undefined && (trait === cx.lang("send") || trait === cx.lang("sync"));
}

/** The links of a reason path that stand somewhere in the user's text: captures and fields. */
function reasonPlaces(cx: Analyzed["cx"], error: TyError): Diagnostic["related"] {
  return (error.reasons ?? []).flatMap(({ via, ty, trait, holds }) => {
    if (via.kind !== "capture" && via.kind !== "field") return [];
    const how = via.kind === "field" ? "field" : via.byRef ? "captured by reference" : "captured";
    const is = `is ${holds ? "" : "not "}\`${cx.def(trait).name}\``;
    return [{ span: via.span, message: `\`${via.name}\` (${how}): \`${showTy(cx, ty)}\` ${is}` }];
  });
}

function borrowMessages(analyzed: Analyzed, owner: DefId): Diagnostic[] {
  const results = analyzed.cx.typeck(owner);
  const unsure =
    analyzed.syntax.errors.length > 0 ||
    results.tainted ||
    results.errors.length > 0 ||
    analyzed.program.errors.some((error) => error.owner === owner);
  const guessed = guessesIn(analyzed.syntax, analyzed.text);
  const found = borrowsOf(analyzed, owner).filter(
    ({ span, related }) => !guessed(span) && !related.some((place) => guessed(place.span)),
  );
  return found.map((error) => ({
    severity: unsure ? ("info" as const) : ("error" as const),
    code: error.code,
    message: error.message,
    span: error.span,
    ...(error.label === undefined ? {} : { label: error.label }),
    related: userPlaces(error.related),
  }));
}

function borrowsOf(analyzed: Analyzed, owner: DefId): readonly FlowError[] {
  return remembered(analyzed, `borrows ${owner}`, () => borrowErrors(analyzed.mir, owner));
}

function lintsIn(analyzed: Analyzed, owner: DefId): BodyLints {
  return remembered(analyzed, `lints ${owner}`, () => lintsOf(analyzed.mir, owner));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function lintMessages(
  analyzed: Analyzed,
  bodies: readonly DefId[],
  rejected: boolean,
): Diagnostic[] {
  const found = bodies.map((owner) => lintsIn(analyzed, owner));
  return lintErrors(analyzed.mir, analyzed.syntax, found, rejected).map(
    ({ lint, message, span, label }) => ({
      severity: analyzed.fragment ? ("info" as const) : ("error" as const),
      code: lint,
      message,
      span,
      ...(label === undefined ? {} : { label }),
      related: [],
    }),
  );
}

function userPlaces(related: Diagnostic["related"]): Diagnostic["related"] {
  return related.filter((place) => !isStdSpan(place.span));
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const key = `${one.code ?? ""} ${keyOf(one.span)} ${one.message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function keyOf(span: Span): string {
  return `${span.start}-${span.end}`;
}

function rank(diagnostic: Diagnostic): number {
  return ["error", "warning", "info"].indexOf(diagnostic.severity);
}
