// Why a loan is still in force at a point: a later use, a later drop, or a lifetime that outlasts the body.
// Follows `explain_why_borrow_contains_point`.

import type { Span } from "../../base/span.ts";
import { showTy } from "../../ty/show.ts";
import { hasBit } from "../../mir/dataflow.ts";
import type { BitSet, Location } from "../../mir/dataflow.ts";
import { dropImpl } from "../../mir/traits.ts";
import type { Ty } from "../../ty/ty.ts";
import type { BasicBlock, Local, Statement, Terminator } from "../../mir/mir.ts";
import type { FlowCx } from "../flowCx.ts";
import { nodeAt } from "../flowCx.ts";
import type { FlowNote } from "../flowError.ts";
import { eachUse } from "../uses.ts";
import { borrowSpans, mainSpan, moveSpans } from "../useSpans.ts";
import type { UseSpans } from "../useSpans.ts";
import { constraintPath, mostTelling, regionsBelow } from "./blame.ts";
import type { Inferred } from "./infer.ts";
import { dropRegions } from "./dropRegions.ts";
import type { RegionTy, RegionVid } from "./regionTy.ts";
import { locationOf, pointOf, pointsAfter } from "./points.ts";
import type { Constraint, Loan } from "./regionCx.ts";
import { containsPoint, universalsIn } from "./solve.ts";
import type { Universal } from "./universal.ts";

export type Explanation =
  | {
      readonly kind: "usedLater";
      readonly what: LaterUse;
      readonly span: Span;
      readonly inLoop: boolean;
    }
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

/** The first use, on any way from the conflict, of a variable through which the loan is still needed. */
function findLaterUse(inferred: Inferred, loan: Loan, at: Location): Explanation | undefined {
  const { r, values } = inferred;
  const start = pointOf(r.points, at);
  const again = loan.at.block === at.block && loan.at.index === at.index;
  const needed = liveBelow(inferred, loan, again ? undefined : start);
  if (needed === undefined) return undefined;
  const holders = new Set<Local>();
  r.locals.forEach((local, index) => {
    if (local.regions.includes(needed)) holders.add(index as Local);
  });
  const seen = new Set<number>();
  const queue = again ? pointsAfter(r.cx.body, r.points, start) : [start];
  for (const point of queue) {
    if (seen.has(point) || !containsPoint(values, needed, point)) continue;
    seen.add(point);
    const where = locationOf(r.points, point);
    const node = nodeAt(r.cx.body, where);
    const use = useIn(r.cx, node, where, holders);
    if (use) return use.kind === "usedLater" && again ? { ...use, inLoop: true } : use;
    if (!redefines(node, holders)) queue.push(...normalSuccessors(inferred, point));
  }
  return undefined;
}

/** The nearest region that the loan must outlive and that a variable alive at the point mentions. */
function liveBelow(inferred: Inferred, loan: Loan, point: number | undefined): number | undefined {
  const { r, values } = inferred;
  const live = new Set<number>();
  r.locals.forEach((local, index) => {
    // What outlives the whole body anyway is no reason.
    if (local.regions.every((region) => inferred.values.outlivesFree.has(region))) return;
    for (const region of liveRegions(inferred, local, index, point)) live.add(region);
  });
  for (const region of regionsBelow(values, loan.region)) if (live.has(region)) return region;
  return undefined;
}

/** Without a point: the borrow meets itself in a later turn of a loop, so any variable that outlives the turn will do. */
function liveRegions(
  inferred: Inferred,
  local: RegionTy,
  index: number,
  point: number | undefined,
): readonly RegionVid[] {
  const { liveness } = inferred.values;
  if (local.regions.length === 0) return [];
  if (point === undefined)
    return inferred.r.cx.body.locals[index]?.kind === "temporary" ? [] : local.regions;
  if (hasBit(liveness.use[index] as BitSet, point)) return local.regions;
  return hasBit(liveness.drop[index] as BitSet, point) ? dropRegions(inferred.r.m, local) : [];
}

function normalSuccessors(inferred: Inferred, point: number): number[] {
  const { cx, points } = inferred.r;
  return pointsAfter(cx.body, points, point).filter((next) => {
    const { block } = locationOf(points, next);
    return !(cx.body.blocks[block] as BasicBlock).cleanup;
  });
}

