// Moves out of what cannot be left empty: behind references, out of types with a destructor, out of arrays by index
// (E0507, E0509, E0508). Follows `move_errors.rs` of rustc's borrow checker: what one pattern moves is one error.

import type { Span } from "../base/span.ts";
import { lookupPath } from "../mir/drops/movePaths.ts";
import type { IllegalMove } from "../mir/drops/movePaths.ts";
import type { Local, LocalDecl, Place } from "../mir/mir.ts";
import { placeTy } from "../mir/placeTys.ts";
import { showTy } from "../ty/show.ts";
import { describeAny, capturedBy } from "./describe.ts";
import type { FlowCx } from "./flowCx.ts";
import { nodeAt } from "./flowCx.ts";
import type { FlowError, FlowNote } from "./flowError.ts";
import { illegalSource } from "./illegalSource.ts";
import { mainSpan, moveSpans } from "./useSpans.ts";
import type { UseSpans } from "./useSpans.ts";

/** Moves that are told together; `spans` is set for a move that no pattern makes. */
interface Group {
  readonly move: IllegalMove;
  readonly span: Span;
  readonly key: string;
  readonly bindings: Local[];
  readonly spans: UseSpans | undefined;
}

export function illegalMoves(cx: FlowCx): FlowError[] {
  const groups: Group[] = [];
  for (const move of cx.moves.illegal) {
    if (cx.init.flow.entries[move.at.block] !== undefined) addToGroups(cx, groups, move);
  }
  const told = new Set<string>();
  return groups
    .map((group) => report(cx, group))
    .filter((error) => {
      const key = `${error.span.start}:${error.span.end}:${error.message}`;
      return !told.has(key) && told.add(key) !== undefined;
    });
}

function addToGroups(cx: FlowCx, groups: Group[], move: IllegalMove): void {
  const bound = boundBy(cx, move);
  if (!bound) {
    const spans = moveSpans(cx, move.place, move.at);
    groups.push({ move, span: mainSpan(spans), key: "", bindings: [], spans });
    return;
  }
  const { local, place, span } = bound;
  const exact = place !== undefined && isTracked(cx, place);
  const key = `${span.start}:${span.end} ${exact ? pathKey(cx, move.place) : ""}`;
  const known = groups.find((group) => group.key === key);
  if (known) {
    if (known.bindings.length > 0) known.bindings.push(local);
    return;
  }
  groups.push({ move, span, key, bindings: place ? [local] : [], spans: undefined });
}

/** The variable that the move initialises, if a pattern or `let` does it. */
function boundBy(
  cx: FlowCx,
  move: IllegalMove,
): { local: Local; place: Place | undefined; span: Span } | undefined {
  const node = nodeAt(cx.body, move.at);
  if (node.kind !== "assign" || node.place.projections.length > 0 || node.value.kind !== "use")
    return undefined;
  const matched = cx.body.locals[node.place.local]?.matched;
  return (
    matched && {
      local: node.place.local,
      place: matched.place,
      span: matched.place ? matched.span : node.span,
    }
  );
}

function isTracked(cx: FlowCx, place: Place): boolean {
  return lookupPath(cx.moves, place).exact;
}

function pathKey(cx: FlowCx, place: Place): string {
  return `${lookupPath(cx.moves, place).path}`;
}

function report(cx: FlowCx, group: Group): FlowError {
  const related: FlowNote[] = [];
  const { code, what } = illegalSource(cx, group.move, related);
  const label =
    group.bindings.length > 0 ? bindingNotes(cx, group, related) : plainLabel(cx, group, related);
  return {
    code,
    message: `cannot move out of ${what}`,
    span: group.span,
    label,
    related,
    owner: cx.owner,
    tentative: false,
  };
}

function whyNot(cx: FlowCx, name: string, place: Place): string {
  const ty = showTy(cx.mir.ty, placeTy(cx.mir, cx.body, place));
  return `move occurs because ${name} has type \`${ty}\`, which does not implement the \`Copy\` trait`;
}

function bindingNotes(cx: FlowCx, group: Group, related: FlowNote[]): undefined {
  const locals = [...new Set(group.bindings)].sort((a, b) => a - b);
  locals.forEach((local, index) => {
    const decl = cx.body.locals[local] as LocalDecl;
    related.push({ span: decl.span, message: index === 0 ? "data moved here" : "...and here" });
    if (locals.length > 1) return;
    related.push({
      span: decl.span,
      message: whyNot(cx, `\`${decl.name}\``, { local, projections: [] }),
    });
  });
  return undefined;
}

function plainLabel(cx: FlowCx, group: Group, related: FlowNote[]): string {
  const { place } = group.move;
  const name = describeAny(cx, place);
  const label = whyNot(cx, name, place);
  const { spans } = group;
  if (spans?.kind === "self") {
    const what = spans.how === "forLoop" ? "implicit call to `.into_iter()`" : "method call";
    related.push({ span: spans.call, message: `${name} moved due to this ${what}` });
  }
  const declared = spans?.kind === "plain" ? capturedVariable(cx, place) : undefined;
  if (!declared) return label;
  related.push({ span: declared, message: label });
  return `${name} is moved here`;
}

/** Where the variable is declared, if the place is a whole captured variable. */
function capturedVariable(cx: FlowCx, place: Place): Span | undefined {
  const capture = capturedBy(cx, place, place.projections.length);
  return capture && cx.results.body.locals[capture.place.local]?.span;
}
