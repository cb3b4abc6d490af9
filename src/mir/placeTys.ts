// Types of places and of the parts of values, and the questions about types that MIR building asks.
//
// Everything here is a thin layer over ty's queries: field types come out substituted and normalised.

import { bug } from "../base/assertNever.ts";
import { substitute } from "../ty/fold.ts";
import type { GenericArgs, Ty } from "../ty/ty.ts";
import type { MirContext } from "./context.ts";
import type { Body, LocalDecl, Operand, Place, Projection, Rvalue } from "./mir.ts";
import { normalizeTy } from "./normalize.ts";

/** Types of the fields of variant `variant` (0 for anything but enums): ADT fields, tuple elements, captures. */
export function fieldTys(cx: MirContext, ty: Ty, variant: number): readonly Ty[] {
  switch (ty.kind) {
    case "adt": {
      const fields = cx.ty.adt(ty.def).variants[variant]?.fields ?? [];
      return fields.map((field) => normalizeTy(cx, cx.ty.fieldTy(field.def, ty.args)));
    }
    case "tuple":
      return ty.tys;
    case "closure":
      return captureTys(cx, ty);
    default:
      return [];
  }
}

/** Types of a closure's environment: references for what is captured by reference. */
export function captureTys(cx: MirContext, ty: Ty & { kind: "closure" }): readonly Ty[] {
  const interner = cx.ty.tcx;
  const captures = cx.ty.closureInfo(ty.owner, ty.index)?.captures ?? [];
  return captures.map((capture) => {
    const inner = normalizeTy(cx, substitute(interner, capture.ty, ty.args));
    return capture.mode === "value"
      ? inner
      : interner.ref(interner.erased, inner, capture.mode !== "ref");
  });
}

export function isBox(cx: MirContext, ty: Ty): ty is Ty & { kind: "adt" } {
  return ty.kind === "adt" && ty.def === cx.ty.lang("owned_box");
}

export function boxedTy(ty: Ty & { kind: "adt" }): Ty {
  return typeArgument(ty.args, 0);
}

function typeArgument(args: GenericArgs, index: number): Ty {
  let seen = 0;
  for (const arg of args) {
    if (arg.kind === "region" || arg.kind === "constant") continue;
    if (seen++ === index) return arg;
  }
  return bug("missing type argument");
}

/** The type behind a reference, raw pointer or Box; undefined for other types. */
export function builtinDerefTy(cx: MirContext, ty: Ty): Ty | undefined {
  if (ty.kind === "ref" || ty.kind === "ptr") return ty.ty;
  return isBox(cx, ty) ? boxedTy(ty) : undefined;
}

export interface PlaceTy {
  readonly ty: Ty;
  /** Set behind a downcast. */
  readonly variant: number | undefined;
}

export function projectTy(cx: MirContext, base: PlaceTy, projection: Projection): PlaceTy {
  const unknown = cx.ty.tcx.unknown;
  switch (projection.kind) {
    case "deref":
      return { ty: builtinDerefTy(cx, base.ty) ?? unknown, variant: undefined };
    case "field":
      return { ty: projection.ty, variant: undefined };
    case "index":
    case "constantIndex":
      return {
        ty: base.ty.kind === "array" || base.ty.kind === "slice" ? base.ty.ty : unknown,
        variant: undefined,
      };
    case "subslice":
      return { ty: subsliceTy(cx, base.ty, projection), variant: undefined };
    case "downcast":
      return { ty: base.ty, variant: projection.variant };
  }
}

function subsliceTy(cx: MirContext, ty: Ty, projection: Projection & { kind: "subslice" }): Ty {
  if (ty.kind !== "array" || ty.length.const !== "value") return ty;
  const length =
    BigInt(ty.length.value) -
    BigInt(projection.from) -
    (projection.fromEnd ? BigInt(projection.to) : 0n);
  const count = projection.fromEnd ? length : BigInt(projection.to - projection.from);
  return cx.ty.tcx.array(ty.ty, cx.ty.tcx.constValue(count, cx.ty.tcx.usize));
}

export function placeTyOf(cx: MirContext, locals: readonly LocalDecl[], place: Place): Ty {
  let at: PlaceTy = { ty: locals[place.local]?.ty ?? cx.ty.tcx.unknown, variant: undefined };
  for (const projection of place.projections) at = projectTy(cx, at, projection);
  return at.ty;
}

export function placeTy(cx: MirContext, body: Body, place: Place): Ty {
  return placeTyOf(cx, body.locals, place);
}

export function operandTy(cx: MirContext, locals: readonly LocalDecl[], operand: Operand): Ty {
  return operand.kind === "constant" ? operand.ty : placeTyOf(cx, locals, operand.place);
}

export function rvalueTy(cx: MirContext, locals: readonly LocalDecl[], rvalue: Rvalue): Ty {
  const interner = cx.ty.tcx;
  switch (rvalue.kind) {
    case "use":
      return operandTy(cx, locals, rvalue.operand);
    case "repeat":
      return interner.array(operandTy(cx, locals, rvalue.operand), rvalue.count);
    case "ref":
      return interner.ref(
        interner.erased,
        placeTyOf(cx, locals, rvalue.place),
        rvalue.borrow !== "shared" && rvalue.borrow !== "fake",
      );
    case "rawPtr":
      return interner.ptr(placeTyOf(cx, locals, rvalue.place), rvalue.mutable);
    case "len":
      return interner.usize;
    case "cast":
    case "binary":
    case "unary":
      return rvalue.ty;
    case "checkedBinary":
      return interner.tuple([rvalue.ty, interner.bool]);
    case "discriminant":
      return interner.int("isize");
    case "aggregate":
      return aggregateTy(cx, locals, rvalue);
  }
}

function aggregateTy(
  cx: MirContext,
  locals: readonly LocalDecl[],
  rvalue: Rvalue & { kind: "aggregate" },
): Ty {
  const interner = cx.ty.tcx;
  const { aggregate, operands } = rvalue;
  switch (aggregate.kind) {
    case "tuple":
      return interner.tuple(operands.map((operand) => operandTy(cx, locals, operand)));
    case "array":
      return interner.array(
        aggregate.ty,
        interner.constValue(BigInt(operands.length), interner.usize),
      );
    case "adt":
      return interner.adt(aggregate.def, aggregate.args);
    case "closure":
      return interner.closure(aggregate.owner, aggregate.index, aggregate.args);
  }
}
