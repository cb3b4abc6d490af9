// Why a loan is still in force at a point: a later use, a later drop, or a lifetime that outlasts the body.
// Follows `explain_why_borrow_contains_point`.

import type { Span } from "../../base/span.ts";
import { showTy } from "../../ty/show.ts";
import type { Location } from "../../mir/dataflow.ts";
import type { BasicBlock, Local, Statement, Terminator } from "../../mir/mir.ts";
import type { FlowCx } from "../flowCx.ts";
import { nodeAt } from "../flowCx.ts";
import type { FlowNote } from "../flowError.ts";
import { eachUse } from "../uses.ts";
import { borrowSpans, mainSpan, moveSpans } from "../useSpans.ts";
import type { UseSpans } from "../useSpans.ts";
import { constraintPath, mostTelling, regionsBelow } from "./blame.ts";
import type { Inferred } from "./infer.ts";
import { locationOf, pointOf, pointsAfter } from "./points.ts";
import type { Constraint, Loan } from "./regionCx.ts";
import { containsPoint, universalsIn } from "./solve.ts";
import type { Universal } from "./universal.ts";

export type Explanation =
  | { readonly kind: "usedLater"; readonly what: LaterUse; readonly span: Span; readonly inLoop: boolean }
  | { readonly kind: "droppedLater"; readonly local: Local; readonly span: Span }
  | { readonly kind: "mustOutlive"; readonly universal: Universal; readonly constraint: Constraint }
  | { readonly kind: "unknown" };

export type LaterUse = "used here" | "used by call" | "stored here" | "captured here by closure";

export function explainLoan(inferred: Inferred, loan: Loan, at: Location): Explanation {
  const later = findLaterUse(inferred, loan, at);
  if (later) return later;
  const { r, values } = inferred;
  const universals = universalsIn(values, loan.region, r.universal.list.length);
  for (const index of universals) {
    const universal = r.universal.list[index] as Universal;
    const path = constraintPath(values, loan.region, (region) => region === universal.vid);
    const constraint = path && mostTelling(path);
    if (constraint) return { kind: "mustOutlive", universal, constraint };
  }
  return { kind: "unknown" };
}

function findLaterUse(inferred: Inferred, loan: Loan, at: Location): Explanation | undefined {
  const { r, values } = inferred;
  const below = regionsBelow(values, loan.region);
  const holders = new Set<Local>();
  r.locals.forEach((local, index) => {
    if (local.regions.some((region) => below.has(region))) holders.add(index as Local);
  });
  const start = pointOf(r.points, at);
  const seen = new Set<number>();
  const queue = pointsAfter(r.cx.body, r.points, start).map((point) => ({ point, looped: false }));
  const first = nodeAt(r.cx.body, at);
  // The conflicting node itself may be what uses the reference (a call with two arguments).
  if (first.kind === "call" || first.kind === "assign") {
    const own = useIn(r.cx, first, at, holders);
    if (own && containsPoint(values, loan.region, start) && own.kind === "usedLater") return own;
  }
  for (const { point, looped } of queue) {
    if (seen.has(point) || !containsPoint(values, loan.region, point)) continue;
    seen.add(point);
    const where = locationOf(r.points, point);
    const use = useIn(r.cx, nodeAt(r.cx.body, where), where, holders);
    if (use) return use.kind === "usedLater" && (looped || point === start) ? { ...use, inLoop: true } : use;
    for (const next of pointsAfter(r.cx.body, r.points, point)) {
      queue.push({ point: next, looped: looped || next <= start && next <= point });
    }
  }
  return undefined;
}

function useIn(cx: FlowCx, node: Statement | Terminator, at: Location, holders: ReadonlySet<Local>): Explanation | undefined {
  let found: Explanation | undefined;
  eachUse(node, (use) => {
    if (found || !holders.has(use.place.local)) return;
    if (use.kind === "storageDead" || (use.kind === "assign" && use.place.projections.length === 0)) return;
    if (use.kind === "drop") {
      found = { kind: "droppedLater", local: use.place.local, span: node.span };
      return;
    }
    const spans = use.kind === "borrow" ? borrowSpans(cx, node.span, at) : moveSpans(cx, use.place, at);
    found = { kind: "usedLater", ...laterUse(cx, node, at, spans), inLoop: false };
  });
  return found;
}

function laterUse(cx: FlowCx, node: Statement | Terminator, at: Location, spans: UseSpans): { what: LaterUse; span: Span } {
  if (spans.kind === "closure") return { what: "captured here by closure", span: spans.path };
  if (node.kind === "fakeRead" && node.cause === "let") return { what: "stored here", span: node.span };
  const call = node.kind === "call" ? node : callTaking(cx, node, at);
  if (call && call.source === undefined && call.func.kind === "constant") return { what: "used by call", span: call.func.span };
  return { what: "used here", span: mainSpan(spans) };
}

/** The value goes into the call that ends the block. */
function callTaking(cx: FlowCx, node: Statement | Terminator, at: Location): (Terminator & { kind: "call" }) | undefined {
  if (node.kind !== "assign" || node.place.projections.length > 0) return undefined;
  const { terminator } = cx.body.blocks[at.block] as BasicBlock;
  if (terminator.kind !== "call") return undefined;
  const { local } = node.place;
  return terminator.args.some((arg) => arg.kind === "move" && arg.place.local === local) ? terminator : undefined;
}

/** The sentences that rustc adds, for the span at which each stands. */
export function explanationNotes(cx: FlowCx, explanation: Explanation, borrowDesc: string): FlowNote[] {
  switch (explanation.kind) {
    case "usedLater": {
      const loop = explanation.inLoop ? ", in later iteration of loop" : "";
      return [{ span: explanation.span, message: `${borrowDesc}borrow later ${explanation.what}${loop}` }];
    }
    case "droppedLater": {
      const decl = cx.body.locals[explanation.local];
      const ty = decl ? showTy(cx.mir.ty, decl.ty) : "";
      const what =
        decl?.name === undefined
          ? `a temporary with access to the ${borrowDesc}borrow is created here`
          : `${borrowDesc}borrow might be used here, when \`${decl.name}\` is dropped and runs the destructor for type \`${ty}\``;
      return [{ span: decl?.name === undefined ? (decl?.span ?? explanation.span) : explanation.span, message: what }];
    }
    case "mustOutlive": {
      const { universal, constraint } = explanation;
      const needs = categoryText(constraint);
      const name = universal.name ?? "'1";
      return [{ span: constraint.span, message: `${needs}requires that the borrow lasts for \`${name}\`` }];
    }
    case "unknown":
      return [];
  }
}

export function categoryText(constraint: Constraint): string {
  switch (constraint.category.kind) {
    case "return":
      return "returning this value ";
    case "argument":
    case "predicate":
      return "argument ";
    case "assignment":
      return "assignment ";
    case "unsize":
      return "coercion ";
    case "closureUpvar":
      return "closure capture ";
    default:
      return "";
  }
}
