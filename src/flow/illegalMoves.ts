// Moves out of what cannot be left empty: behind references, out of types with a destructor, out of arrays by index
// (E0507, E0509, E0508). Follows `move_errors.rs` of rustc's borrow checker.

import { showTy } from "../ty/show.ts";
import type { Ty } from "../ty/ty.ts";
import type { IllegalMove } from "../mir/drops/movePaths.ts";
import type { Place } from "../mir/mir.ts";
import { placeTy } from "../mir/placeTys.ts";
import { capturedBy, describeAny, describePlace } from "./describe.ts";
import { contentSource, forNamedPlace, forUnnamedPlace } from "./contentSource.ts";
import type { FlowCx } from "./flowCx.ts";
import { nodeAt, spanAt } from "./flowCx.ts";
import type { FlowError, FlowNote } from "./flowError.ts";
import { findClosure } from "../mir/thir/findClosure.ts";
import { mainSpan, moveSpans } from "./useSpans.ts";

export function illegalMoves(cx: FlowCx): FlowError[] {
  const seen = new Set<string>();
  const errors: FlowError[] = [];
  for (const move of cx.moves.illegal) {
    const span = reportSpan(cx, move);
    const key = `${span.start}:${span.end}:${describeAny(cx, move.place)}`;
    if (seen.has(key) || cx.init.flow.entries[move.at.block] === undefined) continue;
    seen.add(key);
    errors.push(report(cx, move));
  }
  return errors;
}

/** A pattern that binds by move points at the matched expression, everything else at itself. */
function reportSpan(cx: FlowCx, move: IllegalMove): FlowError["span"] {
  const binding = bindingOf(cx, move);
  if (binding) return matchedSpan(cx, move) ?? spanAt(cx.body, move.at);
  return mainSpan(moveSpans(cx, move.place, move.at));
}

function bindingOf(cx: FlowCx, move: IllegalMove): { span: FlowError["span"]; name: string } | undefined {
  const node = nodeAt(cx.body, move.at);
  if (node.kind !== "assign" || node.place.projections.length > 0) return undefined;
  const decl = cx.body.locals[node.place.local];
  return decl?.kind === "variable" && decl.name !== undefined && decl.fromPattern ? { span: decl.span, name: decl.name } : undefined;
}

/** The `match` or `let` that looked at the place reads it first. */
function matchedSpan(cx: FlowCx, move: IllegalMove): FlowError["span"] | undefined {
  let found: FlowError["span"] | undefined;
  for (const block of cx.body.blocks) {
    for (const statement of block.statements) {
      if (statement.kind !== "fakeRead" || statement.place.local !== move.place.local) continue;
      if (statement.span.start <= spanAt(cx.body, move.at).start || found === undefined) found = statement.span;
    }
  }
  return found;
}

function report(cx: FlowCx, move: IllegalMove): FlowError {
  const span = reportSpan(cx, move);
  const related: FlowNote[] = [];
  const { code, what } = headline(cx, move, related);
  const binding = bindingOf(cx, move);
  const ty = placeTy(cx.mir, cx.body, move.place);
  const reason = `has type \`${showTy(cx.mir.ty, ty)}\`, which does not implement the \`Copy\` trait`;
  let label: string;
  if (binding) {
    label = "";
    related.push({ span: binding.span, message: "data moved here" });
    related.push({ span: binding.span, message: `move occurs because \`${binding.name}\` ${reason}` });
  } else {
    const spans = moveSpans(cx, move.place, move.at);
    label = `move occurs because ${describeAny(cx, move.place)} ${reason}`;
    const declared = capturedVariable(cx, move.place);
    if (declared && spans.kind === "plain") {
      related.push({ span: declared, message: label });
      label = `${describeAny(cx, move.place)} is moved here`;
    }
    if (spans.kind === "self") {
      const what = spans.how === "forLoop" ? "implicit call to `.into_iter()`" : "method call";
      related.push({ span: spans.call, message: `${describeAny(cx, move.place)} moved due to this ${what}` });
    }
  }
  return { code, message: `cannot move out of ${what}`, span, label: label === "" ? undefined : label, related, owner: cx.owner, tentative: false };
}

