// A variable: who owns or shares it here, what becomes of it, and whether it may cross into a thread.

import type { Analysis } from "../../driver/contract.ts";
import { HANDLES, SHARING } from "../../explain/hoverSharing.ts";
import { say, sayEachLine } from "../../explain/hoverText.ts";
import type { Ty } from "../../ty/ty.ts";
import { spawnAt } from "../facts/threads.ts";
import type { TypedBody } from "../facts/typedBody.ts";
import type { Target } from "../locate.ts";
import { channelLines } from "./channel.ts";
import { captureFailure } from "./closure.ts";
import { crossingLine } from "./crossing.ts";
import { heldLines } from "./guard.ts";
import { crossedLine, holdingLine } from "./holding.ts";
import { callName, insideName, spawnLine } from "./phrases.ts";
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
  if (markerOf(analysis, ty, "handle") === "thread") return joinHandle(analysis, typed, target);
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
  return [{ title: "Why?", action: "card", argument: analysis.program.path(bare.def) }];
}

/** The handle of a thread: which one, and who waits for it. */
function joinHandle(
  analysis: Analysis,
  typed: TypedBody,
  target: LocalTarget,
): Section | undefined {
  const map = typed.map();
  const binding = map.bindings.get(target.local);
  const spawn =
    binding?.init === undefined || !binding.whole
      ? undefined
      : spawnAt(analysis, typed, binding.init);
  if (spawn === undefined) return undefined;
  const values = {
    line: spawnLine(analysis, spawn),
    each: spawn.times.loop === undefined ? "" : HANDLES.each,
  };
  const uses = map.uses.get(target.local) ?? [];
  const waits = uses.flatMap((use) => {
    const call = map.parents.get(use);
    const callee =
      call?.kind === "methodCall" && call.receiver === use
        ? typed.results.methods.get(call.id)
        : undefined;
    return call !== undefined &&
      callee !== undefined &&
      analysis.program.marker(callee.def, "waits") !== undefined
      ? [call]
      : [];
  });
  const [first] = waits;
  if (first !== undefined) {
    const lines = sayEachLine(
      waits.map((call) =>
        lineOf(analysis, call.kind === "methodCall" ? call.segment.span.start : call.span.start),
      ),
    );
    return {
      lines: [say(HANDLES.joined, { ...values, method: callName(analysis, first), lines })],
      actions: [VISUALIZE],
    };
  }
  const unused = uses.length === 0 && spawn.scope === undefined;
  return { lines: [say(unused ? HANDLES.unused : HANDLES.of, values)], actions: [VISUALIZE] };
}
