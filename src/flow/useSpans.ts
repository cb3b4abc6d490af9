// Where a use stands for people: a closure that captures, a method that takes `self`, or just the expression.
// Follows `move_spans` and `borrow_spans` of rustc's borrow checker.

import type { Span } from "../base/span.ts";
import { findClosure } from "../mir/thir/findClosure.ts";
import type { Location } from "../mir/dataflow.ts";
import type { BasicBlock, Local, Operand, Place, Rvalue, Terminator } from "../mir/mir.ts";
import type { DefId } from "../hir/defs.ts";
import type { FlowCx } from "./flowCx.ts";
import { nodeAt, spanAt } from "./flowCx.ts";
import { isPrefix, samePlace } from "./describe.ts";

export type UseSpans =
  | { readonly kind: "plain"; readonly span: Span }
  /** `args` is the head of the closure, `path` the use inside it. */
  | { readonly kind: "closure"; readonly args: Span; readonly path: Span; readonly body: Span }
  | {
      readonly kind: "self";
      readonly span: Span;
      readonly call: Span;
      readonly method: DefId;
      readonly how: SelfCall;
    };

export type SelfCall = "method" | "operator" | "forLoop" | "fnOnce" | "await";

/** The span that stands for the use in a message. */
export function mainSpan(spans: UseSpans): Span {
  return spans.kind === "closure" ? spans.args : spans.span;
}

export function moveSpans(cx: FlowCx, moved: Place, at: Location): UseSpans {
  const plain: UseSpans = { kind: "plain", span: spanAt(cx.body, at) };
  const node = nodeAt(cx.body, at);
  if (node.kind !== "assign") return plain;
  const closure = closureSpans(cx, node.value, moved);
  if (closure) return closure;
  if (node.place.projections.length > 0) return plain;
  const call = selfCall(cx, node.place.local, (cx.body.blocks[at.block] as BasicBlock).terminator);
  return call ? { kind: "self", span: node.span, ...call } : plain;
}

/** For a borrow: if the reference goes straight into a closure, the closure is what people see. */
export function borrowSpans(cx: FlowCx, span: Span, at: Location): UseSpans {
  const plain: UseSpans = { kind: "plain", span };
  const node = nodeAt(cx.body, at);
  if (node.kind !== "assign" || node.place.projections.length > 0) return plain;
  const target: Place = node.place;
  if (cx.body.locals[target.local]?.kind !== "temporary") return plain;
  const { statements } = cx.body.blocks[at.block] as BasicBlock;
  for (const later of statements.slice(at.index + 1)) {
    if (later.kind !== "assign") continue;
    const closure = closureSpans(cx, later.value, target);
    if (closure) return closure;
    if (later.span.start !== node.span.start && span.end < later.span.start) break;
  }
  return plain;
}

function closureSpans(cx: FlowCx, value: Rvalue, place: Place): UseSpans | undefined {
  if (value.kind !== "aggregate" || value.aggregate.kind !== "closure") return undefined;
  const index = value.operands.findIndex((operand) => captures(operand, place));
  const capture = cx.results.closures[value.aggregate.index]?.captures[index];
  const closure = findClosure(cx.results.body, value.aggregate.index);
  if (!capture || !closure) return undefined;
  return { kind: "closure", args: closure.headSpan, path: capture.span, body: closure.body.span };
}

function captures(operand: Operand, place: Place): boolean {
  return (
    operand.kind !== "constant" &&
    (samePlace(operand.place, place) || isPrefix(place, operand.place))
  );
}

/** The temporary is the `self` of the call that ends its block. */
function selfCall(
  cx: FlowCx,
  temp: Local,
  terminator: Terminator,
): { call: Span; method: DefId; how: SelfCall } | undefined {
  if (
    terminator.kind !== "call" ||
    terminator.func.kind !== "constant" ||
    terminator.func.ty.kind !== "fnDef"
  )
    return undefined;
  const [self] = terminator.args;
  if (self?.kind !== "move" || self.place.local !== temp || self.place.projections.length > 0)
    return undefined;
  const method = terminator.func.ty.def;
  const def = cx.mir.ty.def(method);
  if (def.kind !== "fn" || !def.sig.hasSelf) return undefined;
  return { call: terminator.fnSpan, method, how: howCalled(cx, method, terminator) };
}

function howCalled(cx: FlowCx, method: DefId, terminator: Terminator & { kind: "call" }): SelfCall {
  const { parent } = cx.mir.ty.def(method);
  const lang = (name: string) => cx.mir.ty.lang(name);
  if (terminator.source === "for") return "forLoop";
  if (parent !== undefined && parent === lang("fn_once")) return "fnOnce";
  return terminator.source === "operator" ? "operator" : "method";
}
