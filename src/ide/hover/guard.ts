// How long a lock or a borrow is really held: the life of its guard, from flow/guards.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import { DURING, ENDS, guardWord, HELD, type GuardWord } from "../../explain/guardWords.ts";
import { WORDS } from "../../explain/words.ts";
import { capital, say, sayAll, sayLines } from "../../explain/hoverText.ts";
import { guardsOf } from "../facts/guards.ts";
import type { GuardRange, GuardRelease, HeldCall } from "../../flow/guards.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { temporaryRule } from "../facts/temporaries.ts";
import { calleeOf, isUserDef, type TypedBody } from "../facts/typedBody.ts";
import { callWith, sameSpan, subjectOf } from "./locked.ts";
import type { HoverPicture } from "../pictures.ts";
import { spoken } from "../stdWords.ts";
import { code } from "./markdown.ts";
import { callName } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { endLineOf, lineOf, markerOf } from "./subject.ts";

/** For a variable that is a guard, or a result with one inside. */
export function heldLines(
  analysis: Analysis,
  typed: TypedBody,
  variable: LocalId,
): Section | undefined {
  const declared = typed.body.locals[variable];
  const ranges = guardsOf(analysis, typed.owner);
  const range = ranges.find((one) => one.nameSpans.some((span) => span.end === declared?.span.end));
  return range === undefined
    ? undefined
    : describe(analysis, typed, within(typed, range, variable));
}

/** Of a guard that goes one of several ways, the way through one variable's scope. */
function within(typed: TypedBody, range: GuardRange, variable: LocalId): GuardRange {
  const scope = typed.map().bindings.get(variable)?.scope;
  const declared = typed.body.locals[variable];
  if (scope === undefined || declared === undefined) return range;
  const inside = (span: Span) => scope.start <= span.start && span.end <= scope.end;
  const here = range.releases.filter(({ span }) => inside(span));
  const given = range.releases.filter(({ reason }) => reason === "returned");
  const releases = here.length === 0 ? given : here;
  if (releases.length === 0) return { ...range, releases };
  const last = range.nameSpans
    .filter((span) => span.start > declared.span.start && inside(span))
    .at(-1);
  const name = last === undefined ? declared.name : nameAt(typed, last);
  return { ...range, name, releases };
}

function nameAt(typed: TypedBody, span: Span): string | undefined {
  return typed.body.locals.find((local) => local.span.end === span.end)?.name;
}

/** For the call that makes a guard. */
export function acquiredBy(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): Section | undefined {
  const range = guardsOf(analysis, typed.owner).find(
    (one) => one.callSpan !== undefined && sameSpan(one.callSpan, call.span),
  );
  return range === undefined ? undefined : describe(analysis, typed, range);
}

/** Made here, not passed in by the caller. */
export function isAcquired(range: GuardRange): boolean {
  return range.callSpan !== undefined;
}

/** For a call that takes a guard and gives it back: `Condvar::wait`. */
export function givenBackBy(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): GuardRange | undefined {
  return guardsOf(analysis, typed.owner).find((one) =>
    one.through.some((other) => sameSpan(other.span, call.span)),
  );
}

