// What is expected of a closure: signature and kind, from the type it flows into or the obligations on that type.
// Follows `deduce_closure_signature`.

import { elaborate } from "../../traits/elaborate.ts";
import { fnTraitKind } from "../../traits/builtin.ts";
import { eraseSig, foldSig, isTy, regionEraser, substitutePredicate } from "../../fold.ts";
import { newVar, structurally } from "../fnCtxt.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { ClosureKind } from "../../infer/inferCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { FnSig, GenericArg, Predicate, Region, Ty } from "../../ty.ts";

export interface DeducedSignature {
  readonly sig: FnSig | undefined;
  /** The same with the lifetimes that are bound by its `for<>`. */
  readonly binder: FnSig | undefined;
  readonly kind: ClosureKind | undefined;
  /** The obligation that the signature comes from. */
  readonly cause?: Obligation;
}

export function deduceSignature(fcx: FnCtxt, expected: Ty): DeducedSignature | undefined {
  const { cx, tcx } = fcx;
  switch (expected.kind) {
    case "infer":
      return fromObligations(fcx, expected);
    case "fnPtr":
      return { ...opened(tcx, bindSig(tcx, expected.sig)), kind: "Fn" };
    case "dyn":
      return fromObject(fcx, expected);
    case "opaque": {
      const stated = cx
        .itemBounds(expected.def)
        .map((bound) => substitutePredicate(tcx, bound.predicate, expected.args));
      return fromPredicates(fcx, elaborate(cx, stated));
    }
    default:
      return undefined;
  }
}

/** From pending obligations whose self type is this variable, with what they imply. */
function fromObligations(fcx: FnCtxt, variable: Ty): DeducedSignature | undefined {
  const found: Obligation[] = [];
  for (const obligation of fcx.fulfill.open) {
    const { predicate } = obligation;
    const args =
      predicate.kind === "trait"
        ? predicate.ref.args
        : predicate.kind === "projection"
          ? predicate.args
          : [];
    const self = args[0];
    if (self && isTy(self) && fcx.infcx.shallow(self) === variable) found.push(obligation);
  }
  const [cause] = found;
  if (!cause) return undefined;
  const deduced = fromPredicates(
    fcx,
    elaborate(
      fcx.cx,
      found.map((obligation) => obligation.predicate),
    ),
  );
  const binder = deduced?.sig && boundAsDeclared(fcx, deduced.sig, found);
  return deduced && { ...deduced, binder: binder ?? deduced.binder, cause };
}

/** Obligations have lost their lifetimes: the bound that they come from has them. */
function boundAsDeclared(
  fcx: FnCtxt,
  sig: FnSig,
  obligations: readonly Obligation[],
): FnSig | undefined {
  for (const { cause } of obligations) {
    const declared = cause.code.kind === "bound" ? cause.code.bound.predicate : undefined;
    if (declared?.kind !== "projection" || declared.def !== fcx.cx.lang("fn_once_output")) continue;
    const tuple = declared.args[1];
    if (!tuple || !isTy(tuple) || tuple.kind !== "tuple") continue;
    return {
      ...sig,
      inputs: sig.inputs.map((input, i) => withBound(fcx, tuple.tys[i], input)),
      output: withBound(fcx, declared.ty, sig.output),
    };
  }
  return undefined;
}

