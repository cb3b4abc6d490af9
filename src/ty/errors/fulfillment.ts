// Obligations that cannot be met: E0277 and E0271, at the argument that brings the type in, with the chain from the
// bound asked for to the type that fails. Follows `report_fulfillment_errors` and `adjust_fulfillment_errors`.

import { isDynCompatible } from "../items/dynCompatible.ts";
import { blameCall, blameSpan } from "./blame.ts";
import { fnTraitKind } from "../traits/builtin.ts";
import { reportQuestionMark } from "./question.ts";
import { describeUnimplemented, unimplementedLabel } from "./unimplemented.ts";
import { explain } from "../autoTraits.ts";
import { isTraitObligation } from "../traits/solverCx.ts";
import { rootOf } from "../traits/rootOf.ts";
import { eraseRegions, isTy, walkTy } from "../fold.ts";
import { isUnknown, report, resolveSoFar, taint } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { FulfillError } from "../traits/fulfill.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { TraitRef, Ty } from "../ty.ts";
import type { BoundReason, TyError } from "../typeck.ts";

export function reportFulfillment(fcx: FnCtxt, error: FulfillError): void {
  const { predicate, cause } = error.obligation;
  taint(fcx, cause.span);
  if (fcx.cx.program.incomplete || fcx.quiet) return;
  if (error.args.some((arg) => isTy(arg) && isUnknown(arg))) return;
  if (predicate.kind === "trait")
    return reportTrait(fcx, error, { trait: predicate.ref.trait, args: error.args });
  if (predicate.kind === "projection") reportProjection(fcx, error, predicate.ty);
}

function reportTrait(fcx: FnCtxt, error: FulfillError, leaf: TraitRef): void {
  const root = rootOf(error.obligation);
  if (reportQuestionMark(fcx, root, leaf) || reportClosureTypes(fcx, root, leaf)) return;
  const ref = mainTraitRef(fcx, root, leaf);
  // What is wrong with the object's trait has been told where the type is written.
  const self = ref.args[0];
  if (self && isTy(self) && self.kind === "dyn" && self.principal) {
    if (!isDynCompatible(fcx.cx, self.principal.trait)) return taint(fcx, blameSpan(fcx, root));
  }
  const reasons = reasonsOf(fcx, root);
  const shown = self && isTy(self) ? showFailing(fcx, reasons, self) : "_";
  report(fcx, {
    code: "E0277",
    message: describeUnimplemented(fcx.cx, ref, shown),
    span: blameSpan(fcx, root),
    label: unimplementedLabel(fcx.cx, ref, shown),
    related: notes(fcx, root),
    ...(reasons.length > 0 ? { reasons } : {}),
  });
}

/** E0631: a closure whose written parameter types are not those that the bound wants. */
function reportClosureTypes(fcx: FnCtxt, root: Obligation, leaf: TraitRef): boolean {
  const [self, inputs] = leaf.args;
  if (
    !self ||
    !inputs ||
    !isTy(self) ||
    !isTy(inputs) ||
    self.kind !== "closure" ||
    self.owner !== fcx.owner
  )
    return false;
  const state = fcx.infcx.closures[self.index];
  if (!fnTraitKind(fcx.cx, leaf.trait) || !state || inputs.kind !== "tuple") return false;
  if (
    state.sig.inputs.length !== inputs.tys.length ||
    fcx.infcx.eq(fcx.tcx.tuple(state.sig.inputs), inputs)
  )
    return false;
  const show = (tys: readonly Ty[]) =>
    `fn(${tys.map((ty) => fcx.cx.showInFull(resolveSoFar(fcx, ty))).join(", ")}) -> _`;
  report(fcx, {
    code: "E0631",
    message: "type mismatch in closure arguments",
    span: blameCall(fcx, root),
    label: "expected due to this",
    related: [
      {
        span: root.cause.span,
        message: `expected closure signature \`${show(inputs.tys)}\`, found closure signature \`${show(state.sig.inputs)}\``,
      },
    ],
  });
  return true;
}

