// Definitions: everything that has a name or an identity of its own above the level of a body.
//
// As in rustc, one `DefId` names one definition for good. The definitions of std lie below those of the user's crate:
// ids below `DefTable.base.count` belong to std, which is analysed once and shared.

import type { Attribute } from "../syntax/ast.ts";
import type { Edition } from "../base/edition.ts";
import type { Span } from "../base/span.ts";
import type {
  HirBody,
  HirExpr,
  HirGenerics,
  HirLifetime,
  HirBound,
  HirTraitRef,
  HirTy,
} from "./hir.ts";

export type DefId = number & { readonly brand: "DefId" };

interface DefBase {
  readonly id: DefId;
  readonly name: string;
  /** Enclosing module, item, impl, trait, enum or function; undefined only for a crate root. */
  readonly parent: DefId | undefined;
  /** The whole item. */
  readonly span: Span;
  /** The name (or for an impl the head); where rustc points. */
  readonly nameSpan: Span;
  readonly attrs: readonly Attribute[];
  /** Doc comment, joined. */
  readonly doc?: string;
  readonly visibility: DefVisibility;
}

/** Visible everywhere, or only inside the module `in` (private items: the parent module). */
export type DefVisibility =
  | { readonly kind: "public" }
  | { readonly kind: "restricted"; readonly in: DefId };

export type Def = DefBase & DefKindData;

export type DefKindData =
  | { readonly kind: "mod"; readonly inline: boolean }
  | AdtData
  | {
      readonly kind: "variant";
      readonly index: number;
      readonly shape: VariantShape;
      readonly discriminant?: HirAnonConst;
    }
  | { readonly kind: "field"; readonly index: number; readonly ty: HirTy }
  | TraitData
  | {
      readonly kind: "traitAlias";
      readonly generics: HirGenerics;
      readonly bounds: readonly HirBound[];
    }
  | ImplData
  | { readonly kind: "tyAlias"; readonly generics: HirGenerics; readonly ty: HirTy }
  /** In a trait (`ty`: the default) or in an impl (`ty`: the value). */
  | {
      readonly kind: "assocTy";
      readonly generics: HirGenerics;
      readonly bounds: readonly HirBound[];
      readonly ty?: HirTy;
    }
  | FnData
  /** `const`, also associated; `hasBody` false for a trait's constant without default. */
  | {
      readonly kind: "const";
      readonly generics: HirGenerics;
      readonly ty: HirTy;
      readonly hasBody: boolean;
    }
  | {
      readonly kind: "static";
      readonly ty: HirTy;
      readonly mutable: boolean;
      readonly hasBody: boolean;
    }
  /** `index` counts all generic parameters of the owner (parents first), as in rustc's `ParamTy.index`; `Self` of a trait is 0. */
  | { readonly kind: "tyParam"; readonly index: number; readonly synthetic: boolean }
  | { readonly kind: "constParam"; readonly index: number; readonly ty: HirTy }
  | { readonly kind: "lifetimeParam"; readonly index: number }
  /** `impl Trait` in return position. */
  /** `captures`: the names in `use<…>`. */
  | {
      readonly kind: "opaque";
      readonly bounds: readonly HirBound[];
      readonly captures?: readonly string[];
    }
  | { readonly kind: "macro" }
  | { readonly kind: "externCrate" };

export type DefKind = Def["kind"];

/** A constant expression outside a body: array length, discriminant, const generic argument, default. */
export interface HirAnonConst {
  readonly body: HirBody;
}

export type VariantShape = "unit" | "tuple" | "named";

export interface AdtData {
  readonly kind: "struct" | "enum" | "union";
  readonly generics: HirGenerics;
  /** Struct and union: one variant whose id is the struct itself. Enum: its variants. */
  readonly variants: readonly AdtVariant[];
}

export interface AdtVariant {
  /** The variant's definition; for a struct or union the type's own. */
  readonly def: DefId;
  readonly name: string;
  readonly shape: VariantShape;
  /** Field definitions in order. */
  readonly fields: readonly AdtField[];
}

export interface AdtField {
  readonly def: DefId;
  readonly name: string;
  readonly ty: HirTy;
  readonly visibility: DefVisibility;
  readonly span: Span;
}

export interface TraitData {
  readonly kind: "trait";
  readonly unsafe: boolean;
  readonly auto: boolean;
  /** Includes `Self` as parameter 0. */
  readonly generics: HirGenerics;
  readonly supertraits: readonly HirBound[];
  /** Associated functions, types and constants in order. */
  readonly items: readonly DefId[];
}