/** `actual` with the bound lifetimes of `declared`, as far as the two look the same. */
function withBound(fcx: FnCtxt, declared: Ty | undefined, actual: Ty): Ty {
  const { tcx } = fcx;
  const ty = structurally(fcx, actual);
  // Both `for<>` can stand around: that of the clause and that of the trait.
  const region = (one: Region) =>
    one.region === "bound"
      ? tcx.boundRegion(0, one.depth * 1000 + one.index, one.name)
      : tcx.erased;
  switch (declared?.kind) {
    case "ref":
      if (ty.kind !== "ref") return ty;
      return tcx.ref(region(declared.region), withBound(fcx, declared.ty, ty.ty), ty.mutable);
    case "slice":
      return ty.kind === "slice" ? tcx.slice(withBound(fcx, declared.ty, ty.ty)) : ty;
    case "array":
      return ty.kind === "array" ? tcx.array(withBound(fcx, declared.ty, ty.ty), ty.length) : ty;
    case "tuple":
      if (ty.kind !== "tuple") return ty;
      return tcx.tuple(ty.tys.map((part, i) => withBound(fcx, declared.tys[i], part)));
    case "adt": {
      if (ty.kind !== "adt" || ty.def !== declared.def) return ty;
      const args = ty.args.map((arg, i): GenericArg => {
        const other = declared.args[i];
        if (arg.kind === "region") return other?.kind === "region" ? region(other) : arg;
        return isTy(arg) && other && isTy(other) ? withBound(fcx, other, arg) : arg;
      });
      return tcx.adt(ty.def, tcx.args(args));
    }
    default:
      return ty;
  }
}

function fromPredicates(
  fcx: FnCtxt,
  predicates: readonly Predicate[],
): DeducedSignature | undefined {
  const { cx } = fcx;
  let sig: FnSig | undefined;
  let kind: ClosureKind | undefined;
  for (const predicate of predicates) {
    if (predicate.kind === "projection" && predicate.def === cx.lang("fn_once_output")) {
      sig ??= sigOf(fcx, predicate.args[1], predicate.ty);
    }
    if (predicate.kind !== "trait") continue;
    const stated = fnTraitKind(cx, predicate.ref.trait);
    if (stated) kind = stronger(kind, stated);
  }
  if (!sig) sig = inputsOnly(fcx, predicates);
  return sig || kind ? { ...opened(cx.tcx, sig), kind } : undefined;
}

/** `F: Fn<Args>` without a known output. */
function inputsOnly(fcx: FnCtxt, predicates: readonly Predicate[]): FnSig | undefined {
  for (const predicate of predicates) {
    if (predicate.kind !== "trait" || !fnTraitKind(fcx.cx, predicate.ref.trait)) continue;
    return sigOf(fcx, predicate.ref.args[1], newVar(fcx, fcx.body.span));
  }
  return undefined;
}

/** A signature in which only lifetimes bound by the predicate's own `for<>` are left. */
function sigOf(fcx: FnCtxt, inputs: GenericArg | undefined, output: Ty): FnSig | undefined {
  if (!inputs || !isTy(inputs)) return undefined;
  const eraser = regionEraser(fcx.tcx);
  const tuple = structurally(fcx, eraser.ty(inputs, 1));
  if (tuple.kind !== "tuple") return undefined;
  return {
    inputs: tuple.tys,
    output: eraser.ty(output, 1),
    unsafe: false,
    variadic: false,
    boundRegions: 0,
  };
}

function bindSig(tcx: FnCtxt["tcx"], sig: FnSig): FnSig {
  return foldSig(regionEraser(tcx), sig, 1);
}

function opened(
  tcx: FnCtxt["tcx"],
  binder: FnSig | undefined,
): Pick<DeducedSignature, "sig" | "binder"> {
  return { binder, sig: binder && eraseSig(tcx, binder) };
}

function fromObject(fcx: FnCtxt, ty: Ty & { kind: "dyn" }): DeducedSignature | undefined {
  if (!ty.principal) return undefined;
  const { cx, tcx } = fcx;
  const { trait, args, projections } = ty.principal;
  const kind = fnTraitKind(cx, trait);
  if (kind) {
    const output = projections.find((p) => p.def === cx.lang("fn_once_output"))?.ty;
    return { ...opened(tcx, sigOf(fcx, args[0], output ?? tcx.unit)), kind };
  }
  const self: readonly GenericArg[] = tcx.args([ty, ...args]);
  return fromPredicates(
    fcx,
    elaborate(cx, [{ kind: "trait", ref: { trait: trait as DefId, args: self } }]),
  );
}

const ORDER: readonly ClosureKind[] = ["Fn", "FnMut", "FnOnce"];

function stronger(a: ClosureKind | undefined, b: ClosureKind): ClosureKind {
  return a !== undefined && ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}
