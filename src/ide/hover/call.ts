// A call: of a function that locks, that starts a thread, that counts owners, that can fail because of another thread.

import type { Analysis } from "../../driver/contract.ts";
import { showTy } from "../../ty/show.ts";
import { typeArg } from "../../ty/fold.ts";
import type { Target } from "../locate.ts";
import { closuresOfCall } from "./closure.ts";
import { acquiredBy } from "./guard.ts";
import { code } from "./markdown.ts";
import { conceptLines } from "../concepts.ts";
import type { Section } from "./sections.ts";
import { marked, markerOf, peel } from "./subject.ts";
import { visitBody } from "../../hir/visit.ts";

export function call(analysis: Analysis, target: Target): Section | undefined {
  if (target.kind !== "call") return undefined;
  return (
    guardMade(analysis, target) ??
    errMeans(analysis, target) ??
    newOwner(analysis, target) ??
    closuresOfCall(analysis, target.in, target.call) ??
    card(analysis, target)
  );
}

type CallTarget = Target & { readonly kind: "call" };

function resultTy(target: CallTarget) {
  return target.in.results.exprTys[target.call.id];
}

/** The call's result holds a guard: it acquires something. */
function guardMade(analysis: Analysis, target: CallTarget): Section | undefined {
  const ty = resultTy(target);
  const receiver = target.call.kind === "methodCall" ? target.in.results.exprTys[target.call.receiver.id] : undefined;
  if (ty === undefined || marked(analysis, ty, "guard").length === 0) return undefined;
  // `unwrap` passes a guard on: what it adds is what an Err means.
  if (receiver !== undefined && marked(analysis, receiver, "guard").length > 0) return errMeans(analysis, target);
  return acquiredBy(analysis, target.in, target.call);
}

/** `unwrap`, `expect`, `?` and the like on the result of a call whose failure std explains (`#[lockstep::err = "…"]`). */
function errMeans(analysis: Analysis, target: CallTarget): Section | undefined {
  if (target.call.kind !== "methodCall") return undefined;
  const receiver = target.call.receiver;
  const callee =
    receiver.kind === "methodCall"
      ? target.in.results.methods.get(receiver.id)
      : receiver.kind === "call"
        ? target.in.results.resolutions.get(receiver.callee.id)
        : undefined;
  const meaning = callee === undefined ? undefined : analysis.program.marker(callee.def, "err");
  return meaning === undefined ? undefined : { lines: [meaning] };
}

/** `clone` of a counted box. */
function newOwner(analysis: Analysis, target: CallTarget): Section | undefined {
  const ty = resultTy(target);
  const kind = ty === undefined ? undefined : markerOf(analysis, ty, "object");
  if (ty === undefined || (kind !== "arc" && kind !== "rc")) return undefined;
  const clone = analysis.program.lang("clone");
  if (analysis.program.def(target.callee.def).parent !== clone || clone === undefined) return undefined;
  const bare = peel(ty);
  if (bare.kind !== "adt") return undefined;
  const inner = code(showTy(analysis.cx, typeArg(bare.args, 0)));
  const turns = enclosingLoop(target);
  const often = turns === undefined ? "" : " A new owner is made in each turn of the loop.";
  return {
    lines: [`**A new owner of the same ${inner}**, not a copy of it: the count of owners goes up by one.${often}`],
    actions: [{ title: "Visualize concurrency", action: "visualize", argument: "" }],
  };
}

function enclosingLoop(target: CallTarget): boolean | undefined {
  let inside: boolean | undefined;
  visitBody(target.in.body, {
    expr(expr) {
      const span = expr.span;
      if (expr.kind === "loop" && span.start <= target.span.start && target.span.end <= span.end) inside = true;
    },
  });
  return inside;
}

/** A function of std with a card of its own, where the subject is concurrency. */
function card(analysis: Analysis, target: CallTarget): Section | undefined {
  return conceptLines(analysis, target.callee.def);
}
