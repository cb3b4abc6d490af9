// What is expected of a closure: signature and kind, from the type it flows into or the obligations on that type.
// Follows `deduce_closure_signature`.

import { elaborate } from "../../traits/elaborate.ts";
import { fnTraitKind } from "../../traits/builtin.ts";
import { eraseSig, foldArgs, isTy, regionEraser, substitutePredicate } from "../../fold.ts";
import { newVar, structurally } from "../fnCtxt.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { ClosureKind } from "../../infer/inferCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { FnSig, GenericArg, Predicate, Ty } from "../../ty.ts";

export interface DeducedSignature {
  readonly sig: FnSig | undefined;
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
      return { sig: eraseSig(tcx, expected.sig), kind: "Fn" };
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
  return deduced && { ...deduced, cause };
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
  return sig || kind ? { sig, kind } : undefined;
}

/** `F: Fn<Args>` without a known output. */
function inputsOnly(fcx: FnCtxt, predicates: readonly Predicate[]): FnSig | undefined {
  for (const predicate of predicates) {
    if (predicate.kind !== "trait" || !fnTraitKind(fcx.cx, predicate.ref.trait)) continue;
    return sigOf(fcx, predicate.ref.args[1], newVar(fcx, fcx.body.span));
  }
  return undefined;
}

function sigOf(fcx: FnCtxt, inputs: GenericArg | undefined, output: Ty): FnSig | undefined {
  if (!inputs || !isTy(inputs)) return undefined;
  const eraser = regionEraser(fcx.tcx);
  const tuple = structurally(fcx, eraser.ty(inputs, 0));
  if (tuple.kind !== "tuple") return undefined;
  return {
    inputs: tuple.tys,
    output: eraser.ty(output, 0),
    unsafe: false,
    variadic: false,
    boundRegions: 0,
  };
}

function fromObject(fcx: FnCtxt, ty: Ty & { kind: "dyn" }): DeducedSignature | undefined {
  if (!ty.principal) return undefined;
  const { cx, tcx } = fcx;
  const { trait, args, projections } = ty.principal;
  const kind = fnTraitKind(cx, trait);
  const eraser = regionEraser(tcx);
  if (kind) {
    const output = projections.find((p) => p.def === cx.lang("fn_once_output"))?.ty;
    return { sig: sigOf(fcx, foldArgs(eraser, args, 0)[0], output ?? tcx.unit), kind };
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
