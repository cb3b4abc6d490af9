// A closure and the call that gets it: what it captures and how, what the call requires of that, how many threads it starts.

import type { Analysis } from "../../driver/contract.ts";
import { BOUNDS, CAPTURES, STARTS } from "../../explain/hoverClosures.ts";
import { REASONS } from "../../explain/hoverSharing.ts";
import { say, sayAll } from "../../explain/hoverText.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import type { BoundReason, Capture } from "../../ty/typeck.ts";
import { takerOf, type ClosureExpr } from "../facts/bodyMap.ts";
import { requirementsOf, type Requirement } from "../facts/bounds.ts";
import { isCloneOfHandle, originOfLocal, sameOrigin } from "../facts/handles.ts";
import { capturesOf, isScopeCall, spawnAt, spawnsOf, type Spawn } from "../facts/threads.ts";
import { inputsOf, type TypedBody } from "../facts/typedBody.ts";
import { spoken } from "../stdWords.ts";
import { pathPicture, reasonsOf, refusalOf } from "./crossing.ts";
import { isCopy } from "./holding.ts";
import { code } from "./markdown.ts";
import { callName, ownerName, textOf, threadsList, tyName } from "./phrases.ts";
import { WHAT_IF, type Section } from "./sections.ts";
import { endLineOf, isConcurrent, lineOf } from "./subject.ts";

/** On the head of a closure that crosses into a thread or takes something concurrent with it. */
export function closureSection(
  analysis: Analysis,
  typed: TypedBody,
  closure: ClosureExpr,
): Section | undefined {
  const call = takerOf(typed.map(), closure);
  if (call !== undefined && spawnAt(analysis, typed, call)?.closure === closure)
    return spawnSection(analysis, typed, call);
  const captures = capturesOf(typed, closure);
  const requirement =
    call === undefined ? undefined : requirementsOf(analysis, typed, call, closure);
  const concurrent = captures.some((capture) => isConcurrent(analysis, capture.ty));
  if (captures.length === 0 || (!concurrent && (requirement?.autos.length ?? 0) === 0))
    return undefined;
  const lines = [say(CAPTURES.alone, { captures: captureList(analysis, typed, captures) })];
  if (call !== undefined && requirement !== undefined)
    lines.push(...boundLines(analysis, typed, call, closure, requirement));
  return { lines };
}

/** On a call that starts a thread, or waits for those of a scope. */
export function spawnSection(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
): Section | undefined {
  if (isScopeCall(analysis, typed, call)) return { lines: [scopeLine(analysis, typed, call)] };
  const spawn = spawnAt(analysis, typed, call);
  if (spawn === undefined) return undefined;
  const { closure } = spawn;
  if (closure === undefined)
    return { lines: [runs(analysis, typed, call, startText(analysis, spawn))] };
  const failure = crossingFailure(analysis, typed, closure);
  if (failure !== undefined) return failure.section;
  const captures = capturesOf(typed, closure);
  const what =
    captures.length === 0
      ? CAPTURES.nothing
      : say(CAPTURES.list, { captures: captureList(analysis, typed, captures) });
  const requirement = requirementsOf(analysis, typed, call, closure);
  const bounds =
    requirement === undefined ? [] : boundLines(analysis, typed, call, closure, requirement);
  return {
    lines: [say(STARTS.withClosure, { start: startText(analysis, spawn), what }), ...bounds],
    actions: [],
  };
}

/** The function that the thread runs, where it is named. */
function runs(analysis: Analysis, typed: TypedBody, call: HirExpr, start: string): string {
  const named = inputsOf(call).find((input) => {
    const def = input.kind === "path" ? typed.results.resolutions.get(input.id)?.def : undefined;
    return def !== undefined && analysis.program.def(def).kind === "fn";
  });
  if (named === undefined) return say(STARTS.plain, { start });
  return say(STARTS.runs, { start, fn: code(textOf(analysis, named.span)) });
}

