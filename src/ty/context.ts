// The type context: every query of `queries.ts` with its provider and its cache.
//
// std's definitions are answered by std's own context, which programs share; a program's context adds its own.
// A query that runs into itself gets the neutral answer given here.

import { evaluateConstItem } from "./constEval.ts";
import { typeckBody } from "./check.ts";
import { substitute } from "./fold.ts";
import { Interner } from "./intern.ts";
import * as generics from "./items/generics.ts";
import { isInfiniteOpaque } from "./items/opaqueCycle.ts";
import { adtInfo, discriminants } from "./items/adt.ts";
import {
  assocItemIndex,
  collectImpls,
  indexedImpls,
  indexInherent,
  lookupAssoc,
  traitImpls,
} from "./items/impls.ts";
import { fnSig, implTraitRef, typeOf, unknownSig } from "./items/signatures.ts";
import { closureHeads } from "./hirWalk.ts";
import { paramDefaults } from "./items/paramDefaults.ts";
import { showTy, showTyInFull } from "./show.ts";
import { methodNames, traitsByMethod } from "./items/names.ts";
import { normalizedParamEnv } from "./items/paramEnv.ts";
import { alwaysSized } from "./traits/sized.ts";
import { errorKey, nothingKept, takeKept } from "./kept.ts";
import type { OwnerEdit } from "./kept.ts";
import { makeParamEnv } from "./traits/elaborate.ts";
import { DEFAULT_EDITION } from "../base/edition.ts";
import type { Span } from "../base/span.ts";
import type { DefId, Program } from "../hir/defs.ts";
import type { StoredAnswers, TraitImpls, TyContext } from "./queries.ts";
import type { Const, Ty } from "./ty.ts";

export type { TyContext } from "./queries.ts";

export interface ContextOptions {
  /** std's context, to share its answers; made from `program.std` when left out. */
  readonly base?: TyContext;
  /** `file:line:column` of a span, for closures in messages. */
  readonly locate?: (span: Span) => string;
  /** The context of the program before an edit inside one body: what it knows is moved here. */
  readonly previous?: { readonly cx: TyContext; readonly edit: OwnerEdit };
  /** What is known about the program's bodies without checking them; made when first asked for. */
  readonly stored?: () => StoredAnswers;
}

