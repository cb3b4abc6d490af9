// Closure expressions to THIR: what is captured, and how, becomes the operands of an aggregate.

import type { HirExpr } from "../../hir/hir.ts";
import type { Capture } from "../../ty/typeck.ts";
import type { Ty } from "../../ty/ty.ts";
import type { BorrowKind } from "../mir.ts";
import { thirExpr } from "./cx.ts";
import type { Scopes, ThirCx } from "./cx.ts";
import { variable } from "./paths.ts";
import type { RegionScope, ThirExpr, ThirExprKind } from "./thir.ts";

export function mirrorClosure(
  tcx: ThirCx,
  expr: HirExpr & { kind: "closure" },
  ty: Ty,
  _scopes: Scopes,
  temp: RegionScope | undefined,
): ThirExprKind {
  const info = tcx.results.closures[expr.index];
  if (ty.kind !== "closure" || !info)
    return { kind: "unsupported", what: "a closure", reason: "its type is not known" };
  const upvars = info.captures.map((capture) => captureExpr(tcx, capture, temp));
  return { kind: "closure", owner: ty.owner, index: ty.index, args: ty.args, upvars };
}

const CAPTURE_BORROWS: Readonly<Record<"ref" | "uniqueRef" | "mutRef", BorrowKind>> = {
  ref: "shared",
  uniqueRef: "uniqueImm",
  mutRef: "mut",
};

function captureExpr(tcx: ThirCx, capture: Capture, temp: RegionScope | undefined): ThirExpr {
  const place = capturedPlace(tcx, capture, temp);
  if (capture.mode === "value") return place;
  const interner = tcx.cx.ty.tcx;
  const refTy = interner.ref(interner.erased, capture.ty, capture.mode !== "ref");
  return thirExpr(
    { kind: "borrow", borrow: CAPTURE_BORROWS[capture.mode], arg: place },
    refTy,
    capture.span,
    temp,
  );
}

function capturedPlace(tcx: ThirCx, capture: Capture, temp: RegionScope | undefined): ThirExpr {
  const { local, projections } = capture.place;
  const ty = tcx.results.localTys[local] ?? tcx.cx.ty.tcx.unknown;
  let place = thirExpr(variable(tcx, local), ty, capture.span, temp);
  for (const projection of projections) {
    const kind: ThirExprKind =
      projection.kind === "deref"
        ? { kind: "deref", arg: place }
        : { kind: "field", base: place, index: projection.index };
    place = thirExpr(kind, projection.ty, capture.span, temp);
  }
  return place;
}