/** Where the variable is declared, if the place is a whole captured variable. */
function capturedVariable(cx: FlowCx, place: Place): FlowError["span"] | undefined {
  const capture = capturedBy(cx, place, place.projections.length);
  return capture && cx.results.body.locals[capture.place.local]?.span;
}

function headline(cx: FlowCx, move: IllegalMove, related: FlowNote[]): { code: string; what: string } {
  const { reason } = move;
  switch (reason.kind) {
    case "destructor":
      return { code: "E0509", what: `type \`${showTy(cx.mir.ty, reason.ty)}\`, which implements the \`Drop\` trait` };
    case "element":
      return { code: "E0508", what: elementOf(cx, reason.ty) };
    case "borrowed":
      if (elementTy(reason.ty)) return { code: "E0508", what: elementOf(cx, elementTy(reason.ty) as Ty) };
      return { code: "E0507", what: borrowedContent(cx, move, related) };
  }
}

/** Behind the pointer stands an array or slice, and an element was to be moved. */
function elementTy(pointer: Ty): Ty | undefined {
  const inner = pointer.kind === "ref" || pointer.kind === "ptr" ? pointer.ty : undefined;
  return inner?.kind === "array" || inner?.kind === "slice" ? inner : undefined;
}

function elementOf(cx: FlowCx, ty: Ty): string {
  const kind = ty.kind === "array" ? "array" : "slice";
  return `type \`${showTy(cx.mir.ty, ty)}\`, a non-copy ${kind}`;
}

function borrowedContent(cx: FlowCx, move: IllegalMove, related: FlowNote[]): string {
  const { origin, place } = move;
  if (origin.projections.length === 0) {
    const guard = cx.body.locals[origin.local]?.guardFor;
    if (guard !== undefined) return `\`${guard}\` in pattern guard`;
    const def = cx.statics.get(origin.local);
    if (def !== undefined) return `static item \`${cx.mir.ty.def(def).name}\``;
  }
  const captured = capturedContent(cx, origin, place, related);
  if (captured !== undefined) return captured;
  const source = contentSource(cx, origin);
  const name = describePlace(cx, place, { includingTupleField: false });
  const named = forNamedPlace(source);
  if (name !== undefined && named !== undefined) {
    const variant = variantName(cx, place);
    return variant === undefined
      ? `\`${name}\` which is behind a ${named}`
      : `\`${name}\` as enum variant \`${variant}\` which is behind a ${named}`;
  }
  return forUnnamedPlace(cx, source);
}

function variantName(cx: FlowCx, place: Place): string | undefined {
  for (const [index, step] of place.projections.entries()) {
    if (step.kind !== "downcast") continue;
    const base = placeTy(cx.mir, cx.body, { local: place.local, projections: place.projections.slice(0, index) });
    if (base.kind === "adt") return cx.mir.ty.adt(base.def).variants[step.variant]?.name;
  }
  return undefined;
}

/** A variable that the closure captured, and that it would lose at its first call. */
function capturedContent(cx: FlowCx, origin: Place, place: Place, related: FlowNote[]): string | undefined {
  const { closure } = cx.owner;
  if (closure === undefined || origin.local !== 1 || origin.projections.length > 0) return undefined;
  for (let length = 1; length <= place.projections.length; length++) {
    const capture = capturedBy(cx, place, length);
    if (!capture) continue;
    const kind = cx.results.closures[closure]?.kind ?? "Fn";
    const what = `captured variable in an \`${kind}\` closure`;
    const declared = cx.results.body.locals[capture.place.local]?.span;
    const head = findClosure(cx.results.body, closure)?.headSpan;
    if (declared) related.push({ span: declared, message: "captured outer variable" });
    if (head) related.push({ span: head, message: `captured by this \`${kind}\` closure` });
    const whole = capturedBy(cx, place, place.projections.length) !== undefined;
    return whole ? `${describeAny(cx, place)}, a ${what}` : `${describeAny(cx, place)}, as \`${capture.name}\` is a ${what}`;
  }
  return undefined;
}