function describe(analysis: Analysis, typed: TypedBody, whole: GuardRange): Section {
  const range = ordinary(analysis, whole);
  const word = guardWord(markerOf(analysis, range.ty, "guard") ?? "");
  const last = range.releases.at(-1);
  const picture = last && pictureOf(analysis, typed, range, last.span);
  const lines = [
    headline(analysis, typed, range, word),
    during(analysis, range, word),
    isDiscarded(analysis, typed, range) ? undefined : word.meanwhile,
  ];
  return {
    lines: lines.filter((line) => line !== undefined),
    ...(last === undefined ? {} : { tint: { start: range.acquireSpan.start, end: last.span.end } }),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** A life of a few lines is drawn; one line needs no picture. */
function pictureOf(
  analysis: Analysis,
  typed: TypedBody,
  range: GuardRange,
  end: Span,
): HoverPicture | undefined {
  const first = lineOf(analysis, range.acquireSpan.start);
  const last = endLineOf(analysis, end);
  if (last - first < MIN_DRAWN) return undefined;
  const all = analysis.text.split("\n").slice(first - 1, last);
  const lines = all.map((line) => line.trimEnd());
  return { kind: "range", first, last, lines, name: subjectOf(analysis, typed, range) ?? "" };
}

const MIN_DRAWN = 2;

/**
 * Where a variable holds the guard, the ways on which it gets nowhere are not told: a failed pattern leaves it in a
 * temporary, a `?` hands the error on.
 */
function ordinary(analysis: Analysis, range: GuardRange): GuardRange {
  const named = range.releases.filter(
    (release) => (release.named || release.reason === "returned") && !isQuestion(analysis, release),
  );
  return range.name === undefined || named.length === 0 ? range : { ...range, releases: named };
}

function isQuestion(analysis: Analysis, { reason, span }: GuardRelease): boolean {
  return reason === "moved" && analysis.text[span.end - 1] === "?";
}

function headline(
  analysis: Analysis,
  typed: TypedBody,
  range: GuardRange,
  word: GuardWord,
): string {
  const first = lineOf(analysis, range.acquireSpan.start);
  const lock = subjectOf(analysis, typed, range);
  const last = Math.max(first, ...range.releases.map((one) => endLineOf(analysis, one.span)));
  const values = {
    acquires: word.acquires,
    lock: `${lock === undefined ? "" : ` ${code(lock)}`}${isAttempt(analysis, typed, range) ? HELD.ifFree : ""}`,
    held: word.lasts,
    Held: capital(word.lasts),
    where: sayLines(
      first,
      isOneStatement(analysis, typed, range) ? endOfStatement(analysis, range) : last,
    ),
    end: ends(analysis, typed, range, word),
  };
  if (range.releases.length === 0) return say(HELD.notDropped, values);
  if (range.callSpan === undefined) return say(HELD.passedIn, values);
  return say(templateOf(analysis, typed, range), values);
}

/** The rule ends it with its own statement or condition, not with the braces around. */
function isOneStatement(analysis: Analysis, typed: TypedBody, range: GuardRange): boolean {
  const template = templateOf(analysis, typed, range);
  return template === HELD.statement || template === HELD.condition;
}

/** The line on which the text that made it ends: the brace behind a block's last expression is not told. */
function endOfStatement(analysis: Analysis, range: GuardRange): number {
  const ends = range.releases.map((one) =>
    analysis.text[one.span.end - 1] === "}" && one.span.end - one.span.start <= 1
      ? endLineOf(analysis, range.acquireSpan)
      : endLineOf(analysis, one.span),
  );
  return Math.max(lineOf(analysis, range.acquireSpan.start), ...ends);
}

/** `try_lock` and the like: it never waits, and gives the guard only inside of something else. */
function isAttempt(analysis: Analysis, typed: TypedBody, range: GuardRange): boolean {
  const call = range.callSpan === undefined ? undefined : callWith(typed, range.callSpan);
  const callee = call === undefined ? undefined : calleeOf(typed, call);
  if (call === undefined || callee === undefined || isUserDef(analysis, callee.def)) return false;
  return (
    analysis.program.marker(callee.def, "waits") === undefined &&
    typed.results.exprTys[call.id] !== range.ty
  );
}

/** A named guard goes with its variable; for a temporary there is a rule to tell. */
function templateOf(analysis: Analysis, typed: TypedBody, range: GuardRange): string {
  const explicit = range.releases.some((one) => ["moved", "drop", "returned"].includes(one.reason));
  if (isPassedOn(analysis, typed, range)) return HELD.passedOn;
  const made = range.name === undefined && !explicit ? exprAt(typed, range.acquireSpan) : undefined;
  if (made === undefined) return HELD.named;
  const rule = temporaryRule(analysis, typed, made);
  switch (rule.kind) {
    case "discarded":
      return HELD.atOnce;
    case "ifLet":
      if (!rule.hasElse) return HELD.ifLet;
      return analysis.edition < 2024 ? HELD.ifLetElse2021 : HELD.ifLetElse2024;
    case "tail":
      return analysis.edition < 2024 ? HELD.tail2021 : HELD.tail2024;
    default:
      return HELD[rule.kind];
  }
}

function isDiscarded(analysis: Analysis, typed: TypedBody, range: GuardRange): boolean {
  return templateOf(analysis, typed, range) === HELD.atOnce;
}

/** A temporary that functions of std take in the same statement, closures of theirs among them: `map`, `unwrap_or`. */
function isPassedOn(analysis: Analysis, typed: TypedBody, range: GuardRange): boolean {
  const first = lineOf(analysis, range.acquireSpan.start);
  return (
    range.name === undefined &&
    range.releases.length > 0 &&
    range.releases.every(({ reason, span }) => {
      const call = reason === "moved" ? callWith(typed, span) : undefined;
      const callee = call === undefined ? undefined : calleeOf(typed, call);
      return (
        call?.kind === "methodCall" &&
        callee !== undefined &&
        !isUserDef(analysis, callee.def) &&
        lineOf(analysis, call.span.start) === first
      );
    })
  );
}

/** The outermost expression with exactly this span. */
function exprAt(typed: TypedBody, span: Span): HirExpr | undefined {
  return typed.map().exprs.find((expr) => sameSpan(expr.span, span));
}

/** Ends of one kind are told together: “the end of line 18 or 22, where `list` goes out of scope”. */
function ends(analysis: Analysis, typed: TypedBody, range: GuardRange, word: GuardWord): string {
  const kinds = new Map<
    string,
    { readonly template: string; readonly call: string; readonly lines: number[] }
  >();
  for (const release of range.releases) {
    const call = release.reason === "moved" ? callAt(analysis, typed, release.span) : undefined;
    const template =
      release.reason === "moved" && call === undefined ? ENDS.movedAway : ENDS[release.reason];
    const key = `${template} ${call ?? ""}`;
    const known = kinds.get(key) ?? { template, call: call ?? "", lines: [] };
    kinds.set(key, known);
    known.lines.push(endLineOf(analysis, release.span));
  }
  const names = new Set(range.nameSpans.map((span) => nameAt(typed, span)));
  const ways = range.releases.length > 1 && names.size > 1;
  const name = range.name === undefined || ways ? HELD.theGuard : code(range.name);
  const each = [...kinds.values()].map(({ template, call, lines }) => {
    const line = sayAll([...new Set(lines)].map(String), WORDS.or);
    return say(template, { line, name, ends: word.ends, call });
  });
  return sayAll(each, WORDS.or);
}

/** `push(guard)` → `push`. */
function callAt(analysis: Analysis, typed: TypedBody, span: Span): string | undefined {
  const call = callWith(typed, span);
  return call === undefined ? undefined : callName(analysis, call);
}

/** Calls of the user's functions, and calls that wait, while it is held. */
function during(analysis: Analysis, range: GuardRange, word: GuardWord): string | undefined {
  const calls = range.during
    .filter((call) => range.releases.length > 0 && isWorthTelling(analysis, call))
    .slice(0, 2);
  const back = range.through.find((call) => waits(analysis, call) !== undefined);
  const told = calls.map((call) => {
    const what = waits(analysis, call);
    const values = {
      call: calledName(analysis, call),
      line: lineOf(analysis, call.span.start),
      what: what ?? "",
      held: word.lasts,
    };
    return say(what === undefined ? DURING.runs : DURING.waits, values);
  });
  const sentences = [
    ...told,
    back === undefined
      ? undefined
      : say(DURING.givenBack, {
          call: calledName(analysis, back),
          line: lineOf(analysis, back.span.start),
        }),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** The function as written, without its arguments; what waits, with what it waits for. */
function calledName(analysis: Analysis, call: HeldCall): string {
  const [head = ""] = analysis.text.slice(call.fnSpan.start, call.fnSpan.end).split("(");
  const own = head.trim();
  const whole = analysis.text.slice(call.span.start, call.fnSpan.start) + own;
  const named = /^[\w.]+$/.test(whole) && waits(analysis, call) !== undefined;
  const receiver = named ? whole : own;
  return code(receiver === "" ? analysis.program.def(call.def).name : receiver);
}

function isWorthTelling(analysis: Analysis, call: HeldCall): boolean {
  if (waits(analysis, call) !== undefined) return true;
  const def = analysis.program.def(call.def);
  return (
    isUserDef(analysis, call.def) &&
    def.kind === "fn" &&
    analysis.text.slice(call.fnSpan.start, call.fnSpan.end) !== ""
  );
}

function waits(analysis: Analysis, call: HeldCall): string | undefined {
  return spoken(analysis, call.def, "waits");
}
