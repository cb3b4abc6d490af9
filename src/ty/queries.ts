// The questions that type checking asks about definitions, as rustc's queries on `TyCtxt`.
//
// This file is the interface; `context.ts` wires the providers and their caches together, so that the files that
// answer one question may ask all the others without importing them.

import type { Edition } from "../base/edition.ts";
import type { Span } from "../base/span.ts";
import type { Def, DefId, Program } from "../hir/defs.ts";
import type { HirConstArg, HirTy } from "../hir/hir.ts";
import type { Interner } from "./intern.ts";
import type { Kept } from "./kept.ts";
import type { Simplified } from "./simplify.ts";
import type { Const, FnSig, GenericArgs, Predicate, TraitRef, Ty } from "./ty.ts";
import type { BoundReason, ClosureInfo, TyError, TypeckResults } from "./typeck.ts";

export interface Generics {
  readonly owner: DefId;
  readonly parent: Generics | undefined;
  /** Parameters of all parents; `own` come behind them. */
  readonly parentCount: number;
  readonly own: readonly GenericParam[];
  readonly count: number;
}

export interface GenericParam {
  readonly def: DefId;
  readonly kind: "lifetime" | "type" | "const";
  readonly name: string;
  readonly index: number;
  /** From `impl Trait` in argument position: cannot be given explicitly. */
  readonly synthetic: boolean;
  readonly default?: HirTy | HirConstArg;
}

/** A predicate with the place that states it. */
export interface Bound {
  readonly predicate: Predicate;
  readonly span: Span;
  /** The function, type, impl or trait whose bound it is. */
  readonly origin: DefId;
  /** `Sized`, implied because nobody wrote `?Sized`. */
  readonly implied: boolean;
}

/** What may be assumed inside a definition: its bounds, elaborated by supertraits. */
export interface ParamEnv {
  readonly owner: DefId | undefined;
  readonly predicates: readonly Predicate[];
  /** Trait predicates by trait. */
  readonly traits: ReadonlyMap<DefId, readonly TraitRef[]>;
  readonly projections: readonly (Predicate & { readonly kind: "projection" })[];
}

export interface ImplHeader {
  readonly def: DefId;
  readonly ref: TraitRef;
  readonly negative: boolean;
}

/** Impls of a trait by the shape of their self type. */
export interface TraitImpls {
  readonly all: readonly ImplHeader[];
  readonly bySelf: ReadonlyMap<Simplified, readonly ImplHeader[]>;
  /** `impl<T> Trait for T` and the like. */
  readonly blanket: readonly ImplHeader[];
}

export type AssocKind = "fn" | "assocTy" | "const";

/** Facts about a struct, enum or union. */
export interface AdtInfo {
  readonly def: DefId;
  readonly kind: "struct" | "enum" | "union";
  readonly variants: readonly VariantInfo[];
}

export interface VariantInfo {
  readonly def: DefId;
  readonly name: string;
  readonly index: number;
  readonly shape: "unit" | "tuple" | "named";
  readonly fields: readonly FieldInfo[];
}

export interface FieldInfo {
  readonly def: DefId;
  readonly name: string;
  readonly index: number;
  readonly span: Span;
}

/** Answers to a bound asked from outside a body. */
export interface BoundAnswer {
  readonly holds: boolean | undefined;
  readonly reasons: readonly BoundReason[];
}

/** Results of type checking that a snapshot keeps. */
export interface StoredAnswers {
  closureInfo(owner: DefId, index: number): ClosureInfo | undefined;
  hiddenType(opaque: DefId): Ty | undefined;
}

export interface TyContext {
  readonly program: Program;
  /** Types are made here. */
  readonly tcx: Interner;
  /** std's context; undefined for std itself. */
  readonly base: TyContext | undefined;
  readonly edition: Edition;
  /** `src/main.rs:9:22: 9:29`, for closures in messages. */
  locate(span: Span): string;

  def(id: DefId): Def;
  lang(name: string): DefId | undefined;
  /** The context that owns the answers about `def`. */
  home(def: DefId): TyContext;

  genericsOf(def: DefId): Generics;
  /** Each parameter for itself. */
  identityArgs(def: DefId): GenericArgs;
  /** Own bounds and those of the parents. For a trait `Self: Trait` comes first. */
  predicatesOf(def: DefId): readonly Bound[];
  /** Bounds of an associated or opaque type on itself. */
  itemBounds(def: DefId): readonly Bound[];
  /** Bounds on `Self` of a trait. */
  superPredicates(trait: DefId): readonly Bound[];
  /** The direct supertraits of a trait reference. */
  superTraitRefs(ref: TraitRef): readonly TraitRef[];
  paramEnv(def: DefId): ParamEnv;
  typeOf(def: DefId): Ty;
  fnSig(def: DefId): FnSig;
  implTraitRef(impl: DefId): TraitRef | undefined;
  traitImpls(trait: DefId): TraitImpls;
  inherentImpls(self: Simplified): readonly DefId[];
  /** Items of a trait or impl by name. */
  assocItem(container: DefId, name: string, kind: AssocKind | "value"): DefId | undefined;
  /** What an impl gives for an item of its trait. */
  implItem(impl: DefId, traitItem: DefId): DefId | undefined;
  adt(def: DefId): AdtInfo;
  /** Values have a size known at compile time, whatever the arguments. */
  isAlwaysSized(def: DefId): boolean;
  fieldTy(field: DefId, args: GenericArgs): Ty;
  discriminant(variant: DefId): bigint | undefined;
  constValue(def: DefId, args: GenericArgs): Const;

  typeck(owner: DefId): TypeckResults;
  /** Undefined while the owner is being checked. */
  closureInfo(owner: DefId, index: number): ClosureInfo | undefined;
  /** The type behind `impl Trait`; undefined while it is being found. */
  hiddenType(opaque: DefId): Ty | undefined;
  /** Trait objects that the program's items name. */
  readonly objects: { readonly trait: DefId; readonly span: Span }[];
  /** The hidden type would contain itself. */
  hidesItself(opaque: DefId): boolean;

  /** Default of a type or const parameter, in terms of the parameters before it. */
  paramDefault(owner: DefId, index: number): Ty | Const | undefined;
  /** Head of a closure in the source. */
  closureSpan(owner: DefId, index: number): Span | undefined;
  /** For people at a glance: `Arc<Mutex<i32>>`. */
  show(ty: Ty): string;
  /** As in rustc's messages: `Arc<std::sync::Mutex<i32>>`, since there is more than one `Mutex` in std. */
  showInFull(ty: Ty): string;

  /** Every method name that std declares: what is not among them may be missing here only. */
  stdMethodNames(): ReadonlySet<string>;
  /** std's traits that declare a method of that name. */
  stdTraitsWith(name: string): readonly DefId[];

  /** Type errors of items found while answering; each reported once. */
  readonly itemErrors: readonly TyError[];
  report(error: TyError): void;
  /** Answers that depend on no inference, kept by key. */
  readonly selectionCache: Map<string, unknown>;
  /** All answers so far, for the context of an edited program. */
  readonly kept: Kept;
}
