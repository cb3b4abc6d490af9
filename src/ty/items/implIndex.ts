// The index of a program's impls and methods that a snapshot keeps, so that nobody need lower them all to find a few.

import type { DefId, ImplEntry, ImplIndex } from "../../hir/defs.ts";
import type { TyContext } from "../queries.ts";
import { collectImpls, indexInherent, selfKey } from "./impls.ts";
import { methodNames, traitsByMethod } from "./names.ts";

export function implIndexOf(cx: TyContext): ImplIndex {
  const { byTrait, inherentDefs } = collectImpls(cx);
  const traits = new Map<DefId, readonly ImplEntry[]>();
  for (const [trait, impls] of byTrait)
    traits.set(
      trait,
      impls.flatMap((id) => entryOf(cx, id)),
    );
  return {
    traits,
    inherent: indexInherent(cx, inherentDefs),
    methodNames: methodNames(cx.program),
    traitsByMethod: traitsByMethod(cx.program),
  };
}

function entryOf(cx: TyContext, impl: DefId): ImplEntry[] {
  const def = cx.def(impl);
  const ref = cx.implTraitRef(impl);
  if (def.kind !== "impl" || ref === undefined) return [];
  return [{ impl, negative: def.negative, self: selfKey(cx, impl, ref) }];
}
