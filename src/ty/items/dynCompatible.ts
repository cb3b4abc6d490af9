// Traits that cannot be made into objects (E0038). Follows `rustc_trait_selection::traits::dyn_compatibility`.
//
// A trait is told of only where its declaration alone shows it. Not modelled: receivers that only a bound makes
// dispatchable, `where` clauses that mention Self.

import { isTy, walkTy } from "../fold.ts";
import { superTraitDefs } from "../traits/elaborate.ts";
import type { Def, DefId } from "../../hir/defs.ts";
import type { Span } from "../../base/span.ts";
import type { TyContext } from "../queries.ts";
import type { Ty } from "../ty.ts";
import type { TyError } from "../typeck.ts";

export function isDynCompatible(cx: TyContext, trait: DefId): boolean {
  return [trait, ...superTraitDefs(cx, trait)].every((one) => isCompatibleAlone(cx, one));
}

/** True where all is well. */
export function reportObject(
  cx: TyContext,
  trait: DefId,
  span: Span,
  report: (error: TyError) => void,
): boolean {
  if (cx.program.incomplete || isDynCompatible(cx, trait)) return true;
  report({
    code: "E0038",
    message: `the trait \`${cx.def(trait).name}\` is not dyn compatible`,
    span,
    label: `\`${cx.def(trait).name}\` is not dyn compatible`,
    related: [],
  });
  return false;
}

function isCompatibleAlone(cx: TyContext, id: DefId): boolean {
  const trait = cx.def(id);
  if (trait.kind !== "trait") return true;
  const sized = cx.lang("sized");
  for (const { predicate } of cx.superPredicates(id)) {
    if (predicate.kind !== "trait") continue;
    if (predicate.ref.trait === sized) return false;
    if (predicate.ref.args.slice(1).some((arg) => isTy(arg) && mentionsSelf(cx, arg))) return false;
  }
  return trait.items.every((item) => isCompatibleItem(cx, id, cx.def(item)));
}

function isCompatibleItem(cx: TyContext, trait: DefId, item: Def): boolean {
  if (needsSized(cx, item.id)) return true;
  switch (item.kind) {
    case "const":
      return false;
    case "assocTy":
      return item.generics.params.length === 0;
    case "fn":
      return isDispatchable(cx, trait, item);
    default:
      return true;
  }
}

/** `where Self: Sized` keeps an item out of the object. */
function needsSized(cx: TyContext, item: DefId): boolean {
  const sized = cx.lang("sized");
  return cx.predicatesOf(item).some(({ predicate }) => {
    if (predicate.kind !== "trait" || predicate.ref.trait !== sized) return false;
    const self = predicate.ref.args[0];
    return self !== undefined && isTy(self) && isSelf(self);
  });
}

function isDispatchable(cx: TyContext, trait: DefId, item: Def & { kind: "fn" }): boolean {
  const sig = cx.fnSig(item.id);
  const [receiver, ...inputs] = sig.inputs;
  if (!item.sig.hasSelf || receiver === undefined) return false;
  if (item.generics.params.some(({ kind }) => kind !== "lifetime")) return false;
  if (item.sig.async || hasOpaque(sig.output)) return false;
  return (
    !inputs.some((input) => mentionsSelf(cx, input, trait)) && !mentionsSelf(cx, sig.output, trait)
  );
}

function hasOpaque(ty: Ty): boolean {
  let found = false;
  walkTy(ty, (part) => {
    found ||= part.kind === "opaque";
  });
  return found;
}

function isSelf(ty: Ty): boolean {
  return ty.kind === "param" && ty.index === 0 && ty.name === "Self";
}

/** Self itself; `Self::Item` of the trait or a supertrait is known in the object. */
function mentionsSelf(cx: TyContext, ty: Ty, trait?: DefId): boolean {
  let found = false;
  walkTy(ty, (part) => {
    if (part.kind === "projection" && trait !== undefined) {
      const owner = cx.def(part.def).parent;
      const self = part.args[0];
      const known =
        owner !== undefined && (owner === trait || superTraitDefs(cx, trait).includes(owner));
      if (known && self !== undefined && isTy(self) && isSelf(self)) {
        found ||= part.args.slice(1).some((arg) => isTy(arg) && mentionsSelf(cx, arg, trait));
        return false;
      }
    }
    found ||= isSelf(part);
    return true;
  });
  return found;
}
