// Whether a place may be written or borrowed exclusively: E0594 and E0596. Follows `is_mutable` and `report_mutability_error`.

import type { Location } from "../../mir/dataflow.ts";
import { findClosure } from "../../mir/thir/findClosure.ts";
import type { Local, Place, Projection } from "../../mir/mir.ts";
import { isBox, placeTy } from "../../mir/placeTys.ts";
import type { Span } from "../../base/span.ts";
import type { Capture } from "../../ty/typeck.ts";
import { capturedBy, describePlace } from "../describe.ts";
import { contentSource, forImmutablePlace } from "../contentSource.ts";
import type { FlowCx } from "../flowCx.ts";
import type { FlowError, FlowNote } from "../flowError.ts";
import { borrowSpans, mainSpan } from "../useSpans.ts";
import type { Access } from "./access.ts";

/** The part of the place that is not mutable; undefined if all is well. `allowLocal`: immutable variables count as mutable. */
export function immutablePart(
  cx: FlowCx,
  place: Place,
  allowLocal: boolean | "exceptUpvars",
): Place | undefined {
  const last = place.projections[place.projections.length - 1];
  if (!last) {
    const mutable = cx.body.locals[place.local]?.mutable ?? true;
    return mutable || allowLocal !== false ? undefined : place;
  }
  const base: Place = { local: place.local, projections: place.projections.slice(0, -1) };
  const baseTy = placeTy(cx.mir, cx.body, base);
  if (last.kind === "deref") {
    if (baseTy.kind === "ref") {
      if (!baseTy.mutable) return place;
      const capture = capturedBy(cx, place, place.projections.length);
      return immutablePart(cx, base, capture && capture.mode !== "value" ? allowLocal : true);
    }
    if (baseTy.kind === "ptr") return baseTy.mutable ? undefined : place;
    return isBox(cx.mir, baseTy) ? immutablePart(cx, base, allowLocal) : undefined;
  }
  const capture =
    last.kind === "field" ? capturedBy(cx, place, place.projections.length) : undefined;
  if (!capture) return immutablePart(cx, base, allowLocal);
  if (!captureIsMutable(cx, capture) && allowLocal !== true) return place;
  return immutablePart(cx, base, allowLocal);
}

/** The captured variable is declared `mut`, or what is captured lies behind an exclusive reference. */
export function captureIsMutable(cx: FlowCx, capture: Capture): boolean {
  const decl = cx.results.body.locals[capture.place.local];
  let mutable = decl?.mutable ?? true;
  let ty = cx.results.localTys[capture.place.local];
  for (const step of capture.place.projections) {
    if (step.kind === "deref" && ty?.kind === "ref") mutable = ty.mutable;
    ty = step.ty;
  }
  return mutable;
}

export interface MutabilityError {
  readonly error: FlowError;
  /** The variable that is not `mut`, where a borrow asks for it: rustc tells all such borrows of a variable together. */
  readonly borrowed: Local | undefined;
}

export function mutabilityError(
  cx: FlowCx,
  access: Access,
  at: Location,
): MutabilityError | undefined {
  const { access: kind, place } = access;
  if (kind.kind === "assign") {
    const part = immutablePart(cx, place, false);
    return part && { error: report(cx, access, part, at, "assign"), borrowed: undefined };
  }
  if (kind.kind !== "borrow" && kind.kind !== "reserve") return undefined;
  if (kind.borrow === "shared" || kind.borrow === "fake") return undefined;
  const part = immutablePart(cx, place, kind.borrow === "uniqueImm");
  if (!part) return undefined;
  return {
    error: report(cx, access, part, at, "borrow"),
    borrowed: part.projections.length === 0 ? part.local : undefined,
  };
}

interface Reason {
  readonly item: string;
  readonly reason: string;
  readonly label?: string;
}

function report(
  cx: FlowCx,
  access: Access,
  part: Place,
  at: Location,
  act: "assign" | "borrow",
): FlowError {
  const { item, reason, label } = reasonOf(cx, access.place, part, act);
  const related: FlowNote[] = [];
  const spans = act === "borrow" ? borrowSpans(cx, access.span, at) : undefined;
  const span: Span = spans ? mainSpan(spans) : access.span;
  if (spans?.kind === "closure") {
    related.push({
      span: spans.path,
      message: `mutable borrow occurs due to use of ${describe(cx, access.place)} in closure`,
    });
  }
  const decl = declarationOf(cx, part);
  if (decl) related.push({ span: decl, message: "consider changing this to be mutable" });
  related.push(...surroundings(cx, access.place, part, act));
  return {
    code: act === "assign" ? "E0594" : "E0596",
    message:
      act === "assign"
        ? `cannot assign to ${item}${reason}`
        : `cannot borrow ${item} as mutable${reason}`,
    span,
    label: label ?? (act === "assign" ? "cannot assign" : "cannot borrow as mutable"),
    related,
    owner: cx.owner,
    tentative: false,
  };
}