/** Inference forgets the lifetimes of a body's types; what a field's declaration says comes with its `'static`. */
function showFailing(fcx: FnCtxt, reasons: readonly BoundReason[], ty: Ty): string {
  const text = fcx.cx.showInFull(ty);
  const isStatic = ty.kind === "dyn" && reasons.some((_, at) => isDeclared(fcx, reasons, at, ty));
  return isStatic ? `(${text} + 'static)` : text;
}

/** A field's declaration has brought the object type in, not an argument of the type that has the field. */
function isDeclared(
  fcx: FnCtxt,
  reasons: readonly BoundReason[],
  at: number,
  object: Ty & { kind: "dyn" },
): boolean {
  const owner = reasons[at - 1]?.ty;
  const via = reasons[at]?.via;
  if (owner?.kind !== "adt" || via?.kind !== "field") return false;
  const fields = fcx.cx.adt(owner.def).variants.flatMap((variant) => variant.fields);
  const field = fields.find(({ span }) => span === via.span);
  let declared = false;
  if (field !== undefined)
    walkTy(fcx.cx.fieldTy(field.def, owner.args), (ty) => {
      declared ||=
        ty.kind === "dyn" &&
        ty.region.region === "static" &&
        eraseRegions(fcx.tcx, ty) === eraseRegions(fcx.tcx, object);
    });
  return declared;
}

/** The bound asked for says more than the one that failed when both are about the same type. */
function mainTraitRef(fcx: FnCtxt, root: Obligation, leaf: TraitRef): TraitRef {
  if (!isTraitObligation(root) || root.predicate.ref.trait === leaf.trait) return leaf;
  const args = fcx.infcx.resolveArgs(root.predicate.ref.args);
  const [self, failing] = [args[0], leaf.args[0]];
  if (!self || !failing || !isTy(self) || root.predicate.ref.trait === fcx.cx.lang("unsize"))
    return leaf;
  let peeled = self;
  while (peeled.kind === "ref") peeled = fcx.infcx.shallow(peeled.ty);
  return self === failing || peeled === failing ? { trait: root.predicate.ref.trait, args } : leaf;
}

function reasonsOf(fcx: FnCtxt, root: Obligation): readonly BoundReason[] {
  if (!isTraitObligation(root)) return [];
  const args = fcx.infcx.resolveArgs(root.predicate.ref.args);
  return explain(
    fcx.scx,
    { ...root, predicate: { kind: "trait", ref: { trait: root.predicate.ref.trait, args } } },
    (index) => fcx.tables.captures[index],
  );
}

function notes(fcx: FnCtxt, root: Obligation): TyError["related"] {
  const { code } = root.cause;
  if (code.kind !== "bound") return [];
  const origin = fcx.cx.def(code.bound.origin);
  return [{ span: code.bound.span, message: `required by a bound in \`${origin.name}\`` }];
}

function reportProjection(
  fcx: FnCtxt,
  error: FulfillError,
  wanted: Parameters<typeof resolveSoFar>[1],
): void {
  const { predicate } = error.obligation;
  if (predicate.kind !== "projection" || !error.found) return;
  const expected = resolveSoFar(fcx, wanted);
  const found = error.found;
  if (isUnknown(expected, found)) return;
  const projection = fcx.tcx.projection(predicate.def, error.args);
  report(fcx, {
    code: "E0271",
    message: `type mismatch resolving \`${fcx.cx.showInFull(projection)} == ${fcx.cx.showInFull(expected)}\``,
    span: blameSpan(fcx, rootOf(error.obligation)),
    label: `expected \`${fcx.cx.showInFull(expected)}\`, found \`${fcx.cx.showInFull(found)}\``,
    related: notes(fcx, rootOf(error.obligation)),
  });
}
