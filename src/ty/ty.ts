// Types after name resolution. Names follow `rustc_middle::ty`.
//
// Types are interned by a `TyContext` (ty/context.ts): equal types are the same object, `id` is dense, and comparing is `===`.
// An unknown type is the one honest `unknown`: it unifies with everything, proves nothing and refutes nothing.

import type { DefId } from "../hir/defs.ts";

export type IntTy =
  | "i8"
  | "i16"
  | "i32"
  | "i64"
  | "i128"
  | "isize"
  | "u8"
  | "u16"
  | "u32"
  | "u64"
  | "u128"
  | "usize";
export type FloatTy = "f32" | "f64";

export interface TyBase {
  /** Dense id inside its context. */
  readonly id: number;
  /** True when it contains an inference variable, a parameter, an unknown, an alias to normalise, a region other than erased. */
  readonly hasInfer: boolean;
  readonly hasParam: boolean;
  readonly hasUnknown: boolean;
  readonly hasAlias: boolean;
  readonly hasRegions: boolean;
}

export type Ty = TyKind & TyBase;

export type TyKind =
  | { readonly kind: "bool" }
  | { readonly kind: "char" }
  | { readonly kind: "str" }
  | { readonly kind: "never" }
  | { readonly kind: "int"; readonly int: IntTy }
  | { readonly kind: "float"; readonly float: FloatTy }
  | { readonly kind: "adt"; readonly def: DefId; readonly args: GenericArgs }
  | { readonly kind: "ref"; readonly region: Region; readonly ty: Ty; readonly mutable: boolean }
  | { readonly kind: "ptr"; readonly ty: Ty; readonly mutable: boolean }
  | { readonly kind: "slice"; readonly ty: Ty }
  | { readonly kind: "array"; readonly ty: Ty; readonly length: Const }
  | { readonly kind: "tuple"; readonly tys: readonly Ty[] }
  /** The zero-sized type of a function item or of a tuple constructor. */
  | { readonly kind: "fnDef"; readonly def: DefId; readonly args: GenericArgs }
  | { readonly kind: "fnPtr"; readonly sig: FnSig }
  /** `args` are the generic arguments of the owner; captures and signature are in the owner's TypeckResults. */
  | {
      readonly kind: "closure";
      readonly owner: DefId;
      readonly index: number;
      readonly args: GenericArgs;
    }
  | {
      readonly kind: "dyn";
      readonly principal: ExistentialTraitRef | undefined;
      readonly autos: readonly DefId[];
      readonly region: Region;
    }
  | { readonly kind: "param"; readonly index: number; readonly name: string; readonly def: DefId }
  /** `<args[0] as Trait>::Name`, not (yet) normalised. */
  | { readonly kind: "projection"; readonly def: DefId; readonly args: GenericArgs }
  /** `impl Trait` of a function: `def` is the opaque definition. */
  | { readonly kind: "opaque"; readonly def: DefId; readonly args: GenericArgs }
  | { readonly kind: "infer"; readonly var: number; readonly class: "general" | "int" | "float" }
  /** Bound by a `for<>` around it; only inside signatures and bounds being instantiated. */
  | { readonly kind: "unknown" };

export type GenericArgs = readonly GenericArg[];

export type GenericArg = Ty | Region | Const;

export interface RegionBase {
  readonly id: number;
}

/** Lifetimes. Type checking erases them; the borrow checker on MIR makes its own variables. */
export type Region = { readonly kind: "region" } & RegionBase &
  (
    | { readonly region: "static" }
    | { readonly region: "erased" }
    | {
        readonly region: "param";
        readonly index: number;
        readonly name: string;
        readonly def: DefId;
      }
    /** Bound by a binder: de Bruijn depth and index. */
    | {
        readonly region: "bound";
        readonly depth: number;
        readonly index: number;
        readonly name: string;
      }
    | { readonly region: "var"; readonly var: number }
  );

export type Const = {
  readonly kind: "constant";
  readonly id: number;
  readonly hasInfer: boolean;
  readonly hasParam: boolean;
} & (
  | { readonly const: "value"; readonly value: bigint | boolean | string; readonly ty: Ty }
  | { readonly const: "param"; readonly index: number; readonly name: string; readonly def: DefId }
  | { readonly const: "infer"; readonly var: number }
  | { readonly const: "unknown" }
);

export interface FnSig {
  readonly inputs: readonly Ty[];
  readonly output: Ty;
  readonly unsafe: boolean;
  readonly variadic: boolean;
  readonly abi?: string;
  /** Number of late-bound lifetimes (region kind `bound`, depth 0). */
  readonly boundRegions: number;
}

/** `args[0]` is Self. */
export interface TraitRef {
  readonly trait: DefId;
  readonly args: GenericArgs;
}

/** A trait as `dyn` sees it: `args` without Self, and the values of its associated types. */
export interface ExistentialTraitRef {
  readonly trait: DefId;
  readonly args: GenericArgs;
  readonly projections: readonly { readonly def: DefId; readonly ty: Ty }[];
}

/** What must hold. */
export type Predicate =
  | { readonly kind: "trait"; readonly ref: TraitRef }
  | {
      readonly kind: "projection";
      readonly def: DefId;
      readonly args: GenericArgs;
      readonly ty: Ty;
    }
  | { readonly kind: "typeOutlives"; readonly ty: Ty; readonly region: Region }
  | { readonly kind: "regionOutlives"; readonly a: Region; readonly b: Region };
