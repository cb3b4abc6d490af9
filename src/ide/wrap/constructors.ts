// `new`: the function that makes a value of a type, as the user's code or std has it.

import type { Analysis } from "../../driver/contract.ts";
import type { DefId } from "../../hir/defs.ts";
import { substitute } from "../../ty/fold.ts";
import { simplifyTy } from "../../ty/simplify.ts";
import type { GenericArg, Ty } from "../../ty/ty.ts";
import { isVisible } from "../../ty/visibility.ts";

export interface Constructor {
  readonly name: string;
  readonly inputs: readonly Ty[];
}

/** By convention; the signature decides whether it is one. */
const NAME = "new";

/** An inherent `new` that gives the type itself and can be called from `from`. */
export function constructorOf(
  analysis: Analysis,
  ty: Ty & { readonly kind: "adt" },
  from: DefId,
): Constructor | undefined {
  const { cx } = analysis;
  const self = simplifyTy(ty);
  if (self === undefined) return undefined;
  for (const impl of cx.inherentImpls(self)) {
    const def = cx.assocItem(impl, NAME, "fn");
    if (def === undefined || !isVisible(cx, def, from)) continue;
    const sig = cx.fnSig(def);
    const args: GenericArg[] = [...cx.identityArgs(def)];
    if (!matches(sig.output, ty, args) || cx.genericsOf(def).own.some((one) => one.kind === "type"))
      continue;
    return { name: NAME, inputs: sig.inputs.map((input) => substitute(cx.tcx, input, args)) };
  }
  return undefined;
}

/** One-way matching: parameters of the pattern get the type's arguments. */
function matches(pattern: Ty, ty: Ty, args: GenericArg[]): boolean {
  if (pattern.kind === "param") {
    args[pattern.index] = ty;
    return true;
  }
  if (pattern.kind !== "adt" || ty.kind !== "adt") return pattern === ty;
  return (
    pattern.def === ty.def &&
    pattern.args.every((arg, at) => {
      const other = ty.args[at];
      if (arg.kind === "region" || other === undefined) return true;
      if (arg.kind === "constant" || other.kind === "region" || other.kind === "constant")
        return true;
      return matches(arg, other, args);
    })
  );
}
