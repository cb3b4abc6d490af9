// A variable: who owns or shares it here, what becomes of it, and whether it may cross into a thread.

import type { Analysis } from "../../driver/contract.ts";
import { HANDLES, SHARING } from "../../explain/hoverSharing.ts";
import { say, sayEachLine } from "../../explain/hoverText.ts";
import type { Ty } from "../../ty/ty.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { holderOfLocal } from "../facts/holders.ts";
import { isLentOut, joinsOf, mentionsThread, spawnsOfVariable, type Join } from "../facts/joins.ts";
import type { Spawn } from "../facts/threads.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import type { Target } from "../locate.ts";
import { channelLines } from "./channel.ts";
import { captureFailure } from "./closure.ts";
import { crossingLine } from "./crossing.ts";
import { heldLines } from "./guard.ts";
import { crossedLine, holdingLine } from "./holding.ts";
import { callName, insideName, oneOf, threadsHeld } from "./phrases.ts";
import { VISUALIZE, type Section } from "./sections.ts";
import { ownersLine } from "./sharing.ts";
import { isConcurrent, isObject, lineOf, marked, markerOf, peel } from "./subject.ts";

type LocalTarget = Target & { readonly kind: "local" };

export function local(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "local") return undefined;
  const typed = target.in;
  const ty = typed.results.localTys[target.local];
  if (ty === undefined) return undefined;
  const failure = captureFailure(analysis, typed, target.local);
  if (failure !== undefined) return failure;
  if (marked(analysis, ty, "guard").length > 0) {
    const held = heldLines(analysis, typed, target.local);
    if (held !== undefined) return held;
  }
  if (mentionsThread(analysis, ty)) {
    const handles = joinHandle(analysis, typed, target);
    if (handles !== undefined) return handles;
  }
  if (!isConcurrent(analysis, ty)) {
    const crossed = crossedLine(analysis, typed, target.local);
    return crossed === undefined ? undefined : { lines: [crossed], actions: [VISUALIZE] };
  }
  return concurrent(analysis, target, ty);
}

function concurrent(analysis: Analysis, target: LocalTarget, ty: Ty): Section | undefined {
  const typed = target.in;
  const sharing = sharingLines(analysis, target, ty);
  const crossing =
    markerOf(analysis, ty, "object") === "scope"
      ? undefined
      : crossingLine(analysis, ty, typed.owner);
  const lines = [...sharing, crossing].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : { lines, actions: [VISUALIZE, ...whyCard(analysis, ty)] };
}

function sharingLines(analysis: Analysis, target: LocalTarget, ty: Ty): readonly string[] {
  const typed = target.in;
  const ends = channelLines(analysis, typed, target.local, target.expr);
  if (ends !== undefined) return ends;
  const bare = peel(ty);
  if (
    bare.kind === "adt" &&
    markerOf(analysis, ty, "shared_pointer") !== undefined &&
    ty.kind === "adt"
  ) {
    return [ownersLine(analysis, typed, target.local, bare, target.expr)];
  }
  if (bare.kind === "adt" && markerOf(analysis, ty, "weak_pointer") !== undefined) {
    return [say(SHARING.weak, { what: insideName(analysis, bare) })];
  }
  if (isObject(analysis, bare)) {
    const holding = holdingLine(analysis, typed, target.local, ty);
    return holding === undefined ? [] : [holding];
  }
  const crossed = crossedLine(analysis, typed, target.local);
  return crossed === undefined ? [] : [crossed];
}

/** The card that tells why this type and not its neighbour. */
function whyCard(analysis: Analysis, ty: Ty): NonNullable<Section["actions"]> {
  const bare = peel(ty);
  if (bare.kind !== "adt" || analysis.program.marker(bare.def, "shared_pointer") === undefined)
    return [];
  return [{ action: "card", argument: analysis.program.path(bare.def) }];
}

/** The handle of a thread, or a collection of them: which ones, and who waits for them. */
function joinHandle(
  analysis: Analysis,
  typed: TypedBody,
  target: LocalTarget,
): Section | undefined {
  const spawns = spawnsOfVariable(analysis, typed, target.local);
  if (spawns === undefined) return undefined;
  const one = markerOf(analysis, typed.results.localTys[target.local] as Ty, "handle") === "thread";
  const threads = one ? oneOf(analysis, spawns) : threadsHeld(analysis, spawns);
  const joins = joinsOf(analysis, typed).filter((join) => waitsFor(join, spawns));
  const [first] = joins;
  const lines = sayEachLine(joins.map(({ call }) => methodLine(analysis, call)));
  const method = first === undefined ? "" : callName(analysis, first.call);
  const template = one
    ? first === undefined
      ? HANDLES.of
      : HANDLES.joined
    : first === undefined
      ? HANDLES.all
      : HANDLES.allJoined;
  const text = say(template, { threads, method, lines });
  const lost =
    first === undefined &&
    spawns.every((spawn) => spawn.scope === undefined) &&
    staysHere(analysis, typed, target.local);
  return {
    lines: [lost ? `${text} ${one ? HANDLES.lost : HANDLES.allLost}` : text],
    actions: [VISUALIZE],
  };
}

function methodLine(analysis: Analysis, call: HirExpr): number {
  return lineOf(analysis, call.kind === "methodCall" ? call.segment.span.start : call.span.start);
}

function waitsFor(join: Join, spawns: readonly Spawn[]): boolean {
  return join.of?.some((one) => spawns.some((other) => other.call === one.call)) ?? false;
}

/** Nothing takes the handle anywhere else. */
function staysHere(analysis: Analysis, typed: TypedBody, local: LocalId): boolean {
  const holder = holderOfLocal(analysis, typed, local, new Set());
  return holder.kind === "variable" && holder.local === local && !isLentOut(analysis, typed, local);
}
