// Parts of sentences about this code: threads, calls, variables, lines.

import type { Span } from "../../base/span.ts";
import type { Analysis } from "../../driver/contract.ts";
import { say, sayAll, sayLines } from "../../explain/hoverText.ts";
import { SHARING, THREADS } from "../../explain/hoverSharing.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { showTy } from "../../ty/show.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Spawn } from "../facts/threads.ts";
import { timesOf, type Times } from "../facts/turns.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import { code } from "./markdown.ts";
import { endLineOf, insideTy, lineOf, peel } from "./subject.ts";

/** “the 10 threads of line 10”, “a thread for each turn of the loop of line 8”. */
export function threadsOf(analysis: Analysis, spawn: Spawn): string {
  const line = spawnLine(analysis, spawn);
  const { count, loop } = spawn.times;
  if (count !== undefined && count !== 1) return say(THREADS.many, { count, line });
  if (count === 1 || loop === undefined) return say(THREADS.one, { line });
  if (loop.kind === "loop") return say(THREADS.loop, { loop: lineOf(analysis, loop.span.start) });
  return say(THREADS.item, { line });
}

/** Each thread once, in the order of their lines; single ones together: “the threads of lines 8 and 14”. */
export function threadsList(analysis: Analysis, spawns: readonly Spawn[]): readonly string[] {
  const distinct = [...new Map(spawns.map((spawn) => [spawn.call, spawn])).values()];
  const inOrder = distinct.sort((a, b) => a.call.span.start - b.call.span.start);
  const single = inOrder.filter(
    (spawn) => spawn.times.count === 1 || spawn.times.loop === undefined,
  );
  const lines = [...new Set(single.map((spawn) => spawnLine(analysis, spawn)))];
  const others = inOrder
    .filter((spawn) => !single.includes(spawn))
    .map((spawn) => threadsOf(analysis, spawn));
  if (lines.length === 1 && single.length > 1)
    return [say(THREADS.many, { count: single.length, line: lines[0] ?? 0 }), ...new Set(others)];
  if (lines.length < 2)
    return [...single.slice(0, 1).map((spawn) => threadsOf(analysis, spawn)), ...new Set(others)];
  return [say(THREADS.each, { lines: sayAll(lines.map(String)) }), ...new Set(others)];
}

/** One of them: “the thread of line 10”. */
export function threadOf(analysis: Analysis, spawn: Spawn): string {
  return say(THREADS.one, { line: spawnLine(analysis, spawn) });
}

/** The line on which the closure of a thread begins: where people look for it. */
export function spawnLine(analysis: Analysis, spawn: Spawn): number {
  return lineOf(analysis, spawn.closure?.headSpan.start ?? spawn.call.span.start);
}

/** Threads whose handles are kept together: “the 10 threads of line 10”, “the threads of lines 8 and 14”. */
export function threadsHeld(analysis: Analysis, spawns: readonly Spawn[]): string {
  const certain = spawns.every(
    ({ times }) => times.count !== undefined || times.loop === undefined,
  );
  if (certain) return sayAll(threadsList(analysis, spawns));
  const lines = [...new Set(spawns.map((spawn) => spawnLine(analysis, spawn)))];
  return say(lines.length === 1 ? THREADS.ofLine : THREADS.each, {
    line: lines[0] ?? 0,
    lines: sayAll(lines.map(String)),
  });
}

/** The thread of one handle: “the thread of line 10”, “one of the 10 threads of line 10”. */
export function oneOf(analysis: Analysis, spawns: readonly Spawn[]): string {
  const [first] = spawns;
  if (first === undefined) return "";
  if (spawns.length > 1)
    return say(THREADS.oneOf, { threads: sayAll(threadsList(analysis, spawns)) });
  const line = spawnLine(analysis, first);
  const { count, loop } = first.times;
  if (count === 1 || loop === undefined) return say(THREADS.one, { line });
  return count === undefined
    ? say(THREADS.oneOfLine, { line })
    : say(THREADS.oneOf, { threads: say(THREADS.many, { count, line }) });
}

export function nameOf(typed: TypedBody, local: LocalId): string {
  return code(typed.body.locals[local]?.name ?? "_");
}

export function ownerName(analysis: Analysis, typed: TypedBody): string {
  return code(analysis.program.def(typed.owner).name);
}

/** What is called, as written: `thread::spawn`, `push`. */
export function callName(analysis: Analysis, call: HirExpr): string {
  if (call.kind === "methodCall") return code(call.segment.name);
  return code(
    call.kind === "call" ? textOf(analysis, call.callee.span) : textOf(analysis, call.span),
  );
}

/** A piece of the source on one line. */
export function textOf(analysis: Analysis, { start, end }: Span, limit = 60): string {
  const flat = analysis.text
    .slice(start, end)
    .replace(/\s*\n\s*/g, "")
    .replace(/\s+/g, " ");
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}

export function tyName(analysis: Analysis, ty: Ty): string {
  return code(showTy(analysis.cx, ty));
}

/** What a box, lock or guard is of, seen through references. */
export function insideName(analysis: Analysis, ty: Ty | undefined): string {
  const bare = ty === undefined ? undefined : peel(ty);
  const inside = bare?.kind === "adt" ? insideTy(bare) : undefined;
  return inside === undefined || inside.kind === "unknown"
    ? SHARING.value
    : tyName(analysis, inside);
}

export function spanLines(analysis: Analysis, span: Span): string {
  return sayLines(lineOf(analysis, span.start), endLineOf(analysis, span));
}

/** How often a place is reached in the function around it. */
export function reached(analysis: Analysis, typed: TypedBody, expr: HirExpr): Times {
  return timesOf(analysis, typed, expr, undefined);
}
