// Capture analysis: for every closure, inner ones first, the places it captures, how, and which call trait it needs.
// Follows `rustc_hir_typeck::upvar` (RFC 2229); before edition 2021 whole variables are captured.

import { adjustForMove, adjustForNonMove, restrict, restrictForDrop } from "./precision.ts";
import { causeAt, localTy, structurally } from "../fnCtxt.ts";
import { forEachChild } from "../../hirWalk.ts";
import { resolveDeferredCalls } from "../calls/call.ts";
import { minCaptures } from "./minCaptures.ts";
import { outerLocals } from "../calls/outerLocals.ts";
import { placeTy } from "./places.ts";
import { consumeExpr } from "./useVisitor.ts";
import { traitObligation } from "../../traits/solverCx.ts";
import type { CaptureMode, CaptureUse } from "./precision.ts";
import type { UseCx } from "./useVisitor.ts";
import type { ClosureKind } from "../../infer/inferCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirClosure, HirExpr, LocalId } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";
import type { Capture, CaptureProjection } from "../../typeck.ts";

type ClosureExpr = HirExpr & HirClosure;

export function analyzeClosures(fcx: FnCtxt): void {
  if (fcx.body.closureCount > 0) visit(fcx, fcx.body.value);
}

function visit(fcx: FnCtxt, expr: HirExpr): void {
  forEachChild(expr, (child) => visit(fcx, child));
  if (expr.kind === "closure") analyze(fcx, expr);
}

function analyze(fcx: FnCtxt, closure: ClosureExpr): void {
  const state = fcx.infcx.closures[closure.index];
  if (!state) return;
  const outer = outerLocals(fcx.body, closure);
  const uses = collectUses(fcx, closure, new Set(outer));
  const kind = closureKind(fcx, uses);
  const seeds =
    fcx.cx.edition >= 2021 ? [] : outer.map((local) => wholeVariable(fcx, closure, local));
  const isCopy = (ty: Ty) => isCopyTy(fcx, ty);
  const processed = [...seeds, ...uses].map((use) => {
    const adjusted = closure.move
      ? adjustForMove(restrict(fcx, use))
      : adjustForNonMove(restrict(fcx, use));
    return restrictForDrop(fcx, adjusted, isCopy);
  });
  const captures = minCaptures(processed).map((use) => toCapture(fcx, use));
  fcx.tables.captures[closure.index] = captures;
  state.captures = captures.map((capture) => fieldTy(fcx, capture));
  state.kind ??= kind;
  resolveDeferredCalls(fcx, closure.index);
}

/** Reads in a loop may use a place in several ways: all are told. */
function collectUses(fcx: FnCtxt, closure: ClosureExpr, outer: ReadonlySet<LocalId>): CaptureUse[] {
  const uses: CaptureUse[] = [];
  const ucx: UseCx = {
    fcx,
    delegate: {
      consume(place, span) {
        if (place.local !== undefined && outer.has(place.local))
          uses.push({ place, mode: "value", span });
      },
      borrow(place, mode, span) {
        if (place.local === undefined || !outer.has(place.local)) return;
        const raw = place.projections.some((p, i) => p.kind === "deref" && tyBeforeIsRaw(place, i));
        uses.push({ place, mode: raw ? "ref" : mode, span });
      },
      isCopy: (ty) => isCopyTy(fcx, ty),
    },
  };
  consumeExpr(ucx, closure.body);
  return uses;
}

function tyBeforeIsRaw(place: CaptureUse["place"], index: number): boolean {
  const ty = index === 0 ? place.baseTy : place.projections[index - 1]?.ty;
  return ty?.kind === "ptr";
}

function wholeVariable(fcx: FnCtxt, closure: ClosureExpr, local: LocalId): CaptureUse {
  const place = { local, baseTy: structurally(fcx, localTy(fcx, local)), projections: [] };
  const mode: CaptureMode = closure.move ? "value" : "ref";
  return { place, mode, span: closure.headSpan, seed: true };
}

function closureKind(fcx: FnCtxt, uses: readonly CaptureUse[]): ClosureKind {
  let kind: ClosureKind = "Fn";
  for (const use of uses) {
    const { mode } = restrict(fcx, use);
    if (mode === "value") return "FnOnce";
    if (mode === "mutRef" || mode === "uniqueRef") kind = "FnMut";
  }
  return kind;
}

export function isCopyTy(fcx: FnCtxt, ty: Ty): boolean {
  const copy = fcx.cx.lang("copy");
  const resolved = fcx.infcx.resolve(ty);
  switch (resolved.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
    case "ptr":
    case "never":
    case "fnDef":
    case "fnPtr":
    case "unknown":
      return true;
    case "ref":
      return !resolved.mutable;
    default:
  }
  if (copy === undefined) return false;
  const goal = traitObligation(
    { trait: copy, args: fcx.tcx.args([resolved]) },
    causeAt(fcx.body.span),
    0,
  );
  return fcx.scx.evaluate(fcx.scx, goal) === "yes";
}

function toCapture(fcx: FnCtxt, use: CaptureUse): Capture {
  const local = use.place.local as LocalId;
  const projections = use.place.projections.flatMap((p): CaptureProjection[] =>
    p.kind === "index" ? [] : [p],
  );
  return {
    place: { local, projections },
    mode: use.mode,
    ty: placeTy(use.place),
    span: use.span,
    name: captureName(fcx, use),
  };
}

/** As written: `self.queue`, `*x`. */
function captureName(fcx: FnCtxt, use: CaptureUse): string {
  let name = fcx.body.locals[use.place.local as LocalId]?.name ?? "_";
  let ty = use.place.baseTy;
  let derefs = "";
  for (const p of use.place.projections) {
    if (p.kind === "field") {
      derefs = "";
      name += `.${fieldName(fcx, ty, p.variant, p.index)}`;
    } else if (p.kind === "deref") derefs += "*";
    ty = p.ty;
  }
  return derefs + name;
}

function fieldName(fcx: FnCtxt, ty: Ty, variant: number, index: number): string {
  if (ty.kind !== "adt") return String(index);
  return fcx.cx.adt(ty.def).variants[variant]?.fields[index]?.name ?? String(index);
}

function fieldTy(fcx: FnCtxt, capture: Capture): Ty {
  if (capture.mode === "value") return capture.ty;
  return fcx.tcx.ref(fcx.tcx.erased, capture.ty, capture.mode !== "ref");
}
