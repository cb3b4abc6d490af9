// Impls by trait and by shape of the self type; items of traits and impls by name.

import { isTy } from "../fold.ts";
import { FN_PTR, simplifyTy } from "../simplify.ts";
import type { Simplified } from "../simplify.ts";
import type { DefId, ImplEntry } from "../../hir/defs.ts";
import type { AssocKind, ImplHeader, TraitImpls, TyContext } from "../queries.ts";
import type { TraitRef } from "../ty.ts";

/** Impls that this crate itself declares. */
export interface LocalImpls {
  readonly byTrait: ReadonlyMap<DefId, readonly DefId[]>;
  readonly inherent: ReadonlyMap<Simplified, readonly DefId[]>;
}

export function collectImpls(cx: TyContext): {
  byTrait: Map<DefId, DefId[]>;
  inherentDefs: DefId[];
} {
  const from = cx.program.std?.defCount ?? 0;
  const byTrait = new Map<DefId, DefId[]>();
  const inherentDefs: DefId[] = [];
  for (const id of cx.program.impls) {
    if (id < from) continue;
    const def = cx.def(id);
    if (def.kind !== "impl") continue;
    if (!def.trait) inherentDefs.push(id);
    else if (def.trait.trait !== undefined) pushTo(byTrait, def.trait.trait, id);
  }
  return { byTrait, inherentDefs };
}

export function indexInherent(cx: TyContext, defs: readonly DefId[]): Map<Simplified, DefId[]> {
  const index = new Map<Simplified, DefId[]>();
  for (const id of defs) {
    const key = simplifyTy(cx.typeOf(id));
    if (key !== undefined) pushTo(index, key, id);
  }
  return index;
}

export function traitImpls(
  cx: TyContext,
  inherited: TraitImpls | undefined,
  local: readonly DefId[],
): TraitImpls {
  if (inherited && local.length === 0) return inherited;
  const impls = startFrom(inherited);
  for (const id of local) {
    const def = cx.def(id);
    const ref = cx.implTraitRef(id);
    if (def.kind !== "impl" || !ref) continue;
    const key = selfKey(cx, id, ref);
    addHeader(impls, key, { def: id, ref, negative: def.negative });
  }
  return impls;
}

/**
 * Where an impl is looked for: under its outermost constructor; undefined: under all. One of std for every `F: FnPtr` can only be for
 * pointers to functions (`reject_fn_ptr_impls`).
 */
export function selfKey(cx: TyContext, impl: DefId, ref: TraitRef): Simplified | undefined {
  const self = ref.args[0];
  if (!self || !isTy(self)) return undefined;
  return self.kind === "param" && cx.base === undefined && isBoundByFnPtr(cx, impl)
    ? FN_PTR
    : simplifyTy(self);
}

function isBoundByFnPtr(cx: TyContext, impl: DefId): boolean {
  const def = cx.def(impl);
  const fnPtr = cx.lang("fn_ptr_trait");
  return (
    def.kind === "impl" &&
    def.generics.predicates.some(
      (predicate) =>
        predicate.kind === "type" &&
        predicate.bounds.some((bound) => bound.kind === "trait" && bound.ref.trait === fnPtr),
    )
  );
}

/** From a snapshot's index: the headers are lowered when somebody looks at them. */
export function indexedImpls(cx: TyContext, entries: readonly ImplEntry[]): TraitImpls {
  const impls = startFrom(undefined);
  for (const { impl, negative, self } of entries) {
    addHeader(impls, self, {
      def: impl,
      get ref() {
        const ref = cx.implTraitRef(impl);
        if (ref === undefined) throw new Error(`bug: impl ${impl} has lost its trait`);
        return ref;
      },
      negative,
    });
  }
  return impls;
}

interface OpenImpls extends TraitImpls {
  readonly all: ImplHeader[];
  readonly bySelf: Map<Simplified, ImplHeader[]>;
  readonly blanket: ImplHeader[];
}

function startFrom(inherited: TraitImpls | undefined): OpenImpls {
  const bySelf = new Map<Simplified, ImplHeader[]>();
  for (const [key, list] of inherited?.bySelf ?? []) bySelf.set(key, [...list]);
  return {
    all: [...(inherited?.all ?? [])],
    bySelf,
    blanket: [...(inherited?.blanket ?? [])],
  };
}

function addHeader(impls: OpenImpls, key: Simplified | undefined, header: ImplHeader): void {
  impls.all.push(header);
  if (key === undefined) impls.blanket.push(header);
  else pushTo(impls.bySelf, key, header);
}

export function assocItemIndex(cx: TyContext, container: DefId): Map<string, DefId> {
  const index = new Map<string, DefId>();
  const def = cx.def(container);
  if (def.kind !== "trait" && def.kind !== "impl") return index;
  for (const id of def.items) {
    const item = cx.def(id);
    index.set(`${item.kind} ${item.name}`, id);
  }
  return index;
}

export function lookupAssoc(
  index: ReadonlyMap<string, DefId>,
  name: string,
  kind: AssocKind | "value",
): DefId | undefined {
  if (kind !== "value") return index.get(`${kind} ${name}`);
  return index.get(`fn ${name}`) ?? index.get(`const ${name}`);
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
