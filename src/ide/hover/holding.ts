// Something that is shared by reference, or moves as a whole: a lock, a cell, an atomic, or any value that a thread takes.

import type { Analysis } from "../../driver/contract.ts";
import { CROSSING, HOLDING } from "../../explain/hoverSharing.ts";
import { say, sayAll, sayEachLine } from "../../explain/hoverText.ts";
import type { DefId } from "../../hir/defs.ts";
import type { LocalId } from "../../hir/hir.ts";
import { explainBound } from "../../ty/autoTraits.ts";
import { walkTy } from "../../ty/fold.ts";
import type { Ty } from "../../ty/ty.ts";
import type { Capture } from "../../ty/typeck.ts";
import { capturesOf, spawnAt, type Spawn } from "../facts/threads.ts";
import { takerOf } from "../facts/bodyMap.ts";
import { holderOfLocal } from "../facts/holders.ts";
import { typedBodies, type TypedBody } from "../facts/typedBody.ts";
import { insideName, ownerName, threadOf, threadsList, tyName } from "./phrases.ts";
import { code } from "./markdown.ts";
import { whereTo } from "./sharing.ts";
import { endLineOf, isConcurrent, lineOf, markerOf, peel } from "./subject.ts";

/** A variable that is a lock, cell or atomic itself, or a reference to one. */
export function holdingLine(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
  ty: Ty,
): string | undefined {
  if (markerOf(analysis, ty, "object") === "scope") return scopeLine(analysis, typed, local);
  if (ty.kind === "ref") return borrowedLine(analysis, ty);
  const owner = ownerName(analysis, typed);
  const declared = typed.body.locals[local];
  const line = declared === undefined ? 0 : lineOf(analysis, declared.span.start);
  const lent = lentTo(analysis, typed, local);
  const goes = whereTo(
    analysis,
    typed,
    holderOfLocal(analysis, typed, local, new Set()),
    local,
    undefined,
  );
  const parts = [say(HOLDING.owned, { owner, line }), lent, goes].filter(
    (part) => part !== undefined,
  );
  return `${parts.join("; ")}.`;
}

function borrowedLine(analysis: Analysis, ty: Ty & { kind: "ref" }): string {
  const what = peel(ty);
  if (ty.mutable) return say(HOLDING.borrowedAlone, { what: tyName(analysis, what) });
  if (markerOf(analysis, what, "shared_pointer") !== undefined)
    return say(HOLDING.borrowedOwner, { what: insideName(analysis, what) });
  const sync = analysis.program.lang("sync");
  const shared = sync !== undefined && explainBound(analysis.cx, what, sync, undefined).holds;
  return say(shared === false ? HOLDING.borrowedHere : HOLDING.borrowed, {
    what: tyName(analysis, what),
  });
}

/** The variable through which the threads of a scope are started. */
function scopeLine(analysis: Analysis, typed: TypedBody, local: LocalId): string | undefined {
  const map = typed.map();
  const closure = map.closures.find((one) =>
    one.params.some((param) => param.pat.kind === "binding" && param.pat.local === local),
  );
  const call = closure === undefined ? undefined : map.parents.get(closure);
  return call === undefined
    ? undefined
    : say(HOLDING.scope, { end: endLineOf(analysis, call.span) });
}

/** Threads that borrow a variable. */
function lentTo(analysis: Analysis, typed: TypedBody, local: LocalId): string | undefined {
  const borrowing = takersOf(analysis, typed, local).filter(
    (taker) => taker.capture.mode !== "value",
  );
  if (borrowing.length === 0) return undefined;
  const threads = sayAll(
    threadsList(
      analysis,
      borrowing.map((taker) => taker.spawn),
    ),
  );
  const scope = borrowing[0]?.spawn.scope;
  if (scope === undefined) return say(HOLDING.lentThreads, { threads });
  return say(HOLDING.lentUntil, { threads, end: endLineOf(analysis, scope.span) });
}

