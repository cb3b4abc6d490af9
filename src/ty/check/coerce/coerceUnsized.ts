// Unsizing coercions: `&[T; N]` to `&[T]`, `&T` to `&dyn Trait`, and the same through smart pointers that implement
// `CoerceUnsized`. Follows `coerce_unsized`: only `CoerceUnsized` and `Unsize` are solved here, what they need besides
// is left as obligations, so that a missing impl is reported and not taken for another kind of mismatch.

import { causeAt } from "../fnCtxt.ts";
import { traitObligation, isTraitObligation } from "../../traits/solverCx.ts";
import { typeArg } from "../../fold.ts";
import type { Coerced } from "./coercion.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { Obligation } from "../../traits/solverCx.ts";
import type { Ty } from "../../ty.ts";
import type { Adjustment } from "../../typeck.ts";

export function coerceUnsized(
  fcx: FnCtxt,
  source: Ty,
  target: Ty,
  span: Span,
): Coerced | undefined {
  if (source.kind === "infer" || target.kind === "infer") return undefined;
  const cause = causeAt(span, { kind: "unsize", source, target });
  if (source.kind === "ref" || source.kind === "ptr") return pointers(fcx, source, target, cause);
  if (source.kind !== "adt" || target.kind !== "adt" || source.def !== target.def) return undefined;
  if (source.args === target.args) return undefined;
  const trait = fcx.cx.lang("coerce_unsized");
  if (trait === undefined || !fcx.cx.traitImpls(trait).bySelf.has(source.def)) return undefined;
  const goal = traitObligation({ trait, args: fcx.tcx.args([source, target]) }, cause, 0);
  const obligations = solve(fcx, [goal]);
  return (
    obligations && {
      adjustments: [{ kind: "pointer", cast: "unsize", target }],
      target,
      obligations,
    }
  );
}

function pointers(
  fcx: FnCtxt,
  source: Ty & { kind: "ref" | "ptr" },
  target: Ty,
  cause: Obligation["cause"],
): Coerced | undefined {
  if (target.kind !== "ref" && target.kind !== "ptr") return undefined;
  if ((target.mutable && !source.mutable) || (source.kind === "ptr" && target.kind === "ref"))
    return undefined;
  const from = fcx.infcx.shallow(source.ty);
  const to = fcx.infcx.shallow(target.ty);
  if (!mayUnsize(from, to)) return undefined;
  const unsize = fcx.cx.lang("unsize");
  if (unsize === undefined) return undefined;
  const obligations = solve(fcx, [
    traitObligation({ trait: unsize, args: fcx.tcx.args([from, to]) }, cause, 0),
  ]);
  return (
    obligations && {
      adjustments: [
        ...reborrow(fcx, source, from, target),
        { kind: "pointer", cast: "unsize", target },
      ],
      target,
      obligations,
    }
  );
}

/** Quick answer for the common case that nothing is unsized. */
function mayUnsize(from: Ty, to: Ty): boolean {
  if (to.kind === "slice") return from.kind === "array";
  if (to.kind === "dyn") return from !== to;
  return to.kind === "adt" && from.kind === "adt" && to.def === from.def && to.args !== from.args;
}

function reborrow(
  fcx: FnCtxt,
  source: Ty & { kind: "ref" | "ptr" },
  from: Ty,
  target: Ty & { kind: "ref" | "ptr" },
): Adjustment[] {
  const { tcx } = fcx;
  if (source.kind === "ptr") {
    if (source.mutable === target.mutable) return [];
    return [{ kind: "pointer", cast: "mutToConstPointer", target: tcx.ptr(from, false) }];
  }
  const deref: Adjustment = { kind: "deref", target: from };
  if (target.kind === "ptr")
    return [
      deref,
      { kind: "rawBorrow", mutable: target.mutable, target: tcx.ptr(from, target.mutable) },
    ];
  return [
    deref,
    {
      kind: "borrow",
      mutable: target.mutable,
      twoPhase: false,
      target: tcx.ref(tcx.erased, from, target.mutable),
    },
  ];
}

/** What is left when `CoerceUnsized` and `Unsize` are solved; undefined: they do not hold. */
function solve(fcx: FnCtxt, goals: readonly Obligation[]): Obligation[] | undefined {
  const { cx, scx } = fcx;
  const traits = new Set([cx.lang("coerce_unsized"), cx.lang("unsize")]);
  const rest: Obligation[] = [];
  const queue = [...goals];
  for (let i = 0; i < queue.length; i++) {
    const obligation = queue[i] as Obligation;
    if (!isTraitObligation(obligation) || !traits.has(obligation.predicate.ref.trait)) {
      rest.push(obligation);
      continue;
    }
    const selection = scx.select(scx, obligation);
    if (selection.kind === "no") return undefined;
    if (selection.kind === "ok") queue.push(...selection.nested);
    else if (
      isVariableToObject(fcx, obligation.predicate.ref.args.length === 2 ? obligation : undefined)
    )
      rest.push(obligation);
    else return undefined;
  }
  return rest;
}

/** `?T: Unsize<dyn Trait>` waits; it must not be lost, since `?T` will be known later. */
function isVariableToObject(fcx: FnCtxt, obligation: Obligation | undefined): boolean {
  if (!obligation || !isTraitObligation(obligation)) return false;
  const { ref } = obligation.predicate;
  if (ref.trait !== fcx.cx.lang("unsize") || fcx.infcx.shallow(typeArg(ref.args, 1)).kind !== "dyn")
    return false;
  const variable = fcx.infcx.shallow(typeArg(ref.args, 0));
  return variable.kind === "infer" && mustBeSized(fcx, variable);
}

/** Without a pending `?T: Sized` the variable may itself be the trait object, and nothing is unsized. */
function mustBeSized(fcx: FnCtxt, variable: Ty): boolean {
  const sized = fcx.cx.lang("sized");
  return fcx.fulfill.open.some(
    (open) =>
      isTraitObligation(open) &&
      open.predicate.ref.trait === sized &&
      fcx.infcx.shallow(typeArg(open.predicate.ref.args, 0)) === variable,
  );
}