export function createTyContext(program: Program, options: ContextOptions = {}): TyContext {
  const { previous } = options;
  const base = program.std && (options.base ?? createTyContext(program.std));
  const localFrom = program.std?.defCount ?? 0;
  const tcx = previous?.cx.tcx ?? new Interner(base?.tcx as Interner | undefined, localFrom);
  const kept = previous ? takeKept(previous.cx.kept, previous.edit) : nothingKept();
  let queries = 0;
  let questions = 0;

  /** A query by definition: std's answers come from std's context. */
  function query<V>(
    compute: (id: DefId) => V,
    onCycle: (id: DefId) => V,
    ask?: (cx: TyContext, id: DefId) => V,
  ): (id: DefId) => V {
    const slot = queries++;
    kept.caches[slot] ??= new Map();
    const active = new Set<DefId>();
    return (id) => {
      if (base && ask && id < localFrom) return ask(base, id);
      const cache = kept.caches[slot] as Map<DefId, V>;
      const known = cache.get(id);
      if (known !== undefined || cache.has(id)) return known as V;
      if (active.has(id)) return onCycle(id);
      active.add(id);
      try {
        const value = compute(id);
        cache.set(id, value);
        return value;
      } finally {
        active.delete(id);
      }
    };
  }

  // The first of the queries: kept.ts knows it by that.
  const typeck = query(
    (id) => typeckBody(cx, id),
    () => undefined,
    (at, id) => at.typeck(id),
  );
  const own = lazy(() => collectImpls(cx));
  const index = lazy(() => program.implIndex?.());
  const inherent = lazy(() => index()?.inherent ?? indexInherent(cx, own().inherentDefs));
  const items = query(
    (id) => assocItemIndex(cx, id),
    () => new Map<string, DefId>(),
  );
  const implItems = query(
    (id) => implItemIndex(cx, id),
    () => new Map<DefId, DefId>(),
  );
  const discriminantsOf = query(
    (id) => discriminants(cx, id),
    () => new Map<DefId, bigint>(),
  );
  const constItem = query<Const>(
    (id) => evaluateConstItem(cx, id),
    () => tcx.unknownConst,
    (at, id) => at.constValue(id, tcx.noArgs),
  );
  const defaults = query(
    (id) => paramDefaults(cx, id),
    () => new Map<number, Ty | Const>(),
  );
  const hidesItself = query(
    (id) => isInfiniteOpaque(id, hiddenTypeOf),
    () => false,
    (at, id) => at.hidesItself(id),
  );
  const names = lazy(() => index()?.methodNames ?? methodNames(program));
  const traits = lazy(() => index()?.traitsByMethod ?? traitsByMethod(program));

  const cx: TyContext = {
    program,
    tcx,
    base,
    edition: program.edition ?? DEFAULT_EDITION,
    locate: options.locate ?? (() => ""),
    def: (id) => program.def(id),
    lang(name) {
      if (!kept.langs.has(name)) kept.langs.set(name, program.lang(name));
      return kept.langs.get(name);
    },
    home: (def) => (base && def < localFrom ? base.home(def) : cx),
    genericsOf: query(
      (id) => generics.genericsOf(cx, id),
      (id) => ({ owner: id, parent: undefined, parentCount: 0, own: [], count: 0 }),
      (at, id) => at.genericsOf(id),
    ),
    identityArgs: query(
      (id) => generics.identityArgs(cx, id),
      () => tcx.noArgs,
      (at, id) => at.identityArgs(id),
    ),
    predicatesOf: query(
      (id) => generics.predicatesOf(cx, id),
      () => [],
      (at, id) => at.predicatesOf(id),
    ),
    itemBounds: query(
      (id) => generics.itemBounds(cx, id),
      () => [],
      (at, id) => at.itemBounds(id),
    ),
    superPredicates: query(
      (id) => generics.superPredicates(cx, id),
      () => [],
      (at, id) => at.superPredicates(id),
    ),
    superTraitRefs: (ref) => generics.superTraitRefs(cx, ref),
    paramEnv: query(
      (id) => normalizedParamEnv(cx, id),
      (id) => makeParamEnv(id, []),
      (at, id) => at.paramEnv(id),
    ),
    typeOf: query(
      (id) => typeOf(cx, id),
      () => tcx.unknown,
      (at, id) => at.typeOf(id),
    ),
    fnSig: query(
      (id) => fnSig(cx, id),
      () => unknownSig(cx),
      (at, id) => at.fnSig(id),
    ),
    implTraitRef: query(
      (id) => implTraitRef(cx, id),
      () => undefined,
      (at, id) => at.implTraitRef(id),
    ),
    traitImpls: query<TraitImpls>(
      (id) => {
        const indexed = index();
        if (indexed !== undefined) return indexedImpls(cx, indexed.traits.get(id) ?? []);
        const inherited = base && id < localFrom ? base.traitImpls(id) : undefined;
        return traitImpls(cx, inherited, own().byTrait.get(id) ?? []);
      },
      () => ({ all: [], bySelf: new Map(), blanket: [] }),
    ),
    inherentImpls(self) {
      const known = kept.inherentImpls.get(self);
      if (known) return known;
      const list = [...(base?.inherentImpls(self) ?? []), ...(inherent().get(self) ?? [])];
      kept.inherentImpls.set(self, list);
      return list;
    },
    assocItem: (container, name, kind) =>
      base && container < localFrom
        ? base.assocItem(container, name, kind)
        : lookupAssoc(items(container), name, kind),
    implItem: (impl, traitItem) =>
      base && impl < localFrom ? base.implItem(impl, traitItem) : implItems(impl).get(traitItem),
    adt: query(
      (id) => adtInfo(cx, id),
      (id) => ({ def: id, kind: "struct", variants: [] }),
      (at, id) => at.adt(id),
    ),
    isAlwaysSized: query(
      (id) => alwaysSized(cx, id),
      () => false,
      (at, id) => at.isAlwaysSized(id),
    ),
    fieldTy: (field, args) => substitute(tcx, cx.typeOf(field), args),
    discriminant(variant) {
      const parent = program.def(variant).parent;
      return parent === undefined ? undefined : discriminantsOf(parent).get(variant);
    },
    constValue: (def) => constItem(def),
    typeck(owner) {
      const results = typeck(owner);
      if (!results) throw new Error("type checking a body needs its own result");
      return results;
    },
    closureInfo: (owner, index) => typeck(owner)?.closures[index],
    hiddenType: (opaque) => (hidesItself(opaque) ? undefined : hiddenTypeOf(opaque)),
    hidesItself,
    paramDefault: (owner, index) =>
      base && owner < localFrom ? base.paramDefault(owner, index) : defaults(owner).get(index),
    closureSpan(owner, index) {
      const body = program.body(owner);
      return body && closureHeads(body)[index];
    },
    show: (ty) => showTy(cx, ty),
    showInFull: (ty) => showTyInFull(cx, ty),
    stdMethodNames: () => base?.stdMethodNames() ?? names(),
    stdTraitsWith: (name) => base?.stdTraitsWith(name) ?? traits().get(name) ?? [],
    get objects() {
      return kept.objects;
    },
    get itemErrors() {
      return kept.itemErrors;
    },
    report(error) {
      const key = errorKey(error);
      if (kept.reported.has(key)) return;
      kept.reported.add(key);
      kept.itemErrors.push(error);
    },
    get selectionCache() {
      return kept.selection;
    },
    kept,
  };
  return cx;

  /** Asked once. */
  function lazy<T>(compute: () => T): () => T {
    const slot = questions++;
    return () => {
      if (!kept.once.has(slot)) kept.once.set(slot, compute());
      return kept.once.get(slot) as T;
    };
  }

  function hiddenTypeOf(opaque: DefId): Ty | undefined {
    const owner = program.def(opaque).parent;
    return owner === undefined ? undefined : typeck(owner)?.opaques?.get(opaque);
  }

  function implItemIndex(at: TyContext, impl: DefId): Map<DefId, DefId> {
    const index = new Map<DefId, DefId>();
    const def = at.def(impl);
    if (def.kind !== "impl" || def.trait?.trait === undefined) return index;
    const trait = at.def(def.trait.trait);
    if (trait.kind !== "trait") return index;
    for (const id of trait.items) {
      const item = at.def(id);
      const found = items(impl).get(`${item.kind} ${item.name}`);
      if (found !== undefined) index.set(id, found);
    }
    return index;
  }
}