function startText(analysis: Analysis, { times }: Spawn): string {
  const { count, loop } = times;
  const line = loop === undefined ? 0 : lineOf(analysis, loop.span.start);
  if (count === 1 || loop === undefined) return STARTS.one;
  if (loop.kind !== "loop")
    return count === undefined ? STARTS.item : say(STARTS.manyItems, { count });
  return count === undefined
    ? say(STARTS.loop, { loop: line })
    : say(STARTS.many, { count, loop: line });
}

function scopeLine(analysis: Analysis, typed: TypedBody, call: HirExpr): string {
  const end = endLineOf(analysis, call.span);
  const threads = spawnsOf(analysis, typed).filter((spawn) => spawn.scope === call);
  if (threads.length === 0) return say(STARTS.scope, { end });
  return say(STARTS.scopeThreads, { end, threads: sayAll(threadsList(analysis, threads)) });
}

const MAX_CAPTURES = 5;

function captureList(analysis: Analysis, typed: TypedBody, captures: readonly Capture[]): string {
  const shown = captures
    .slice(0, MAX_CAPTURES)
    .map((capture) => captureText(analysis, typed, capture));
  const rest = captures.length - shown.length;
  return sayAll(rest > 0 ? [...shown, say(CAPTURES.more, { count: rest })] : shown);
}

function captureText(analysis: Analysis, typed: TypedBody, capture: Capture): string {
  const name = code(capture.name.replace(/^\*+/, ""));
  if (capture.mode !== "value")
    return say(capture.mode === "ref" ? CAPTURES.borrowed : CAPTURES.borrowedMut, { name });
  if (!capture.ty.hasUnknown && isCopy(analysis, capture.ty)) return say(CAPTURES.copied, { name });
  const init = typed.map().bindings.get(capture.place.local)?.init;
  if (init === undefined || !isCloneOfHandle(analysis, typed, init))
    return say(CAPTURES.moved, { name });
  return say(CAPTURES.clone, { name, line: lineOf(analysis, init.span.start) });
}

/** What the call asks of the closure: met, or which capture fails and why. */
function boundLines(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  closure: ClosureExpr,
  requirement: Requirement,
): readonly string[] {
  const borrowed = requirement.static ? borrowsOf(typed, closure) : [];
  if (borrowed.length > 0) {
    const names = sayAll(borrowed.map((capture) => code(capture.name)));
    return [
      say(BOUNDS.outlives, {
        call: callName(analysis, call),
        owner: ownerName(analysis, typed),
        names,
      }),
    ];
  }
  const bounds = code(`F: ${requirement.written}`);
  const ty = typed.results.exprTys[closure.id];
  const answers = requirement.autos.map((auto) =>
    ty === undefined
      ? undefined
      : explainBound(analysis.cx, ty, auto, analysis.cx.paramEnv(typed.owner)),
  );
  if (requirement.autos.length === 0 && !requirement.static) return [];
  if (answers.some((answer) => answer?.holds === undefined))
    return [say(BOUNDS.unknown, { call: callName(analysis, call), bounds })];
  if (answers.some((answer) => answer?.holds === false)) return [];
  const why = capturesOf(typed, closure).length === 0 ? BOUNDS.metNothing : BOUNDS.metWhy;
  return [say(BOUNDS.met, { call: callName(analysis, call), bounds, why })];
}

/** Captured by reference from a variable of the function: gone when the function ends. */
function borrowsOf(typed: TypedBody, closure: ClosureExpr): readonly Capture[] {
  return capturesOf(typed, closure).filter(
    (one) => one.mode !== "value" && !one.place.projections.some((part) => part.kind === "deref"),
  );
}

interface CrossingFailure {
  readonly section: Section;
  /** The variable that keeps it from crossing. */
  readonly variable: LocalId | undefined;
}

