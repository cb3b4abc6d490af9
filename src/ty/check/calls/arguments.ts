// Arguments of a call: expectations from the expected output, then two rounds, closures last, so that what the
// other arguments teach is known when a closure's signature is deduced. Follows `check_argument_types`.

import { coerceExpr } from "../coerce/coercion.ts";
import {
  hasType,
  NO_EXPECTATION,
  onlyHasType,
  resolveSoFar,
  rvalueHint,
  structurally,
} from "../fnCtxt.ts";
import { reportArgumentCount, reportSeveralArguments } from "../../errors/calls.ts";
import { reportMismatch } from "../../errors/mismatch.ts";
import type { Expectation, FnCtxt } from "../fnCtxt.ts";
import type { Span } from "../../../base/span.ts";
import type { DefId } from "../../../hir/defs.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { FnSig, Ty } from "../../ty.ts";

export interface ArgumentSite {
  readonly call: HirExpr;
  /** The callee's name in the source. */
  readonly span: Span;
  readonly kind: "function" | "method" | "closure" | "pointer";
  readonly def: DefId | undefined;
  readonly tupled: boolean;
}

export function checkArguments(
  fcx: FnCtxt,
  sig: FnSig,
  args: readonly HirExpr[],
  expected: Expectation,
  site: ArgumentSite,
): void {
  const countOk =
    args.length === sig.inputs.length || (sig.variadic && args.length >= sig.inputs.length);
  if (!countOk) {
    // Closures still learn their signatures; anything else only gets a type.
    args.forEach((arg, i) =>
      fcx.check.expr(fcx, arg, sig.inputs[i] ? hasType(sig.inputs[i] as Ty) : NO_EXPECTATION),
    );
    reportArgumentCount(fcx, site, sig, args);
    return;
  }
  const hints = expectedInputs(fcx, sig, expected) ?? sig.inputs;
  const wrong: WrongArgument[] = [];
  for (const closures of [false, true]) {
    if (closures) fcx.fulfill.selectWherePossible();
    args.forEach((arg, i) => {
      const bad =
        (arg.kind === "closure") === closures
          ? checkArgument(fcx, arg, sig.inputs[i], hints[i])
          : undefined;
      if (bad) wrong.push(bad);
    });
  }
  reportArguments(fcx, site, wrong);
}

export interface WrongArgument {
  readonly arg: HirExpr;
  readonly expected: Ty;
  readonly found: Ty;
}

function reportArguments(fcx: FnCtxt, site: ArgumentSite, wrong: readonly WrongArgument[]): void {
  const [first] = wrong;
  if (!first) return;
  if (wrong.length === 1) return reportMismatch(fcx, first.arg, first.expected, first.found);
  reportSeveralArguments(fcx, site, wrong);
}

function checkArgument(
  fcx: FnCtxt,
  arg: HirExpr,
  formal: Ty | undefined,
  hint: Ty | undefined,
): WrongArgument | undefined {
  if (!formal) {
    fcx.check.expr(fcx, arg, NO_EXPECTATION);
    return undefined;
  }
  const expectation = rvalueHint(fcx, hint ?? formal);
  const found = fcx.check.expr(fcx, arg, expectation);
  // To the hint, which knows more than the formal type.
  const wanted = onlyHasType(fcx, expectation) ?? formal;
  // What the bounds of the call say comes before what the argument happens to be (`resolve_vars_with_obligations`).
  if (fcx.infcx.resolve(wanted).hasInfer) fcx.fulfill.selectWherePossible();
  const target = resolveSoFar(fcx, wanted);
  const fits = coerceExpr(fcx, arg, found, target, true) && fcx.infcx.eq(formal, target);
  return fits
    ? undefined
    : { arg, expected: resolveSoFar(fcx, target), found: resolveSoFar(fcx, found) };
}

/** What the inputs would be if the output were what is expected. */
function expectedInputs(fcx: FnCtxt, sig: FnSig, expected: Expectation): readonly Ty[] | undefined {
  const want = onlyHasType(fcx, expected);
  if (!want || !sig.output.hasInfer) return undefined;
  const shallow = structurally(fcx, want);
  if (shallow.kind === "infer" && shallow.class === "general") return undefined;
  const formal = fcx.infcx.resolve(sig.output);
  if (formal.kind === "infer" && formal.class === "general") return undefined;
  return fcx.infcx.fudge(() => (fcx.infcx.unify(formal, want) ? sig.inputs : undefined));
}
