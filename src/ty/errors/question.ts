// `?` where it cannot be used: E0277 in the words that fit the enclosing function.
// Follows `FromResidual`'s and `From`'s notes in `rustc_on_unimplemented`.

import { blameSpan } from "./blame.ts";
import { isTy } from "../fold.ts";
import { isTraitObligation } from "../traits/solverCx.ts";
import { report } from "../check/fnCtxt.ts";
import type { FnCtxt } from "../check/fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Obligation } from "../traits/solverCx.ts";
import type { TraitRef, Ty } from "../ty.ts";

/** True: said here. */
export function reportQuestionMark(fcx: FnCtxt, root: Obligation, leaf: TraitRef): boolean {
  const residual = fcx.cx.lang("FromResidual");
  if (!isTraitObligation(root) || residual === undefined || root.predicate.ref.trait !== residual)
    return false;
  const self = fcx.infcx.resolveArgs(root.predicate.ref.args)[0];
  if (!self || !isTy(self) || !isInQuestion(fcx, root)) return false;
  const span = blameSpan(fcx, root);
  const message = leaf.trait === residual ? wrongReturn(fcx, self, leaf) : wrongError(fcx, leaf);
  report(fcx, { code: "E0277", message, span });
  return true;
}

function isInQuestion(fcx: FnCtxt, root: Obligation): boolean {
  const { code } = root.cause;
  const expr: HirExpr | undefined =
    code.kind === "bound" && code.expr !== undefined ? fcx.exprs?.all.get(code.expr) : undefined;
  return expr === undefined || expr.kind === "path";
}

function wrongError(fcx: FnCtxt, leaf: TraitRef): string {
  const target = leaf.args[0];
  return `\`?\` couldn't convert the error to \`${target && isTy(target) ? fcx.cx.showInFull(target) : "_"}\``;
}

function wrongReturn(fcx: FnCtxt, self: Ty, leaf: TraitRef): string {
  const { cx } = fcx;
  const where = fcx.closure === undefined ? "a function" : "a closure";
  const [option, result] = [cx.lang("Option"), cx.lang("Result")];
  const residual = leaf.args[1];
  const from = residual && isTy(residual) && residual.kind === "adt" ? residual.def : undefined;
  if (self.kind === "adt" && self.def === option && from === result) {
    return `the \`?\` operator can only be used on \`Option\`s, not \`Result\`s, in ${where} that returns \`Option\``;
  }
  if (self.kind === "adt" && self.def === result && from === option) {
    return `the \`?\` operator can only be used on \`Result\`s, not \`Option\`s, in ${where} that returns \`Result\``;
  }
  return `the \`?\` operator can only be used in ${where} that returns \`Result\` or \`Option\` (or another type that implements \`FromResidual\`)`;
}