/** For a variable of any type: a thread takes it away or borrows it. */
export function crossedLine(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
): string | undefined {
  const [first, ...others] = takersOf(analysis, typed, local);
  const ty = typed.results.localTys[local];
  if (first === undefined || ty === undefined || isCopied(analysis, first.capture))
    return undefined;
  const { capture, spawn } = first;
  if (capture.mode === "value" && capture.place.projections.length > 0)
    return say(CROSSING.movesPart, {
      part: code(capture.name),
      thread: threadOf(analysis, spawn),
      owner: ownerName(analysis, typed),
    });
  if (capture.mode === "value") {
    return say(CROSSING.moves, {
      thread: threadOf(analysis, spawn),
      owner: ownerName(analysis, typed),
    });
  }
  if (spawn.scope === undefined) return undefined;
  const threads = sayAll(
    threadsList(
      analysis,
      [first, ...others].map((taker) => taker.spawn),
    ),
  );
  const lent = canChange(analysis, ty) ? CROSSING.lentShared : CROSSING.lent;
  return say(capture.mode === "ref" ? lent : CROSSING.lentMut, {
    threads,
    end: endLineOf(analysis, spawn.scope.span),
  });
}

/** It can be changed through `&`: a lock or a cell is somewhere inside, or it cannot be told. */
function canChange(analysis: Analysis, ty: Ty): boolean {
  return (
    ty.hasUnknown || ty.hasParam || isConcurrent(analysis, ty) || hasCell(analysis, ty, new Set())
  );
}

function hasCell(analysis: Analysis, ty: Ty, seen: Set<Ty>): boolean {
  let found = false;
  walkTy(ty, (part) => {
    if (found || part.kind !== "adt" || seen.has(part)) return;
    seen.add(part);
    found =
      analysis.program.langOf(part.def) === "unsafe_cell" ||
      analysis.cx
        .adt(part.def)
        .variants.some((variant) =>
          variant.fields.some((field) =>
            hasCell(analysis, analysis.cx.fieldTy(field.def, part.args), seen),
          ),
        );
  });
  return found;
}

function isCopied(analysis: Analysis, capture: Capture): boolean {
  return capture.mode === "value" && isCopy(analysis, capture.ty);
}

export function isCopy(analysis: Analysis, ty: Ty): boolean {
  const copy = analysis.program.lang("copy");
  return copy !== undefined && explainBound(analysis.cx, ty, copy, undefined).holds === true;
}

/** Threads whose closure captures a variable. */
function takersOf(
  analysis: Analysis,
  typed: TypedBody,
  local: LocalId,
): readonly { readonly spawn: Spawn; readonly capture: Capture }[] {
  const map = typed.map();
  return map.closures.flatMap((closure) => {
    const capture = capturesOf(typed, closure).find((one) => one.place.local === local);
    const call = capture === undefined ? undefined : takerOf(map, closure);
    const spawn = call === undefined ? undefined : spawnAt(analysis, typed, call);
    return capture === undefined || spawn === undefined ? [] : [{ spawn, capture }];
  });
}

/** A `static` of the user's, with every function that names it if that is not told elsewhere (`withUses`). */
export function staticLine(
  analysis: Analysis,
  def: DefId,
  template: string,
  withUses = true,
): string {
  const users = new Map<string, number[]>();
  for (const typed of typedBodies(analysis)) {
    for (const expr of typed.map().exprs) {
      if (expr.kind !== "path" || typed.results.resolutions.get(expr.id)?.def !== def) continue;
      const name = ownerName(analysis, typed);
      users.set(name, [...(users.get(name) ?? []), lineOf(analysis, expr.span.start)]);
    }
  }
  if (users.size === 0 || !withUses) return template;
  const who = sayAll([...users].map(([name, lines]) => `${name} (${sayEachLine(lines)})`));
  return `${template} ${say(HOLDING.usedIn, { who })}`;
}
