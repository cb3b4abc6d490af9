// What a call asks of the type of one of its arguments: auto traits, and whether it may borrow.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import type { HirExpr } from "../../hir/hir.ts";
import { closureIn } from "./bodyMap.ts";
import { calleeOf, inputsOf, type TypedBody } from "./typedBody.ts";

export interface Requirement {
  readonly autos: readonly DefId[];
  /** It may borrow nothing that ends. */
  readonly static: boolean;
  /** `Send + 'static`, without the traits of being called. */
  readonly written: string;
}

export function requirementsOf(
  analysis: Analysis,
  typed: TypedBody,
  call: HirExpr,
  arg: HirExpr,
): Requirement | undefined {
  const callee = calleeOf(typed, call);
  const position = inputsOf(call).findIndex(
    (input) => input === arg || closureIn(typed.map(), input) === arg,
  );
  if (callee === undefined || position < 0 || analysis.program.def(callee.def).kind !== "fn")
    return undefined;
  const input = analysis.cx.fnSig(callee.def).inputs[position];
  if (input?.kind !== "param") return undefined;
  const autos: DefId[] = [];
  const lifetimes: string[] = [];
  let isStatic = false;
  for (const { predicate } of analysis.cx.predicatesOf(callee.def)) {
    if (predicate.kind === "trait" && predicate.ref.args[0] === input) {
      const trait = analysis.program.def(predicate.ref.trait);
      if (trait.kind === "trait" && trait.auto && !autos.includes(trait.id)) autos.push(trait.id);
    }
    if (predicate.kind === "typeOutlives" && predicate.ty === input) {
      isStatic ||= predicate.region.region === "static";
      if (predicate.region.region === "static") lifetimes.push("'static");
      if (predicate.region.region === "param") lifetimes.push(predicate.region.name);
    }
  }
  const names = autos.map((id) => analysis.program.def(id).name);
  return { autos, static: isStatic, written: [...names, ...new Set(lifetimes)].join(" + ") };
}
