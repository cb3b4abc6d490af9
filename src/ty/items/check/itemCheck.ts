// Bounds that items must meet: a solver with the item's own bounds, and E0277 for what fails.

import { createSolver } from "../../traits/solver.ts";
import { describeUnimplemented, unimplementedLabel } from "../../errors/unimplemented.ts";
import { explain } from "../../autoTraits.ts";
import { Fulfillment } from "../../traits/fulfill.ts";
import { instantiate } from "../../traits/select.ts";
import { isTraitObligation, traitObligation } from "../../traits/solverCx.ts";
import { isTy, walkTy } from "../../fold.ts";
import { rootOf } from "../../traits/rootOf.ts";
import type { Span } from "../../../base/span.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { TyContext } from "../../queries.ts";
import type { FulfillError } from "../../traits/fulfill.ts";
import type { Cause, Obligation, SolverCx } from "../../traits/solverCx.ts";
import type { TraitRef, Ty } from "../../ty.ts";
import type { TyError } from "../../typeck.ts";

export interface ItemCheck {
  readonly cx: TyContext;
  readonly scx: SolverCx;
  readonly fulfill: Fulfillment;
  readonly out: TyError[];
}

export function itemCheck(cx: TyContext, item: DefId, out: TyError[]): ItemCheck {
  const scx = createSolver(cx, cx.paramEnv(item));
  const check: ItemCheck = {
    cx,
    scx,
    out,
    fulfill: new Fulfillment(scx, (error) => failed(check, error)),
  };
  return check;
}

function failed(check: ItemCheck, error: FulfillError): void {
  const { cx } = check;
  const { predicate } = error.obligation;
  if (cx.program.incomplete || predicate.kind !== "trait") return;
  if (error.args.some((arg) => isTy(arg) && arg.hasUnknown)) return;
  const ref: TraitRef = { trait: predicate.ref.trait, args: error.args };
  const root = rootOf(error.obligation);
  const reasons = isTraitObligation(root) ? explain(check.scx, root, undefined) : [];
  check.out.push({
    code: "E0277",
    message: describeUnimplemented(cx, ref),
    span: error.obligation.cause.span,
    label: unimplementedLabel(cx, ref),
    related: noteOf(cx, root),
    reasons,
  });
}

function noteOf(cx: TyContext, root: Obligation): TyError["related"] {
  const { code } = root.cause;
  if (code.kind === "static") {
    return [
      {
        span: root.cause.span,
        message: "shared static variables must have a type that implements `Sync`",
      },
    ];
  }
  return code.kind === "bound"
    ? [
        {
          span: code.bound.span,
          message: `required by a bound in \`${cx.def(code.bound.origin).name}\``,
        },
      ]
    : [];
}

export function demandTrait(
  check: ItemCheck,
  trait: DefId | undefined,
  self: Ty,
  cause: Cause,
): void {
  if (trait === undefined || self.hasUnknown) return;
  check.fulfill.register(
    traitObligation({ trait, args: check.cx.tcx.args([normal(check, self, cause)]) }, cause, 0),
  );
}

export function normal(check: ItemCheck, ty: Ty, cause: Cause): Ty {
  const nested: Obligation[] = [];
  const out = check.scx.normalize(check.scx, ty, cause, 0, nested);
  check.fulfill.registerAll(nested);
  return out;
}

/** The bounds of all types named inside `ty` hold. */
export function wellFormed(check: ItemCheck, ty: Ty, span: Span): void {
  if (ty.hasUnknown) return;
  walkTy(ty, (part) => {
    if (part.kind === "adt") addBounds(check, part.def, part, span);
    return (
      part.kind !== "dyn" &&
      part.kind !== "fnPtr" &&
      part.kind !== "projection" &&
      part.kind !== "opaque"
    );
  });
}

function addBounds(check: ItemCheck, def: DefId, ty: Ty & { kind: "adt" }, span: Span): void {
  const nested: Obligation[] = [];
  for (const bound of check.cx.predicatesOf(def)) {
    if (bound.predicate.kind !== "trait") continue;
    const cause: Cause = { span, code: { kind: "bound", bound, expr: undefined } };
    nested.push({
      predicate: instantiate(check.scx, bound, ty.args, cause, 0, nested),
      cause,
      depth: 0,
    });
  }
  check.fulfill.registerAll(nested);
}
