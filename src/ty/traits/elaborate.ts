// What a trait reference implies: its supertraits with their associated types. Follows `rustc_infer::traits::util`.

import { substitutePredicate } from "../fold.ts";
import type { DefId } from "../../hir/defs.ts";
import type { ParamEnv, TyContext } from "../queries.ts";
import type { Predicate, TraitRef } from "../ty.ts";

/** The predicates and all that follows from them, without duplicates. */
export function elaborate(cx: TyContext, predicates: readonly Predicate[]): Predicate[] {
  const seen = new Set<string>();
  const out: Predicate[] = [];
  const queue = [...predicates];
  for (let i = 0; i < queue.length; i++) {
    const predicate = queue[i] as Predicate;
    const key = predicateKey(predicate);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(predicate);
    if (predicate.kind !== "trait") continue;
    for (const bound of cx.superPredicates(predicate.ref.trait)) {
      queue.push(substitutePredicate(cx.tcx, bound.predicate, predicate.ref.args));
    }
  }
  return out;
}

/** The trait reference and its supertraits, the trait itself first. */
export function superTraits(cx: TyContext, ref: TraitRef): TraitRef[] {
  return elaborate(cx, [{ kind: "trait", ref }]).flatMap((p) =>
    p.kind === "trait" ? [p.ref] : [],
  );
}

/** Supertraits by definition only. */
export function superTraitDefs(cx: TyContext, trait: DefId): DefId[] {
  const seen = new Set<DefId>([trait]);
  for (const at of seen) {
    for (const { predicate } of cx.superPredicates(at))
      if (predicate.kind === "trait") seen.add(predicate.ref.trait);
  }
  return [...seen];
}

export function makeParamEnv(owner: DefId | undefined, predicates: readonly Predicate[]): ParamEnv {
  const traits = new Map<DefId, TraitRef[]>();
  const projections: (Predicate & { kind: "projection" })[] = [];
  for (const predicate of predicates) {
    if (predicate.kind === "projection") projections.push(predicate);
    if (predicate.kind !== "trait") continue;
    const list = traits.get(predicate.ref.trait);
    if (list) list.push(predicate.ref);
    else traits.set(predicate.ref.trait, [predicate.ref]);
  }
  return { owner, predicates, traits, projections };
}

export function predicateKey(predicate: Predicate): string {
  const ids = (list: readonly { readonly id: number }[]) => list.map((arg) => arg.id).join(",");
  switch (predicate.kind) {
    case "trait":
      return `t${predicate.ref.trait}:${ids(predicate.ref.args)}`;
    case "projection":
      return `p${predicate.def}:${ids(predicate.args)}=${predicate.ty.id}`;
    case "typeOutlives":
      return `o${predicate.ty.id}:${predicate.region.id}`;
    case "regionOutlives":
      return `r${predicate.a.id}:${predicate.b.id}`;
  }
}
