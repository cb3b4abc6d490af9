// The result of type checking a body: side tables by expression and pattern id. Names follow `rustc_middle::ty::TypeckResults`.
// Everything is fully resolved; what could not be inferred is `unknown`, and `tainted` says that MIR must not be built for running.

import type { Span } from "../base/span.ts";
import type { DefId } from "../hir/defs.ts";
import type { ExprId, HirBody, LocalId, PatId } from "../hir/hir.ts";
import type { FnSig, GenericArgs, Ty } from "./ty.ts";

export interface TypeckResults {
  readonly body: HirBody;
  readonly owner: DefId;
  /** By ExprId, before adjustments. */
  readonly exprTys: readonly Ty[];
  readonly adjustments: ReadonlyMap<ExprId, readonly Adjustment[]>;
  /** By PatId: the type of the value the pattern is matched against, before the dereferences of `patAdjustments`. */
  readonly patTys: readonly Ty[];
  /** References that default binding modes look through, outermost first. */
  readonly patAdjustments: ReadonlyMap<PatId, readonly Ty[]>;
  /** How each binding pattern binds. */
  readonly bindingModes: ReadonlyMap<PatId, BindingMode>;
  /** By LocalId: the type of the variable. */
  readonly localTys: readonly Ty[];
  /** For a path expression or pattern: what it names, with all generic arguments (`relative` paths resolved, trait methods not yet selected). */
  readonly resolutions: ReadonlyMap<ExprId, Callee>;
  readonly patResolutions: ReadonlyMap<PatId, Callee>;
  /** For method calls, overloaded operators, overloaded index and `*`: the function called. `unary`/`binary`/`index`/`assignOp` without entry are built in. */
  readonly methods: ReadonlyMap<ExprId, Callee>;
  /** Field index for `field` expressions (into the struct, union or tuple). */
  readonly fields: ReadonlyMap<ExprId, number>;
  readonly casts: ReadonlyMap<ExprId, CastKind>;
  /** By closure index. */
  readonly closures: readonly ClosureInfo[];
  /** Hidden types of the `impl Trait` that the body defines, in terms of its own parameters. */
  readonly opaques?: ReadonlyMap<DefId, Ty>;
  readonly errors: readonly TyError[];
  /** Items that the real std has and Lockstep does not declare. */
  readonly unmodelled?: readonly Unmodelled[];
  /** Some type stayed unknown or an error was found: not to be run. `taintedAt` is where it began. */
  readonly tainted: boolean;
  readonly taintedAt?: Span;
}

/** `Type::name`, where it is used; or only `name`, where a crate that nobody can look into may have it. */
export interface Unmodelled {
  readonly span: Span;
  readonly path: string;
}

/** `def` is a function, constructor, constant or static; for a trait's item `args` begin with Self and selection happens at instantiation. */
export interface Callee {
  readonly def: DefId;
  readonly args: GenericArgs;
}

export type BindingMode =
  | { readonly kind: "move" }
  | { readonly kind: "ref"; readonly mutable: boolean };

/** Applied in order to the value of an expression. */
export type Adjustment = AdjustmentKind & { readonly target: Ty };

export type AdjustmentKind =
  | { readonly kind: "neverToAny" }
  /** Built-in dereference of a reference, raw pointer or Box; `overloaded` calls `Deref::deref` or `DerefMut::deref_mut` first. */
  | {
      readonly kind: "deref";
      readonly overloaded?: { readonly mutable: boolean; readonly callee: Callee };
    }
  /** `&place` or `&mut place`; `twoPhase` where rustc allows it (autoref of method receivers, compound operators). */
  | { readonly kind: "borrow"; readonly mutable: boolean; readonly twoPhase: boolean }
  | { readonly kind: "rawBorrow"; readonly mutable: boolean }
  | { readonly kind: "pointer"; readonly cast: PointerCoercion };

export type PointerCoercion =
  | "reifyFnPointer"
  | "unsafeFnPointer"
  | "closureFnPointer"
  | "mutToConstPointer"
  | "arrayToPointer"
  | "unsize";

export type CastKind =
  | "identity"
  | "intToInt"
  | "intToFloat"
  | "floatToInt"
  | "floatToFloat"
  | "boolToInt"
  | "charToInt"
  | "u8ToChar"
  | "enumToInt"
  | "ptrToPtr"
  | "ptrToInt"
  | "intToPtr"
  | "fnPtrToPtr"
  | "fnPtrToInt"
  | "unknown"
  | PointerCoercion;

export interface ClosureInfo {
  readonly index: number;
  readonly expr: ExprId;
  /** The weakest trait it implements: what calling it needs. */
  readonly kind: "Fn" | "FnMut" | "FnOnce";
  /** Inputs as a plain list, not a tuple. */
  readonly sig: FnSig;
  /** The signature with the lifetimes bound by its own `for<>` (depth 0); all others are erased. */
  readonly binder: FnSig;
  /** Minimal captures, in rustc's order (edition 2021: places; before: whole variables). */
  readonly captures: readonly Capture[];
}

export interface Capture {
  readonly place: CapturedPlace;
  readonly mode: "value" | "ref" | "uniqueRef" | "mutRef";
  /** Type of the captured place (not of the reference). */
  readonly ty: Ty;
  /** The use that decides place and mode, and what for. */
  readonly span: Span;
  readonly name: string;
}

/** A variable of an enclosing body and a path into it. */
export interface CapturedPlace {
  readonly local: LocalId;
  readonly projections: readonly CaptureProjection[];
}

export type CaptureProjection =
  | { readonly kind: "deref"; readonly ty: Ty }
  | { readonly kind: "field"; readonly variant: number; readonly index: number; readonly ty: Ty };

/** A type error, certain, with rustc's code, headline and primary span. */
export interface TyError {
  readonly code: string | undefined;
  readonly message: string;
  readonly span: Span;
  readonly label?: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** Why a bound fails, from the type asked about down to the leaf. */
  readonly reasons?: readonly BoundReason[];
  readonly help?: string;
}

/** One link of a reason path: `Arc<RefCell<i32>>` is not `Send` ← `RefCell<i32>` is not `Sync`. */
export interface BoundReason {
  readonly ty: Ty;
  readonly trait: DefId;
  readonly holds: boolean;
  /** How one gets here from the link before. */
  readonly via:
    | { readonly kind: "start" }
    | { readonly kind: "field"; readonly name: string; readonly span: Span }
    | {
        readonly kind: "capture";
        readonly name: string;
        readonly span: Span;
        readonly byRef: boolean;
      }
    | { readonly kind: "impl"; readonly def: DefId; readonly negative: boolean }
    | { readonly kind: "element" }
    | { readonly kind: "referent" }
    | { readonly kind: "bound"; readonly span: Span }
    | { readonly kind: "dynWithout" }
    | { readonly kind: "param" };
}
