// The story behind an error, on every place that belongs to it: what happened, where it began, and what helps.

import type { Span } from "../../base/span.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { MOVED, REPAIR_BY_CODE, REPAIRS, STORY } from "../../explain/hoverStories.ts";
import { capital, say, sayLines } from "../../explain/hoverText.ts";
import type { LocalId } from "../../hir/hir.ts";
import type { Ty } from "../../ty/ty.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import type { Target } from "../locate.ts";
import { code, prose } from "./markdown.ts";
import { tyName } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { endLineOf, isObject, lineOf, markerOf, peel } from "./subject.ts";

export function story(analysis: Analysis, target: Target): Section | undefined {
  const told = messagesAround(analysis, target).filter((one) => touches(analysis, one, target));
  const lines = told.slice(0, 2).flatMap((one) => tell(analysis, one, target));
  if (lines.length === 0) return undefined;
  return told.some((one) => isNamed(analysis, one, target))
    ? { lines, final: true }
    : { lines, fallback: true };
}

/** The message is about what the pointer is on, not about another name inside the same underlined place. */
function isNamed(analysis: Analysis, diagnostic: Diagnostic, target: Target): boolean {
  const named = [...diagnostic.message.matchAll(/`([a-z_]\w*)`/g)].map((match) => match[1]);
  if (named.length === 0 || target.kind === "closure") return true;
  const text = analysis.text.slice(target.span.start, target.span.end);
  const whole =
    diagnostic.span.start === target.span.start && diagnostic.span.end === target.span.end;
  return whole || named.includes(text);
}

/** Of something inside a function, only that function's: the rest of a long file can wait. */
function messagesAround(analysis: Analysis, target: Target): readonly Diagnostic[] {
  const typed = target.kind === "fieldDef" ? undefined : target.in;
  return typed === undefined
    ? analysis.compilerDiagnostics()
    : analysis.bodyDiagnostics(typed.owner);
}

/** The parts of a story; empty where the message alone says it all. */
export function tell(
  analysis: Analysis,
  diagnostic: Diagnostic,
  target: Target | undefined,
): readonly string[] {
  if (diagnostic.code === "E0277" && target?.kind !== "def") return [];
  const moved = diagnostic.code === "E0382" ? tellMove(analysis, diagnostic, target) : undefined;
  if (moved !== undefined) return moved;
  const places = diagnostic.related.slice(0, 3).map((place) => {
    const Lines = capital(
      sayLines(lineOf(analysis, place.span.start), endLineOf(analysis, place.span)),
    );
    return say(STORY.place, { Lines, message: prose(place.message.replace(/ ?\.\.\.$/, "")) });
  });
  const repair = repairOf(diagnostic);
  if (places.length === 0 && repair === undefined) return [];
  return [
    headline(analysis, diagnostic, target),
    ...places,
    ...(repair === undefined ? [] : [repair]),
  ];
}

function headline(analysis: Analysis, diagnostic: Diagnostic, target: Target | undefined): string {
  const at = lineOf(analysis, diagnostic.span.start);
  const here = target !== undefined && lineOf(analysis, target.span.start) === at;
  const line = here ? "" : say(STORY.onLine, { line: at });
  const message = prose(diagnostic.message);
  if (diagnostic.code === undefined) return say(STORY.headlineBare, { message, line });
  return say(STORY.headline, { message, code: diagnostic.code, line });
}

// ---- where a story is told

function touches(analysis: Analysis, diagnostic: Diagnostic, target: Target): boolean {
  if (covers(analysis, diagnostic.span, target)) return true;
  if (
    diagnostic.related.some(
      (place) => covers(analysis, place.span, target) && isAbout(analysis, diagnostic, target),
    )
  )
    return true;
  return target.kind === "local" && concerns(analysis, diagnostic, target.in, target.local);
}

/** The place of a message is this name; one over several lines belongs to its head. */
function covers(analysis: Analysis, span: Span, target: Target): boolean {
  const { start, end } = target.span;
  if (lineOf(analysis, span.start) !== endLineOf(analysis, span)) return span.start === start;
  return span.start <= start && end <= span.end;
}

/** A place beside the error's own tells of it where it names the variable, or is the closure that took it. */
function isAbout(analysis: Analysis, diagnostic: Diagnostic, target: Target): boolean {
  if (target.kind === "closure") return true;
  const name = analysis.text.slice(target.span.start, target.span.end);
  return diagnostic.message.includes(`\`${name}\``);
}