function redefines(node: Statement | Terminator, holders: ReadonlySet<Local>): boolean {
  const place =
    node.kind === "assign" ? node.place : node.kind === "call" ? node.destination : undefined;
  return place !== undefined && place.projections.length === 0 && holders.has(place.local);
}

function useIn(
  cx: FlowCx,
  node: Statement | Terminator,
  at: Location,
  holders: ReadonlySet<Local>,
): Explanation | undefined {
  let found: Explanation | undefined;
  eachUse(node, (use) => {
    if (found || !holders.has(use.place.local)) return;
    if (use.kind === "storageDead" || (use.kind === "assign" && use.place.projections.length === 0))
      return;
    if (use.kind === "drop") {
      found = { kind: "droppedLater", local: use.place.local, span: node.span };
      return;
    }
    const spans =
      use.kind === "borrow" ? borrowSpans(cx, node.span, at) : moveSpans(cx, use.place, at);
    found = { kind: "usedLater", ...laterUse(cx, node, spans), inLoop: false };
  });
  return found;
}

function laterUse(
  cx: FlowCx,
  node: Statement | Terminator,
  spans: UseSpans,
): { what: LaterUse; span: Span } {
  if (spans.kind === "closure") return { what: "captured here by closure", span: spans.path };
  if (node.kind === "fakeRead" && node.cause === "let") {
    const closure = cx.body.locals[node.place.local]?.ty.kind === "closure";
    return { what: closure ? "captured here by closure" : "stored here", span: node.span };
  }
  if (node.kind === "call" && node.source !== "operator" && node.func.kind === "constant") {
    return { what: "used by call", span: node.func.span };
  }
  return { what: "used here", span: mainSpan(spans) };
}

/** The sentences that rustc adds, for the span at which each stands. */
export function explanationNotes(
  cx: FlowCx,
  explanation: Explanation,
  borrowDesc: string,
  place?: string,
  borrowed?: Span,
): FlowNote[] {
  switch (explanation.kind) {
    case "usedLater": {
      // A use around the borrow itself would only repeat what stands there.
      if (borrowed && !explanation.inLoop && overlap(borrowed, explanation.span)) return [];
      const when = explanation.inLoop
        ? [explanation.what, ", in later iteration of loop"]
        : [`later ${explanation.what}`, ""];
      return [{ span: explanation.span, message: `${borrowDesc}borrow ${when.join("")}` }];
    }
    case "droppedLater":
      return dropNotes(cx, explanation, borrowDesc);
    case "mustOutlive": {
      const { universal, constraint } = explanation;
      const needs = categoryText(constraint);
      const name = universal.name ?? "'1";
      const what = place === undefined ? `${borrowDesc}borrow lasts` : `\`${place}\` is borrowed`;
      return [{ span: constraint.span, message: `${needs}requires that ${what} for \`${name}\`` }];
    }
    case "unknown":
      return [];
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function dropNotes(
  cx: FlowCx,
  explanation: Explanation & { kind: "droppedLater" },
  borrowDesc: string,
): FlowNote[] {
  const decl = cx.body.locals[explanation.local];
  if (!decl) return [];
  const runs = `is dropped and runs the ${destructorOf(cx, decl.ty)}`;
  if (decl.name !== undefined) {
    return [
      {
        span: explanation.span,
        message: `${borrowDesc}borrow might be used here, when \`${decl.name}\` ${runs}`,
      },
    ];
  }
  return [
    {
      span: decl.span,
      message: `a temporary with access to the ${borrowDesc}borrow is created here ...`,
    },
    {
      span: explanation.span,
      message: `... and the ${borrowDesc}borrow might be used here, when that temporary ${runs}`,
    },
  ];
}

function destructorOf(cx: FlowCx, ty: Ty): string {
  if (
    ty.kind === "adt" &&
    dropImpl(cx.mir, ty.def) !== undefined &&
    ty.def !== cx.mir.ty.lang("owned_box")
  ) {
    const bare = cx.mir.ty.def(ty.def).name;
    return `\`Drop\` code for type \`${bare}\``;
  }
  return ty.kind === "closure"
    ? "destructor for closure"
    : `destructor for type \`${showTy(cx.mir.ty, ty)}\``;
}

export function categoryText(constraint: Constraint): string {
  switch (constraint.category.kind) {
    case "return":
      return "returning this value ";
    case "opaque":
      return "opaque type ";
    case "annotation":
      return "type annotation ";
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