function describe(cx: FlowCx, place: Place): string {
  const text = describePlace(cx, place);
  return text === undefined ? "value" : `\`${text}\``;
}

/** What stands around: the static's declaration, or the closure that cannot change what it captured. */
function surroundings(cx: FlowCx, place: Place, part: Place, act: "assign" | "borrow"): FlowNote[] {
  const def = part.projections.length === 1 ? cx.statics.get(part.local) : undefined;
  if (def !== undefined && place.projections.length === 1) {
    const what = act === "assign" ? "written to" : "borrowed as mutable";
    return [{ span: cx.mir.ty.def(def).nameSpan, message: `this \`static\` cannot be ${what}` }];
  }
  const { closure } = cx.owner;
  if (closure === undefined || part.local !== 1 || part.projections.length !== 1) return [];
  for (let length = 2; length <= place.projections.length; length++) {
    const capture = capturedBy(cx, place, length);
    const declared = capture && cx.results.body.locals[capture.place.local]?.span;
    const head = findClosure(cx.results.body, closure)?.headSpan;
    if (!declared || !head) continue;
    return [
      { span: declared, message: `${describe(cx, place)} declared here, outside the closure` },
      { span: head, message: "in this closure" },
    ];
  }
  return [];
}

/** The variable that would have to be declared `mut`. */
function declarationOf(cx: FlowCx, part: Place): Span | undefined {
  const capture = capturedBy(cx, part, part.projections.length);
  if (capture) return cx.results.body.locals[capture.place.local]?.span;
  return part.projections.length === 0 ? cx.body.locals[part.local]?.span : undefined;
}

function reasonOf(cx: FlowCx, place: Place, part: Place, act: "assign" | "borrow"): Reason {
  const text = describe(cx, place);
  const last = part.projections[part.projections.length - 1] as Projection | undefined;
  if (!last)
    return notDeclared(text, place.projections.length === 0, cx.body.locals[part.local]?.name);
  const capture = capturedBy(cx, part, part.projections.length);
  if (capture)
    return notDeclared(
      text,
      capturedBy(cx, place, place.projections.length) !== undefined,
      capture.name,
    );
  if (last.kind !== "deref") return { item: text, reason: "" };
  const base: Place = { local: part.local, projections: part.projections.slice(0, -1) };
  if (base.projections.length === 0) {
    const guard = cx.body.locals[part.local]?.guardFor;
    if (guard !== undefined)
      return { item: text, reason: ", as it is immutable for the pattern guard" };
    const def = cx.statics.get(part.local);
    if (def !== undefined) {
      if (place.projections.length === 1)
        return { item: `immutable static item ${text}`, reason: "" };
      return {
        item: text,
        reason: `, as \`${cx.mir.ty.def(def).name}\` is an immutable static item`,
      };
    }
    if (part.local === 1 && cx.owner.closure !== undefined) {
      const own = capturedBy(cx, place, place.projections.length) !== undefined;
      return {
        item: text,
        reason: own
          ? ", as it is a captured variable in a `Fn` closure"
          : ", as `Fn` closures cannot mutate their captured variables",
      };
    }
  }
  return behindPointer(cx, place, base, act);
}

function notDeclared(item: string, whole: boolean, name: string | undefined): Reason {
  return {
    item,
    reason:
      whole || name === undefined
        ? ", as it is not declared as mutable"
        : `, as \`${name}\` is not declared as mutable`,
  };
}

function behindPointer(cx: FlowCx, place: Place, base: Place, act: "assign" | "borrow"): Reason {
  const source = contentSource(cx, base);
  const pointer = forImmutablePlace(cx, source);
  const name = describePlace(cx, place);
  if (name === undefined) return { item: `data in ${pointer}`, reason: "" };
  const reason = act === "assign" ? `, which is behind ${pointer}` : `, as it is behind ${pointer}`;
  const owner = describePlace(cx, base);
  const verb = act === "assign" ? "written to" : "borrowed as mutable";
  if ((source.kind === "ref" || source.kind === "rawPtr") && owner !== undefined) {
    const label = `\`${owner}\` is ${pointer}, so it cannot be ${verb}`;
    return { item: `\`${name}\``, reason, label };
  }
  return { item: `\`${name}\``, reason };
}