/** The message is about this variable: its declaration or one of its uses is a place of the message. */
function concerns(
  analysis: Analysis,
  diagnostic: Diagnostic,
  typed: TypedBody,
  local: LocalId,
): boolean {
  const declared = typed.body.locals[local];
  if (declared === undefined || !diagnostic.message.includes(`\`${declared.name}\``)) return false;
  const spans = [declared.span, ...(typed.map().uses.get(local) ?? []).map((use) => use.span)];
  const places = [diagnostic.span, ...diagnostic.related.map((place) => place.span)];
  return places.some((place) => spans.some((span) => span.start === place.start));
}

// ---- a move

const MOVED_HERE = /moved( into closure)? here(, in previous iteration of loop)?/;
const MOVED_BY_CALL = /moved due to .*?(, in previous iteration of loop)?$/;

interface Move {
  readonly line: number;
  readonly closure: boolean;
  readonly loop: boolean;
}

function tellMove(
  analysis: Analysis,
  diagnostic: Diagnostic,
  target: Target | undefined,
): readonly string[] | undefined {
  const move = moveOf(analysis, diagnostic);
  const name = /`([^`]+)`/.exec(diagnostic.message)?.[1];
  if (move === undefined || name === undefined) return undefined;
  const used = lineOf(analysis, diagnostic.span.start);
  const template = move.closure
    ? move.loop
      ? MOVED.closureLoop
      : MOVED.closure
    : move.loop
      ? MOVED.loop
      : MOVED.plain;
  const again = used === move.line ? "" : ` ${say(MOVED.usedAgain, { line: used })}`;
  const lines = [`${say(template, { name: code(name), moved: move.line })}${again}`];
  const ty = target === undefined ? undefined : concernedTy(analysis, diagnostic, target);
  if (ty !== undefined && !ty.hasUnknown && !name.includes("."))
    lines.push(say(MOVED.why, { ty: tyName(analysis, ty) }));
  lines.push(moveRepair(analysis, move, ty));
  return lines;
}

/** Type of the variable that the message is about. */
function concernedTy(analysis: Analysis, diagnostic: Diagnostic, target: Target): Ty | undefined {
  if (target.kind === "fieldDef" || target.in === undefined) return undefined;
  const { in: typed } = target;
  if (target.kind === "local" && concerns(analysis, diagnostic, typed, target.local))
    return typed.results.localTys[target.local];
  const found = typed.body.locals.find((local) => concerns(analysis, diagnostic, typed, local.id));
  return found === undefined ? undefined : typed.results.localTys[found.id];
}

function moveOf(analysis: Analysis, diagnostic: Diagnostic): Move | undefined {
  const own = { span: diagnostic.span, message: diagnostic.label ?? "" };
  for (const place of [...diagnostic.related, own]) {
    const line = lineOf(analysis, place.span.start);
    const here = MOVED_HERE.exec(place.message);
    if (here !== null) return { line, closure: here[1] !== undefined, loop: here[2] !== undefined };
    const call = MOVED_BY_CALL.exec(place.message);
    if (call !== null) return { line, closure: false, loop: call[1] !== undefined };
  }
  return undefined;
}

function moveRepair(analysis: Analysis, move: Move, ty: Ty | undefined): string {
  const where = move.loop ? REPAIRS.inLoop : REPAIRS.before;
  if (ty !== undefined && markerOf(analysis, ty, "shared_pointer") !== undefined) {
    return move.closure ? say(REPAIRS.cloneHandle, { where }) : REPAIRS.cloneHandleElse;
  }
  if (ty !== undefined && markerOf(analysis, ty, "end") === "sender")
    return say(REPAIRS.cloneSender, { where });
  if (!move.closure) return REPAIRS.cloneOrBorrow;
  return ty !== undefined && isObject(analysis, peel(ty))
    ? say(REPAIRS.shareObject, { where })
    : REPAIRS.cloneOrScope;
}

// ---- what helps

function repairOf(diagnostic: Diagnostic): string | undefined {
  const shared = /data in an? `(\w+)`/.exec(diagnostic.message)?.[1];
  if (shared !== undefined) return say(REPAIRS.sharedAccess, { pointer: code(shared) });
  return diagnostic.code === undefined ? undefined : REPAIR_BY_CODE[diagnostic.code];
}