export interface ImplData {
  readonly kind: "impl";
  readonly generics: HirGenerics;
  readonly trait?: HirTraitRef;
  readonly negative: boolean;
  readonly unsafe: boolean;
  readonly self: HirTy;
  readonly items: readonly DefId[];
  /** Made by `#[derive]`: the span of the trait's name in the attribute. */
  readonly derived?: Span;
}

export interface FnData {
  readonly kind: "fn";
  readonly generics: HirGenerics;
  readonly sig: HirFnSig;
  readonly hasBody: boolean;
}

export interface HirFnSig {
  /** Includes the receiver as first input. */
  readonly inputs: readonly HirTy[];
  readonly output: HirTy;
  readonly hasSelf: boolean;
  readonly const: boolean;
  readonly async: boolean;
  readonly unsafe: boolean;
  readonly abi?: string;
  readonly variadic: boolean;
  /** Lifetimes of the signature that elision makes are resolved by ty. */
  readonly lifetimes: readonly HirLifetime[];
}

/** A message of name resolution or macro expansion, with rustc's code and headline. */
export interface HirError {
  readonly code: string | undefined;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** The definition in whose body the error stands; such a body reports no type or borrow errors. */
  readonly owner?: DefId;
  readonly help?: string;
}

/** Something recognised that Lockstep does not run (async blocks, asm, unknown macros, external crates). */
export interface Unsupported {
  readonly span: Span;
  readonly what: string;
  readonly reason: string;
}

/**
 * A resolved crate on top of std. Made by `hir/resolve.ts`; immutable but for caches.
 * Names are resolved eagerly for items and lazily for bodies.
 */
export interface Program {
  /** std's program; undefined for std itself. */
  readonly std: Program | undefined;
  readonly root: DefId;
  /** Edition of this crate (capture and fallback rules depend on it); 2021 when left out. */
  readonly edition?: Edition;
  /** Number of definitions including std's. */
  readonly defCount: number;
  def(id: DefId): Def;
  /** Definitions that belong to this crate, in source order. */
  readonly localDefs: readonly DefId[];
  /** Every impl of this crate and std. */
  readonly impls: readonly DefId[];
  /** Traits in scope at a definition's body are found by module and nested blocks; see `traitsInScope`. */
  traitsInScope(body: DefId, scope: ScopeId | undefined): readonly DefId[];
  /** The definition with `#[lang = "name"]`. */
  lang(name: string): DefId | undefined;
  /** The `#[lang = "…"]` of a definition. */
  langOf(id: DefId): string | undefined;
  /** Value of `#[lockstep::NAME = "value"]` or "" for `#[lockstep::NAME]`. */
  marker(id: DefId, name: string): string | undefined;
  /** Body of a function, constant or static; lowered at first use. */
  body(id: DefId): HirBody | undefined;
  /** Errors of items and of every body lowered so far. */
  readonly errors: readonly HirError[];
  readonly unsupported: readonly Unsupported[];
  /** True where an unresolved glob, macro, `mod` or crate could supply names that we do not know. */
  readonly incomplete: boolean;
  /** Names in `use` lines and what they bring in (one entry per namespace that has it), for tools. */
  readonly uses?: readonly { readonly span: Span; readonly def: DefId }[];
  /**
   * Every associated name (methods, types, constants, variants; through traits and derefs too) that the real std's type
   * or trait has, whether or not Lockstep declares it: a name that is missing here does not exist. `of` is a definition
   * of std or the name of a primitive (`u8`, `str`, `slice`, `array`, `tuple`, `reference`, `pointer`, `fn`, …).
   * Undefined where nothing is known.
   */
  realNames?(of: DefId | string): ReadonlySet<string> | undefined;
  /** Canonical path for people, e.g. `std::sync::Mutex`. */
  path(id: DefId): string;
  /** What a snapshot tells about impls and methods without lowering them; undefined where there is none. */
  implIndex?(): ImplIndex | undefined;
}

/** Impls by trait and self type, and methods by name. `self`: the outermost constructor of a self type. */
export interface ImplIndex {
  readonly traits: ReadonlyMap<DefId, readonly ImplEntry[]>;
  readonly inherent: ReadonlyMap<string | number, readonly DefId[]>;
  readonly methodNames: ReadonlySet<string>;
  /** Traits by the names of their functions. */
  readonly traitsByMethod: ReadonlyMap<string, readonly DefId[]>;
}

export interface ImplEntry {
  readonly impl: DefId;
  readonly negative: boolean;
  /** Undefined for `impl<T> Trait for T` and the like. */
  readonly self: string | number | undefined;
}

/** A lexical scope inside a body (for traits in scope and hygiene). */
export type ScopeId = number & { readonly brand: "ScopeId" };

export type { HirExpr };