/** The story of a closure that may not cross: on its head, on the call, and on what it captures. */
export function crossingFailure(
  analysis: Analysis,
  typed: TypedBody,
  closure: ClosureExpr,
): CrossingFailure | undefined {
  const call = takerOf(typed.map(), closure);
  const requirement =
    call === undefined ? undefined : requirementsOf(analysis, typed, call, closure);
  const ty = typed.results.exprTys[closure.id];
  if (call === undefined || requirement === undefined || ty === undefined) return undefined;
  for (const auto of requirement.autos) {
    const answer = explainBound(analysis.cx, ty, auto, analysis.cx.paramEnv(typed.owner));
    if (answer.holds === undefined) {
      const refused = refusedCapture(analysis, typed, call, closure, auto);
      if (refused !== undefined) return refused;
    }
    if (answer.holds !== false) continue;
    const via = reasonsOf(analysis, answer.reasons).first?.via;
    const capture =
      via?.kind === "capture"
        ? capturesOf(typed, closure).find((one) => one.name === via.name)
        : undefined;
    return {
      section: failureLines(analysis, call, auto, answer.reasons),
      variable: capture?.place.local,
    };
  }
  return undefined;
}

/** Types are partly unknown, but what is moved in is refused whatever they are. */
function refusedCapture(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  closure: ClosureExpr,
  auto: DefId,
): CrossingFailure | undefined {
  for (const capture of capturesOf(typed, closure)) {
    const impl = capture.mode === "value" ? refusalOf(analysis, capture.ty, auto) : undefined;
    if (impl === undefined) continue;
    const trait = code(analysis.program.def(auto).name);
    const why = spoken(analysis, impl, "why");
    const repair = spoken(analysis, impl, "repair");
    const reason = say(REASONS.isNot, { ty: tyName(analysis, capture.ty), trait });
    const lines = [
      [say(BOUNDS.fails, { reason }), why].filter((part) => part !== undefined).join(" "),
      capturedLine(analysis, call, auto, capture.name, false),
      ...(repair === undefined ? [] : [say(BOUNDS.repair, { repair })]),
    ];
    return { section: { lines, actions: [WHAT_IF], final: true }, variable: capture.place.local };
  }
  return undefined;
}

function capturedLine(
  analysis: Analysis,
  call: HirExpr,
  auto: DefId,
  name: string,
  byRef: boolean,
): string {
  const how = byRef ? BOUNDS.byReference : BOUNDS.byMove;
  const line = lineOf(analysis, call.span.start);
  const bound = code(`F: ${analysis.program.def(auto).name}`);
  return say(BOUNDS.captured, {
    call: callName(analysis, call),
    line,
    bound,
    name: code(name),
    how,
  });
}

function failureLines(
  analysis: Analysis,
  call: HirExpr,
  auto: DefId,
  reasons: readonly BoundReason[],
): Section {
  const { first, path, why, repair } = reasonsOf(analysis, reasons);
  const own = code(analysis.program.def(first?.trait ?? auto).name);
  const reason =
    first === undefined
      ? say(BOUNDS.closureIsNot, { trait: own })
      : `${say(REASONS.isNot, { ty: tyName(analysis, first.ty), trait: own })}${path}`;
  const lines = [
    [say(BOUNDS.fails, { reason }), why].filter((part) => part !== undefined).join(" "),
  ];
  if (first?.via.kind === "capture") {
    lines.push(capturedLine(analysis, call, auto, first.via.name, first.via.byRef));
  }
  if (repair !== undefined) lines.push(say(BOUNDS.repair, { repair }));
  const picture = pathPicture(analysis, reasons);
  return {
    lines,
    actions: [WHAT_IF],
    final: true,
    ...(picture === undefined ? {} : { picture }),
  };
}

/** A variable because of which a closure may not cross, or another handle of the same thing. */
export function captureFailure(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
): Section | undefined {
  const origin = originOfLocal(analysis, typed, local);
  for (const closure of typed.map().closures) {
    const related = capturesOf(typed, closure).some((one) =>
      sameOrigin(originOfLocal(analysis, typed, one.place.local), origin),
    );
    const failure = related ? crossingFailure(analysis, typed, closure) : undefined;
    if (failure?.variable === undefined) continue;
    if (sameOrigin(originOfLocal(analysis, typed, failure.variable), origin))
      return failure.section;
  }
  return undefined;
}
